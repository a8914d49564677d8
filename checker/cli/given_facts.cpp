#include "checker/cli/given_facts.h"

#include <algorithm>

#include <fmt/format.h>

#include "checker/cli/complaints.h"
#include "checker/facts/builder.h"
#include "checker/text/suggest.h"

namespace toets {
namespace {

/// How a value of the column is written: its choices, or an example.
std::string form_of(const Column& column, const Vocabulary& vocabulary) {
    switch (column.type) {
        case ColumnType::choice:
            return fmt::format("{}", fmt::join(vocabulary.choices[column.choices].options, "|"));
        case ColumnType::truth:
            return "ja|nee";
        case ColumnType::school_year:
            return "2026-2027";
        case ColumnType::duration:
            return duration_words({2, column.unit});
        case ColumnType::date:
            return "2026-08-01";
        case ColumnType::number:
            return "1";
        case ColumnType::text:
        case ColumnType::reference:
            break;
    }
    return "...";
}

/// What the user names before the `=`, and gives after it.
class Reading {
  public:
    Reading(const Arguments& arguments, const LoadedRules& rules)
        : arguments_(arguments), rules_(rules) {
        if (!rules.book.documents.empty()) documents_ = rules.book.documents.front().table;
    }

    std::optional<GivenFact> fact(const std::string& text) const {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos) return no_fact(text);
        std::optional<GivenFact> named = kenmerk(text.substr(0, equals));
        if (!named) return no_fact(text);
        named->value = text.substr(equals + 1);
        const Column& column = rules_.vocabulary.tables[named->table].columns[named->column];
        FactsBuilder trial(rules_.vocabulary);
        const RowIndex row = trial.add_row(named->table, no_row, 0);
        if (trial.set(named->table, row, named->column, named->value) != State::invalid)
            return named;
        complain(arguments_, Text::no_such_value, text, form_of(column, rules_.vocabulary));
        return std::nullopt;
    }

  private:
    std::optional<GivenFact> kenmerk(const std::string& name) const {
        const auto& options = rules_.book.document_options;
        const auto option = std::find_if(options.begin(), options.end(),
                                         [&](const auto& each) { return each.name == name; });
        if (option != options.end()) return GivenFact{option->table, option->column, {}};
        const std::size_t dot = name.find('.');
        if (dot == std::string::npos) return std::nullopt;
        for (const TableId table : {TableId{0}, documents_}) {
            if (table == no_table || rules_.vocabulary.tables[table].element != name.substr(0, dot))
                continue;
            const ColumnId column = rules_.vocabulary.tables[table].column(name.substr(dot + 1));
            if (column != no_column) return GivenFact{table, column, {}};
        }
        return std::nullopt;
    }

    std::optional<GivenFact> no_fact(const std::string& text) const {
        std::vector<std::string> known;
        for (const auto& option : rules_.book.document_options) known.push_back("--" + option.name);
        const std::string name = text.substr(0, text.find('='));
        if (name.find('.') == std::string::npos)
            complain_of_name(arguments_, Text::no_such_declared_option, "--" + name, known);
        else
            complain(arguments_, Text::no_such_fact, text, rules_.vocabulary.root().element);
        return std::nullopt;
    }

    const Arguments& arguments_;
    const LoadedRules& rules_;
    TableId documents_ = no_table;
};

}  // namespace

std::optional<std::vector<GivenFact>> given_facts(const Arguments& arguments,
                                                  const LoadedRules& rules) {
    std::vector<GivenFact> given;
    const Reading reading(arguments, rules);
    for (const std::string& each : arguments.facts) {
        std::optional<GivenFact> fact = reading.fact(each);
        if (!fact) return std::nullopt;
        given.push_back(std::move(*fact));
    }
    return given;
}

std::vector<std::string> options_left(const std::vector<GivenFact>& given, const RuleBook& book,
                                      const Vocabulary& vocabulary) {
    std::vector<std::string> left;
    for (const DocumentOption& option : book.document_options) {
        const bool is_given = std::any_of(given.begin(), given.end(), [&](const GivenFact& fact) {
            return fact.table == option.table && fact.column == option.column;
        });
        if (is_given || !option.otherwise.empty()) continue;
        const Column& column = vocabulary.tables[option.table].columns[option.column];
        left.push_back("--" + option.name + " " + form_of(column, vocabulary));
    }
    return left;
}

}  // namespace toets
