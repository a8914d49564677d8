// Fills Facts row by row; the readers of XML and of tests write through it.
#pragma once

#include <string>
#include <string_view>

#include "checker/facts/facts.h"

namespace toets {

/// Invariant: after finish() every column of a table has a value for each of its rows (before it,
/// for each row up to the last that states one), and past those rows only values that state
/// nothing; the rows that a child holds of one parent are contiguous. Cleared and reused, it
/// allocates nothing anew, and writes only to columns that are in use.
class FactsBuilder {
  public:
    explicit FactsBuilder(const Vocabulary& vocabulary);

    /// Forgets all rows and keeps the memory.
    void clear();

    /// A new row under `parent` (no_row for the root); all its values start as not supplied, its
    /// lists as open and empty.
    RowIndex add_row(TableId table, RowIndex parent, std::uint32_t offset);

    /// Reads a value as written, and tells what became of it. "onbekend" and "nvt" are states; what
    /// is no value of the column's type is invalid. Text must outlive the facts.
    State set(TableId table, RowIndex row, ColumnId column, std::string_view written);

    /// The list is stated: complete, unless `open`. Call before adding its rows.
    void state_list(TableId table, RowIndex row, ChildId child, bool open);

    /// Gives `row` to the list of its parent; rows of one parent must be added one after another.
    void attach(TableId table, RowIndex row);

    /// A reference that names no row of its target, or a key that an earlier row of the same
    /// parent has. Both rows' places can be found in the facts.
    struct Clash {
        TableId table;
        RowIndex row;
        ColumnId column;
        bool dangling;
    };
    /// Resolves references; call once after the last row. Dangling references become invalid.
    std::vector<Clash> finish();

    /// The facts; complete after finish().
    const Facts& facts() const { return facts_; }

  private:
    void even_out();
    void find_duplicates(TableId table, std::vector<Clash>& clashes) const;
    RowIndex ancestor(TableId table, RowIndex row, TableId of) const;
    RowIndex row_with_key(TableId target, RowIndex begin, RowIndex end, std::string_view key) const;
    void resolve(TableId table, ColumnId column, std::vector<Clash>& clashes);

    /// Which columns and lists of a table any row stated since they were cleared.
    struct Used {
        std::vector<std::uint8_t> columns, children;
    };

    const Vocabulary& vocabulary_;
    Facts facts_;
    std::vector<Used> used_;
    std::vector<TableId> keyed_tables_;
    std::vector<std::pair<TableId, ColumnId>> reference_columns_;
};

/// Yes or no, as dossiers write it; null when it is neither.
std::optional<bool> parse_truth(std::string_view written);

/// The value of a decimal number with comma or point in ten-thousandths; null when it is none.
std::optional<std::int64_t> parse_number(std::string_view written);

}  // namespace toets
