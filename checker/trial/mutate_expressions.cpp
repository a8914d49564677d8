// Changes to the conditions and values of a rule.
#include <array>
#include <utility>

#include "checker/text/decimal.h"
#include "checker/trial/mutator.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

namespace {

struct Swap {
    ExprKind was;
    const char* word;
    ExprKind becomes;
    const char* other;
};

/// What differs in one day or one unit at the edge.
constexpr std::array<Swap, 10> relations = {{
    {ExprKind::after, "na", ExprKind::from, "vanaf"},
    {ExprKind::from, "vanaf", ExprKind::after, "na"},
    {ExprKind::before, "voor", ExprKind::no_later, "uiterlijk"},
    {ExprKind::no_later, "uiterlijk", ExprKind::before, "voor"},
    {ExprKind::until, "tot", ExprKind::through, "tot en met"},
    {ExprKind::through, "tot en met", ExprKind::until, "tot"},
    {ExprKind::at_least, "ten minste", ExprKind::more_than, "meer dan"},
    {ExprKind::more_than, "meer dan", ExprKind::at_least, "ten minste"},
    {ExprKind::at_most, "ten hoogste", ExprKind::less_than, "minder dan"},
    {ExprKind::less_than, "minder dan", ExprKind::at_most, "ten hoogste"},
}};

constexpr std::array<Swap, 4> counts = {{
    {ExprKind::count_at_least, "ten minste", ExprKind::count_exactly, "precies"},
    {ExprKind::count_at_most, "ten hoogste", ExprKind::count_exactly, "precies"},
    {ExprKind::count_exactly, "precies", ExprKind::count_at_least, "ten minste"},
    {ExprKind::count_exactly, "precies", ExprKind::count_at_most, "ten hoogste"},
}};

constexpr std::array<Swap, 6> aggregates = {{
    {ExprKind::earliest, "vroegste", ExprKind::latest, "recentste"},
    {ExprKind::latest, "recentste", ExprKind::earliest, "vroegste"},
    {ExprKind::greatest, "grootste", ExprKind::least, "kleinste"},
    {ExprKind::least, "kleinste", ExprKind::greatest, "grootste"},
    {ExprKind::first_row, "eerste", ExprKind::last_row, "laatste"},
    {ExprKind::last_row, "laatste", ExprKind::first_row, "eerste"},
}};

constexpr std::array<Swap, 6> quantifiers = {{
    {ExprKind::exists, "er is een", ExprKind::none, "er is geen"},
    {ExprKind::exists, "er is een", ExprKind::for_all, "voor elk"},
    {ExprKind::none, "er is geen", ExprKind::exists, "er is een"},
    {ExprKind::none, "er is geen", ExprKind::for_all, "voor elk"},
    {ExprKind::for_all, "voor elk", ExprKind::exists, "er is een"},
    {ExprKind::for_all, "voor elk", ExprKind::none, "er is geen"},
}};

/// A quantifier with what it asks of each of its rows moved to where the other kind has it.
void become(Expr& expr, ExprKind kind) {
    auto& where = expr.domain[0].where;
    if (kind == ExprKind::for_all) {
        expr.args = {where[0]};
        where.clear();
    } else if (expr.kind == ExprKind::for_all) {
        Expr both;
        both.kind = ExprKind::all_of;
        both.span = expr.span;
        if (!where.empty()) both.args.push_back(where[0]);
        both.args.push_back(expr.args[0]);
        where = {std::move(both)};
        expr.args.clear();
    }
    expr.kind = kind;
}

}  // namespace

const ParameterValue* Mutator::parameter(const Expr& expr) const {
    if (expr.kind != ExprKind::path || expr.names.size() != 1 || !expr.args.empty()) return nullptr;
    for (const ParameterValue& each : book_.parameters)
        if (each.name == expr.names[0].text) return &each;
    return nullptr;
}

/// Whether this is a day that lies a length of time before or after another.
bool Mutator::is_shift(const Expr& expr) const {
    const ParameterValue* length = parameter(expr.args[0]);
    return expr.args[0].kind == ExprKind::duration ||
           (length != nullptr && length->value.kind == ExprKind::duration);
}

