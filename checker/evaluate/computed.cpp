// Values computed from others: ages, words, school years, numbers of days, and choices by a truth.
#include <algorithm>
#include <array>

#include "checker/evaluate/machine.h"

namespace toets {
namespace {

constexpr std::int64_t unit = 10000;
constexpr NumberInterval no_number{1, 0};

/// Phrases that fill a field without saying anything.
constexpr std::array<std::string_view, 9> empty_phrases = {"n.v.t.",
                                                           "nvt",
                                                           "n.v.t",
                                                           "geen",
                                                           "-",
                                                           "onbekend",
                                                           "volgt",
                                                           "nog invullen",
                                                           "niet van toepassing"};

std::int64_t word_count(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    std::string folded(text);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (std::find(empty_phrases.begin(), empty_phrases.end(), folded) != empty_phrases.end())
        return 0;
    std::int64_t words = 0;
    bool inside = false;
    for (const char c : text) {
        if (!is_space(c) && !inside) ++words;
        inside = !is_space(c);
    }
    return words;
}

NumberInterval age_on(DateInterval born, DateInterval on) {
    if (is_none(born) || is_none(on)) return no_number;
    if (is_any(born) || is_any(on)) return any_number;
    return {age(born.last, on.first) * unit, age(born.first, on.last) * unit};
}

bool is_known(DateInterval a) { return !is_none(a) && !is_any(a); }

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

DateInterval next_month_of(DateInterval date) {
    if (!is_known(date)) return date;
    const auto after = [](Date day) {
        const YearMonthDay parts = civil(day);
        return add_months(day - (parts.day - 1), 1);
    };
    return {after(date.first), after(date.last)};
}

}  // namespace

void Machine::conditional(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const auto test = truths(node.args[0]);
    const auto pick = [&](auto then, auto otherwise, auto& into, auto unknown, auto same) {
        into.resize(size);
        for (std::size_t i = 0; i < size; ++i) {
            if (test[i] == Truth::yes)
                into[i] = then[i];
            else if (test[i] == Truth::no)
                into[i] = otherwise[i];
            else
                into[i] = same(then[i], otherwise[i]) ? then[i] : unknown;
        }
    };
    const NodeId a = node.args[1];
    const NodeId b = node.args[2];
    const auto equal = [](const auto& x, const auto& y) { return x == y; };
    switch (node.type.kind) {
        case ValueKind::truth:
            return pick(truths(a), truths(b), out.truths, Truth::unknown, equal);
        case ValueKind::date:
            return pick(dates(a), dates(b), out.dates, any_date, equal);
        case ValueKind::number:
            return pick(numbers(a), numbers(b), out.numbers, any_number,
                        [](auto x, auto y) { return x.first == y.first && x.last == y.last; });
        case ValueKind::text:
            return pick(texts(a), texts(b), out.texts, TextValue{{}, State::unknown},
                        [](const auto& x, const auto& y) {
                            return x.state == y.state && x.text == y.text;
                        });
        case ValueKind::choice:
            return pick(codes(a), codes(b), out.codes, unknown_code, equal);
        case ValueKind::rows:
            return pick(rows(a), rows(b), out.rows, unknown_row, equal);
    }
}

void Machine::computed(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    const NodeId a = node.args[0];
    const NodeId b = node.args.back();
    if (node.type.kind == ValueKind::date)
        out.dates.resize(size);
    else
        out.numbers.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        switch (node.op) {
            case Op::age:
                out.numbers[i] = age_on(dates(a)[i], dates(b)[i]);
                break;
            case Op::words: {
                const TextValue& text = texts(a)[i];
                if (text.state == State::known) {
                    const std::int64_t words = word_count(text.text) * unit;
                    out.numbers[i] = {words, words};
                } else {
                    out.numbers[i] =
                        text.state == State::not_applicable ? NumberInterval{0, 0} : any_number;
                }
                break;
            }
            case Op::year_first:
                out.dates[i] = year_edge(numbers(a)[i], true);
                break;
            case Op::year_last:
                out.dates[i] = year_edge(numbers(a)[i], false);
                break;
            case Op::year_of: {
                const DateInterval day = dates(a)[i];
                if (!is_known(day))
                    out.numbers[i] = is_none(day) ? no_number : any_number;
                else
                    out.numbers[i] = {school_year(day.first).first_year,
                                      school_year(day.last).first_year};
                break;
            }
            case Op::days_between: {
                const DateInterval from = dates(a)[i];
                const DateInterval to = dates(b)[i];
                if (is_none(from) || is_none(to))
                    out.numbers[i] = no_number;
                else if (is_any(from) || is_any(to))
                    out.numbers[i] = any_number;
                else
                    out.numbers[i] = {(to.first - from.last) * unit, (to.last - from.first) * unit};
                break;
            }
            case Op::school_days_between:
                out.numbers[i] =
                    counted_days(dates(a)[i], dates(b)[i], [&](Date day) -> std::optional<bool> {
                        if (!has_school_ || !school_.knows(day)) return std::nullopt;
                        return school_.is_school_day(day);
                    });
                break;
            case Op::working_days_between:
                out.numbers[i] =
                    counted_days(dates(a)[i], dates(b)[i], [&](Date day) -> std::optional<bool> {
                        return is_working_day(day, book_.equated_holidays);
                    });
                break;
            default:
                out.dates[i] = next_month_of(dates(a)[i]);
                break;
        }
    }
}

}  // namespace toets
