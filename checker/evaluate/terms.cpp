// Terms: the last day, whether something happened by it, and what is still pending.
#include <algorithm>

#include "checker/evaluate/machine.h"

namespace toets {

std::optional<TermEnd> Machine::term(const Node& node, Date start, std::size_t i) const {
    std::vector<Period> suspensions;
    if (node.suspensions != no_frame) {
        const FrameRows& frame = frames_[node.suspensions];
        const auto from = dates(node.suspended_from);
        const auto to = dates(node.suspended_to);
        for (std::size_t s = frame.offsets[i]; s < frame.offsets[i + 1]; ++s) {
            if (included(node.suspensions, node.suspended_where, s) != Truth::yes) continue;
            if (from[s].first == from[s].last && !is_none(from[s]))
                suspensions.push_back(
                    {from[s].first, is_none(to[s]) ? input_.peildatum : to[s].last});
        }
    }
    std::optional<Extension> extension;
    if (node.extended) {
        const std::size_t at = node.args.size() - 2;
        const DateInterval until = dates(node.args[at])[i];
        if (truths(node.args[at + 1])[i] == Truth::yes && !is_none(until)) {
            const auto longest =
                explain_term(start, node.length, node.roll, school(), book_.equated_holidays,
                             suspensions, Extension{node.extension_most});
            if (!longest) return std::nullopt;
            extension = is_any(until) ? Extension{node.extension_most}
                                      : Extension{std::min(until.last, longest->last_day)};
        }
    }
    return explain_term(start, node.length, node.roll, school(), book_.equated_holidays,
                        suspensions, extension);
}

std::optional<Date> Machine::end_of(const Node& node, Date start, std::size_t i) const {
    if (node.suspensions == no_frame && !node.extended)
        return term_end(start, node.length, node.roll, school(), book_.equated_holidays);
    const auto end = term(node, start, i);
    if (!end) return std::nullopt;
    return end->last_day;
}

/// The days on which a term that starts in `start` can end: any day when that can't be told.
DateInterval Machine::term_bound(const Node& node, DateInterval start, std::size_t i) const {
    if (is_none(start)) return no_date;
    if (is_any(start)) return any_date;
    if (node.suspensions != no_frame) {
        const FrameRows& frame = frames_[node.suspensions];
        bool uncertain = frame.open[i] != 0 && frame.offsets[i] != frame.offsets[i + 1];
        for (std::size_t s = frame.offsets[i]; s < frame.offsets[i + 1]; ++s)
            uncertain =
                uncertain || included(node.suspensions, node.suspended_where, s) == Truth::unknown;
        if (uncertain)
            return {end_of(node, start.first, i).value_or(any_date.first), any_date.last};
    }
    const auto first = end_of(node, start.first, i);
    const auto last = start.last == start.first ? first : end_of(node, start.last, i);
    if (!first || !last) return any_date;
    if (!node.extended) return {*first, *last};
    const std::size_t at = node.args.size() - 2;
    if (truths(node.args[at + 1])[i] != Truth::unknown) return {*first, *last};
    const auto longest = explain_term(start.last, node.length, node.roll, school(),
                                      book_.equated_holidays, {}, Extension{node.extension_most});
    return {*first, longest ? std::max(*last, longest->last_day) : any_date.last};
}

void Machine::term_bound(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const auto start = dates(node.args[0]);
    out.dates.resize(size);
    for (std::size_t i = 0; i < size; ++i) out.dates[i] = term_bound(node, start[i], i);
}

void Machine::shift(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const auto date = dates(node.args[0]);
    out.dates.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        out.dates[i] = date[i];
        if (is_none(date[i]) || is_any(date[i])) continue;
        const auto first = before(date[i].first, node.length, school(), book_.equated_holidays);
        const auto last = before(date[i].last, node.length, school(), book_.equated_holidays);
        out.dates[i] = first && last ? DateInterval{*first, *last} : any_date;
    }
}

void Machine::within(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const auto date = dates(node.args[0]);
    const auto start = dates(node.args[1]);
    out.truths.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        const DateInterval end = term_bound(node, start[i], i);
        if (is_none(end) && node.in_requirement) {  // the term has not begun
            set_pending(out, size, i, no_due);
            continue;
        }
        Truth& kept = out.truths[i];
        kept = compare_dates(Relation::no_later, date[i], end);
        if (!node.in_requirement || kept == Truth::yes) continue;
        // what has not happened, or is not known to have, can still happen while the term runs
        const bool may_come = is_none(date[i]) || kept == Truth::unknown;
        if (may_come && !is_any(end) && input_.peildatum <= end.first)
            set_pending(out, size, i, end.first.days);
        else if (is_none(date[i]) && input_.peildatum <= end.last)
            kept = Truth::unknown;
    }
}

Truth Machine::follow_in_time(const Node& node, Date since, const std::vector<Date>& days,
                              std::optional<Date>& bound) const {
    const auto end_after = [&](Date day) {
        return term_end(day, node.length, node.roll, school(), book_.equated_holidays);
    };
    bound = end_after(since);
    for (const Date day : days) {
        if (!bound) return Truth::unknown;
        if (day > *bound) return Truth::no;
        since = std::max(since, day);
        bound = end_after(since);
    }
    return bound ? Truth::yes : Truth::unknown;
}

void Machine::recurring(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const auto start = dates(node.args[0]);
    std::vector<Date> days;
    out.truths.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        const bool complete = certain_days(node.over, node.where, node.args[1], p, days);
        if (is_none(start[p]) || start[p].first != start[p].last) {
            out.truths[p] = is_none(start[p]) ? Truth::yes : Truth::unknown;
            continue;
        }
        std::optional<Date> bound;
        Truth& kept = out.truths[p];
        kept = follow_in_time(node, start[p].first, days, bound);
        const bool still_runs = bound && input_.peildatum <= *bound;
        if (kept == Truth::yes && !still_runs) kept = Truth::no;
        if (kept == Truth::no && !complete) kept = Truth::unknown;  // more events can only help
        if (kept == Truth::yes && days.empty() && node.in_requirement)
            set_pending(out, size, p, bound->days);
    }
}

}  // namespace toets
