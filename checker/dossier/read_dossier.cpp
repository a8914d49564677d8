// Walks the XML once, along the tables of the vocabulary.
#include "checker/dossier/read_dossier.h"

#include <algorithm>
#include <cstring>

#include <pugixml.hpp>

#include "checker/dossier/dossier_xml.h"
#include "checker/dossier/table_names.h"
#include "checker/facts/written.h"
#include "checker/text/pattern.h"
#include "checker/text/suggest.h"

namespace toets {
namespace {

constexpr std::size_t options_listed_max = 20;

std::string with_commas(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& each : words) text += (text.empty() ? "" : ", ") + each;
    return text;
}

/// What is wrong with a text that is no value of the type.
Code refusal_code(ColumnType type, std::string_view written) {
    switch (type) {
        case ColumnType::number:
            return may_be_thousands(written) ? Code::value_of_thousands : Code::value_no_number;
        case ColumnType::truth:
            return Code::value_no_truth;
        case ColumnType::date:
            return parse_date(written) ? Code::date_implausible : Code::value_no_date;
        case ColumnType::school_year:
            return parse_school_year(written) ? Code::date_implausible : Code::value_no_school_year;
        case ColumnType::duration:
            return Code::value_no_duration;
        case ColumnType::choice:
        case ColumnType::reference:
        case ColumnType::text:
            break;
    }
    return Code::value_no_option;
}

}  // namespace

struct DossierReader::State {
    State(const Vocabulary& words, FactsBuilder& builder) : vocabulary(words), facts(builder) {
        for (TableId id = 0; id < vocabulary.tables.size(); ++id) {
            names.emplace_back(vocabulary.tables[id], id, builder);
            patterns.emplace_back(vocabulary.tables[id].columns.size());
        }
    }

    void row(TableId table, RowIndex row, const pugi::xml_node& node);
    void attributes(TableId table, RowIndex row, const pugi::xml_node& node, std::uint64_t visit);
    bool is_beside_kenmerken(std::string_view name, TableId table) const;
    void children(TableId table, RowIndex row, const pugi::xml_node& node, std::uint64_t visit);
    /// Reads a contained element that follows `before`; gives what it means, or `before`.
    Meaning* child(TableId table, RowIndex row, const pugi::xml_node& node, Meaning& before,
                   std::uint64_t visit);
    void list(ListWriter& list, TableId of, RowIndex owner, const pugi::xml_node& node, bool again);
    void single(ListWriter& list, TableId of, RowIndex owner, const pugi::xml_node& node);
    void value(TableId table, RowIndex row, Meaning& meaning, std::string_view written,
               std::uint64_t visit);
    void refuse_value(const Column& column, std::string_view written, Span where);
    void check_pattern(TableId table, ColumnId column, std::string_view written, Span where);
    void check_required(TableId table, const pugi::xml_node& node, std::uint64_t visit);
    std::optional<bool> mark(const pugi::xml_attribute& attribute) const;
    void stray_text(const pugi::xml_node& node, const std::string& inside) const;
    void stated_twice(Code code, TableId table, std::string_view name, Span where);
    void unknown(Code code, TableId table, const char* name);
    void report(const FactsBuilder::Clash& clash);

    const Vocabulary& vocabulary;
    FactsBuilder& facts;
    std::vector<TableNames> names;
    std::vector<std::vector<std::optional<Pattern>>> patterns;
    DossierXml xml;
    std::uint64_t visits = 0;  ///< rows begun so far, over all dossiers
    Diagnostics* problems = nullptr;
};

DossierReader::DossierReader(const Vocabulary& vocabulary, FactsBuilder& facts)
    : state_(std::make_unique<State>(vocabulary, facts)) {}

DossierReader::~DossierReader() = default;

bool DossierReader::read(std::span<char> bytes, const Sources& sources, SourceId source,
                         Diagnostics& problems) {
    State& state = *state_;
    state.problems = &problems;
    state.facts.clear();
    if (!state.xml.parse(bytes, sources[source].text(), source, problems)) return false;
    const pugi::xml_node root = state.xml.root();
    const Table& shape = state.vocabulary.root();
    if (shape.element != root.name()) {
        problems.push_back(
            {Code::wrong_root, state.xml.name_span(root.name()), {root.name(), shape.element}});
        return false;
    }
    state.row(0, state.facts.add_row(0, no_row, state.xml.offset(root.name()) - 1), root);
    for (const auto& clash : state.facts.finish()) state.report(clash);
    state.xml.drop_tree();
    return !state.xml.is_refused();
}

void DossierReader::State::row(TableId table, RowIndex row, const pugi::xml_node& node) {
    const std::uint64_t visit = ++visits;
    attributes(table, row, node, visit);
    children(table, row, node, visit);
    check_required(table, node, visit);
}

