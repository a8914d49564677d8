// What a number in a text is: an amount, a percentage or a count, or only a year or an hour.
#include "checker/documents/figures.h"

#include <algorithm>

namespace toets {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_clock_mark(char c) { return c == '.' || c == ':'; }

int value_of(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

/// Whether hours and minutes with a mark between them make a time of the day. A third number after
/// them makes it a date.
bool is_clock(std::string_view hour, std::string_view minute, std::string_view after) {
    constexpr int last_hour = 24;
    constexpr int last_minute = 59;
    const bool date = after.size() >= 2 && is_clock_mark(after[0]) && is_digit(after[1]);
    return !date && (hour.size() == 1 || hour.size() == 2) && value_of(hour) <= last_hour &&
           minute.size() == 2 && value_of(minute) <= last_minute;
}

std::string_view leading_digits(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string_view trailing_digits(std::string_view text) {
    const auto first = std::find_if_not(text.rbegin(), text.rend(), is_digit);
    return text.substr(static_cast<std::size_t>(text.rend() - first));
}

/// Whether a number is the hour or the minutes of a time of the day: "8.30", "14:45".
bool is_of_clock(std::string_view word, std::string_view before, std::string_view after) {
    if (!after.empty() && is_clock_mark(after[0])) {
        const auto minute = leading_digits(after.substr(1));
        if (is_clock(word, minute, after.substr(1 + minute.size()))) return true;
    }
    return !before.empty() && is_clock_mark(before.back()) &&
           is_clock(trailing_digits(before.substr(0, before.size() - 1)), word, after);
}

}  // namespace

bool is_figure(std::string_view word, std::string_view before, std::string_view after) {
    if (!std::all_of(word.begin(), word.end(), is_digit)) return false;
    const bool unit = after.starts_with('%') || after.starts_with(" %") ||
                      after.starts_with(" procent") || after.starts_with(" euro") ||
                      before.ends_with("€ ") || before.ends_with("€") || before.ends_with("EUR ");
    if (unit) return true;
    const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    return word.size() >= 2 && !year && !is_of_clock(word, before, after);
}

}  // namespace toets
