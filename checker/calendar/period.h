// Periods of days, and the unbroken series that they form.
#pragma once

#include <span>
#include <vector>

#include "checker/calendar/date.h"

namespace toets {

/// Consecutive days, both ends included; empty when `last` lies before `first`.
struct Period {
    Date first;
    Date last;

    bool operator==(const Period&) const = default;

    /// Whether the day lies in the period.
    constexpr bool contains(Date date) const { return first <= date && date <= last; }
};

/// The periods joined into unbroken series, in order of time: two belong to one series when at most
/// `max_gap_days` days lie between them. Overlapping periods always do; empty ones are left out.
std::vector<Period> merge_series(std::span<const Period> periods, int max_gap_days);

}  // namespace toets
