// What the rule files say of columns: the school's calendar, and the files of documents.
#include <algorithm>

#include "checker/rulebook/compiler.h"

namespace toets {
namespace {

template <typename Row, typename Member, typename Value>
bool has(const std::vector<Row>& rows, Member member, const Value& value) {
    return std::ranges::find(rows, value, member) != rows.end();
}

}  // namespace

/// Where the dossier states the school's calendar and the files of its documents.
void Compiler::declare_columns(const ast::File& file) {
    const auto find = [&](const ast::ColumnName& name, std::optional<ColumnType> type,
                          TableId& table, ColumnId& column) {
        const auto tables = vocabulary_.tables_of(name.concept_name.text);
        if (tables.size() != 1) {
            problem(Code::unknown_concept, name.concept_name.span, {name.concept_name.text});
            return;
        }
        column = vocabulary_.tables[tables.front()].column(name.column.text);
        const bool fits =
            column != no_column &&
            (!type || vocabulary_.tables[tables.front()].columns[column].type == *type);
        if (!fits)
            problem(Code::unknown_member, name.column.span,
                    {name.concept_name.text, name.column.text});
        else
            table = tables.front();
    };
    for (const auto& each : file.calendars) {
        if (book_.calendar.lessons != no_table)
            problem(Code::clause_twice, each.lessons_from.concept_name.span, {"kalender"});
        CalendarColumns& made = book_.calendar;
        find(each.lessons_from, ColumnType::date, made.lessons, made.lessons_from);
        find(each.lessons_to, ColumnType::date, made.lessons, made.lessons_to);
        find(each.holiday_from, ColumnType::date, made.holidays, made.holiday_from);
        find(each.holiday_to, ColumnType::date, made.holidays, made.holiday_to);
        find(each.day_off, ColumnType::date, made.days_off, made.day_off);
    }
    for (const auto& each : file.document_files) {
        DocumentColumn made;
        find(each.file, ColumnType::text, made.table, made.file);
        if (each.piece) find(*each.piece, ColumnType::text, made.piece_table, made.piece_file);
        if (made.table != no_table && has(book_.documents, &DocumentColumn::table, made.table))
            problem(Code::clause_twice, each.file.concept_name.span, {"documenten in"});
        if (made.table != no_table) book_.documents.push_back(made);
        for (const auto& option : each.options) {
            if (has(book_.document_options, &DocumentOption::name, option.name.text))
                problem(Code::double_name, option.name.span, {option.name.text});
            DocumentOption stated{option.name.text, no_table, no_column, option.otherwise};
            find(option.column, std::nullopt, stated.table, stated.column);
            if (stated.table != no_table) book_.document_options.push_back(std::move(stated));
        }
    }
}

}  // namespace toets
