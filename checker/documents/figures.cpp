// What a number in a text is: an amount, a percentage or a count, or only a year or an hour.
#include "checker/documents/figures.h"

#include <algorithm>
#include <array>
#include <string>

#include "checker/text/ascii.h"
#include "checker/text/months.h"

namespace toets {
namespace {

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

bool is_date_mark(char c) { return c == '-' || c == '/' || c == '.'; }

/// Whether a number is the day or the month of "15-11-2025", "15/11/2025" or "15.11.2025".
bool is_of_written_date(std::string_view before, std::string_view after) {
    if (after.size() < 2 || !is_date_mark(after[0])) return false;
    const char mark = after[0];
    const std::string_view next = leading_digits(after.substr(1));
    if (next.size() == 4 && !before.empty() && before.back() == mark)
        return !trailing_digits(before.substr(0, before.size() - 1)).empty();
    const std::string_view rest = after.substr(1 + next.size());
    return !next.empty() && next.size() <= 2 && rest.size() > 1 && rest[0] == mark &&
           leading_digits(rest.substr(1)).size() == 4;
}

/// Whether a month, in full or in short, follows after a blank.
bool is_before_month(std::string_view after) {
    constexpr std::array<std::string_view, 12> in_short = {
        "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"};
    if (!after.starts_with(' ')) return false;
    std::string word;
    for (const char c : after.substr(1)) {
        if (!is_letter(c)) break;
        word += to_small(c);
    }
    return month_number(word) ||
           std::find(in_short.begin(), in_short.end(), word) != in_short.end();
}

/// Whether a number is the day in "15 november", "15 t/m 19 november" or "15-11-2025".
bool is_day_of_date(std::string_view word, std::string_view before, std::string_view after) {
    constexpr std::array<std::string_view, 7> links = {" t/m ", " tot en met ", " tot ", " en ",
                                                       " - ",   " \u2013 ",     "-"};
    constexpr int last_day = 31;
    if (word.size() > 2 || value_of(word) > last_day) return false;
    if (is_of_written_date(before, after) || is_before_month(after)) return true;
    return std::any_of(links.begin(), links.end(), [&](std::string_view link) {
        if (!after.starts_with(link)) return false;
        const std::string_view rest = after.substr(link.size());
        const std::string_view day = leading_digits(rest);
        return !day.empty() && is_before_month(rest.substr(day.size()));
    });
}

}  // namespace

NumberKind number_kind(std::string_view word, std::string_view before, std::string_view after) {
    if (!std::all_of(word.begin(), word.end(), is_digit)) return NumberKind::none;
    const bool unit = after.starts_with('%') || after.starts_with(" %") ||
                      after.starts_with(" procent") || after.starts_with(" euro") ||
                      before.ends_with("€ ") || before.ends_with("€") || before.ends_with("EUR ");
    if (unit) return NumberKind::figure;
    if (is_day_of_date(word, before, after)) return NumberKind::of_date;
    const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    const bool counts = word.size() >= 2 && !year && !is_of_clock(word, before, after);
    return counts ? NumberKind::figure : NumberKind::none;
}

}  // namespace toets
