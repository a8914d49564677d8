// Series are found in one pass over the periods, sorted by their first day.
#include "checker/calendar/period.h"

#include <algorithm>

namespace toets {

std::vector<Period> merge_series(std::span<const Period> periods, int max_gap_days) {
    std::vector<Period> sorted(periods.begin(), periods.end());
    std::erase_if(sorted, [](const Period& period) { return period.last < period.first; });
    std::ranges::sort(sorted, {}, &Period::first);
    std::vector<Period> series;
    for (const Period& period : sorted) {
        const bool joins =
            !series.empty() && (period.first <= series.back().last ||
                                period.first - series.back().last - 1 <= max_gap_days);
        if (joins) {
            series.back().last = std::max(series.back().last, period.last);
        } else {
            series.push_back(period);
        }
    }
    return series;
}

}  // namespace toets
