// Sums over a window that slides along the lesson weeks.
#pragma once

#include <cstdint>
#include <optional>
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

/// The days on which the sum within the window first reaches the threshold. `amounts` and
/// `restarts` are sorted by date. Counting starts again on the day after each restart; from one
/// restart to the next at most one day is returned, however much is added after it. Amounts in
/// weeks without lessons are left out. Null when the answer hangs on a week that the calendar
/// doesn't know.
std::optional<std::vector<Date>> threshold_days(std::span<const DatedAmount> amounts,
                                                SlidingWindow window,
                                                std::span<const Date> restarts,
                                                const SchoolCalendar& school);

}  // namespace toets
