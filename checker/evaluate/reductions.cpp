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

void Machine::quantify(const Node& node, Values& out) {
    const FrameRows& frame = frames_[node.over];
    const std::size_t size = size_of(node);
    const bool all = node.op == Op::for_all;
    out.truths.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        Truth result = all ? Truth::yes : Truth::no;
        std::int32_t first_due = no_due;
        for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i) {
            const Truth counts = included(node.over, node.where, i);
            if (counts == Truth::no) continue;
            if (!all) {
                result = either(result, counts);
                continue;
            }
            Truth each = truths(node.args[0])[i];
            if (counts == Truth::unknown && each == Truth::no) each = Truth::unknown;
            if (each == Truth::pending) first_due = std::min(first_due, due(node.args[0], i));
            result = both(result, each);
        }
        if (frame.open[p] != 0)
            result = all ? both(result, Truth::unknown) : either(result, Truth::unknown);
        if (node.op == Op::none) result = opposite(result);
        out.truths[p] = result;
        if (result == Truth::pending) set_pending(out, size, p, first_due);
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
        out.numbers[p] = number;
    }
}

void Machine::extreme_date(const Node& node, Values& out) {
    const FrameRows& frame = frames_[node.over];
    const std::size_t size = size_of(node);
    const auto date = dates(node.args[0]);
    const bool earliest = node.op == Op::earliest;
    out.dates.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        // the bounds of the extreme of those that count, widened by those that may
        DateInterval sure = no_date;
        DateInterval maybe = no_date;
        for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i) {
            const Truth counts = included(node.over, node.where, i);
            if (counts == Truth::no || is_none(date[i])) continue;
            DateInterval& into = counts == Truth::yes ? sure : maybe;
            if (is_none(into))
                into = date[i];
            else if (earliest)
                into = {std::min(into.first, date[i].first), std::min(into.last, date[i].last)};
            else
                into = {std::max(into.first, date[i].first), std::max(into.last, date[i].last)};
        }
        const bool open = frame.open[p] != 0;
        if (is_none(sure)) {
            out.dates[p] = open || !is_none(maybe) ? any_date : no_date;
            continue;
        }
        if (!is_none(maybe)) {
            if (earliest)
                sure.first = std::min(sure.first, maybe.first);
            else
                sure.last = std::max(sure.last, maybe.last);
        }
        if (open) (earliest ? sure.first : sure.last) = earliest ? any_date.first : any_date.last;
        out.dates[p] = sure;
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

void Machine::choose(const Node& node, Values& out) {
    const FrameRows& frame = frames_[node.over];
    const std::size_t size = size_of(node);
    const auto key = dates(node.args[0]);
    const bool first = node.op == Op::first_row;
    out.rows.resize(size);
    for (std::size_t p = 0; p < size; ++p) {
        RowIndex best = no_row;
        DateInterval best_key = no_date;
        bool certain = frame.open[p] == 0;
        for (std::size_t i = frame.offsets[p]; i < frame.offsets[p + 1]; ++i) {
            const Truth counts = included(node.over, node.where, i);
            if (counts == Truth::no || is_none(key[i])) continue;
            certain = certain && counts == Truth::yes;
            if (best == no_row) {
                best = frame.rows[i];
                best_key = key[i];
                continue;
            }
            // of two on one day the later written is the last, the earlier written the first
            const bool wins = first ? key[i].last < best_key.first : key[i].first >= best_key.last;
            const bool loses = first ? best_key.last <= key[i].first : best_key.first > key[i].last;
            certain = certain && (wins || loses);
            if (!wins) continue;
            best = frame.rows[i];
            best_key = key[i];
        }
        out.rows[p] = certain ? best : unknown_row;
    }
}

}  // namespace toets
