// Expressions, domains and literals.
#include <array>
#include <charconv>
#include <utility>

#include "checker/language/builder.h"
#include "checker/text/months.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

namespace {

Expr node(ExprKind kind, Span span) {
    Expr made;
    made.kind = kind;
    made.span = span;
    return made;
}

Expr node(ExprKind kind, Span span, std::vector<Expr> args) {
    Expr made = node(kind, span);
    made.args = std::move(args);
    return made;
}

constexpr std::int64_t number_max = 99'999'999'999'999;  // its ten-thousandths fit 64 bits
constexpr std::size_t decimals_max = 4;
constexpr int duration_max = 99'999;  // in any unit

ExprKind relation_of(Grammar::DateRelationContext& tree) {
    const std::string word = tree.start->getText();
    if (word == "na") return ExprKind::after;
    if (word == "vanaf") return ExprKind::from;
    if (word == "uiterlijk") return ExprKind::no_later;
    if (word == "tot") return tree.children.size() > 1 ? ExprKind::through : ExprKind::until;
    return ExprKind::before;
}

ExprKind bound_of(Grammar::BoundContext& tree) {
    if (has(tree, "minste")) return ExprKind::at_least;
    if (has(tree, "hoogste")) return ExprKind::at_most;
    return has(tree, "meer") ? ExprKind::more_than : ExprKind::less_than;
}

}  // namespace

Expr Builder::expression(Grammar::ExpressionContext& tree) {
    if (tree.implication() != nullptr) return implication(*tree.implication());
    return disjunction(*tree.disjunction());
}

/// With `anders` it is a choice between two values; a condition is a value too.
Expr Builder::implication(Grammar::ImplicationContext& tree) {
    std::vector<Expr> args;
    for (auto* each : tree.disjunction()) args.push_back(disjunction(*each));
    if (tree.implication() != nullptr) args.push_back(implication(*tree.implication()));
    if (tree.expression() != nullptr) args.push_back(expression(*tree.expression()));
    const ExprKind kind = args.size() == 3 ? ExprKind::conditional : ExprKind::implies;
    return node(kind, span(tree), std::move(args));
}

Expr Builder::disjunction(Grammar::DisjunctionContext& tree) {
    if (tree.conjunction().size() == 1) return conjunction(*tree.conjunction(0));
    std::vector<Expr> args;
    for (auto* each : tree.conjunction()) args.push_back(conjunction(*each));
    return node(ExprKind::any_of, span(tree), std::move(args));
}

Expr Builder::conjunction(Grammar::ConjunctionContext& tree) {
    if (tree.negation().size() == 1) return negation(*tree.negation(0));
    std::vector<Expr> args;
    for (auto* each : tree.negation()) args.push_back(negation(*each));
    return node(ExprKind::all_of, span(tree), std::move(args));
}

Expr Builder::negation(Grammar::NegationContext& tree) {
    if (tree.quantifier() != nullptr) return quantifier(*tree.quantifier());
    if (tree.comparison() != nullptr) return comparison(*tree.comparison());
    std::vector<Expr> args;
    args.push_back(negation(*tree.negation()));
    return node(ExprKind::negated, span(tree), std::move(args));
}