/// Where the word stands that connects two expressions.
Span Mutator::between(const Expr& left, const Expr& right) const {
    Span gap{left.span.source, left.span.end, right.span.begin};
    const std::string& text = sources_[gap.source].text();
    const auto is_letter = [&](std::uint32_t at) {
        return text[at] > ' ' && text[at] != '(' && text[at] != ')';
    };
    while (gap.begin < gap.end && !is_letter(gap.begin)) ++gap.begin;
    while (gap.begin < gap.end && !is_letter(gap.end - 1)) --gap.end;
    return gap;
}

void Mutator::expression(Expr& expr, Span context) {
    if (done_) return;
    relation(expr);
    filled(expr);
    equality(expr);
    connective(expr);
    conditional(expr);
    quantifier(expr);
    aggregate(expr);
    literal(expr, context);
    for (std::size_t i = 0; i < expr.args.size() && !done_; ++i)
        expression(expr.args[i], expr.span);
    for (std::size_t i = 0; i < expr.domain.size() && !done_; ++i) domain(expr.domain[i]);
}

void Mutator::relation(Expr& expr) {
    if (expr.kind == ExprKind::within &&
        offer(between(expr.args[1], expr.args[2]), expr.span, expr.positive ? "na" : "vanaf",
              expr.positive ? "vanaf" : "na"))
        expr.positive = !expr.positive;
    for (const Swap& each : relations) {
        if (done_ || expr.kind != each.was || is_shift(expr)) continue;
        if (offer(between(expr.args[0], expr.args[1]), expr.span, each.word, each.other))
            expr.kind = each.becomes;
    }
    for (const Swap& each : counts) {
        if (done_ || expr.kind != each.was) continue;
        if (offer(expr.span, expr.span, each.word, each.other)) expr.kind = each.becomes;
    }
}

void Mutator::filled(Expr& expr) {
    const bool missing = expr.kind == ExprKind::is_missing;
    if (done_ || (!missing && expr.kind != ExprKind::is_filled)) return;
    const bool positive = !missing && expr.positive;
    const std::string was = missing ? "ontbreekt" : positive ? "is ingevuld" : "is niet ingevuld";
    if (!offer(expr.span, expr.span, was, positive ? "ontbreekt" : "is ingevuld")) return;
    expr.kind = ExprKind::is_filled;
    expr.positive = !positive;
}

void Mutator::equality(Expr& expr) {
    if (done_ || expr.kind != ExprKind::equals) return;
    if (offer(between(expr.args[0], expr.args[1]), expr.span, expr.positive ? "is" : "is niet",
              expr.positive ? "is niet" : "is")) {
        expr.positive = !expr.positive;
        return;
    }
    for (std::size_t i = 1; i < expr.args.size() && expr.args.size() > 2 && !done_; ++i)
        if (drop(expr.args[i].span, expr.span))
            expr.args.erase(expr.args.begin() + static_cast<std::ptrdiff_t>(i));
}

void Mutator::connective(Expr& expr) {
    const bool all = expr.kind == ExprKind::all_of;
    if (!done_ && (all || expr.kind == ExprKind::any_of)) {
        if (offer(between(expr.args[0], expr.args[1]), expr.span, all ? "en" : "of",
                  all ? "of" : "en"))
            expr.kind = all ? ExprKind::any_of : ExprKind::all_of;
        for (std::size_t i = 0; i < expr.args.size() && !done_; ++i)
            if (drop(expr.args[i].span, expr.span))
                expr.args.erase(expr.args.begin() + static_cast<std::ptrdiff_t>(i));
        if (done_ && expr.args.size() == 1) expr = Expr(expr.args[0]);
    }
    if (!done_ && expr.kind == ExprKind::implies && drop(expr.args[0].span, expr.span, "als "))
        expr = Expr(expr.args[1]);
    if (!done_ && expr.kind == ExprKind::treats && !expr.names.empty() &&
        drop(expr.names[0].span, expr.span, "deel "))
        expr.names.clear();
    if (!done_ && expr.kind == ExprKind::pending_until &&
        drop(expr.args[1].span, expr.span, expr.positive ? "loopt tot en met " : "loopt tot "))
        expr = Expr(expr.args[0]);
    if (!done_ && expr.kind == ExprKind::negated &&
        offer({expr.span.source, expr.span.begin, expr.args[0].span.begin}, expr.span,
              "zonder niet"))
        expr = Expr(expr.args[0]);
}

