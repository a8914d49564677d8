// Days by the calendar of the standard library, and the Dutch public holidays.
#include "tests/benchmark/support/days.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace toets::benchmark {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day parts(Day day) { return year_month_day{sys_days{std::chrono::days{day}}}; }

/// The Gregorian Easter Sunday, by the rule of Butcher.
Day easter(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int leap_shift = (century - (century + 8) / 25 + 1) / 3;
    const int moon = (19 * golden + century - century / 4 - leap_shift + 15) % 30;
    const int week = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 4) % 7;
    const int late = (golden + 11 * moon + 22 * week) / 451;
    const int month_and_day = moon + week - 7 * late + 114;
    return day_of(year, month_and_day / 31, month_and_day % 31 + 1);
}

bool is_holiday(Day day) {
    const year_month_day at = parts(day);
    const int year = static_cast<int>(at.year());
    const int code =
        static_cast<int>(static_cast<unsigned>(at.month()) * 100 + static_cast<unsigned>(at.day()));
    const Day king = day_of(year, 4, 27);
    if (day == (weekday_of(king) == 7 ? king - 1 : king)) return true;
    if (code == 101 || code == 505 || code == 1225 || code == 1226) return true;
    const std::array<int, 4> moving{-2, 1, 39, 50};
    for (const int offset : moving)
        if (day == easter(year) + offset) return true;
    return false;
}

}  // namespace

Day day_of(int year, int month, int day) {
    const auto at = std::chrono::year{year} / month / day;
    return static_cast<Day>(sys_days{at}.time_since_epoch().count());
}

int year_of(Day day) { return static_cast<int>(parts(day).year()); }

int weekday_of(Day day) { return (day + 3) % 7 + 1; }

std::string written(Day day) {
    const year_month_day at = parts(day);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(at.year()),
                  static_cast<unsigned>(at.month()), static_cast<unsigned>(at.day()));
    return text.data();
}

int school_year_of(Day day) {
    const int year = year_of(day);
    return day >= day_of(year, 8, 1) ? year : year - 1;
}

Day first_of_school_year(int year) { return day_of(year, 8, 1); }
Day last_of_school_year(int year) { return day_of(year + 1, 7, 31); }

bool is_working_day(Day day) { return weekday_of(day) < 6 && !is_holiday(day); }

Day working_days_after(Day day, int n) {
    while (n > 0) {
        ++day;
        if (is_working_day(day)) --n;
    }
    return day;
}

Day rolled(Day day) {
    while (!is_working_day(day)) ++day;
    return day;
}

int age_on(Day born, Day on) {
    const year_month_day from = parts(born);
    const year_month_day to = parts(on);
    const int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
    const bool before_birthday =
        to.month() < from.month() || (to.month() == from.month() && to.day() < from.day());
    return before_birthday ? years - 1 : years;
}

}  // namespace toets::benchmark
