// Terms: the last day, whether something happened by it, and what is still pending.
#include <algorithm>

#include "checker/evaluate/machine.h"

namespace toets {

/// The periods on which the term of position i certainly stands still. False when there may be
/// others, or when one of them isn't known by day.
bool Machine::suspensions_of(const Node& node, std::size_t i, std::vector<Period>& periods) const {
    if (node.suspensions == no_frame) return true;
    const FrameRows& frame = frames_[node.suspensions];
    const auto from = dates(node.suspended_from);
    const auto to = dates(node.suspended_to);
    bool complete = frame.open[i] == 0;
    for (std::size_t s = frame.offsets[i]; s < frame.offsets[i + 1]; ++s) {
        const Truth counts = included(node.suspensions, node.suspended_where, s);
        if (counts == Truth::no || is_none(from[s])) continue;
        const DateInterval until =
            is_none(to[s]) ? DateInterval{input_.peildatum, input_.peildatum} : to[s];
        const bool certain = counts == Truth::yes && is_bounded(from[s]) &&
                             from[s].first == from[s].last && is_bounded(until) &&
                             until.first == until.last;
        if (certain)
            periods.push_back({from[s].first, until.first});
        else
            complete = false;
    }
    return complete;
}

/// Whether a term is as long as a kenmerk says that isn't applicable: then there is no term.
bool Machine::has_no_length(const Node& node, std::size_t i) const {
    if (node.counted == no_node) return false;
    const NumberInterval count = numbers(node.counted)[i];
    return count.first > count.last;
}

/// How long the term of position i is; null when that isn't known.
std::optional<Duration> Machine::length_at(const Node& node, std::size_t i) const {
    if (node.counted == no_node) return node.length;
    const NumberInterval count = numbers(node.counted)[i];
    if (count.first != count.last) return std::nullopt;
    return from_base_unit(count.first, node.length.unit);
}

/// The term that starts on one known day, extended to `until` where there is one: never further
/// than the extension may be, never shorter than the term.
std::optional<TermEnd> Machine::term_until(const Node& node, Duration length, Date start,
                                           std::span<const Period> suspensions,
                                           std::optional<Date> until) const {
    const auto reckon = [&](const std::optional<Extension>& extension) {
        return explain_term(start, length, node.roll, school(), book_.equated_holidays, suspensions,
                            extension);
    };
    if (!until) return reckon({});
    const auto longest = reckon(Extension{node.extension_most});
    if (!longest) return std::nullopt;
    return reckon(Extension{std::min(*until, longest->last_day)});
}

std::optional<TermEnd> Machine::term(const Node& node, Date start, std::size_t i) const {
    const auto length = length_at(node, i);
    if (!length) return std::nullopt;
    std::vector<Period> suspensions;
    suspensions_of(node, i, suspensions);
    std::optional<Date> until;
    if (node.extended && truths(node.args.back())[i] == Truth::yes) {
        const DateInterval to = dates(node.args[node.args.size() - 2])[i];
        if (is_bounded(to)) until = to.last;
    }
    return term_until(node, *length, start, suspensions, until);
}

TermMemo* Machine::memo_of(const Node& node) const {
    const std::uint32_t memo =
        memo_of_[static_cast<std::size_t>(&node - book_.program.nodes.data())];
    return memo < memos_.size() ? &memos_[memo] : nullptr;
}

/// The days on which a term that starts on one known day can end.
DateInterval Machine::ends_of(const Node& node, Date start, std::size_t i) const {
    const auto length = length_at(node, i);
    if (!length) return any_date;
    if (node.suspensions == no_frame && !node.extended) {
        const auto reckon = [&] {
            return term_end(start, *length, node.roll, school(), book_.equated_holidays);
        };
        TermMemo* const memo = memo_of(node);
        const auto end = memo == nullptr ? reckon() : memo->end(start, reckon);
        return end ? DateInterval{*end, *end} : any_date;
    }
    std::vector<Period> suspensions;
    const bool complete = suspensions_of(node, i, suspensions);
    const auto unextended = term_until(node, *length, start, suspensions, {});
    if (!unextended) return any_date;
    DateInterval ends{unextended->last_day, unextended->last_day};
    const Truth extended = node.extended ? truths(node.args.back())[i] : Truth::no;
    if (extended != Truth::no) {
        const DateInterval to = dates(node.args[node.args.size() - 2])[i];
        const auto end_at = [&](Date until) {
            const auto end =
                term_until(node, *length, start, suspensions, std::min(until, last_date));
            return end ? end->last_day : last_date;
        };
        if (!is_none(to)) ends.last = end_at(to.last);
        if (!is_none(to) && extended == Truth::yes && first_date <= to.first)
            ends.first = end_at(to.first);
    }
    return complete ? ends : DateInterval{ends.first, any_date.last};
}

/// The days on which a term that starts in `start` can end; any day when that can't be told.
DateInterval Machine::term_bound(const Node& node, DateInterval start, std::size_t i) const {
    if (is_none(start) || has_no_length(node, i)) return no_date;
    const DateInterval first = first_date <= start.first ? ends_of(node, start.first, i) : any_date;
    if (start.first == start.last) return first;
    const DateInterval last = start.last <= last_date ? ends_of(node, start.last, i) : any_date;
    return {first.first, last.last};
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
    TermMemo* const memo = memo_of(node);
    const auto start_of = [&](Duration length, Date end) {
        const auto reckon = [&] { return before(end, length, school(), book_.equated_holidays); };
        return memo == nullptr ? reckon() : memo->end(end, reckon);
    };
    for (std::size_t i = 0; i < size; ++i) {
        out.dates[i] = has_no_length(node, i) ? no_date : date[i];
        if (is_none(out.dates[i])) continue;
        const auto length = length_at(node, i);
        if (!is_bounded(date[i]) || !length) {
            out.dates[i] = any_date;
            continue;
        }
        const auto first = start_of(*length, date[i].first);
        const auto last = date[i].last == date[i].first ? first : start_of(*length, date[i].last);
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

}  // namespace toets