void Mutator::conditional(Expr& expr) {
    if (expr.kind != ExprKind::conditional) return;
    for (const std::size_t i : {1U, 2U})
        if (!done_ && drop(expr.args[3 - i].span, expr.span, i == 1 ? "anders " : "dan ")) {
            expr = Expr(expr.args[i]);
            return;
        }
}

void Mutator::quantifier(Expr& expr) {
    for (const Swap& each : quantifiers) {
        if (done_ || expr.kind != each.was) continue;
        const ast::Domain& domain = expr.domain[0];
        const bool fits = each.becomes == ExprKind::for_all ? !domain.where.empty()
                          : each.was == ExprKind::for_all ? domain.kind == ast::DomainKind::relation
                                                          : true;
        const Span word{expr.span.source, expr.span.begin, domain.span.begin};
        if (fits && offer(word, expr.span, each.word, each.other))
            return become(expr, each.becomes);
    }
}

void Mutator::aggregate(Expr& expr) {
    for (const Swap& each : aggregates)
        if (!done_ && expr.kind == each.was && offer(expr.span, expr.span, each.word, each.other))
            expr.kind = each.becomes;
}

void Mutator::length(Expr& expr, Duration from, const std::string& was, Span context) {
    for (const std::int32_t more : {1, -1}) {
        const Duration other{from.count + more, from.unit};
        if (done_ || other.count < 0 || !offer(expr.span, context, was, duration_words(other)))
            continue;
        expr.kind = ExprKind::duration;
        expr.duration = other;
    }
}

void Mutator::number(Expr& expr, std::int64_t from, const std::string& was, Span context) {
    for (const std::int64_t more : {10000, -10000}) {
        const std::int64_t other = from + more;
        if (done_ || other < 0 || !offer(expr.span, context, was, decimal_text(other))) continue;
        expr.kind = ExprKind::number;
        expr.number.ten_thousandths = other;
    }
}

void Mutator::literal(Expr& expr, Span context) {
    if (done_) return;
    if (expr.kind == ExprKind::duration)
        return length(expr, expr.duration, duration_words(expr.duration), context);
    const bool school_year = words_of(sources_, expr.span).find('-') != std::string::npos;
    if (expr.kind == ExprKind::number && !school_year)
        return number(expr, expr.number.ten_thousandths, decimal_text(expr.number.ten_thousandths),
                      context);
    if (expr.kind == ExprKind::date) {
        const Date written = expr.date;
        for (const std::int32_t days : {1, -1}) {
            const Date other{written.days + days};
            if (offer(expr.span, context, iso(written), iso(other))) expr.date = other;
        }
    }
    if (const ParameterValue* value = parameter(expr)) {
        if (value->value.kind == ExprKind::duration)
            length(expr, value->value.duration, value->name, context);
        else if (value->value.kind == ExprKind::number)
            number(expr, value->value.number.ten_thousandths, value->name, context);
    }
}

void Mutator::domain(ast::Domain& domain) {
    if (done_) return;
    if (!domain.where.empty() && drop(domain.where[0].span, domain.span, "met ")) {
        domain.where.clear();
        return;
    }
    if (domain.known && drop(*domain.known, domain.span)) {
        domain.known.reset();
        return;
    }
    for (std::size_t i = 0; i < domain.where.size() && !done_; ++i) expression(domain.where[i]);
    for (std::size_t i = 0; i < domain.over.size() && !done_; ++i) this->domain(domain.over[i]);
    for (std::size_t i = 0; i < domain.args.size() && !done_; ++i)
        expression(domain.args[i], domain.span);
    const Duration gap = domain.gap;
    if (domain.kind != ast::DomainKind::series || gap.count == 0) return;
    for (const std::int32_t more : {1, -1}) {
        const Duration other{gap.count + more, gap.unit};
        if (offer(domain.span, domain.span, "gat " + duration_words(gap), duration_words(other)))
            domain.gap = other;
    }
}

}  // namespace toets
