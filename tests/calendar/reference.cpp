// See reference.h: plain loops over days, without any cleverness.
#include "tests/calendar/reference.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace toets::tests::reference {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using namespace std::chrono_literals;

sys_days chrono_day(Date date) { return sys_days{days{date.days}}; }

Date from_chrono(sys_days day) { return Date{static_cast<int>(day.time_since_epoch().count())}; }

Date from_chrono(int year, int month, int day) {
    return from_chrono(
        sys_days{std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
                 std::chrono::day{static_cast<unsigned>(day)}});
}

bool is_weekend(Date date) {
    const std::chrono::weekday weekday{chrono_day(date)};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

/// All holidays of 2013..2047, as a list.
std::set<Date> all_holidays() {
    std::set<Date> holidays;
    for (int year = 2013; year <= 2047; ++year) {
        const auto sunday = chrono_day(easter(year));
        for (const int offset : {-2, 1, 39, 50}) {
            holidays.insert(from_chrono(sunday + days{offset}));
        }
        holidays.insert(from_chrono(year, 1, 1));
        holidays.insert(from_chrono(year, 5, 5));
        holidays.insert(from_chrono(year, 12, 25));
        holidays.insert(from_chrono(year, 12, 26));
        Date birthday = year < 2014 ? from_chrono(year, 4, 30) : from_chrono(year, 4, 27);
        if (std::chrono::weekday{chrono_day(birthday)} == std::chrono::Sunday) --birthday.days;
        holidays.insert(birthday);
    }
    return holidays;
}

bool is_in(Date date, std::span<const Period> periods) {
    for (const Period& period : periods) {
        if (period.first <= date && date <= period.last) return true;
    }
    return false;
}

bool is_school_day(Date date, const SchoolCalendar& school) {
    if (is_weekend(date) || !is_in(date, school.school_years)) return false;
    if (is_in(date, school.holidays)) return false;
    return std::find(school.days_off.begin(), school.days_off.end(), date) == school.days_off.end();
}

bool is_lesson_week(Date date, const SchoolCalendar& school) {
    while (std::chrono::weekday{chrono_day(date)} != std::chrono::Monday) --date.days;
    for (int i = 0; i < 7; ++i, ++date.days) {
        if (is_school_day(date, school)) return true;
    }
    return false;
}

Date months_away(Date from, int count) {
    const year_month_day start{chrono_day(from)};
    const year_month_day same_day = start + months{count};
    if (same_day.ok()) return from_chrono(sys_days{same_day});
    return from_chrono(sys_days{same_day.year() / same_day.month() / std::chrono::last});
}

/// Whether the day uses up one unit of the length; `met` is the number of days met so far.
bool counts(Date date, int met, Unit unit, const SchoolCalendar& school) {
    switch (unit) {
        case Unit::days:
        case Unit::hours:
        case Unit::months:
        case Unit::years:
            return true;
        case Unit::weeks:
            return met % 7 == 0;
        case Unit::working_days:
            return is_ordinary_day(date);
        case Unit::school_days:
            return is_school_day(date, school);
        case Unit::lesson_weeks:
            return met % 7 == 0 && is_lesson_week(date, school);
    }
    return false;
}

Date walk(Date from, Duration length, int sign, const SchoolCalendar& school) {
    if (length.unit == Unit::months) return months_away(from, sign * length.count);
    if (length.unit == Unit::years) return months_away(from, sign * length.count * 12);
    const int worth = length.unit == Unit::hours ? 24 : 1;
    Date date = from;
    for (int left = length.count, met = 0; left > 0;) {
        date.days += sign;
        ++met;
        if (counts(date, met, length.unit, school)) left -= worth;
    }
    return date;
}

/// The end with suspensions: each day of the term without them needs a day that isn't suspended.
Date end_of(Date start, Duration length, const SchoolCalendar& school,
            std::span<const Period> suspensions) {
    const bool in_days = length.unit == Unit::working_days || length.unit == Unit::school_days;
    int needed = in_days ? length.count : walk(start, length, 1, school).days - start.days;
    Date date = start;
    while (needed > 0) {
        ++date.days;
        if (is_in(date, suspensions)) continue;
        if (!in_days || counts(date, 0, length.unit, school)) --needed;
    }
    return date;
}

bool is_short_enough(Duration length) {
    switch (length.unit) {
        case Unit::days:
        case Unit::working_days:
        case Unit::school_days:
            return length.count <= 90;
        case Unit::weeks:
        case Unit::lesson_weeks:
            return length.count <= 12;
        case Unit::months:
            return length.count <= 3;
        case Unit::years:
        case Unit::hours:
            return false;
    }
    return false;
}

bool is_three_days(Duration length) {
    const bool in_days = length.unit == Unit::days || length.unit == Unit::working_days ||
                         length.unit == Unit::school_days;
    return length.count >= (in_days ? 3 : 1);
}

int working_days_within(Date start, Date end, std::span<const Period> suspensions) {
    int held = 0;
    for (Date date{start.days + 1}; date <= end; ++date.days) {
        if (is_ordinary_day(date) && !is_in(date, suspensions)) ++held;
    }
    return held;
}

void add_year(SchoolCalendar& school, int year) {
    const int shift = year % 14;  // regions take turns
    school.school_years.push_back(
        {from_chrono(year, 8, 16 + shift), from_chrono(year + 1, 7, 4 + shift)});
    school.holidays.push_back(
        {from_chrono(year, 10, 11 + shift), from_chrono(year, 10, 19 + shift)});
    school.holidays.push_back({from_chrono(year, 12, 20), from_chrono(year + 1, 1, 4)});
    school.holidays.push_back(
        {from_chrono(year + 1, 2, 12 + shift), from_chrono(year + 1, 2, 20 + shift % 8)});
    school.holidays.push_back({from_chrono(year + 1, 4, 26), from_chrono(year + 1, 5, 5)});
    school.days_off.push_back(from_chrono(year, 11, 3 + shift));
    school.days_off.push_back(from_chrono(year + 1, 3, 10 + shift));
}

}  // namespace