Expr Builder::comparison(Grammar::ComparisonContext& tree) {
    if (tree.value() == nullptr) return misplaced_length(tree);
    Expr left = value(*tree.value());
    auto* c = tree.comparator();
    if (c == nullptr) return left;
    if (auto* w = dynamic_cast<Grammar::WithinContext*>(c))
        return within(std::move(left), *w->term(), span(tree));
    Expr made = node(ExprKind::is_filled, span(tree));
    made.args.push_back(std::move(left));
    if (dynamic_cast<Grammar::FilledInContext*>(c) != nullptr) made.positive = !has(*c, "niet");
    if (dynamic_cast<Grammar::MissingContext*>(c) != nullptr) made.kind = ExprKind::is_missing;
    if (auto* b = dynamic_cast<Grammar::NumberBoundContext*>(c)) {
        made.kind = bound_of(*b->bound());
        made.args.push_back(operand(*b->operand()));
    }
    if (auto* e = dynamic_cast<Grammar::EqualityContext*>(c)) {
        made.kind = ExprKind::equals;
        made.positive = !has(*c, "niet");
        for (Expr& each : options(*e->optionList())) made.args.push_back(std::move(each));
    }
    if (auto* d = dynamic_cast<Grammar::DateComparisonContext*>(c)) {
        made.kind = relation_of(*d->dateRelation());
        made.args.push_back(value(*d->value()));
    }
    if (auto* a = dynamic_cast<Grammar::AtLeastBeforeContext*>(c)) {
        made.kind = ExprKind::at_least_before;
        made.args.push_back(duration(*a->duration()));
        made.args.push_back(value(*a->value()));
    }
    if (auto* t = dynamic_cast<Grammar::TreatsTopicContext*>(c)) {
        made.kind = ExprKind::treats;
        made.word = word(*t->name(0));
        if (t->name().size() > 1) made.names.push_back(word(*t->name(1)));
    }
    if (auto* m = dynamic_cast<Grammar::MentionsOtherContext*>(c)) {
        made.kind = ExprKind::mentions_other;
        made.word = string(*m->STRING());
        made.args.push_back(value(*m->value()));
    }
    if (auto* e = dynamic_cast<Grammar::ElsewhereContext*>(c)) {
        made.kind = ExprKind::elsewhere;
        made.word = word(*e->name());
    }
    if (auto* s = dynamic_cast<Grammar::StatesOtherContext*>(c)) {
        made.kind = ExprKind::states_other;
        made.word = word(*s->name(0));
        made.names.push_back(word(*s->name(1)));
        made.args.push_back(value(*s->value()));
    }
    if (auto* s = dynamic_cast<Grammar::StatesTwoContext*>(c)) {
        made.kind = ExprKind::states_two;
        made.word = word(*s->name(0));
        made.names.push_back(word(*s->name(1)));
    }
    if (auto* m = dynamic_cast<Grammar::MentionsContext*>(c)) {
        made.kind = ExprKind::mentions;
        made.args.push_back(value(*m->value()));
    }
    return made;
}

/// A length where a condition belongs, for the message that says so.
Expr Builder::misplaced_length(Grammar::ComparisonContext& tree) {
    Expr made = length(*tree.INT(), *tree.unit());
    auto* after = tree.afterLength();
    if (after == nullptr || after->value() == nullptr) return made;
    std::vector<Expr> args;
    args.push_back(std::move(made));
    args.push_back(value(*after->value()));
    return node(ExprKind::until, span(tree), std::move(args));
}

/// What `is` compares with: a value or a word, and further words or literals.
std::vector<Expr> Builder::options(Grammar::OptionListContext& tree) {
    std::vector<Expr> made;
    const auto add_word = [&](antlr4::ParserRuleContext& written) {
        made.push_back(node(ExprKind::option, span(written)));
        made.back().word = word(written);
    };
    if (tree.comparand()->operand() != nullptr)
        made.push_back(operand(*tree.comparand()->operand()));
    else
        add_word(*tree.comparand());
    for (auto* child : tree.children) {
        if (auto* each = dynamic_cast<Grammar::OptionContext*>(child)) add_word(*each);
        if (auto* each = dynamic_cast<Grammar::LiteralContext*>(child))
            made.push_back(literal(*each));
    }
    return made;
}

Expr Builder::within(Expr left, Grammar::TermContext& tree, Span whole) {
    Expr made = node(ExprKind::within, whole);
    made.positive = has(tree, "na");
    made.args.push_back(std::move(left));
    made.args.push_back(duration(*tree.duration()));
    made.args.push_back(value(*tree.value()));
    for (auto* change : tree.termChange()) {
        if (auto* e = dynamic_cast<Grammar::ExtensionContext*>(change)) {
            Expr extension = node(ExprKind::extension, span(*e));
            extension.args.push_back(value(*e->value()));
            extension.args.push_back(duration(*e->duration()));
            extension.args.push_back(conjunction(*e->conjunction()));
            made.args.push_back(std::move(extension));
        }
        if (auto* s = dynamic_cast<Grammar::SuspensionContext*>(change)) {
            Expr suspension = node(ExprKind::suspension, span(*s));
            suspension.domain.push_back(domain(*s->domain()));
            for (auto* each : s->value()) suspension.args.push_back(value(*each));
            made.args.push_back(std::move(suspension));
        }
    }
    return made;
}

