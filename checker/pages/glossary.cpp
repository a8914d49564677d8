// The concepts of the dossier with their attributes, and what is derived from them.
#include <algorithm>
#include <set>

#include "checker/pages/words.h"

namespace toets::pages {
namespace {

std::string list(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& each : items) text += (text.empty() ? "" : ", ") + each;
    return text;
}

std::string kind(const Column& column, const PageInput& input) {
    const UserLanguage language = input.language;
    switch (column.type) {
        case ColumnType::text:
            return word(Word::kind_text, language);
        case ColumnType::number:
            return word(Word::kind_number, language);
        case ColumnType::truth:
            return word(Word::kind_truth, language);
        case ColumnType::date:
            return word(Word::kind_date, language);
        case ColumnType::school_year:
            return word(Word::kind_school_year, language);
        case ColumnType::duration:
            return filled(Word::kind_duration, language, duration_words({2, column.unit}));
        case ColumnType::choice:
            return filled(Word::kind_choice, language,
                          list(input.vocabulary.choices[column.choices].options));
        case ColumnType::reference:
            break;
    }
    return filled(Word::kind_reference, language, column.target_concept);
}

std::string meaning(const Column& column, bool is_key, UserLanguage language) {
    std::vector<std::string> said;
    if (!column.label.empty()) said.push_back(column.label);
    if (is_key) said.emplace_back(word(Word::mark_key, language));
    if (column.required) said.emplace_back(word(Word::mark_required, language));
    if (column.confidential) said.emplace_back(word(Word::mark_confidential, language));
    if (column.absent_is_none) said.emplace_back(word(Word::mark_none, language));
    return list(said);
}

std::string concept_section(const Table& table, const PageInput& input) {
    const UserLanguage language = input.language;
    std::string text = "## " + table.concept_name;
    if (!table.label.empty() && table.label != table.element) text += " (" + table.label + ")";
    text += std::string("\n\n| ") + word(Word::attribute_column, language) + " | " +
            word(Word::kind_column, language) + " | " + word(Word::meaning_column, language) +
            " |\n| --- | --- | --- |\n";
    const auto row = [&](const std::string& name, const std::string& what,
                         const std::string& more) {
        text += "| `" + name + "` | " + cell(what) + " | " + cell(more) + " |\n";
    };
    for (ColumnId i = 0; i < table.columns.size(); ++i)
        row(table.columns[i].name, kind(table.columns[i], input),
            meaning(table.columns[i], i == table.key, language));
    for (const Child& child : table.children) {
        if (child.table == no_table) continue;
        const std::string& of = input.vocabulary.tables[child.table].concept_name;
        row(child.name, filled(child.single ? Word::kind_part : Word::kind_list, language, of),
            child.required ? word(Word::mark_required, language) : "");
    }
    return text + "\n";
}

}  // namespace

std::string glossary(const PageInput& input) {
    const UserLanguage language = input.language;
    std::string text = std::string("# ") + word(Word::glossary_title, language) + "\n\n" +
                       word(Word::glossary_lead, language) + "\n\n";
    std::vector<const Table*> tables;
    std::set<std::string> seen;
    for (const Table& table : input.vocabulary.tables)
        if (seen.insert(table.concept_name).second) tables.push_back(&table);
    std::sort(tables.begin(), tables.end(),
              [](const Table* a, const Table* b) { return a->concept_name < b->concept_name; });
    for (const Table* table : tables) text += concept_section(*table, input);
    std::vector<std::pair<std::string, std::string>> derived;
    for (const auto& file : input.files)
        for (const auto& each : file.definitions)
            derived.emplace_back(
                (each.concept_name ? each.concept_name->text + "." : std::string()) +
                    each.name.text,
                cell(each.doc));
    if (derived.empty()) return text;
    std::sort(derived.begin(), derived.end());
    text += std::string("## ") + word(Word::definitions_title, language) + "\n\n";
    for (const auto& [name, doc] : derived)
        text += "- `" + name + "`" + (doc.empty() ? "" : ": " + doc) + "\n";
    return text;
}

}  // namespace toets::pages
