// The calendar's arithmetic and the forms in which dates are written.
#include "checker/calendar/date.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace toets {

namespace {

/// Writes the last `digits` digits of `number` so that they end before `end`.
void write_digits(std::string& text, std::size_t end, int digits, int number) {
    for (; digits > 0; --digits, number /= 10) {
        text[--end] = static_cast<char>('0' + number % 10);
    }
}

/// The number that `text` states in `least` to `most` decimal digits and nothing else.
std::optional<int> parse_number(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most) return std::nullopt;
    const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
    if (!std::ranges::all_of(text, is_digit)) return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<DateInterval> whole_month(int year, int month) {
    const std::optional<Date> first = make_date(year, month, 1);
    if (!first) return std::nullopt;
    return DateInterval{*first, *first + (days_in_month(year, month) - 1)};
}

std::optional<DateInterval> whole_year(int year) {
    const std::optional<Date> first = make_date(year, 1, 1);
    if (!first) return std::nullopt;
    return DateInterval{*first, *make_date(year, 12, 31)};
}

/// Reads 10-03-2025 and 10-3-2025.
std::optional<DateInterval> parse_dutch_date(std::string_view text) {
    const std::size_t first_dash = text.find('-');
    const std::size_t last_dash = text.rfind('-');
    if (first_dash == last_dash) return std::nullopt;  // none, or one
    const auto day = parse_number(text.substr(0, first_dash), 1, 2);
    const auto month = parse_number(text.substr(first_dash + 1, last_dash - first_dash - 1), 1, 2);
    const auto year = parse_number(text.substr(last_dash + 1), 4, 4);
    if (!day || !month || !year) return std::nullopt;
    const std::optional<Date> date = make_date(*year, *month, *day);
    if (!date) return std::nullopt;
    return DateInterval{*date, *date};
}

}  // namespace

YearMonthDay civil(Date date) {
    // Counted from 1 March of a year 0, so that leap days come last in their year, century and
    // four centuries. The added cycles keep the count positive for any `Date`.
    constexpr std::int64_t cycle_days = 146'097;  // in 400 years
    constexpr std::int64_t cycles = 15'000;
    const auto since_march =
        static_cast<std::uint64_t>(date.days + std::int64_t{719'468} + cycles * cycle_days);
    // A century lasts 146097/4 days and a year 1461/4, rounded so that the long ones come last.
    const std::uint64_t century_quarters = 4 * since_march + 3;
    const std::uint64_t century = century_quarters / cycle_days;
    const std::uint64_t year_quarters = (century_quarters % cycle_days) | 3;
    const int year_of_century = static_cast<int>(year_quarters / 1461);
    const int day_of_year = static_cast<int>(year_quarters % 1461 / 4);
    const int month = (5 * day_of_year + 2) / 153;  // 0 is March
    const int day = day_of_year - (153 * month + 2) / 5 + 1;
    const int year = static_cast<int>(century) * 100 + year_of_century - 400 * int{cycles};
    return month < 10 ? YearMonthDay{year, month + 3, day} : YearMonthDay{year + 1, month - 9, day};
}

Date add_months(Date date, int months) {
    // Ten thousand years lead out of the calendar from any day in it, so more makes no difference.
    constexpr int most_months = 12 * 10'000;
    const YearMonthDay from = civil(date);
    const int month_count =
        from.year * 12 + from.month - 1 + std::clamp(months, -most_months, most_months);
    const int year = month_count >= 0 ? month_count / 12 : (month_count - 11) / 12;
    const int month = month_count - year * 12 + 1;
    const int day = std::min(from.day, days_in_month(year, month));
    if (const std::optional<Date> result = make_date(year, month, day)) return *result;
    return year < 1 ? first_date - 1 : last_date + 1;
}

std::string iso(Date date) {
    const YearMonthDay parts = civil(date);
    std::string text = "0000-00-00";
    write_digits(text, 4, 4, parts.year);
    write_digits(text, 7, 2, parts.month);
    write_digits(text, 10, 2, parts.day);
    return text;
}

std::optional<DateInterval> parse_rare_date(std::string_view text) {
    if (text.size() == 4) {
        const auto year = parse_number(text, 4, 4);
        return year ? whole_year(*year) : std::nullopt;
    }
    if (text.size() == 7 && text[4] == '-') {
        const auto year = parse_number(text.substr(0, 4), 4, 4);
        const auto month = parse_number(text.substr(5), 2, 2);
        return year && month ? whole_month(*year, *month) : std::nullopt;
    }
    return parse_dutch_date(text);
}

SchoolYear school_year(Date date) {
    const YearMonthDay parts = civil(date);
    return {parts.month >= 8 ? parts.year : parts.year - 1};
}

Date begin(SchoolYear year) { return end({year.first_year - 1}) + 1; }

Date end(SchoolYear year) {
    return make_date(year.first_year + 1, 7, 31)
        .value_or(year.first_year < 0 ? first_date - 1 : last_date);
}

std::optional<SchoolYear> parse_school_year(std::string_view text) {
    if (text.size() != 9 || (text[4] != '-' && text[4] != '/')) return std::nullopt;
    const auto first = parse_number(text.substr(0, 4), 4, 4);
    const auto second = parse_number(text.substr(5), 4, 4);
    if (!first || !second || *first < 1 || *second != *first + 1) return std::nullopt;
    return SchoolYear{*first};
}

std::string name(SchoolYear year) {
    std::string text = "0000-0000";
    write_digits(text, 4, 4, year.first_year);
    write_digits(text, 9, 4, year.first_year + 1);
    return text;
}

int age(Date born, Date on, LeapBirthday leap_birthday) {
    YearMonthDay birthday = civil(born);
    const YearMonthDay today = civil(on);
    const bool born_on_leap_day = birthday.month == 2 && birthday.day == 29;
    if (born_on_leap_day && leap_birthday == LeapBirthday::last_of_february) {
        birthday.day = days_in_month(today.year, 2);
    }
    const bool birthday_to_come =
        today.month < birthday.month || (today.month == birthday.month && today.day < birthday.day);
    return today.year - birthday.year - (birthday_to_come ? 1 : 0);
}

}  // namespace toets
