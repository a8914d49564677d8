#include "checker/facts/writers.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "checker/facts/written.h"
#include "checker/text/ascii.h"

namespace toets {
namespace {

constexpr DateInterval any_date{{std::numeric_limits<std::int32_t>::min()},
                                {std::numeric_limits<std::int32_t>::max()}};

/// A length that holds `row`; doubling, so that filling is done in bulk.
std::size_t length_for(RowIndex row) {
    constexpr std::size_t least = 16;
    return std::max(least, std::bit_ceil(std::size_t{row} + 1));
}

/// The state that a text names; `known` when it names none.
State named_state(std::string_view written) {
    if (written.front() != 'o' && written.front() != 'n') return State::known;
    if (written == "onbekend") return State::unknown;
    return written == "nvt" || written == "n.v.t." ? State::not_applicable : State::known;
}

}  // namespace

/// Applies `change` to each vector that a column of this type uses, with what says nothing.
template <typename Change>
void ColumnWriter::each_vector(Change change) {
    change(values_.states, shape_.absent_is_none ? State::not_applicable : State::not_supplied);
    switch (shape_.type) {
        case ColumnType::date:
            return change(values_.dates, any_date);
        case ColumnType::number:
        case ColumnType::school_year:
        case ColumnType::duration:
            return change(values_.numbers, std::int64_t{0});
        case ColumnType::reference:
            change(values_.texts, std::string_view());
            return change(values_.codes, std::int32_t{-1});
        case ColumnType::choice:
        case ColumnType::truth:
            return change(values_.codes, std::int32_t{-1});
        case ColumnType::text:
            return change(values_.texts, std::string_view());
    }
}

void ColumnWriter::lengthen(std::size_t count) {
    each_vector([&](auto& vector, auto nothing) { vector.resize(count, nothing); });
}

void ColumnWriter::even_out(RowIndex count) {
    if (values_.states.size() < count) lengthen(count);
}

void ColumnWriter::clear(RowIndex count) {
    if (!in_use_) return;
    in_use_ = false;
    each_vector([&](auto& vector, auto nothing) {
        std::fill_n(vector.begin(), std::min<std::size_t>(count, vector.size()), nothing);
    });
}

/// Reads `written` into the row; false when it is no value of the column's type.
bool ColumnWriter::read(RowIndex row, std::string_view written) {
    switch (shape_.type) {
        case ColumnType::date: {
            const auto date = parse_date(written);
            const bool sound = date && is_plausible(*date);
            if (sound) values_.dates[row] = *date;
            return sound;
        }
        case ColumnType::number: {
            const auto number = parse_number(written);
            if (number) values_.numbers[row] = *number;
            return number.has_value();
        }
        case ColumnType::school_year: {
            const auto year = parse_school_year(written);
            const bool sound = year && is_plausible({begin(*year), end(*year)});
            if (sound) values_.numbers[row] = year->first_year;
            return sound;
        }
        case ColumnType::duration: {
            const auto length = parse_duration(written);
            const bool fits = length && comparable(length->unit, shape_.unit);
            if (fits) values_.numbers[row] = in_base_unit(*length);
            return fits;
        }
        case ColumnType::choice:
            values_.codes[row] = options_[shape_.choices].find(written);
            return values_.codes[row] >= 0;
        case ColumnType::truth: {
            const auto truth = parse_truth(written);
            if (truth) values_.codes[row] = *truth ? 1 : 0;
            return truth.has_value();
        }
        case ColumnType::reference:
        case ColumnType::text:
            values_.texts[row] = written;
            return true;
    }
    return true;
}

State ColumnWriter::set(RowIndex row, std::string_view written) {
    if (row >= values_.states.size()) lengthen(length_for(row));
    in_use_ = true;
    written = trimmed(written);
    if (written.empty()) return values_.states[row];
    State state = named_state(written);
    if (state == State::known && !read(row, written)) state = State::invalid;
    values_.states[row] = state;
    return state;
}

void ListWriter::lengthen(std::size_t count) {
    ranges_.begin.resize(count, 0);
    ranges_.end.resize(count, 0);
    ranges_.open.resize(count, shape_.absent_is_none ? 0 : 1);
}

void ListWriter::even_out(RowIndex count) {
    if (ranges_.open.size() < count) lengthen(count);
}

void ListWriter::clear(RowIndex count) {
    if (!in_use_) return;
    in_use_ = false;
    const std::size_t owners = std::min<std::size_t>(count, ranges_.open.size());
    std::fill_n(ranges_.begin.begin(), owners, 0);
    std::fill_n(ranges_.end.begin(), owners, 0);
    std::fill_n(ranges_.open.begin(), owners, shape_.absent_is_none ? 0 : 1);
}

bool ListWriter::is_open(RowIndex owner) const {
    return owner < ranges_.open.size() ? ranges_.open[owner] != 0 : !shape_.absent_is_none;
}

void ListWriter::state(RowIndex owner, RowIndex next, bool open) {
    if (owner >= ranges_.open.size()) lengthen(length_for(owner));
    in_use_ = true;
    if (ranges_.begin[owner] == ranges_.end[owner])
        ranges_.begin[owner] = ranges_.end[owner] = next;
    ranges_.open[owner] = open ? 1 : 0;
}

void ListWriter::attach(RowIndex owner, RowIndex row) {
    if (owner >= ranges_.open.size()) lengthen(length_for(owner));
    in_use_ = true;
    if (ranges_.begin[owner] == ranges_.end[owner]) ranges_.begin[owner] = row;
    ranges_.end[owner] = row + 1;
}

}  // namespace toets
