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
        const DateInterval a = date[i];
        const DateInterval end = term_bound(node, start[i], i);
        if (is_none(end)) {  // the term has not begun
            if (node.in_requirement)
                set_pending(out, size, i, no_due);
            else
                out.truths[i] = is_none(a) ? Truth::no : Truth::unknown;
            continue;
        }
        if (!is_none(a) && a.last <= end.first)
            out.truths[i] = Truth::yes;
        else if (!is_none(a) && a.first > end.last)
            out.truths[i] = Truth::no;
        else if (!is_none(a))
            out.truths[i] = Truth::unknown;
        else if (!node.in_requirement || input_.peildatum > end.last)
            out.truths[i] = Truth::no;
        else
            out.truths[i] = Truth::unknown;
        if (node.in_requirement && out.truths[i] == Truth::unknown && !is_any(end) &&
            input_.peildatum <= end.first)
            set_pending(out, size, i, end.first.days);
    }
}

void Machine::recurring(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const auto start = dates(node.args[0]);
    const auto date = dates(node.args[1]);
    const FrameRows& frame = frames_[node.over];
    std::vector<Date> days;
    out.truths.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        days.clear();
        bool open = frame.open[p] != 0;
        for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i) {
            const Truth counts = included(node.over, node.where, i);
            if (counts == Truth::no || is_none(date[i])) continue;
            if (counts == Truth::yes && date[i].first == date[i].last)
                days.push_back(date[i].first);
            else
                open = true;
        }
        std::sort(days.begin(), days.end());
        if (is_none(start[p]) || start[p].first != start[p].last) {
            out.truths[p] = is_none(start[p]) ? Truth::yes : Truth::unknown;
            continue;
        }
        Date since = start[p].first;
        const Truth broken = open ? Truth::unknown : Truth::no;  // more events can only help
        out.truths[p] = Truth::yes;
        for (const Date day : days) {
            const auto bound =
                term_end(since, node.length, node.roll, school(), book_.equated_holidays);
            if (!bound || day > *bound) out.truths[p] = bound ? broken : Truth::unknown;
            since = std::max(since, day);
        }
        const auto bound =
            term_end(since, node.length, node.roll, school(), book_.equated_holidays);
        if (out.truths[p] != Truth::yes) continue;
        if (!bound)
            out.truths[p] = Truth::unknown;
        else if (input_.peildatum > *bound)
            out.truths[p] = broken;
        else if (days.empty() && node.in_requirement)
            set_pending(out, size, p, bound->days);
    }
}

}  // namespace toets
