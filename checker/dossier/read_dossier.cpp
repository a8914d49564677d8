// Walks the XML once, along the tables of the vocabulary.
#include "checker/dossier/read_dossier.h"

#include <cstring>
#include <regex>

#include <pugixml.hpp>

#include "checker/text/suggest.h"

namespace toets {
namespace {

/// What an XML name means in one table.
struct Meaning {
    std::string name;
    bool is_child = false;
    std::uint32_t index = 0;
};

/// The names of one table. Rows mostly state the same kenmerken in the same order, so the name
/// after the last one found is tried first.
class Names {
  public:
    explicit Names(const Table& table) {
        for (ColumnId i = 0; i < table.columns.size(); ++i)
            meanings_.push_back({table.columns[i].name, false, i});
        for (ChildId i = 0; i < table.children.size(); ++i)
            meanings_.push_back({table.children[i].name, true, i});
    }

    const Meaning* find(const char* name) {
        for (std::size_t tried = 0; tried < meanings_.size(); ++tried) {
            if (next_ >= meanings_.size()) next_ = 0;
            const Meaning& meaning = meanings_[next_++];
            if (std::strcmp(meaning.name.c_str(), name) == 0) return &meaning;
        }
        return nullptr;
    }

    std::vector<std::string> all() const {
        std::vector<std::string> names;
        for (const auto& meaning : meanings_) names.push_back(meaning.name);
        return names;
    }

  private:
    std::vector<Meaning> meanings_;
    std::size_t next_ = 0;
};

Code refusal_code(Refusal refusal) {
    switch (refusal) {
        case Refusal::not_a_number:
            return Code::value_no_number;
        case Refusal::not_a_truth:
            return Code::value_no_truth;
        case Refusal::not_a_date:
            return Code::value_no_date;
        case Refusal::not_a_school_year:
            return Code::value_no_school_year;
        case Refusal::not_an_option:
        case Refusal::none:
            break;
    }
    return Code::value_no_option;
}

}  // namespace

struct DossierReader::State {
    State(const Vocabulary& words, FactsBuilder& builder) : vocabulary(words), facts(builder) {
        for (const Table& table : vocabulary.tables) {
            names.emplace_back(table);
            patterns.emplace_back(table.columns.size());
        }
    }

    std::uint32_t offset(const char* at) const {
        return static_cast<std::uint32_t>(at - buffer.data());
    }
    Span span(const char* at, std::size_t length) const {
        return {source, offset(at), static_cast<std::uint32_t>(offset(at) + length)};
    }
    Span name_span(const char* name) const { return span(name, std::strlen(name)); }

    bool parse(std::string_view bytes);
    bool refuse(Code code, std::size_t at);
    void row(TableId table, RowIndex row, const pugi::xml_node& node);
    void attributes(TableId table, RowIndex row, const pugi::xml_node& node);
    void children(TableId table, RowIndex row, const pugi::xml_node& node);
    void list(TableId table, RowIndex row, ChildId child, const pugi::xml_node& node);
    void single(TableId table, RowIndex row, ChildId child, const pugi::xml_node& node);
    void value(TableId table, RowIndex row, ColumnId column, const char* written, Span where);
    void check_pattern(TableId table, ColumnId column, const char* written, Span where);
    void check_required(TableId table, RowIndex row, const pugi::xml_node& node);
    void unknown(Code code, TableId table, const char* name);
    void report(const FactsBuilder::Clash& clash);