Expr Builder::quantifier(Grammar::QuantifierContext& tree) {
    Expr made = node(ExprKind::exists, span(tree));
    if (auto* q = dynamic_cast<Grammar::ExistsContext*>(&tree))
        made.domain.push_back(domain(*q->domain()));
    if (auto* q = dynamic_cast<Grammar::NoneContext*>(&tree)) {
        made.kind = ExprKind::none;
        made.domain.push_back(domain(*q->domain()));
    }
    if (auto* q = dynamic_cast<Grammar::CountedContext*>(&tree)) {
        made.kind = has(*q->count(), "minste")    ? ExprKind::count_at_least
                    : has(*q->count(), "hoogste") ? ExprKind::count_at_most
                                                  : ExprKind::count_exactly;
        made.args.push_back(value(*q->value()));
        made.domain.push_back(domain(*q->domain()));
    }
    if (auto* q = dynamic_cast<Grammar::ForAllContext*>(&tree)) {
        made.kind = ExprKind::for_all;
        made.domain.push_back(domain(*q->domain()));
        made.args.push_back(expression(*q->expression()));
    }
    if (auto* q = dynamic_cast<Grammar::RecurringContext*>(&tree)) {
        made.kind = ExprKind::recurring;
        made.domain.push_back(closed_domain(*q->closedDomain()));
        made.args.push_back(duration(*q->duration()));
        for (auto* each : q->value()) made.args.push_back(value(*each));
    }
    return made;
}

Expr Builder::value(Grammar::ValueContext& tree) {
    if (auto* v = dynamic_cast<Grammar::PlainValueContext*>(&tree)) return primary(*v->primary());
    Expr made = node(ExprKind::count, span(tree));
    if (auto* v = dynamic_cast<Grammar::CountValueContext*>(&tree))
        made.domain.push_back(closed_domain(*v->closedDomain()));
    if (auto* v = dynamic_cast<Grammar::AggregateContext*>(&tree)) {
        static const std::array<std::pair<const char*, ExprKind>, 5> kinds = {
            {{"vroegste", ExprKind::earliest},
             {"recentste", ExprKind::latest},
             {"som", ExprKind::sum},
             {"grootste", ExprKind::greatest},
             {"kleinste", ExprKind::least}}};
        for (const auto& [name, kind] : kinds)
            if (tree.start->getText() == name) made.kind = kind;
        made.args.push_back(value(*v->value()));
        made.domain.push_back(closed_domain(*v->closedDomain()));
    }
    if (auto* v = dynamic_cast<Grammar::ChosenRowContext*>(&tree)) {
        made.kind = tree.start->getText() == "eerste" ? ExprKind::first_row : ExprKind::last_row;
        made.domain.push_back(closed_domain(*v->closedDomain()));
        made.args.push_back(value(*v->value()));
    }
    if (auto* v = dynamic_cast<Grammar::ShiftedDateContext*>(&tree)) {
        made.kind = has(*v, "na")      ? ExprKind::after
                    : has(*v, "vanaf") ? ExprKind::from
                                       : ExprKind::before;
        made.args.push_back(length(*v->INT(), *v->unit()));
        made.args.push_back(value(*v->value()));
    }
    return made;
}

Expr Builder::operand(Grammar::OperandContext& tree) {
    if (tree.value() != nullptr) return value(*tree.value());
    return length(*tree.INT(), *tree.unit());
}

Expr Builder::pendable(Grammar::PendableContext& tree) {
    if (tree.value() == nullptr) return expression(*tree.expression());
    Expr made = node(ExprKind::pending_until, span(tree), {});
    made.args.push_back(expression(*tree.expression()));
    made.args.push_back(value(*tree.value()));
    made.positive = tree.through != nullptr;
    return made;
}

Expr Builder::primary(Grammar::PrimaryContext& tree) {
    if (auto* p = dynamic_cast<Grammar::LiteralValueContext*>(&tree)) return literal(*p->literal());
    if (auto* p = dynamic_cast<Grammar::PathValueContext*>(&tree)) return path(*p->path());
    auto& grouped = dynamic_cast<Grammar::GroupedContext&>(tree);
    Expr inner = pendable(*grouped.pendable());
    if (grouped.name().empty()) return inner;
    Expr made = node(ExprKind::member, span(tree));
    made.args.push_back(std::move(inner));
    for (auto* each : grouped.name()) made.names.push_back(word(*each));
    return made;
}

