// Days of the Gregorian calendar, partly known dates, school years and ages.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace toets {

/// A day of the Gregorian calendar, as the number of days since 1970-01-01. Years 1..9999 only:
/// sums may leave that range and still compare rightly, and `in_calendar` tells that they did.
struct Date {
    std::int32_t days = 0;

    auto operator<=>(const Date&) const = default;
};

/// A day as it is written: year 1..9999, month 1..12, day 1..31.
struct YearMonthDay {
    int year;
    int month;
    int day;

    auto operator<=>(const YearMonthDay&) const = default;
};

/// 0001-01-01, the first day that a `Date` may stand for.
inline constexpr Date first_date{-719'162};
/// 9999-12-31, the last day that a `Date` may stand for.
inline constexpr Date last_date{2'932'896};

/// Whether the day lies in the years 1..9999.
constexpr bool in_calendar(Date date) { return first_date <= date && date <= last_date; }

/// The day that lies `days` later; the caller keeps `days` under a million years.
constexpr Date operator+(Date date, int days) { return {date.days + days}; }
/// The day that lies `days` earlier; the caller keeps `days` under a million years.
constexpr Date operator-(Date date, int days) { return {date.days - days}; }
/// The number of days from `from` to `to`: 1 when `to` is the next day.
constexpr int operator-(Date to, Date from) { return to.days - from.days; }

/// Whether the year has a 29 February.
constexpr bool is_leap_year(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// The number of days, 28..31, of a month 1..12.
constexpr int days_in_month(int year, int month) {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return 30 + ((month + month / 8) & 1);  // long and short months alternate, anew from August
}

/// The day with this year, month and day of the month; null when there is no such day.
constexpr std::optional<Date> make_date(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
    // Years that begin in March put the odd day at their end; their months then follow 153/5 days.
    const int march_year = month > 2 ? year : year - 1;
    const int march_month = month > 2 ? month - 3 : month + 9;
    const int leap_days = march_year / 4 - march_year / 100 + march_year / 400;
    const int day_of_march_year = (153 * march_month + 2) / 5 + day - 1;
    constexpr int epoch = 719'468;  // days from 0000-03-01 to 1970-01-01
    return Date{march_year * 365 + leap_days + day_of_march_year - epoch};
}

/// The year, month and day of the month of a day.
YearMonthDay civil(Date date);

/// The day of the week by ISO 8601: 1 is Monday, 7 is Sunday.
constexpr int weekday(Date date) {
    const int since_monday = (date.days + 3) % 7;  // 1970-01-01 was a Thursday
    return since_monday < 0 ? since_monday + 8 : since_monday + 1;
}

/// The Monday of the ISO week in which the day lies.
constexpr Date monday(Date date) { return date - (weekday(date) - 1); }

/// The same day of the month so many months later (or earlier, when negative), or the last day of
/// that month when it is shorter: 31 January and one month is 28 or 29 February. Years go as twelve
/// months each, in the same step.
Date add_months(Date date, int months);

/// The day in ISO 8601: 2025-03-10.
std::string iso(Date date);

/// The days in which a date lies, both ends included. A fully known date has `first == last`.
struct DateInterval {
    Date first;
    Date last;

    bool operator==(const DateInterval&) const = default;
};

/// Reads a day written as 2025-03-10, and nothing else; null for any other text, and for days that
/// don't exist. This is how dossiers state nearly all their dates, so it runs without a branch per
/// character.
inline std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    // A character before '0' wraps around to a large number, so one comparison tells a digit.
    const auto digit = [text](std::size_t at) { return static_cast<unsigned>(text[at] - '0'); };
    const auto wrong = [digit](std::size_t at) { return static_cast<unsigned>(digit(at) > 9); };
    const unsigned wrong_year = wrong(0) | wrong(1) | wrong(2) | wrong(3);
    const unsigned wrong_rest = wrong(5) | wrong(6) | wrong(8) | wrong(9);
    const unsigned wrong_dash =
        static_cast<unsigned>(text[4] ^ '-') | static_cast<unsigned>(text[7] ^ '-');
    if ((wrong_year | wrong_rest | wrong_dash) != 0) return std::nullopt;
    const unsigned year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    return make_date(static_cast<int>(year), static_cast<int>(digit(5) * 10 + digit(6)),
                     static_cast<int>(digit(8) * 10 + digit(9)));
}

/// Reads the other forms that `parse_date` knows.
std::optional<DateInterval> parse_rare_date(std::string_view text);

/// Reads ISO dates (2025-03-10, 2025-03, 2025) and Dutch ones (10-03-2025, 10-3-2025). A partly
/// known date gives its whole month or year. Null for any other text, and for days that don't
/// exist.
inline std::optional<DateInterval> parse_date(std::string_view text) {
    if (const std::optional<Date> date = parse_iso_date(text)) return DateInterval{*date, *date};
    return parse_rare_date(text);
}

/// A school year: 1 August of its first year up to and including 31 July of the next.
/// Source: WPO art. 1, WEC art. 1, WVO 2020 art. 1.1.
struct SchoolYear {
    int first_year;

    auto operator<=>(const SchoolYear&) const = default;
};

/// The school year in which the day lies.
SchoolYear school_year(Date date);
/// 1 August, on which the school year begins.
Date begin(SchoolYear year);
/// 31 July, the last day of the school year.
Date end(SchoolYear year);
/// Reads 2025-2026 and 2025/2026; null for other text, and where the second year doesn't follow the
/// first.
std::optional<SchoolYear> parse_school_year(std::string_view text);
/// The school year as it is written: 2025-2026.
std::string name(SchoolYear year);

/// When someone born on 29 February becomes a year older in a year without that day.
enum class LeapBirthday { first_of_march, last_of_february };

/// Age in completed years; it changes on the birthday itself, and is negative before birth.
int age(Date born, Date on, LeapBirthday leap_birthday = LeapBirthday::first_of_march);

}  // namespace toets
