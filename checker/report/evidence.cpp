#include "checker/report/evidence.h"

#include <algorithm>

#include "checker/findings/value_text.h"
#include "checker/report/filled.h"
#include "checker/report/searched.h"
#include "checker/text/ascii.h"

namespace toets {
namespace {

/// The offset of ` name=` in the start tag at `from`; the start of the tag when it isn't there.
std::size_t attribute_offset(std::string_view text, std::size_t from, const std::string& name) {
    const std::size_t end = std::min(text.find('>', from), text.size());
    const std::string_view tag = text.substr(from, end - from);
    for (std::size_t at = tag.find(name); at != std::string_view::npos;
         at = tag.find(name, at + 1)) {
        const bool starts = at > 0 && is_blank(tag[at - 1]);
        if (starts && at + name.size() < tag.size() && tag[at + name.size()] == '=')
            return from + at;
    }
    return from;
}

Phrase state_phrase(const Reading& reading) {
    if (reading.still_to_come) return Phrase::still_to_come;
    switch (reading.state) {
        case State::not_supplied:
            return Phrase::not_supplied;
        case State::unknown:
            return Phrase::written_unknown;
        case State::invalid:
            return Phrase::invalid;
        case State::not_applicable:
            return Phrase::not_applicable_value;
        case State::known:
            break;
    }
    return Phrase::confidential;
}

std::string passage_text(const Reading& reading, const RuleContext& rules) {
    const UserLanguage language = rules.language;
    std::string text = reading.value;
    if (reading.state == State::invalid) return filled(Phrase::document_unread, language, text);
    if (reading.state != State::known || reading.passage() == nullptr)
        return phrase(Phrase::document_absent, language);
    const TopicEvidence& found = *reading.passage();
    const bool is_mention = !reading.sought->topic && found.grade == Grade::mention;
    text += ": " + sought_text(*reading.sought, language) + ": " +
            phrase(is_mention ? Phrase::mentioned : grade_phrase(found.grade), language);
    const std::vector<SearchedFile>& searched = reading.sought->searched;
    const bool absent = found.grade == Grade::not_found || found.grade == Grade::unreadable;
    if (absent && !searched.empty())
        text += " (" + filled(Phrase::searched, language, searched_text(searched, language)) + ")";
    if (found.best.quote.empty() || found.grade == Grade::not_found) return text;
    return text + ", " + passage_place(found.best, language);
}

}  // namespace

std::uint32_t line_of_row(TableId table, RowIndex row, const DossierReport& report) {
    if (row >= unknown_row || report.sources == nullptr) return 0;
    const Source& source = (*report.sources)[report.source];
    if (source.text().empty()) return 0;
    return source.line_at(report.facts->tables[table].offset[row]);
}

std::uint32_t line_of(const Reading& reading, const DossierReport& report,
                      const RuleContext& rules) {
    if (reading.row >= unknown_row || report.sources == nullptr) return 0;
    const Source& source = (*report.sources)[report.source];
    if (source.text().empty()) return 0;
    std::size_t at = report.facts->tables[reading.table].offset[reading.row];
    if (reading.column != no_column)
        at = attribute_offset(source.text(), at,
                              rules.vocabulary.tables[reading.table].columns[reading.column].name);
    return source.line_at(at);
}

std::string row_title(TableId table, RowIndex row, const DossierReport& report,
                      const RuleContext& rules) {
    const Table& shape = rules.vocabulary.tables[table];
    std::string text = row_text(rules.vocabulary, *report.facts, table, row, rules.language);
    if (text.starts_with(shape.label)) return text;
    return filled(Phrase::row_of, rules.language, shape.label, text);
}

namespace {

/// The kenmerk and its value, without the row: "vastgesteld op: 12 september 2025".
std::string column_text(const Reading& reading, const RuleContext& rules) {
    const Table& shape = rules.vocabulary.tables[reading.table];
    if (reading.child && !reading.value.empty())
        return filled(Phrase::year_not_stated, rules.language, shape.children[*reading.child].label,
                      reading.value);
    if (reading.child)
        return filled(reading.state == State::known ? Phrase::none_in_list : Phrase::none_stated,
                      rules.language, shape.children[*reading.child].label);
    std::string text = shape.columns[reading.column].label;
    if (!reading.value.empty()) text += ": " + reading.value;
    if (reading.value.empty())
        text += std::string(": ") + phrase(state_phrase(reading), rules.language);
    else if (reading.still_to_come)
        text += std::string(", ") + phrase(state_phrase(reading), rules.language);
    else if (reading.partly_known)
        text += std::string(", ") + phrase(Phrase::partly_known, rules.language);
    return text;
}

bool is_passage(const Reading& reading) {
    return reading.passage() != nullptr ||
           (reading.column == no_column && !reading.child && reading.expression == no_node);
}

/// Whether it says no more than that there is no file of a document that isn't known to be there:
/// what is said of the list of documents says that better.
bool only_lacks_file(const Reading& reading) {
    return is_passage(reading) && reading.passage() == nullptr && reading.row >= unknown_row;
}

}  // namespace

std::string written(const Source& source, Span span) {
    std::string text;
    for (const char c : source.text().substr(span.begin, span.end - span.begin)) {
        if (!is_blank(c))
            text += c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    return text;
}

std::string words_for(NodeId id, const RuleContext& rules) {
    const Node& node = rules.book.program.nodes[id];
    std::string text = written(rules.sources[node.span.source], node.span);
    const auto& given = rules.book.program.given[node.given];
    if (given.empty()) return text;
    const auto is_part = [](char c) {
        const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
        return c == '-' || c == '_' || is_letter(c) || is_digit(c) || !is_ascii;
    };
    std::string said;
    bool in_text = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = static_cast<std::size_t>(
            std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_part) -
            text.begin());
        if (end == at) {
            in_text = in_text != (text[at] == '"');
            said += text[at++];
            continue;
        }
        const std::string word = text.substr(at, end - at);
        const auto meant = std::ranges::find(given, word, &GivenOption::parameter);
        const bool is_member = at > 0 && text[at - 1] == '.';
        said += meant == given.end() || in_text || is_member ? word : meant->option;
        at = end;
    }
    return said;
}

