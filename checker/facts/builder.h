// Fills Facts row by row; the readers of XML and of tests write through it.
#pragma once

#include <string>
#include <string_view>

#include "checker/facts/writers.h"

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

    /// A new row of the list of `parent` (no_row for the root, or to stand alone); rows of one
    /// parent must be added one after another. All its values start as not supplied, its lists as
    /// open and empty.
    RowIndex add_row(TableId table, RowIndex parent, std::uint32_t offset);

    /// As `ColumnWriter::set` of that column.
    State set(TableId table, RowIndex row, ColumnId column, std::string_view written);

    /// The list is stated: complete, unless `open`. Call before adding its rows.
    void state_list(TableId table, RowIndex row, ChildId child, bool open);

    /// Where the values of a kenmerk, and the lists of a child, go; they live as long as this.
    ColumnWriter& column(TableId table, ColumnId column) { return writers_[table].columns[column]; }
    ListWriter& list(TableId table, ChildId child) { return writers_[table].lists[child]; }

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

    struct TableWriters {
        std::vector<ColumnWriter> columns;
        std::vector<ListWriter> lists;
        ListWriter* owner = nullptr;  ///< the lists that hold rows of this table
    };

    const Vocabulary& vocabulary_;
    Facts facts_;
    std::vector<TableWriters> writers_;
    std::vector<TableId> keyed_tables_;
    std::vector<std::pair<TableId, ColumnId>> reference_columns_;
};

}  // namespace toets