void DossierReader::State::attributes(TableId table, RowIndex row, const pugi::xml_node& node,
                                      std::uint64_t visit) {
    TableNames& known = names[table];
    Meaning* before = &known.before_attributes();
    const char* const end = xml.end();
    pugi::xml_attribute each = node.first_attribute();
    // No attribute is nameless, but what comes after the last is.
    for (const char* name = each.name(); *name != '\0'; name = each.name()) {
        Meaning* meaning = known.find(name, end, *before);
        if (meaning != nullptr && meaning->column != nullptr) {
            value(table, row, *meaning, each.value(), visit);
            before = meaning;
        } else if (!is_beside_kenmerken(name, table)) {
            unknown(Code::unknown_attribute, table, name);
        }
        each = each.next_attribute();
    }
}

/// Whether the attribute says something of the file, or that there is no such row.
bool DossierReader::State::is_beside_kenmerken(std::string_view name, TableId table) const {
    return name.starts_with("xml") || name.starts_with("xsi:") ||
           (name == "nvt" && vocabulary.is_single(table));
}

void DossierReader::State::value(TableId table, RowIndex row, Meaning& meaning,
                                 std::string_view written, std::uint64_t visit) {
    if (meaning.stated_in == visit)
        return stated_twice(Code::stated_twice, table, meaning.name,
                            xml.span(written.data(), written.size()));
    const toets::State state = meaning.column->set(row, written);
    if (state != toets::State::not_supplied) meaning.stated_in = visit;
    const bool may_hold_less = meaning.is_text || state == toets::State::invalid;
    if (may_hold_less && written.find('<') != std::string_view::npos) xml.check_value(written);
    if (state == toets::State::invalid)
        refuse_value(vocabulary.tables[table].columns[meaning.index], written,
                     xml.span(written.data(), written.size()));
    else if (meaning.matches_pattern && state == toets::State::known)
        check_pattern(table, meaning.index, written, xml.span(written.data(), written.size()));
}

void DossierReader::State::stated_twice(Code code, TableId table, std::string_view name,
                                        Span where) {
    problems->push_back({code, where, {std::string(name), vocabulary.tables[table].element}});
}

void DossierReader::State::refuse_value(const Column& column, std::string_view written,
                                        Span where) {
    const std::string shown(column.confidential ? "..." : written);
    Diagnostic problem{refusal_code(column.type, trimmed(written)), where, {shown, column.name}};
    if (column.type == ColumnType::duration)
        problem.args.push_back(duration_words({2, column.unit}));
    if (column.type == ColumnType::truth) problem.suggestion = suggestion(written, {"ja", "nee"});
    if (column.type == ColumnType::choice) {
        const auto& options = vocabulary.choices[column.choices].options;
        problem.suggestion = suggestion(written, options);
        if (problem.suggestion.empty() && options.size() <= options_listed_max) {
            problem.code = Code::value_no_option_of;
            problem.args.push_back(with_commas(options));
        }
    }
    problems->push_back(std::move(problem));
}

void DossierReader::State::check_pattern(TableId table, ColumnId column, std::string_view written,
                                         Span where) {
    auto& pattern = patterns[table][column];
    const Column& shape = vocabulary.tables[table].columns[column];
    if (!pattern) pattern = Pattern::read(shape.pattern);
    if (!pattern || pattern->fits(written)) return;
    const bool shown = !shape.example.empty();
    problems->push_back({shown ? Code::value_not_like : Code::value_not_of_pattern,
                         where,
                         {std::string(shape.confidential ? "..." : written), shape.name,
                          shown ? shape.example : shape.pattern}});
}

void DossierReader::State::children(TableId table, RowIndex row, const pugi::xml_node& node,
                                    std::uint64_t visit) {
    Meaning* before = &names[table].before_elements();
    pugi::xml_node each = node.first_child();
    for (auto type = each.type(); type != pugi::node_null; type = each.type()) {
        if (type == pugi::node_element)
            before = child(table, row, each, *before, visit);
        else if (type == pugi::node_comment)
            xml.check_comment(each);
        else
            stray_text(each, vocabulary.tables[table].element);
        each = each.next_sibling();
    }
}

Meaning* DossierReader::State::child(TableId table, RowIndex row, const pugi::xml_node& node,
                                     Meaning& before, std::uint64_t visit) {
    Meaning* meaning = names[table].find(node.name(), xml.end(), before);
    if (meaning == nullptr) {
        unknown(Code::unknown_element, table, node.name());
        return &before;
    }
    if (meaning->list == nullptr) {
        problems->push_back({Code::kenmerk_as_element, xml.name_span(node.name()), {node.name()}});
        return &before;
    }
    const bool again = meaning->stated_in == visit;
    meaning->stated_in = visit;
    const bool single_value = vocabulary.tables[table].children[meaning->index].single;
    if (again)
        stated_twice(single_value ? Code::stated_twice : Code::list_stated_twice, table,
                     meaning->name, xml.name_span(node.name()));
    const TableId of = vocabulary.tables[table].children[meaning->index].table;
    if (!single_value)
        list(*meaning->list, of, row, node, again);
    else if (!again)
        single(*meaning->list, of, row, node);
    return meaning;
}

