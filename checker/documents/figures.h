// Which numbers in a text count as a figure.
#pragma once

#include <cstdint>
#include <string_view>

namespace toets {

/// What a word is as a number. `figure`: an amount, a percentage or a count, and not a year, the
/// number of a group or a time of the day. `of_date`: the day of a date.
enum class NumberKind : std::uint8_t { none, figure, of_date };

/// `before` and `after` are what stands around the word.
NumberKind number_kind(std::string_view word, std::string_view before, std::string_view after);

}  // namespace toets
