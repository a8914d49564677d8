// Values computed from others: ages, words, school years, numbers of days, and choices by a truth.
#include <algorithm>
#include <array>

#include "checker/evaluate/machine.h"
#include "checker/text/ascii.h"

namespace toets {
namespace {

constexpr std::int64_t unit = 10000;
constexpr NumberInterval no_number{1, 0};

/// Phrases that fill a field without saying anything.
constexpr auto empty_phrases = std::to_array<std::string_view>(
    {"n.v.t.", "nvt", "n.v.t", "geen", "-", "onbekend", "volgt", "nog invullen",
     "niet van toepassing", "nee", "ontbreekt", "niet ingevuld", "nog onbekend", "nog niet bekend",
     "niet bekend", "volgt nog", "nog in te vullen"});

std::int64_t word_count(std::string_view text) {
    text = trimmed(text);
    if (std::find(empty_phrases.begin(), empty_phrases.end(), in_small_letters(text)) !=
        empty_phrases.end())
        return 0;
    std::int64_t words = 0;
    bool inside = false;
    for (const char c : text) {
        if (!is_blank(c) && !inside) ++words;
        inside = !is_blank(c);
    }
    return words;
}

NumberInterval age_on(DateInterval born, DateInterval on, LeapBirthday leap) {
    if (is_none(born) || is_none(on)) return no_number;
    if (!is_bounded(born) || !is_bounded(on)) return any_number;
    return {age(born.last, on.first, leap) * unit, age(born.first, on.last, leap) * unit};
}

DateInterval year_edge(NumberInterval year, bool first) {
    if (year.first > year.last) return no_date;
    if (year.first != year.last || year.first < 1 || year.first > 9998) return any_date;
    const SchoolYear each{static_cast<int>(year.first)};
    const Date day = first ? begin(each) : end(each);
    return {day, day};
}

/// Days of [from, to] for which `counts` holds; null when there are more than forty years of them.
template <typename Counts>
NumberInterval counted_days(DateInterval from, DateInterval to, Counts counts) {
    if (is_none(from) || is_none(to)) return no_number;
    if (from.first != from.last || to.first != to.last) return any_number;
    if (to.first - from.first > 15000) return any_number;
    std::int64_t number = 0;
    for (Date day = from.first; day <= to.first; day = day + 1) {
        const std::optional<bool> each = counts(day);
        if (!each) return any_number;
        if (*each) number += unit;
    }
    return {number, number};
}

NumberInterval words_of(const TextValue& text) {
    if (text.state == State::not_applicable) return {0, 0};
    if (text.state != State::known) return any_number;
    const std::int64_t words = word_count(text.text) * unit;
    return {words, words};
}

NumberInterval year_of(DateInterval day) {
    if (is_none(day)) return no_number;
    if (!is_bounded(day)) return any_number;
    return {school_year(day.first).first_year, school_year(day.last).first_year};
}

NumberInterval days_between(DateInterval from, DateInterval to) {
    if (is_none(from) || is_none(to)) return no_number;
    if (!is_bounded(from) || !is_bounded(to)) return any_number;
    return {(to.first - from.last) * unit, (to.last - from.first) * unit};
}

DateInterval next_month_of(DateInterval date) {
    if (!is_bounded(date)) return is_none(date) ? no_date : any_date;
    const auto after = [](Date day) {
        const YearMonthDay parts = civil(day);
        return add_months(day - (parts.day - 1), 1);
    };
    return {after(date.first), after(date.last)};
}

}  // namespace

namespace {

/// The values that one of two can have; any where one of them is a value and the other none.
template <typename Interval>
Interval hull(Interval a, Interval b, Interval any) {
    const bool no_a = a.first > a.last;
    const bool no_b = b.first > b.last;
    if (no_a && no_b) return a;
    return no_a || no_b ? any : Interval{std::min(a.first, b.first), std::max(a.last, b.last)};
}

}  // namespace

void Machine::conditional(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const auto test = truths(node.args[0]);
    const auto pick = [&](auto then, auto otherwise, auto& into, auto either_of) {
        into.resize(size);
        for (std::size_t i = 0; i < size; ++i) {
            if (test[i] == Truth::yes)
                into[i] = then[i];
            else if (test[i] == Truth::no)
                into[i] = otherwise[i];
            else
                into[i] = either_of(then[i], otherwise[i]);
        }
    };
    const NodeId a = node.args[1];
    const NodeId b = node.args[2];
    const auto same_or = [](auto unknown) {
        return [unknown](const auto& x, const auto& y) { return x == y ? x : unknown; };
    };
    switch (node.type.kind) {
        case ValueKind::truth:
            pick(truths(a), truths(b), out.truths, same_or(Truth::unknown));
            for (std::size_t i = 0; i < size; ++i)
                if (out.truths[i] == Truth::pending)
                    set_pending(out, size, i,
                                std::min(test[i] == Truth::no ? no_due : due(a, i),
                                         test[i] == Truth::yes ? no_due : due(b, i)));
            return;
        case ValueKind::date:
            return pick(dates(a), dates(b), out.dates,
                        [](DateInterval x, DateInterval y) { return hull(x, y, any_date); });
        case ValueKind::number:
        case ValueKind::duration:
            return pick(numbers(a), numbers(b), out.numbers,
                        [](NumberInterval x, NumberInterval y) { return hull(x, y, any_number); });
        case ValueKind::text:
            return pick(texts(a), texts(b), out.texts, [](const TextValue& x, const TextValue& y) {
                const bool same = x.state == y.state && x.text == y.text;
                return same ? x : TextValue{{}, State::unknown};
            });
        case ValueKind::choice:
            return pick(codes(a), codes(b), out.codes, same_or(unknown_code));
        case ValueKind::rows:
            return pick(rows(a), rows(b), out.rows, same_or(unknown_row));
    }
}

DateInterval Machine::computed_date(const Node& node, std::size_t i) const {
    const NodeId a = node.args[0];
    if (node.op == Op::next_month) return next_month_of(dates(a)[i]);
    return year_edge(numbers(a)[i], node.op == Op::year_first);
}

NumberInterval Machine::computed_number(const Node& node, std::size_t i) const {
    const NodeId a = node.args[0];
    const NodeId b = node.args.back();
    switch (node.op) {
        case Op::age:
            return age_on(dates(a)[i], dates(b)[i], book_.leap_birthday);
        case Op::words:
            return words_of(texts(a)[i]);
        case Op::year_of:
            return year_of(dates(a)[i]);
        case Op::days_between:
            return days_between(dates(a)[i], dates(b)[i]);
        case Op::school_days_between:
            return counted_days(dates(a)[i], dates(b)[i], [&](Date day) -> std::optional<bool> {
                if (!has_school_ || !school_.knows(day)) return std::nullopt;
                return school_.is_school_day(day);
            });
        default:
            return counted_days(dates(a)[i], dates(b)[i], [&](Date day) -> std::optional<bool> {
                return is_working_day(day, book_.equated_holidays);
            });
    }
}

void Machine::computed(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    if (node.type.kind == ValueKind::date) {
        out.dates.resize(size);
        for (std::size_t i = 0; i < size; ++i) out.dates[i] = computed_date(node, i);
        return;
    }
    out.numbers.resize(size);
    for (std::size_t i = 0; i < size; ++i) out.numbers[i] = computed_number(node, i);
}

}  // namespace toets
