// Connectives and comparisons, in Kleene's logic over intervals.
#include <algorithm>

#include "checker/evaluate/machine.h"

namespace toets {
namespace {

/// Whether a day of `a` comes no later than (or, when `strict`, before) a day of `b`.
/// Of two intervals, of days or of numbers; one that holds nothing stands in no relation.
template <typename Interval>
Truth ordered(Interval a, Interval b, bool strict) {
    if (a.first > a.last || b.first > b.last) return Truth::no;
    const auto holds = [strict](auto x, auto y) { return strict ? x < y : x <= y; };
    if (holds(a.last, b.first)) return Truth::yes;
    return holds(a.first, b.last) ? Truth::unknown : Truth::no;
}

template <typename Interval>
Truth compare(Relation relation, Interval a, Interval b) {
    switch (relation) {
        case Relation::after:
            return ordered(b, a, true);
        case Relation::from:
            return ordered(b, a, false);
        case Relation::before:
            return ordered(a, b, true);
        case Relation::no_later:
            return ordered(a, b, false);
        case Relation::equal:
            break;
    }
    if (a.first > a.last || b.first > b.last || a.last < b.first || b.last < a.first)
        return Truth::no;
    return a.first == a.last && b.first == b.last ? Truth::yes : Truth::unknown;
}

Truth compare_texts(const TextValue& a, const TextValue& b) {
    if (a.state == State::not_applicable || b.state == State::not_applicable) return Truth::no;
    if (a.state != State::known || b.state != State::known) return Truth::unknown;
    return a.text == b.text ? Truth::yes : Truth::no;
}

Truth compare_codes(std::int32_t a, std::int32_t b) {
    if (a == no_code || b == no_code) return Truth::no;
    if (a == unknown_code || b == unknown_code) return Truth::unknown;
    return a == b ? Truth::yes : Truth::no;
}

Truth compare_truths(Truth a, Truth b) {
    if (a == Truth::unknown || b == Truth::unknown) return Truth::unknown;
    return a == b ? Truth::yes : Truth::no;
}

Truth compare_rows(RowIndex a, RowIndex b) {
    if (a == no_row || b == no_row) return Truth::no;
    if (a == unknown_row || b == unknown_row) return Truth::unknown;
    return a == b ? Truth::yes : Truth::no;
}

}  // namespace

Truth compare_dates(Relation relation, DateInterval a, DateInterval b) {
    return compare(relation, a, b);
}

void Machine::connective(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const bool any = node.op == Op::any_of || node.op == Op::implies;
    out.truths.assign(size, any ? Truth::no : Truth::yes);
    if (node.op == Op::negate) {
        const auto arg = truths(node.args[0]);
        for (std::size_t i = 0; i < size; ++i) out.truths[i] = opposite(arg[i]);
        return;
    }
    bool has_due = false;
    for (std::size_t a = 0; a < node.args.size(); ++a) {
        const auto arg = truths(node.args[a]);
        has_due = has_due || !values_[node.args[a]].due.empty();
        const bool premise = node.op == Op::implies && a == 0;
        if (any)
            for (std::size_t i = 0; i < size; ++i)
                out.truths[i] = either(out.truths[i], premise ? opposite(arg[i]) : arg[i]);
        else
            for (std::size_t i = 0; i < size; ++i) out.truths[i] = both(out.truths[i], arg[i]);
    }
    if (!has_due) return;
    // of several running terms, `en` is first in danger at the first, `of` at the last
    for (std::size_t i = 0; i < size; ++i) {
        if (out.truths[i] != Truth::pending) continue;
        std::int32_t first = no_due;
        std::int32_t last = std::numeric_limits<std::int32_t>::min();
        for (const NodeId arg : node.args) {
            if (truths(arg)[i] != Truth::pending) continue;
            first = std::min(first, due(arg, i));
            last = std::max(last, due(arg, i));
        }
        set_pending(out, size, i, any ? last : first);
    }
}

void Machine::equals(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    out.truths.resize(size);
    const NodeId a = node.args[0];
    const auto fill = [&](auto left, auto right, auto compare) {
        for (std::size_t i = 0; i < size; ++i) out.truths[i] = compare(left[i], right[i]);
    };
    if (node.args.size() == 1) {
        const auto code = codes(a);
        for (std::size_t i = 0; i < size; ++i) {
            if (code[i] == unknown_code)
                out.truths[i] = Truth::unknown;
            else if (code[i] == no_code)
                out.truths[i] = Truth::no;
            else
                out.truths[i] = std::find(node.options.begin(), node.options.end(), code[i]) !=
                                        node.options.end()
                                    ? Truth::yes
                                    : Truth::no;
        }
        return;
    }
    const NodeId b = node.args[1];
    switch (this->node(a).type.kind) {
        case ValueKind::truth:
            return fill(truths(a), truths(b), compare_truths);
        case ValueKind::date:
            return fill(dates(a), dates(b),
                        [](auto x, auto y) { return compare_dates(Relation::equal, x, y); });
        case ValueKind::number:
        case ValueKind::duration:
            return fill(numbers(a), numbers(b),
                        [](auto x, auto y) { return compare(Relation::equal, x, y); });
        case ValueKind::text:
            return fill(texts(a), texts(b), compare_texts);
        case ValueKind::choice:
            return fill(codes(a), codes(b), compare_codes);
        case ValueKind::rows:
            return fill(rows(a), rows(b), compare_rows);
    }
}

void Machine::number_relation(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    out.truths.resize(size);
    const auto a = numbers(node.args[0]);
    const auto b = numbers(node.args[1]);
    for (std::size_t i = 0; i < size; ++i) out.truths[i] = compare(node.relation, a[i], b[i]);
}

void Machine::date_relation(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    out.truths.resize(size);
    const auto a = dates(node.args[0]);
    const auto b = dates(node.args[1]);
    for (std::size_t i = 0; i < size; ++i) out.truths[i] = compare_dates(node.relation, a[i], b[i]);
    const bool has_bound = node.relation == Relation::before || node.relation == Relation::no_later;
    if (!node.in_requirement || !has_bound) return;
    // while the bound is not past, what has not been seen to happen can still happen in time
    const std::int64_t strict = node.relation == Relation::before ? 1 : 0;
    const std::int64_t today = input_.peildatum.days + strict;
    for (std::size_t i = 0; i < size; ++i) {
        if (out.truths[i] == Truth::yes || is_none(b[i])) continue;
        const bool may_come = is_none(a[i]) || is_any(a[i]);
        if (may_come && today <= b[i].first.days)
            set_pending(out, size, i, static_cast<std::int32_t>(b[i].first.days - strict));
        else if (is_none(a[i]) && today <= b[i].last.days)
            out.truths[i] = Truth::unknown;
    }
}

void Machine::pending_until(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const auto truth = truths(node.args[0]);
    const auto until = dates(node.args[1]);
    const bool excludes_day = node.relation == Relation::before;
    const int strict = excludes_day ? 1 : 0;
    const Date today = input_.peildatum + strict;
    out.truths.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        out.truths[i] = truth[i];
        if (truth[i] == Truth::pending) set_pending(out, size, i, due(node.args[0], i));
        if (truth[i] == Truth::yes) continue;
        if (is_none(until[i])) {
            if (excludes_day) set_pending(out, size, i, no_due);
        } else if (is_any(until[i])) {
            out.truths[i] = Truth::unknown;
        } else if (today <= until[i].first) {
            set_pending(out, size, i, until[i].first.days - strict);
        } else if (today <= until[i].last && truth[i] == Truth::no) {
            out.truths[i] = Truth::unknown;
        }
    }
}