Date easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int g = (b - (b + 8) / 25 + 1) / 3;
    const int h = (19 * a + b - b / 4 - g + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return from_chrono(year, n / 31, n % 31 + 1);
}

bool is_ordinary_day(Date date) {
    static const std::set<Date> holidays = all_holidays();
    return !is_weekend(date) && !holidays.contains(date);
}

int age(Date born, Date on, LeapBirthday leap_birthday) {
    const year_month_day birth{chrono_day(born)};
    int years = -1;
    for (auto year = birth.year(); year <= year_month_day{chrono_day(on)}.year(); ++year) {
        year_month_day birthday = year / birth.month() / birth.day();
        if (!birthday.ok()) {
            birthday = leap_birthday == LeapBirthday::first_of_march ? year / 3 / 1 : year / 2 / 28;
        }
        if (sys_days{birthday} <= chrono_day(on)) ++years;
    }
    return years;
}

Date term_end(Date start, Duration length, Roll roll, const SchoolCalendar& school,
              std::span<const Period> suspensions) {
    Date end = end_of(start, length, school, suspensions);
    if (roll == Roll::none || !is_short_enough(length)) return end;
    if (is_three_days(length)) {
        while (working_days_within(start, end, suspensions) < 2) ++end.days;
    }
    while (!is_ordinary_day(end)) ++end.days;
    return end;
}

Date before(Date end, Duration length, const SchoolCalendar& school) {
    return walk(end, length, -1, school);
}

const SchoolCalendar& school_around(Date date) {
    static std::map<int, SchoolCalendar> calendars;
    const int middle = int{year_month_day{chrono_day(date)}.year()};
    const auto [entry, is_new] = calendars.try_emplace(middle);
    if (is_new) {
        for (int year = middle - 3; year <= middle + 3; ++year) add_year(entry->second, year);
    }
    return entry->second;
}

}  // namespace toets::tests::reference
