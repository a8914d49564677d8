// Holidays are computed anew each time: a few divisions cost less than a table to keep.
#include "checker/calendar/holidays.h"

#include <algorithm>

namespace toets {

namespace {

/// Whether the birthday of the King (until 2013: the Queen) is celebrated on this day of April.
bool is_kings_day(const YearMonthDay& day, int weekday_of_day) {
    const int birthday = day.year >= 2014 ? 27 : 30;
    if (day.day == birthday) return weekday_of_day != 7;
    return day.day == birthday - 1 && weekday_of_day == 6;  // the birthday itself is a Sunday
}

std::optional<Holiday> fixed_holiday(const YearMonthDay& day, int weekday_of_day) {
    switch (day.month) {
        case 1:
            if (day.day == 1) return Holiday::new_years_day;
            break;
        case 4:
            if (is_kings_day(day, weekday_of_day)) return Holiday::kings_day;
            break;
        case 5:
            if (day.day == 5) return Holiday::liberation_day;
            break;
        case 12:
            if (day.day == 25) return Holiday::christmas_day;
            if (day.day == 26) return Holiday::second_christmas_day;
            break;
        default:
            break;
    }
    return std::nullopt;
}

std::optional<Holiday> moving_holiday(Date date, const YearMonthDay& day) {
    if (day.month < 3 || day.month > 6) return std::nullopt;  // 20 March to 14 June
    switch (date - easter(day.year)) {
        case -2:
            return Holiday::good_friday;
        case 1:
            return Holiday::easter_monday;
        case 39:
            return Holiday::ascension_day;
        case 50:
            return Holiday::whit_monday;
        default:
            return std::nullopt;
    }
}

}  // namespace

Date easter(int year) {
    // The paschal full moon falls on 21 March or up to 29 days later. Each year it comes 11 days
    // earlier (19 days later, modulo 30), and after 19 years it returns; a century corrects that
    // for the leap days it drops and for the moon's own drift of 8 days in 2500 years.
    const int century = year / 100;
    const int golden = year % 19;
    const int dropped_leap_days = century - century / 4;
    const int moon_drift = (8 * century + 13) / 25;
    int full_moon = (19 * golden + 15 + dropped_leap_days - moon_drift) % 30;
    // The table of the Church has 29 full moons for 30 numbers: the last gives way, and so does the
    // one before it when both would occur within the same 19 years.
    if (full_moon == 29 || (full_moon == 28 && golden > 10)) --full_moon;
    const Date full_moon_day = make_date(year, 3, 21).value_or(first_date) + full_moon;
    return full_moon_day + (8 - weekday(full_moon_day + 1));  // the first Sunday after it
}

std::optional<Holiday> holiday(Date date) {
    const YearMonthDay day = civil(date);
    if (const auto fixed = fixed_holiday(day, weekday(date))) return fixed;
    return moving_holiday(date, day);
}

std::optional<Holiday> holiday(Date date, std::span<const Date> equated) {
    if (const auto recognised = holiday(date)) return recognised;
    if (std::ranges::find(equated, date) != equated.end()) return Holiday::equated_day;
    return std::nullopt;
}

bool is_holiday(Date date, std::span<const Date> equated) {
    return holiday(date, equated).has_value();
}

bool is_working_day(Date date, std::span<const Date> equated) {
    return weekday(date) <= 5 && !is_holiday(date, equated);
}

Date roll_to_working_day(Date date, std::span<const Date> equated) {
    while (!is_working_day(date, equated)) date = date + 1;
    return date;
}

}  // namespace toets
