// Which numbers in a text count as a figure.
#pragma once

#include <string_view>

namespace toets {

/// Whether a word is an amount, a percentage or a count, and not a year, the number of a group or
/// a time of the day. `before` and `after` are what stands around it.
bool is_figure(std::string_view word, std::string_view before, std::string_view after);

}  // namespace toets