void DossierReader::State::stray_text(const pugi::xml_node& node, const std::string& inside) const {
    problems->push_back(
        {Code::stray_text, xml.span(node.value(), std::strlen(node.value())), {inside}});
}

/// The yes or no of an attribute that is no kenmerk but says how much is stated; null when it is
/// neither, which is told unless somebody wrote that it isn't known.
std::optional<bool> DossierReader::State::mark(const pugi::xml_attribute& attribute) const {
    const auto truth = parse_truth(attribute.value());
    if (!truth && std::strcmp(attribute.value(), "onbekend") != 0)
        problems->push_back({Code::mark_no_truth,
                             xml.span(attribute.value(), std::strlen(attribute.value())),
                             {attribute.value(), attribute.name()}});
    return truth;
}

/// The rows of `of` that `owner` has at most one of.
void DossierReader::State::single(ListWriter& list, TableId of, RowIndex owner,
                                  const pugi::xml_node& node) {
    const RowIndex next = facts.facts().tables[of].count;
    bool there = true;
    if (const pugi::xml_attribute absent = node.attribute("nvt"); *absent.value() != '\0') {
        const auto none = mark(absent);
        there = none == false;
        list.state(owner, next, !none);
    } else {
        list.state(owner, next, false);
    }
    if (there) row(of, facts.add_row(of, owner, xml.offset(node.name()) - 1), node);
}

void DossierReader::State::list(ListWriter& list, TableId of, RowIndex owner,
                                const pugi::xml_node& node, bool again) {
    // What is stated a second time doesn't close what the first left open.
    bool open = again && list.is_open(owner);
    for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
        const bool is_stated = *a.value() != '\0';
        if (std::strcmp(a.name(), "volledig") == 0)
            open = open || (is_stated && mark(a) != true);
        else if (std::strcmp(a.name(), "onbekend") == 0)
            open = open || (is_stated && mark(a) != false);
        else
            problems->push_back(
                {Code::unknown_attribute, xml.name_span(a.name()), {a.name(), node.name()}});
    }
    list.state(owner, facts.facts().tables[of].count, open);
    const std::string& element = vocabulary.tables[of].element;
    const char* const end = xml.end();
    pugi::xml_node each = node.first_child();
    for (auto type = each.type(); type != pugi::node_null; type = each.type()) {
        const char* name = each.name();
        if (type == pugi::node_comment)
            xml.check_comment(each);
        else if (type != pugi::node_element)
            stray_text(each, node.name());
        else if (is_name(name, end, element))
            row(of, facts.add_row(of, owner, xml.offset(name) - 1), each);
        else
            problems->push_back({Code::unknown_element,
                                 xml.name_span(name),
                                 {name, node.name()},
                                 suggestion(name, {element})});
        each = each.next_sibling();
    }
}

void DossierReader::State::check_required(TableId table, const pugi::xml_node& node,
                                          std::uint64_t visit) {
    for (const Meaning* each : names[table].required())
        if (each->stated_in != visit)
            problems->push_back({Code::required_missing,
                                 xml.name_span(node.name()),
                                 {std::string(each->name), vocabulary.tables[table].element}});
}

void DossierReader::State::unknown(Code code, TableId table, const char* name) {
    const Table& shape = vocabulary.tables[table];
    const auto holds_it = [&](const Child& child) {
        return !child.single && vocabulary.tables[child.table].element == name;
    };
    const auto list = std::find_if(shape.children.begin(), shape.children.end(), holds_it);
    problems->push_back(
        {code,
         xml.name_span(name),
         {name, shape.element},
         list != shape.children.end() ? list->name : suggestion(name, names[table].all())});
}

void DossierReader::State::report(const FactsBuilder::Clash& clash) {
    const Table& shape = vocabulary.tables[clash.table];
    const TableRows& rows = facts.facts().tables[clash.table];
    const bool hidden = shape.columns[clash.column].confidential;
    const std::string text(hidden ? "..." : rows.columns[clash.column].texts[clash.row]);
    const std::uint32_t at = rows.offset[clash.row];
    problems->push_back({clash.dangling ? Code::dangling_reference : Code::duplicate_key,
                         xml.span_at(at, 1 + shape.element.size()),
                         {text, shape.columns[clash.column].name, shape.element}});
}

}  // namespace toets