namespace {

Truth treats_topic(const DocumentAnswers& answers, const Topic& topic, const Node& node) {
    const TopicEvidence& found = answers.topics[node.index];
    if (node.topic_part != whole_topic && found.parts[node.topic_part].found) return Truth::yes;
    if (found.grade == Grade::unreadable) return Truth::unknown;
    if (node.topic_part != whole_topic) return Truth::no;
    const bool enough =
        found.grade == Grade::content || (found.grade == Grade::pointer && topic.pointer_counts);
    return enough ? Truth::yes : Truth::no;
}

}  // namespace

void Machine::documents(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const auto from = rows(node.args[0]);
    out.truths.assign(size, Truth::unknown);
    for (std::size_t i = 0; i < size; ++i) {
        if (from[i] == no_row) out.truths[i] = Truth::no;
        const DocumentAnswers* answers = answers_for(input_.documents, node.table, from[i]);
        if (answers == nullptr || !answers->readable) continue;
        if (node.op == Op::treats)
            out.truths[i] = treats_topic(*answers, book_.topics[node.index], node);
        else if (node.op == Op::states_other || node.op == Op::states_two)
            out.truths[i] = conflict(node, i, *answers).truth;
        else
            out.truths[i] = mention(node, i, *answers).truth;
    }
}

}  // namespace toets
