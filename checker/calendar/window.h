// Sums over a window that slides along the lesson weeks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "checker/calendar/date.h"
#include "checker/calendar/period.h"
#include "checker/calendar/school_calendar.h"

namespace toets {

/// An amount on a day, in ten-thousandths of its unit, never negative: 1.5 hours is 15000.
struct DatedAmount {
    Date date;
    std::int64_t ten_thousandths;
};

/// When a sum is too much: `threshold` (in ten-thousandths) or more within `lesson_weeks`
/// consecutive lesson weeks, both at least 1. Weeks without lessons don't count and break nothing.
struct SlidingWindow {
    int lesson_weeks;
    std::int64_t threshold;
};

/// A day on which a threshold was reached. Where a week that the calendar doesn't know may have
/// brought the day forward, the days that it can be.
struct ThresholdDay {
    DateInterval day;
    Date since;  ///< the amounts from here on reach it by themselves, on its last day at the latest
};

/// The days on which a threshold was reached, in order of time.
struct ThresholdDays {
    std::vector<ThresholdDay> days;
    bool all_known = true;  ///< false when such a week may also have made a day that isn't here
};

/// The days on which the sum within the window first reaches the threshold. `amounts` and
/// `restarts` are sorted by date. Counting starts again on the day after each restart; from one
/// restart to the next there is at most one day, however much is added after it. Amounts in weeks
/// without lessons are left out.
ThresholdDays threshold_days(std::span<const DatedAmount> amounts, SlidingWindow window,
                             std::span<const Date> restarts, const SchoolCalendar& school);

}  // namespace toets
