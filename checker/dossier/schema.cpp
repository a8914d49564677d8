#include "checker/dossier/schema.h"

#include <set>

namespace toets {
namespace {

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

/// What may stand instead of any value.
constexpr const char* states_pattern = "onbekend|nvt|n\\.v\\.t\\.|";

std::string choice_type(ChoiceId id) { return "keuze" + std::to_string(id); }

/// The type of a length of time in the unit, or in any that can be compared with it.
std::string duration_type(Unit unit) {
    return "duur-" + std::to_string(static_cast<int>(base_unit(unit)));
}

std::string type_of(const Column& column) {
    switch (column.type) {
        case ColumnType::number:
            return "getal";
        case ColumnType::truth:
            return "janee";
        case ColumnType::date:
            return "datum";
        case ColumnType::school_year:
            return "schooljaar";
        case ColumnType::duration:
            return duration_type(column.unit);
        case ColumnType::choice:
            return choice_type(column.choices);
        case ColumnType::text:
        case ColumnType::reference:
            break;
    }
    return "xs:string";
}

class Writer {
  public:
    explicit Writer(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    std::string write() {
        out_ =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
            "elementFormDefault=\"qualified\">\n";
        simple("getal",
               "-?([0-9]{1,12}((,[0-9]{1,4})|(\\.[0-9]{1,2}|\\.[0-9]{4}))?|(0[0-9]{0,11}|[0-9]{4,"
               "12})\\.[0-9]{3})|onbekend|nvt|n\\.v\\.t\\.|");
        simple("janee", "ja|nee|true|false|onbekend|nvt|n\\.v\\.t\\.|");
        simple("datum",
               "(19|20)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?|[0-9]{1,2}-[0-9]{1,2}-(19|20)[0-9]{2}|"
               "onbekend|nvt|n\\."
               "v\\.t\\.|");
        simple("schooljaar", "(19|20)[0-9]{2}[-/](19|20)[0-9]{2}|onbekend|nvt|n\\.v\\.t\\.|");
        durations();
        for (ChoiceId id = 0; id < vocabulary_.choices.size(); ++id) choices(id);
        for (TableId id = 0; id < vocabulary_.tables.size(); ++id) table(id);
        line(1, "<xs:element name=\"" + vocabulary_.root().element + "\" type=\"t0\"/>");
        return out_ + "</xs:schema>\n";
    }

  private:
    void line(int depth, const std::string& text) {
        out_.append(2 * static_cast<std::size_t>(depth), ' ');
        out_ += text + '\n';
    }

    void simple(const std::string& name, const std::string& pattern) {
        line(1, "<xs:simpleType name=\"" + name +
                    "\"><xs:restriction base=\"xs:token\"><xs:pattern value=\"" + pattern +
                    "\"/></xs:restriction></xs:simpleType>");
    }

    /// A type for each kind of length that some kenmerk has.
    void durations() {
        std::set<Unit> used;
        for (const Table& table : vocabulary_.tables)
            for (const Column& column : table.columns)
                if (column.type == ColumnType::duration) used.insert(base_unit(column.unit));
        for (const Unit base : used) {
            std::string words;
            for (const std::string& word : comparable_words(base))
                words += (words.empty() ? "" : "|") + word;
            simple(duration_type(base), "[0-9]{1,4} (" + words + ")|" + states_pattern);
        }
    }

    void choices(ChoiceId id) {
        line(1,
             "<xs:simpleType name=\"" + choice_type(id) + "\"><xs:restriction base=\"xs:token\">");
        const ChoiceList& list = vocabulary_.choices[id];
        for (const auto& option : list.options)
            line(2, "<xs:enumeration value=\"" + escaped(option) + "\"/>");
        for (const auto& alias : list.aliases)
            line(2, "<xs:enumeration value=\"" + escaped(alias.first) + "\"/>");
        for (const char* state : {"onbekend", "nvt", "n.v.t.", ""})
            if (list.find(state) < 0)
                line(2, std::string("<xs:enumeration value=\"") + state + "\"/>");
        line(1, "</xs:restriction></xs:simpleType>");
    }

    void attribute(const Column& column) {
        const std::string use = column.required ? "\" use=\"required\"" : "\"";
        if (column.pattern.empty()) {
            line(2, "<xs:attribute name=\"" + column.name + "\" type=\"" + type_of(column) + use +
                        "/>");
            return;
        }
        line(2, "<xs:attribute name=\"" + column.name + use +
                    "><xs:simpleType><xs:restriction base=\"xs:token\">"
                    "<xs:pattern value=\"" +
                    escaped(column.pattern) + "\"/><xs:pattern value=\"" + states_pattern +
                    "\"/></xs:restriction></xs:simpleType></xs:attribute>");
    }

    void child(const Child& each) {
        if (each.table == no_table) return;
        const std::string type = "t" + std::to_string(each.table);
        const std::string& element = vocabulary_.tables[each.table].element;
        if (each.single) {
            line(3,
                 "<xs:element name=\"" + each.name + "\" type=\"" + type + "\" minOccurs=\"0\"/>");
            return;
        }
        line(3, "<xs:element name=\"" + each.name +
                    "\" minOccurs=\"0\"><xs:complexType><xs:sequence>");
        line(4, "<xs:element name=\"" + element + "\" type=\"" + type +
                    "\" minOccurs=\"0\" maxOccurs=\"unbounded\"/>");
        line(3,
             "</xs:sequence><xs:attribute name=\"volledig\" type=\"janee\"/>"
             "<xs:attribute name=\"onbekend\" type=\"janee\"/></xs:complexType></xs:element>");
    }

    void table(TableId id) {
        const Table& shape = vocabulary_.tables[id];
        line(1, "<xs:complexType name=\"t" + std::to_string(id) + "\">");
        line(2, "<xs:annotation><xs:documentation>" + escaped(shape.label) +
                    "</xs:documentation></xs:annotation>");
        if (!shape.children.empty()) {
            line(2, "<xs:all>");
            for (const Child& each : shape.children) child(each);
            line(2, "</xs:all>");
        }
        for (const Column& column : shape.columns) attribute(column);
        bool has_nvt = false;
        for (const Column& column : shape.columns) has_nvt = has_nvt || column.name == "nvt";
        if (!has_nvt && vocabulary_.is_single(id))
            line(2, "<xs:attribute name=\"nvt\" type=\"janee\"/>");
        line(1, "</xs:complexType>");
    }

    const Vocabulary& vocabulary_;
    std::string out_;
};

}  // namespace

std::string schema(const Vocabulary& vocabulary) { return Writer(vocabulary).write(); }

}  // namespace toets
