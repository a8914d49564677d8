// Where what a dossier states goes: one kenmerk, or one list, of all rows of a table.
#pragma once

#include <cstddef>
#include <string_view>

#include "checker/facts/facts.h"

namespace toets {

/// Fills one column. Invariant: rows that no one set since it was cleared say nothing. It grows by
/// doubling and keeps its memory; a reader that sets many values keeps it at hand.
class ColumnWriter {
  public:
    ColumnWriter(ColumnValues& values, const Column& shape, const Vocabulary& vocabulary)
        : values_(values), shape_(shape), options_(vocabulary.choices) {}

    /// Reads a value as written, and tells what became of it. "onbekend" and "nvt" are states; what
    /// is no value of the column's type is invalid. Text must outlive the facts.
    State set(RowIndex row, std::string_view written);

    /// Makes the column at least `count` rows long.
    void even_out(RowIndex count);
    /// Its first `count` rows say nothing again.
    void clear(RowIndex count);

  private:
    template <typename Change>
    void each_vector(Change change);
    void lengthen(std::size_t count);
    bool read(RowIndex row, std::string_view written);

    ColumnValues& values_;
    const Column& shape_;
    const std::vector<ChoiceList>& options_;
    bool in_use_ = false;  ///< since it was cleared
};

/// Fills the lists of one child, by owner. Invariant: the rows of one owner are contiguous, and
/// owners of which nothing was stated have none, in a list that is open unless absence means none.
class ListWriter {
  public:
    ListWriter(ChildRanges& ranges, const Child& shape) : ranges_(ranges), shape_(shape) {}

    /// The list of `owner` is stated: complete, unless `open`. Its rows follow from `next` on.
    void state(RowIndex owner, RowIndex next, bool open);
    /// Gives `row` to the list of `owner`, after those it has.
    void attach(RowIndex owner, RowIndex row);

    /// Whether the list of `owner` may hold more than is stated.
    bool is_open(RowIndex owner) const;
    void even_out(RowIndex count);
    /// Of its first `count` owners nothing is stated again.
    void clear(RowIndex count);

  private:
    void lengthen(std::size_t count);

    ChildRanges& ranges_;
    const Child& shape_;
    bool in_use_ = false;
};

}  // namespace toets
