// The days on which one school gives lessons.
#pragma once

#include <vector>

#include "checker/calendar/date.h"
#include "checker/calendar/period.h"

namespace toets {

/// The calendar of one school. It knows the school years that it states, 1 August to 31 July; of
/// any other day it can't tell whether there were lessons.
struct SchoolCalendar {
    std::vector<Period> school_years =
        {};                             ///< Of each known school year its first to last lesson day.
    std::vector<Period> holidays = {};  ///< Days without lessons within a school year.
    std::vector<Date> days_off = {};    ///< Single days without lessons.

    /// Whether the calendar states the school year of this day.
    bool knows(Date date) const;
    /// Whether the calendar knows each Monday to Friday of the ISO week of this day.
    bool knows_week(Date date) const;
    /// Whether there are lessons on this day; false where the calendar doesn't know.
    bool is_school_day(Date date) const;
    /// Whether the ISO week of this day has a school day; false where the calendar doesn't know.
    bool is_lesson_week(Date date) const;
};

}  // namespace toets