std::string agreement_text(const ParameterValue& agreed, const RuleContext& rules) {
    const std::string value = written(rules.sources[agreed.span.source], agreed.span);
    if (agreed.reason.empty()) return filled(Phrase::agreed, rules.language, agreed.name, value);
    return filled(Phrase::agreed_because, rules.language, agreed.name, value, agreed.reason);
}

std::vector<std::string> reading_texts(const std::vector<Reading>& readings,
                                       const DossierReport& report, const RuleContext& rules) {
    std::vector<std::string> texts;
    std::vector<bool> told(readings.size(), false);
    const bool tells_more = !std::all_of(readings.begin(), readings.end(), only_lacks_file);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (told[i]) continue;
        const Reading& first = readings[i];
        if (first.expression != no_node) {
            const std::string said =
                first.value.empty() ? phrase(Phrase::unknown_value, rules.language) : first.value;
            const std::string title =
                first.counted.empty() ? words_for(first.expression, rules)
                                      : filled(Phrase::number_of, rules.language, first.counted);
            texts.push_back(title + ": " + said);
            continue;
        }
        if (is_passage(first)) {
            std::string text = passage_text(first, rules);
            const bool told_before = std::find(texts.begin(), texts.end(), text) != texts.end();
            if (!told_before && !(only_lacks_file(first) && tells_more))
                texts.push_back(std::move(text));
            continue;
        }
        std::string text = first.row < unknown_row
                               ? row_title(first.table, first.row, report, rules)
                               : rules.vocabulary.tables[first.table].label;
        const char* separator = ": ";
        for (std::size_t j = i; j < readings.size(); ++j) {
            const Reading& each = readings[j];
            if (told[j] || is_passage(each) || each.expression != no_node ||
                each.table != first.table || each.row != first.row)
                continue;
            told[j] = true;
            text += separator + column_text(each, rules);
            separator = "; ";
        }
        if (const std::uint32_t line = line_of(first, report, rules); line != 0)
            text += " (" + filled(Phrase::at_line, rules.language, line) + ")";
        texts.push_back(std::move(text));
    }
    return texts;
}

std::string reading_text(const Reading& reading, const DossierReport& report,
                         const RuleContext& rules) {
    return reading_texts({reading}, report, rules).front();
}

std::string full_title(const Rule& rule, const Part& part, UserLanguage language) {
    if (part.name.empty() || part.title == rule.title) return rule.title;
    return filled(Phrase::part_title, language, rule.title, part.title);
}

Group group_of(TableId table, RowIndex row, const DossierReport& report, const RuleContext& rules) {
    Group group{table, row};
    while (group.row < unknown_row) {
        const TableId parent = rules.vocabulary.tables[group.table].parent;
        if (parent == no_table || rules.vocabulary.tables[parent].parent == no_table) break;
        group.row = report.facts->tables[group.table].parent[group.row];
        group.table = parent;
    }
    return group;
}

std::vector<Reading> evidence_of(const Explanation& explanation, std::size_t most) {
    const std::vector<Reading>& all = explanation.evidence;
    const auto is_known = [](const Reading& each) { return each.state == State::known; };
    const bool any_known = std::any_of(all.begin(), all.end(), is_known);
    std::vector<Reading> told;
    for (const Reading& each : all) {
        // beside what is known, what is missing proves nothing; alone, an empty kenmerk is evidence
        const bool proves = any_known ? is_known(each) : each.column != no_column;
        if (proves && told.size() < most) told.push_back(each);
    }
    return told;
}

}  // namespace toets