    const Vocabulary& vocabulary;
    FactsBuilder& facts;
    std::vector<Names> names;
    std::vector<std::vector<std::unique_ptr<std::regex>>> patterns;
    std::string buffer;
    pugi::xml_document document;
    SourceId source{};
    Diagnostics* problems = nullptr;
};

DossierReader::DossierReader(const Vocabulary& vocabulary, FactsBuilder& facts)
    : state_(std::make_unique<State>(vocabulary, facts)) {}

DossierReader::~DossierReader() = default;

bool DossierReader::read(std::string_view bytes, SourceId source, Diagnostics& problems) {
    State& state = *state_;
    state.source = source;
    state.problems = &problems;
    state.facts.clear();
    if (!state.parse(bytes)) return false;
    const pugi::xml_node root = state.document.document_element();
    const Table& shape = state.vocabulary.root();
    if (shape.element != root.name()) {
        problems.push_back(
            {Code::wrong_root, state.name_span(root.name()), {root.name(), shape.element}});
        return false;
    }
    const RowIndex row = state.facts.add_row(0, no_row, state.offset(root.name()) - 1);
    state.row(0, row, root);
    for (const auto& clash : state.facts.finish()) state.report(clash);
    return true;
}

bool DossierReader::State::parse(std::string_view bytes) {
    if (bytes.size() > dossier_bytes_max) {
        problems->push_back(
            {Code::dossier_too_large, {source, 0, 0}, {std::to_string(dossier_bytes_max >> 20U)}});
        return false;
    }
    if (const auto at = first_malformed_utf8(bytes)) {
        const auto where = static_cast<std::uint32_t>(*at);
        problems->push_back({Code::dossier_not_utf8, {source, where, where + 1}, {}});
        return false;
    }
    buffer.assign(bytes);
    if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos)
        return refuse(Code::not_well_formed, zero);
    const pugi::xml_parse_result result = document.load_buffer_inplace(
        buffer.data(), buffer.size(), pugi::parse_default | pugi::parse_doctype,
        pugi::encoding_utf8);
    if (result.status != pugi::status_ok || !document.document_element())
        return refuse(Code::not_well_formed,
                      static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)));
    for (const pugi::xml_node& node : document) {
        if (node.type() == pugi::node_doctype && std::strstr(node.value(), "<!ENTITY") != nullptr)
            return refuse(Code::defines_entities, offset(node.value()));
        if (node.type() == pugi::node_element && node != document.document_element())
            return refuse(Code::second_document, offset(node.name()));
    }
    return true;
}

/// The whole file can't be read, for what stands at `at`.
bool DossierReader::State::refuse(Code code, std::size_t at) {
    const auto where = static_cast<std::uint32_t>(std::min(at, buffer.size()));
    problems->push_back({code, {source, where, where + 1}, {}});
    return false;
}

void DossierReader::State::row(TableId table, RowIndex row, const pugi::xml_node& node) {
    attributes(table, row, node);
    children(table, row, node);
    check_required(table, row, node);
}

void DossierReader::State::attributes(TableId table, RowIndex row, const pugi::xml_node& node) {
    for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
        const char* name = a.name();
        const Meaning* meaning = names[table].find(name);
        if (meaning == nullptr || meaning->is_child) {
            if (std::strncmp(name, "xml", 3) != 0 && std::strncmp(name, "xsi:", 4) != 0)
                unknown(Code::unknown_attribute, table, name);
            continue;
        }
        const Span where = span(a.value(), std::strlen(a.value()));
        value(table, row, meaning->index, a.value(), where);
    }
}

void DossierReader::State::value(TableId table, RowIndex row, ColumnId column, const char* written,
                                 Span where) {
    if (facts.states(table, row, column)) {
        const Column& shape = vocabulary.tables[table].columns[column];
        problems->push_back(
            {Code::stated_twice, where, {shape.name, vocabulary.tables[table].element}});
        return;
    }
    const Refusal refusal = facts.set(table, row, column, written);
    const Column& shape = vocabulary.tables[table].columns[column];
    const bool known =
        facts.facts().tables[table].columns[column].states[row] == toets::State::known;
    if (known && !shape.pattern.empty()) check_pattern(table, column, written, where);
    if (refusal == Refusal::none) return;
    Diagnostic problem{
        refusal_code(refusal), where, {shape.confidential ? "..." : written, shape.name}};
    if (refusal == Refusal::not_an_option)
        problem.suggestion = suggestion(written, vocabulary.choices[shape.choices].options);
    problems->push_back(std::move(problem));
}

void DossierReader::State::check_pattern(TableId table, ColumnId column, const char* written,
                                         Span where) {
    auto& pattern = patterns[table][column];
    const Column& shape = vocabulary.tables[table].columns[column];
    if (!pattern) pattern = std::make_unique<std::regex>(shape.pattern);
    constexpr std::size_t matched_bytes_max = 200;  // std::regex recurses on its input
    const bool fits =
        std::strlen(written) <= matched_bytes_max && std::regex_match(written, *pattern);
    if (!fits)
        problems->push_back({Code::value_not_of_pattern,
                             where,
                             {shape.confidential ? "..." : written, shape.name, shape.pattern}});
}

