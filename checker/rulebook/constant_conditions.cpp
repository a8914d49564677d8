// Conditions that can never hold, or always do, whatever a dossier states: told from what is
// written, by an interval or a set of options for each operand that is compared with constants.
// Nothing is concluded from a negation but that it contradicts the very same words: what isn't
// applicable is neither at least 5 nor less than 5.
#include <algorithm>
#include <limits>
#include <tuple>

#include "checker/rulebook/compiler.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

namespace {

constexpr std::int64_t none_below = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t none_above = std::numeric_limits<std::int64_t>::max();

/// Whole numbers from first to last; days, or ten-thousandths. Empty when last comes first.
struct Range {
    std::int64_t first = none_below;
    std::int64_t last = none_above;

    bool empty() const { return first > last; }
    bool contains(const Range& other) const { return first <= other.first && last >= other.last; }
};

Range both(const Range& a, const Range& b) {
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

std::string words_of(const ast::Domain& domain);

/// What is written, without its place: two equal texts are the same value.
std::string words_of(const Expr& expr) {
    std::string text = "(" + std::to_string(static_cast<int>(expr.kind));
    for (const ast::Word& each : expr.names) text += "." + each.text;
    text += "\"" + expr.word.text + "\"" + std::to_string(expr.number.ten_thousandths) + "/" +
            std::to_string(expr.date.days) + "/" + std::to_string(expr.duration.count) +
            std::to_string(static_cast<int>(expr.duration.unit)) + (expr.positive ? "+" : "-");
    for (const Expr& each : expr.args) text += words_of(each);
    for (const ast::Domain& each : expr.domain) text += words_of(each);
    return text + ")";
}

std::string words_of(const ast::Domain& domain) {
    // a series or a pair counts as the same only where it is written once
    if (domain.kind != ast::DomainKind::relation)
        return "@" + std::to_string(domain.span.begin) + ":" + std::to_string(domain.span.end);
    std::string text = "@" + domain.name.text + (domain.known ? "?" : "");
    if (domain.alias) text += "=" + domain.alias->text;
    for (const Expr& each : domain.owner) text += words_of(each);
    for (const Expr& each : domain.where) text += "|" + words_of(each);
    return text;
}

}  // namespace

/// What one condition asks of one operand: that it is in a range, or one of a set of options.
struct Demanded {
    std::string operand;
    Range range{};     ///< where it can hold, at the widest that parameters allow
    Range surely{};    ///< where it holds whatever the parameters are
    Range possible{};  ///< what the operand can be at all
    std::optional<std::set<std::string>> options{};
    std::size_t options_all = 0;  ///< how many there are; 0: no end of them
    bool excluded = false;        ///< none of the options
    bool asks_presence = false;   ///< in a requirement: what hasn't happened or isn't there fails
};

namespace {

Range surely_equal(const Range& constant) {
    return constant.first == constant.last ? constant : Range{1, 0};
}

/// The values that compare so with some constant in the range, and with every one of them.
std::pair<Range, Range> ranges_of(ExprKind relation, const Range& constant) {
    const auto above = [](std::int64_t value) { return value == none_above ? value : value + 1; };
    const auto below = [](std::int64_t value) { return value == none_below ? value : value - 1; };
    switch (relation) {
        case ExprKind::at_least:
        case ExprKind::from:
            return {{constant.first, none_above}, {constant.last, none_above}};
        case ExprKind::more_than:
        case ExprKind::after:
            return {{constant.first == none_below ? none_below : above(constant.first), none_above},
                    {above(constant.last), none_above}};
        case ExprKind::at_most:
        case ExprKind::no_later:
        case ExprKind::through:
            return {{none_below, constant.last}, {none_below, constant.first}};
        case ExprKind::less_than:
        case ExprKind::before:
        case ExprKind::until:
            return {{none_below, constant.last == none_above ? none_above : below(constant.last)},
                    {none_below, below(constant.first)}};
        default:
            return {constant, surely_equal(constant)};
    }
}

/// As it is written with the operands the other way round.
ExprKind turned(ExprKind relation) {
    switch (relation) {
        case ExprKind::at_least:
        case ExprKind::from:
            return ExprKind::at_most;
        case ExprKind::more_than:
        case ExprKind::after:
            return ExprKind::less_than;
        case ExprKind::at_most:
        case ExprKind::no_later:
        case ExprKind::through:
            return ExprKind::at_least;
        case ExprKind::less_than:
        case ExprKind::before:
        case ExprKind::until:
            return ExprKind::more_than;
        default:
            return relation;
    }
}

bool compares(const Expr& expr) {
    switch (expr.kind) {
        case ExprKind::at_least:
        case ExprKind::at_most:
        case ExprKind::more_than:
        case ExprKind::less_than:
        case ExprKind::after:
        case ExprKind::from:
        case ExprKind::before:
        case ExprKind::no_later:
        case ExprKind::through:
        case ExprKind::until:
            return true;
        case ExprKind::equals:
            return expr.positive && expr.args.size() == 2;
        default:
            return false;
    }
}

std::optional<Range> literal_range(const Expr& expr) {
    if (expr.kind == ExprKind::number || expr.kind == ExprKind::truth)
        return Range{expr.number.ten_thousandths, expr.number.ten_thousandths};
    if (expr.kind == ExprKind::date) return Range{expr.date.days, expr.date.days};
    return std::nullopt;
}

/// What a value can be, whatever the dossier states: a number of things is not below zero.
Range possible_range(const Expr& expr) {
    const bool counts =
        expr.kind == ExprKind::count ||
        (expr.kind == ExprKind::path && expr.names.size() == 1 && !expr.args.empty() &&
         (expr.names[0] == "leeftijd" || expr.names[0] == "woorden"));
    return counts ? Range{0, none_above} : Range{};
}

/// Narrows what is asked of an operand; true when nothing is left.
bool narrow(Demanded& all, const Demanded& one) {
    all.range = both(all.range, one.range);
    if (one.options && all.options && !all.excluded)
        std::erase_if(*all.options, [&](const std::string& each) {
            return one.options->contains(each) == one.excluded;
        });
    return all.range.empty() || (all.options && all.options->empty());
}

/// Whether the operand always meets one of these.
bool cover(std::vector<Demanded> some) {
    const Demanded any = some.front();
    std::ranges::sort(some, {}, [](const Demanded& each) { return each.surely.first; });
    std::int64_t reached = any.possible.first;
    std::set<std::string> options;
    for (const Demanded& each : some) {
        if (each.options && !each.excluded)
            options.insert(each.options->begin(), each.options->end());
        if (each.options || each.surely.empty() || each.surely.first > reached) continue;
        if (each.surely.last >= any.possible.last) return true;
        reached = std::max(reached, each.surely.last + 1);
    }
    return any.options_all != 0 && options.size() == any.options_all;
}

void flatten(const Expr& expr, ExprKind joined, std::vector<const Expr*>& to) {
    if (expr.kind != joined) return to.push_back(&expr);
    for (const Expr& each : expr.args) flatten(each, joined, to);
}

/// What a condition asks that compares with nothing: that it holds, or is filled in.
Demanded plain(const Expr& expr) {
    const bool asks_filled = expr.kind == ExprKind::is_filled || expr.kind == ExprKind::is_missing;
    if (!asks_filled) return {words_of(expr), {1, 1}, {1, 0}};
    const std::int64_t is = expr.kind == ExprKind::is_filled && expr.positive ? 1 : 0;
    return {"?" + words_of(expr.args[0]), {is, is}, {is, is}, {0, 1}};
}

/// The value of a literal, or all values that a layer may give a parameter.
std::optional<Range> constant_range(const Expr& expr, const ast::Parameter* parameter) {
    if (const auto literal = literal_range(expr)) return literal;
    if (parameter == nullptr) return std::nullopt;
    const auto value = literal_range(parameter->value);
    if (!value || parameter->fixed) return value;
    if (parameter->bounds.size() != 2) return Range{};
    const auto least = literal_range(parameter->bounds[0]);
    const auto most = literal_range(parameter->bounds[1]);
    return least && most ? std::optional(Range{least->first, most->last}) : Range{};
}

bool relates_dates(ExprKind kind) {
    return kind == ExprKind::after || kind == ExprKind::from || kind == ExprKind::before ||
           kind == ExprKind::until || kind == ExprKind::no_later || kind == ExprKind::through;
}

/// How far apart values of the two ranges can be.
Range distance(const Range& from, const Range& to) {
    const bool ends = from.first != none_below && to.last != none_above;
    const bool begins = from.last != none_above && to.first != none_below;
    return {ends ? from.first - to.last : none_below, begins ? from.last - to.first : none_above};
}

/// A comparison, as what it asks of the operand that isn't a constant, or else of the distance
/// between the two.
Demanded compared(const Expr& expr, std::optional<Range> left, std::optional<Range> right) {
    const Expr& a = expr.args[0];
    const Expr& b = expr.args[1];
    Demanded made;
    ExprKind relation = expr.kind;
    Range constant{0, 0};
    if (left.has_value() == right.has_value()) {
        const std::string words[] = {words_of(a), words_of(b)};
        if (words[0] > words[1]) relation = turned(relation);
        made.operand = std::min(words[0], words[1]) + "-" + std::max(words[0], words[1]);
        if (left) made.possible = distance(*left, *right);
        if (left && words[0] > words[1]) made.possible = distance(*right, *left);
        if (words[0] == words[1]) made.possible = {0, 0};
    } else {
        if (left) relation = turned(relation);
        constant = left ? *left : *right;
        made.operand = words_of(left ? b : a);
        made.possible = possible_range(left ? b : a);
    }
    made.asks_presence = relates_dates(expr.kind) && made.possible.first != made.possible.last;
    std::tie(made.range, made.surely) = ranges_of(relation, constant);
    return made;
}

/// `is` with texts.
std::optional<Demanded> one_of_texts(const Expr& expr) {
    Demanded made{words_of(expr.args[0])};
    made.options.emplace();
    made.excluded = !expr.positive;
    for (std::size_t i = 1; i < expr.args.size(); ++i) {
        if (expr.args[i].kind != ExprKind::text) return std::nullopt;
        made.options->insert(expr.args[i].word.text);
    }
    return made;
}

}  // namespace

/// The parameter that the words name; null where a variable goes by that name.
const ast::Parameter* Compiler::parameter_meant(const Expr& expr) const {
    if (!is_lone_name(expr)) return nullptr;
    const auto found = parameters_.find(expr.names.front().text);
    return found == parameters_.end() ? nullptr : found->second;
}

/// What the condition demands, with the parameters and the options that its words mean.
Demanded Compiler::demanded_by(const Expr& expr) const {
    if (const auto chosen = options_meant_.find(&expr); chosen != options_meant_.end()) {
        Demanded made{words_of(expr.args[0])};
        made.options = chosen->second.options;
        made.options_all = chosen->second.all;
        made.excluded = !expr.positive;
        made.asks_presence = true;
        return made;
    }
    if (compares(expr) && expr.args[1].kind != ExprKind::text)
        return compared(expr, constant_range(expr.args[0], parameter_meant(expr.args[0])),
                        constant_range(expr.args[1], parameter_meant(expr.args[1])));
    if (expr.kind == ExprKind::equals)
        if (auto texts = one_of_texts(expr)) return *std::move(texts);
    return plain(expr);
}

namespace {

/// Whether one of these says no to the very words of another.
bool hold_and_deny_the_same(const std::vector<const Expr*>& conditions) {
    std::set<std::string> stated;
    std::set<std::string> denied;
    for (const Expr* each : conditions) {
        if (each->kind == ExprKind::negated)
            denied.insert(words_of(each->args.front()));
        else
            stated.insert(words_of(*each));
    }
    return std::ranges::any_of(denied, [&](const auto& each) { return stated.contains(each); });
}

}  // namespace

/// Whether these can't all hold.
bool Compiler::exclude_each_other(const std::vector<const Expr*>& conditions) const {
    std::map<std::string, Demanded> all;
    std::vector<Demanded> exclusions;
    for (const Expr* each : conditions) {
        if (each->kind == ExprKind::negated) continue;
        Demanded one = demanded_by(*each);
        if (one.excluded) {
            exclusions.push_back(std::move(one));
            continue;
        }
        const auto [known, is_new] = all.emplace(one.operand, one);
        if (!is_new && narrow(known->second, one)) return true;
    }
    for (const Demanded& each : exclusions)
        if (const auto known = all.find(each.operand);
            known != all.end() && narrow(known->second, each))
            return true;
    return hold_and_deny_the_same(conditions);
}

/// Whether one of these holds for whatever is known.
bool Compiler::leave_nothing_out(const std::vector<const Expr*>& conditions) const {
    std::map<std::string, std::vector<Demanded>> by_operand;
    for (const Expr* each : conditions) {
        if (each->kind == ExprKind::negated) continue;
        Demanded one = demanded_by(*each);
        by_operand[one.operand].push_back(std::move(one));
    }
    if (hold_and_deny_the_same(conditions)) return true;
    return std::ranges::any_of(by_operand, [&](const auto& each) {
        const bool asks = requirement_ && each.second.front().asks_presence;
        return !asks && cover(each.second);
    });
}

/// A condition that can never hold is a mistake; one that always does is odd.
void Compiler::check_constant(const Expr& expr) {
    if (!checked_.insert(&expr).second) return;
    std::vector<const Expr*> joined;
    if (expr.kind == ExprKind::all_of) {
        check_together({&expr}, expr.span);
    } else if (expr.kind == ExprKind::any_of) {
        flatten(expr, ExprKind::any_of, joined);
        if (leave_nothing_out(joined)) problem(Code::always_true, expr.span);
    } else if (compares(expr) || options_meant_.contains(&expr)) {
        const Demanded one = demanded_by(expr);
        if (both(one.range, one.possible).empty())
            problem(Code::never_true, expr.span);
        else if (!(requirement_ && one.asks_presence) && cover({one}))
            problem(Code::always_true, expr.span);
    }
}

/// Conditions that must all hold; where a part of them is told already, that says enough.
void Compiler::check_together(const std::vector<const Expr*>& conditions, Span span) {
    const bool told = std::ranges::any_of(problems_, [&](const Diagnostic& each) {
        return each.code == Code::never_true && each.span.source == span.source &&
               each.span.begin >= span.begin && each.span.end <= span.end;
    });
    std::vector<const Expr*> all;
    for (const Expr* each : conditions) flatten(*each, ExprKind::all_of, all);
    if (!told && exclude_each_other(all)) problem(Code::never_true, span);
}

}  // namespace toets
