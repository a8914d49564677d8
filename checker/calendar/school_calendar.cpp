// A school calendar is small: a year has some eight holidays, so a linear search is the quick one.
#include "checker/calendar/school_calendar.h"

#include <algorithm>

namespace toets {

namespace {

bool covers(const std::vector<Period>& periods, Date date) {
    return std::ranges::any_of(periods, [date](const Period& p) { return p.contains(date); });
}

}  // namespace

bool SchoolCalendar::knows(Date date) const {
    // The stated lesson days of a school year are all of them, so from 1 August to the first one
    // and from the last one to 31 July there are certainly no lessons.
    const SchoolYear year = school_year(date);
    return std::ranges::any_of(school_years, [year](const Period& stated) {
        return stated.first <= stated.last && school_year(stated.first) <= year &&
               year <= school_year(stated.last);
    });
}

bool SchoolCalendar::knows_week(Date date) const {
    const Date first = monday(date);
    return knows(first) && knows(first + 4);  // a week touches at most two school years
}

bool SchoolCalendar::is_school_day(Date date) const {
    return weekday(date) <= 5 && covers(school_years, date) && !covers(holidays, date) &&
           std::ranges::find(days_off, date) == days_off.end();
}

bool SchoolCalendar::is_lesson_week(Date date) const {
    const Date first = monday(date);
    for (int day = 0; day < 5; ++day) {
        if (is_school_day(first + day)) return true;
    }
    return false;
}

}  // namespace toets
