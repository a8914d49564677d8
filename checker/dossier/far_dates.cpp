#include "checker/dossier/far_dates.h"

namespace toets {
namespace {

/// From the first school day of a child of four to the end of special secondary education.
constexpr int years_planned = 15;
constexpr int days_of_year_max = 366;

}  // namespace

void report_far_dates(const Facts& facts, const Vocabulary& vocabulary, Date peildatum,
                      SourceId source, Diagnostics& problems) {
    const Date latest = peildatum + years_planned * days_of_year_max;
    for (TableId table = 0; table < vocabulary.tables.size(); ++table) {
        const TableRows& rows = facts.tables[table];
        for (ColumnId c = 0; c < vocabulary.tables[table].columns.size(); ++c) {
            const Column& column = vocabulary.tables[table].columns[c];
            if (column.type != ColumnType::date) continue;
            const ColumnValues& values = rows.columns[c];
            for (RowIndex row = 0; row < rows.count; ++row) {
                if (values.states[row] != State::known || values.dates[row].first <= latest)
                    continue;
                const std::string shown =
                    column.confidential ? "..." : iso(values.dates[row].first);
                problems.push_back({Code::date_far_ahead,
                                    {source, rows.offset[row], rows.offset[row] + 1},
                                    {shown, column.name, std::to_string(years_planned)}});
            }
        }
    }
}

}  // namespace toets
