// What must happen again and again: the first time within a term after a start, each next time
// within a term after the one before.
#include <algorithm>

#include "checker/evaluate/machine.h"

namespace toets {

std::optional<Date> Machine::end_of_period(const Node& node, Duration length, Date since) const {
    return term_end(since, length, node.roll, school(), book_.equated_holidays);
}

/// The last day of the term that runs when each event happens as unfavourably as it can: too late
/// to have been in time where it may be, else as early as it can. Sorted by their last day.
std::optional<Date> Machine::certainly_kept_until(const Node& node, Duration length, Date since,
                                                  std::span<const DateInterval> events) const {
    std::optional<Date> bound = end_of_period(node, length, since);
    for (const DateInterval& event : events) {
        if (!bound || event.last > *bound) break;
        if (event.first <= since) continue;
        since = event.first;
        bound = end_of_period(node, length, since);
    }
    return bound;
}

/// The last day of the term that runs when each event happens as favourably as it can: of those
/// that can happen in time the first to expire, as late as it can. Sorted by their last day.
std::optional<Date> Machine::possibly_kept_until(const Node& node, Duration length, Date since,
                                                 std::span<const DateInterval> events) const {
    std::vector<bool> used(events.size(), false);
    std::optional<Date> bound = end_of_period(node, length, since);
    for (std::size_t i = 0; bound && *bound < input_.peildatum && i < events.size();) {
        const bool helps = !used[i] && events[i].last > since && events[i].first <= *bound;
        if (!helps) {
            ++i;
            continue;
        }
        used[i] = true;
        since = std::min(events[i].last, *bound);
        bound = end_of_period(node, length, since);
        i = 0;  // one that was out of reach may be in reach now
    }
    return bound;
}

void Machine::recurring(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const FrameRows& rows = frames_[node.over];
    const auto start = dates(node.args[0]);
    const auto when = dates(node.args[1]);
    std::vector<DateInterval> certain;
    std::vector<DateInterval> possible;
    out.truths.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        Truth& kept = out.truths[p];
        kept = Truth::yes;
        if (is_none(start[p]) || has_no_length(node, p)) continue;
        const auto length = length_at(node, p);
        if (!length) {
            kept = Truth::unknown;
            continue;
        }
        certain.clear();
        possible.clear();
        for (std::size_t i = rows.offsets[p]; i < rows.offsets[p + 1]; ++i) {
            const Truth counts = included(node.over, node.where, i);
            if (counts == Truth::no || is_none(when[i])) continue;
            possible.push_back(when[i]);
            if (counts == Truth::yes) certain.push_back(when[i]);
        }
        for (auto* events : {&certain, &possible})
            std::sort(events->begin(), events->end(),
                      [](DateInterval a, DateInterval b) { return a.last < b.last; });
        const auto until = certainly_kept_until(node, *length, start[p].first, certain);
        if (until && input_.peildatum <= *until) {
            if (node.in_requirement) set_pending(out, size, p, until->days);
            continue;
        }
        kept = Truth::unknown;
        if (rows.open[p] != 0) continue;  // more events can only help
        const auto at_most = possibly_kept_until(node, *length, start[p].last, possible);
        if (at_most && *at_most < input_.peildatum) kept = Truth::no;
    }
}

}  // namespace toets