void DossierReader::State::children(TableId table, RowIndex row, const pugi::xml_node& node) {
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            problems->push_back({Code::stray_text,
                                 span(child.value(), std::strlen(child.value())),
                                 {vocabulary.tables[table].element}});
            continue;
        }
        const Meaning* meaning = names[table].find(child.name());
        if (meaning == nullptr)
            unknown(Code::unknown_element, table, child.name());
        else if (!meaning->is_child)
            problems->push_back(
                {Code::kenmerk_as_element, name_span(child.name()), {child.name()}});
        else if (vocabulary.tables[table].children[meaning->index].single)
            single(table, row, meaning->index, child);
        else
            list(table, row, meaning->index, child);
    }
}

void DossierReader::State::single(TableId table, RowIndex row, ChildId child,
                                  const pugi::xml_node& node) {
    if (node.parent().child(node.name()) != node) {
        problems->push_back({Code::stated_twice,
                             name_span(node.name()),
                             {node.name(), vocabulary.tables[table].element}});
        return;
    }
    facts.state_list(table, row, child, false);
    if (std::strcmp(node.attribute("nvt").value(), "ja") == 0) return;
    const TableId of = vocabulary.tables[table].children[child].table;
    const RowIndex inner = facts.add_row(of, row, offset(node.name()) - 1);
    facts.attach(of, inner);
    this->row(of, inner, node);
}

void DossierReader::State::list(TableId table, RowIndex row, ChildId child,
                                const pugi::xml_node& node) {
    const TableId of = vocabulary.tables[table].children[child].table;
    const std::string& element = vocabulary.tables[of].element;
    bool open = false;
    for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
        if (std::strcmp(a.name(), "volledig") == 0)
            open = std::strcmp(a.value(), "nee") == 0;
        else if (std::strcmp(a.name(), "onbekend") == 0)
            open = std::strcmp(a.value(), "ja") == 0;
        else
            problems->push_back(
                {Code::unknown_attribute, name_span(a.name()), {a.name(), node.name()}});
    }
    facts.state_list(table, row, child, open);
    for (pugi::xml_node each = node.first_child(); each; each = each.next_sibling()) {
        if (each.type() != pugi::node_element) {
            problems->push_back(
                {Code::stray_text, span(each.value(), std::strlen(each.value())), {node.name()}});
            continue;
        }
        if (element != each.name()) {
            problems->push_back({Code::unknown_element,
                                 name_span(each.name()),
                                 {each.name(), node.name()},
                                 suggestion(each.name(), {element})});
            continue;
        }
        const RowIndex inner = facts.add_row(of, row, offset(each.name()) - 1);
        facts.attach(of, inner);
        this->row(of, inner, each);
    }
}

void DossierReader::State::check_required(TableId table, RowIndex row, const pugi::xml_node& node) {
    const Table& shape = vocabulary.tables[table];
    for (ColumnId c = 0; c < shape.columns.size(); ++c) {
        if (!shape.columns[c].required) continue;
        if (!facts.states(table, row, c))
            problems->push_back({Code::required_missing,
                                 name_span(node.name()),
                                 {shape.columns[c].name, shape.element}});
    }
}

void DossierReader::State::unknown(Code code, TableId table, const char* name) {
    problems->push_back({code,
                         name_span(name),
                         {name, vocabulary.tables[table].element},
                         suggestion(name, names[table].all())});
}

void DossierReader::State::report(const FactsBuilder::Clash& clash) {
    const Table& shape = vocabulary.tables[clash.table];
    const TableRows& rows = facts.facts().tables[clash.table];
    const bool hidden = shape.columns[clash.column].confidential;
    const std::string text(hidden ? "..." : rows.columns[clash.column].texts[clash.row]);
    const std::uint32_t at = rows.offset[clash.row];
    problems->push_back({clash.dangling ? Code::dangling_reference : Code::duplicate_key,
                         {source, at, static_cast<std::uint32_t>(at + 1 + shape.element.size())},
                         {text, shape.columns[clash.column].name, shape.element}});
}

}  // namespace toets
