// The window slides per amount, not per day: only amounts change the sum.
#include "checker/calendar/window.h"

#include <algorithm>
#include <cassert>
#include <optional>

namespace toets {

namespace {

/// How many lesson weeks later the week of `to` is than the week of `from`, a lesson week itself;
/// at most `enough`, so that a long gap is no long walk. Null when an unknown week could matter.
std::optional<int> lesson_weeks_between(Date from, Date to, int enough,
                                        const SchoolCalendar& school) {
    int weeks = 0;
    bool all_known = true;
    for (Date week = monday(from) + 7; week <= to && weeks < enough; week = week + 7) {
        if (school.is_lesson_week(week)) {
            ++weeks;
        } else if (!school.knows_week(week)) {
            all_known = false;
        }
    }
    if (weeks < enough && !all_known) return std::nullopt;
    return weeks;
}

/// An amount in the window, with the number of its lesson week.
struct Counted {
    DatedAmount amount;
    int lesson_week;
};

/// What one stretch between restarts says: the day on which the threshold was reached at the
/// latest, and the first day on which a week that isn't known may have had it reached.
struct Stretch {
    std::optional<Date> doubtful_from;
    std::optional<Date> threshold_day;
    Date since{};
};

/// The day of the last amount from which on the rest reaches the threshold, as all do.
Date since(std::span<const Counted> counted, std::int64_t threshold) {
    std::size_t first = counted.size();
    for (std::int64_t sum = 0; sum < threshold;) sum += counted[--first].amount.ten_thousandths;
    return counted[first].amount.date;
}

Stretch first_threshold_day(std::span<const DatedAmount> amounts, SlidingWindow window,
                            const SchoolCalendar& school) {
    Stretch stretch;
    const auto doubt = [&](Date day) {
        if (!stretch.doubtful_from) stretch.doubtful_from = day;
    };
    std::vector<Counted> counted;
    counted.reserve(amounts.size());
    std::size_t oldest = 0;  // in `counted`: the first that is certainly still in the window
    std::int64_t sum = 0;
    for (const DatedAmount& amount : amounts) {
        if (!school.is_lesson_week(amount.date)) {
            if (!school.knows_week(amount.date)) doubt(amount.date);
            continue;
        }
        int lesson_week = 0;
        if (!counted.empty()) {
            const Counted& previous = counted.back();
            const auto later = lesson_weeks_between(previous.amount.date, amount.date,
                                                    window.lesson_weeks, school);
            if (!later) doubt(amount.date);
            lesson_week = previous.lesson_week + later.value_or(window.lesson_weeks);
        }
        counted.push_back({amount, lesson_week});
        sum += amount.ten_thousandths;
        while (counted[oldest].lesson_week <= lesson_week - window.lesson_weeks) {
            sum -= counted[oldest++].amount.ten_thousandths;
        }
        if (sum < window.threshold) continue;
        stretch.threshold_day = amount.date;
        stretch.since = since(counted, window.threshold);
        break;
    }
    return stretch;
}

/// Whether all amounts together reach the threshold: if not, no calendar is needed to say no.
bool could_reach(std::span<const DatedAmount> amounts, std::int64_t threshold) {
    std::int64_t sum = 0;
    for (const DatedAmount& amount : amounts) sum += amount.ten_thousandths;
    return sum >= threshold;
}

/// How many of the amounts count together with the first: up to and including the day of the next
/// restart. `restarts` loses those that lie before.
std::size_t stretch_length(std::span<const DatedAmount> amounts, std::span<const Date>& restarts) {
    while (!restarts.empty() && restarts.front() < amounts.front().date) {
        restarts = restarts.subspan(1);
    }
    if (restarts.empty()) return amounts.size();
    const auto end = std::ranges::upper_bound(amounts, restarts.front(), {}, &DatedAmount::date);
    return static_cast<std::size_t>(end - amounts.begin());
}

}  // namespace

ThresholdDays threshold_days(std::span<const DatedAmount> amounts, SlidingWindow window,
                             std::span<const Date> restarts, const SchoolCalendar& school) {
    assert(window.lesson_weeks >= 1 && window.threshold > 0);
    ThresholdDays found;
    while (!amounts.empty()) {
        const auto stretch_amounts = amounts.first(stretch_length(amounts, restarts));
        amounts = amounts.subspan(stretch_amounts.size());
        if (!could_reach(stretch_amounts, window.threshold)) continue;
        const Stretch stretch = first_threshold_day(stretch_amounts, window, school);
        if (stretch.threshold_day) {
            const Date last = *stretch.threshold_day;
            found.days.push_back({{stretch.doubtful_from.value_or(last), last}, stretch.since});
        } else if (stretch.doubtful_from) {
            found.all_known = false;
        }
    }
    return found;
}

}  // namespace toets