Expr Builder::path(Grammar::PathContext& tree) {
    Expr made = node(ExprKind::path, span(tree));
    for (auto* each : tree.name()) made.names.push_back(word(*each));
    auto* arguments = tree.arguments();
    if (arguments == nullptr) return made;
    for (auto* each : arguments->operand()) made.args.push_back(operand(*each));
    if (arguments->primary() != nullptr) made.args.push_back(primary(*arguments->primary()));
    return made;
}

Expr Builder::duration(Grammar::DurationContext& tree) {
    if (tree.path() != nullptr) return path(*tree.path());
    return length(*tree.INT(), *tree.unit());
}

Unit Builder::unit(Grammar::UnitContext& tree) const {
    return unit_named(written(tree)).value_or(Unit::days);  // the grammar has no other words
}

Expr Builder::length(antlr4::tree::TerminalNode& count, Grammar::UnitContext& unit) const {
    const int many = this->count(count, duration_max);
    Span whole = span(*count.getSymbol());
    whole.end = span(unit).end;
    Expr made = node(ExprKind::duration, whole);
    made.duration = {many, this->unit(unit)};
    return made;
}

Expr Builder::literal(Grammar::LiteralContext& tree) {
    if (tree.number() != nullptr) return number(*tree.number());
    if (tree.dateLiteral() != nullptr) return date(*tree.dateLiteral());
    if (tree.SCHOOL_YEAR() != nullptr) {
        Expr year = node(ExprKind::number, span(tree));
        const auto read = parse_school_year(written(tree));
        if (!read)
            problems_.push_back(
                {Code::no_such_school_year, span(tree), {std::string(written(tree))}});
        else
            year.number.ten_thousandths = read->first_year;
        return year;
    }
    Expr made = node(tree.yesNo() != nullptr ? ExprKind::truth : ExprKind::text, span(tree));
    if (tree.yesNo() != nullptr)
        made.number.ten_thousandths = written(tree) == "ja" ? 1 : 0;
    else
        made.word = string(*tree.STRING());
    return made;
}

Expr Builder::number(Grammar::NumberContext& tree) const {
    Expr made = node(ExprKind::number, span(tree));
    const std::string_view text = written(tree);
    const std::size_t comma = std::min(text.find(','), text.size());
    std::string fraction(text.substr(std::min(comma + 1, text.size())));
    if (fraction.size() > decimals_max)
        problems_.push_back({Code::too_many_decimals, made.span, {std::string(text)}});
    fraction.resize(decimals_max, '0');
    Span before = made.span;
    before.end = before.begin + static_cast<std::uint32_t>(comma);
    made.number.ten_thousandths = whole(before, number_max) * 10000 + std::stoi(fraction);
    return made;
}

std::int64_t Builder::whole(Span digits, std::int64_t highest) const {
    const std::string_view text = text_.substr(digits.begin, digits.end - digits.begin);
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec == std::errc() && value <= highest) return value;
    problems_.push_back(
        {Code::number_too_large, digits, {std::string(text), std::to_string(highest)}});
    return highest;
}

int Builder::count(antlr4::tree::TerminalNode& digits, int highest) const {
    return static_cast<int>(whole(span(*digits.getSymbol()), highest));
}

std::optional<Date> Builder::date_value(Grammar::DateLiteralContext& tree) {
    std::optional<Date> found;
    if (tree.DATE() != nullptr) {
        const auto interval = parse_date(written(*tree.DATE()));
        if (interval && interval->first == interval->last) found = interval->first;
    } else {
        const auto digits = [&](std::size_t which) {
            const std::string_view text = written(*tree.INT(which));
            int value = -1;  // no day and no year; so it stays when the digits are too many
            std::from_chars(text.data(), text.data() + text.size(), value);
            return value;
        };
        found =
            make_date(digits(1), month_number(written(*tree.monthName())).value_or(0), digits(0));
    }
    if (!found) {
        std::string written;
        for (auto* child : tree.children)
            written += (written.empty() ? "" : " ") + child->getText();
        problems_.push_back({Code::no_such_date, span(tree), {written}});
    }
    return found;
}

Expr Builder::date(Grammar::DateLiteralContext& tree) {
    Expr made = node(ExprKind::date, span(tree));
    made.date = date_value(tree).value_or(Date{});
    return made;
}

}  // namespace toets
