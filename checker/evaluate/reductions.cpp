// From the positions of an inner frame to one value for each outer position.
#include <algorithm>

#include "checker/evaluate/machine.h"

namespace toets {
namespace {

constexpr std::int64_t unit = 10000;
constexpr std::int64_t number_first = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t number_last = std::numeric_limits<std::int64_t>::max();

std::int64_t plus(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) return b > 0 ? number_last : number_first;
    return sum;
}

}  // namespace

Truth Machine::exists_in(const Node& node, std::size_t p) const {
    const FrameRows& frame = frames_[node.over];
    Truth result = frame.open[p] != 0 ? Truth::unknown : Truth::no;
    for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i)
        result = either(result, included(node.over, node.where, i));
    return result;
}

Truth Machine::all_in(const Node& node, std::size_t p, std::int32_t& first_due) const {
    const FrameRows& frame = frames_[node.over];
    const auto holds = truths(node.args[0]);
    Truth result = frame.open[p] != 0 ? Truth::unknown : Truth::yes;
    for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i) {
        const Truth counts = included(node.over, node.where, i);
        if (counts == Truth::no) continue;
        Truth each = holds[i];
        if (counts == Truth::unknown && each == Truth::no) each = Truth::unknown;
        if (each == Truth::pending) first_due = std::min(first_due, due(node.args[0], i));
        result = both(result, each);
    }
    return result;
}

void Machine::quantify(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    out.truths.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        std::int32_t first_due = no_due;
        if (node.op == Op::for_all)
            out.truths[p] = all_in(node, p, first_due);
        else
            out.truths[p] =
                node.op == Op::exists ? exists_in(node, p) : opposite(exists_in(node, p));
        if (out.truths[p] == Truth::pending) set_pending(out, size, p, first_due);
    }
}

void Machine::count(const Node& node, Values& out) {
    const FrameRows& frame = frames_[node.over];
    const std::size_t size = size_of(node);
    out.numbers.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        NumberInterval number{0, 0};
        for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i) {
            const Truth counts = included(node.over, node.where, i);
            if (counts == Truth::yes) number.first += unit;
            if (counts != Truth::no) number.last += unit;
        }
        if (frame.open[p] != 0) number.last = number_last;
        // two series may turn out to be one
        const bool is_series = book_.program.frames[node.over].kind == FrameKind::series;
        if (is_series && frame.is_doubtful(p)) number.first = std::min(number.first, unit);
        out.numbers[p] = number;
    }
}

namespace {

/// The bounds of the extreme of two dates that both count.
DateInterval extreme_of(DateInterval a, DateInterval b, bool earliest) {
    if (is_none(a)) return b;
    if (earliest) return {std::min(a.first, b.first), std::min(a.last, b.last)};
    return {std::max(a.first, b.first), std::max(a.last, b.last)};
}

/// The bounds of an extreme, widened by dates that may count as well.
DateInterval widened(DateInterval sure, DateInterval maybe, bool earliest) {
    if (is_none(maybe)) return sure;
    if (earliest) return {std::min(sure.first, maybe.first), sure.last};
    return {sure.first, std::max(sure.last, maybe.last)};
}

}  // namespace

void Machine::extreme_date(const Node& node, Values& out) {
    const FrameRows& frame = frames_[node.over];
    const std::size_t size = size_of(node);
    const auto date = dates(node.args[0]);
    const bool earliest = node.op == Op::earliest;
    out.dates.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        DateInterval sure = no_date;
        DateInterval maybe = frame.open[p] != 0 ? any_date : no_date;
        for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i) {
            const Truth counts = included(node.over, node.where, i);
            if (counts == Truth::no || is_none(date[i])) continue;
            DateInterval& into = counts == Truth::yes ? sure : maybe;
            into = extreme_of(into, date[i], earliest);
        }
        if (is_none(sure))
            out.dates[p] = is_none(maybe) ? no_date : any_date;
        else
            out.dates[p] = widened(sure, maybe, earliest);
    }
}

void Machine::total(const Node& node, Values& out) {
    const FrameRows& frame = frames_[node.over];
    const std::size_t size = size_of(node);
    const auto number = numbers(node.args[0]);
    out.numbers.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        NumberInterval sum{0, 0};
        for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i) {
            const Truth counts = included(node.over, node.where, i);
            NumberInterval each = number[i];
            if (counts == Truth::no || each.first > each.last) continue;
            if (counts == Truth::unknown)
                each = {std::min<std::int64_t>(0, each.first),
                        std::max<std::int64_t>(0, each.last)};
            sum = {plus(sum.first, each.first), plus(sum.last, each.last)};
        }
        out.numbers[p] = frame.open[p] != 0 ? any_number : sum;
    }
}

void Machine::extreme_number(const Node& node, Values& out) {
    const FrameRows& frame = frames_[node.over];
    const std::size_t size = size_of(node);
    const auto number = numbers(node.args[0]);
    const bool greatest = node.op == Op::greatest;
    out.numbers.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        NumberInterval found{1, 0};
        bool certain = frame.open[p] == 0;
        for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i) {
            const Truth counts = included(node.over, node.where, i);
            const NumberInterval each = number[i];
            if (counts == Truth::no || each.first > each.last) continue;
            certain = certain && counts == Truth::yes;
            if (found.first > found.last)
                found = each;
            else if (greatest)
                found = {std::max(found.first, each.first), std::max(found.last, each.last)};
            else
                found = {std::min(found.first, each.first), std::min(found.last, each.last)};
        }
        out.numbers[p] = certain ? found : any_number;
    }
}

/// The row whose key is certainly the first (or last) of those that count; of two on one day the
/// earlier written is the first, the later written the last.
RowIndex Machine::chosen(const Node& node, std::size_t p) const {
    const FrameRows& frame = frames_[node.over];
    const auto key = dates(node.args[0]);
    const bool first = node.op == Op::first_row;
    // whether position a can't be beaten by position b
    const auto holds_against = [&](std::size_t a, std::size_t b) {
        if (first) return a < b ? key[a].last <= key[b].first : key[a].last < key[b].first;
        return a > b ? key[a].first >= key[b].last : key[a].first > key[b].last;
    };
    std::vector<std::size_t> candidates;
    std::optional<std::size_t> best;
    for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i) {
        const Truth counts = included(node.over, node.where, i);
        if (counts == Truth::no || is_none(key[i])) continue;
        candidates.push_back(i);
        if (counts != Truth::yes) continue;
        const bool wins =
            !best || (first ? key[i].last < key[*best].last : key[i].first >= key[*best].first);
        if (wins) best = i;
    }
    if (candidates.empty()) return frame.open[p] != 0 ? unknown_row : no_row;
    const bool certain = best && frame.open[p] == 0 &&
                         std::all_of(candidates.begin(), candidates.end(), [&](std::size_t other) {
                             return other == *best || holds_against(*best, other);
                         });
    return certain ? frame.rows[*best] : unknown_row;
}

void Machine::choose(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    out.rows.resize(size);
    for (std::size_t p = 0; p < size; ++p) out.rows[p] = chosen(node, p);
}

}  // namespace toets
