// What one dossier states: a typed column per kenmerk, contiguous ranges for contained rows, and
// for every row the place where it was read.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "checker/calendar/date.h"
#include "checker/vocabulary/vocabulary.h"

namespace toets {

/// How a value stands in the dossier. `unknown`, `not_supplied` and `invalid` all evaluate to
/// unknown; the finding tells which it was.
enum class State : std::uint8_t {
    known,
    unknown,         ///< somebody wrote "onbekend"
    not_supplied,    ///< absent from the file
    not_applicable,  ///< somebody wrote "nvt", or absence means that by the vocabulary
    invalid,         ///< written, but not a value of this kenmerk
};

using RowIndex = std::uint32_t;
/// A row that certainly isn't there: its kenmerken are all not applicable.
inline constexpr RowIndex no_row = 0xFFFFFFFF;
/// A row that may be there: its kenmerken are all unknown.
inline constexpr RowIndex unknown_row = 0xFFFFFFFE;

/// A closed interval of ten-thousandths; all values between are possible.
struct NumberInterval {
    std::int64_t first, last;
};

/// One kenmerk of all rows; it may be longer than its table. Which of the vectors is in use follows
/// from the column's type: dates; numbers (number; a school year by its first year; a duration in
/// the base unit of its kenmerk); codes (choice: option number, truth: 0 or 1, reference: row of
/// the target); texts (text, and the key as written of a reference).
struct ColumnValues {
    std::vector<State> states;
    std::vector<DateInterval> dates;
    std::vector<std::int64_t> numbers;
    std::vector<std::int32_t> codes;
    std::vector<std::string_view> texts;
};

/// The contained rows of one child, by parent row: [begin, end), contiguous. An open list may hold
/// more than the dossier states; an absent list is open and empty.
struct ChildRanges {
    std::vector<RowIndex> begin, end;
    std::vector<std::uint8_t> open;
};

struct TableRows {
    RowIndex count = 0;
    std::vector<RowIndex> parent;
    std::vector<std::uint32_t> offset;  ///< byte offset of the element in the dossier's text
    std::vector<ColumnValues> columns;
    std::vector<ChildRanges> children;
};

/// The rows of all tables of a Vocabulary, in its order. Texts are views into the reader's buffer
/// and live as long as that.
struct Facts {
    std::vector<TableRows> tables;
};

}  // namespace toets
