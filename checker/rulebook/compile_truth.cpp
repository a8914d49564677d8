// Conditions: connectives, comparisons, terms and quantifiers.
#include <algorithm>

#include "checker/rulebook/compiler.h"
#include "checker/text/suggest.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

namespace {

Relation relation_of(ExprKind kind) {
    switch (kind) {
        case ExprKind::after:
        case ExprKind::more_than:
            return Relation::after;
        case ExprKind::from:
        case ExprKind::at_least:
            return Relation::from;
        case ExprKind::before:
        case ExprKind::until:
        case ExprKind::less_than:
            return Relation::before;
        default:
            return Relation::no_later;
    }
}

}  // namespace

/// A truth where the language asks for one, or any value where a definition gives one.
NodeId Compiler::truth(const Expr& expr) {
    const NodeId made = any_value(expr);
    if (made == no_node || at(made).type.kind != ValueKind::truth) return made;
    book_.conditions.push_back({expr.span, made});
    check_constant(expr);
    return made;
}

// NOLINTNEXTLINE(readability-function-size): a row for each kind of expression
NodeId Compiler::any_value(const Expr& expr) {
    switch (expr.kind) {
        case ExprKind::implies: {
            const NodeId premise = condition(expr.args[0]);
            const NodeId conclusion = truth(expr.args[1]);
            if (!expect_kind(conclusion, ValueKind::truth, expr.args[1].span)) return no_node;
            return truth_of(Op::implies, {premise, conclusion}, expr.span);
        }
        case ExprKind::any_of:
        case ExprKind::all_of: {
            std::vector<NodeId> args;
            bool sound = true;
            for (const Expr& arg : expr.args) {
                args.push_back(truth(arg));
                sound = expect_kind(args.back(), ValueKind::truth, arg.span) && sound;
            }
            if (!sound) return no_node;
            return truth_of(expr.kind == ExprKind::any_of ? Op::any_of : Op::all_of, args,
                            expr.span);
        }
        case ExprKind::negated:
            return truth_of(Op::negate, {condition(expr.args[0])}, expr.span);
        case ExprKind::is_filled:
            return filled(expr, expr.positive);
        case ExprKind::is_missing:
            return filled(expr, false);
        case ExprKind::equals:
            return equality(expr);
        case ExprKind::at_least:
        case ExprKind::at_most:
        case ExprKind::more_than:
        case ExprKind::less_than:
            return number_relation(expr);
        case ExprKind::after:
        case ExprKind::from:
        case ExprKind::before:
        case ExprKind::no_later:
        case ExprKind::through:
        case ExprKind::until:
            return date_relation(expr);
        case ExprKind::within:
            return within(expr);
        case ExprKind::at_least_before: {
            Expr bound;
            bound.kind = ExprKind::before;
            bound.span = expr.span;
            bound.args = {expr.args[1], expr.args[2]};
            Expr relation;
            relation.kind = ExprKind::no_later;
            relation.span = expr.span;
            relation.args = {expr.args[0], bound};
            return date_relation(relation);
        }
        case ExprKind::pending_until:
            return pending_until(expr);
        case ExprKind::treats:
        case ExprKind::mentions:
        case ExprKind::mentions_other:
        case ExprKind::states_other:
        case ExprKind::states_two:
            return document_condition(expr);
        case ExprKind::exists:
        case ExprKind::none:
        case ExprKind::count_at_least:
        case ExprKind::count_at_most:
        case ExprKind::count_exactly:
        case ExprKind::for_all:
        case ExprKind::recurring:
            return quantifier(expr);
        case ExprKind::elsewhere:
            return elsewhere(expr);
        case ExprKind::number:
        case ExprKind::truth:
        case ExprKind::date:
        case ExprKind::text:
        case ExprKind::duration:
        case ExprKind::option:
        case ExprKind::path:
        case ExprKind::member:
        case ExprKind::count:
        case ExprKind::earliest:
        case ExprKind::latest:
        case ExprKind::sum:
        case ExprKind::greatest:
        case ExprKind::least:
        case ExprKind::first_row:
        case ExprKind::last_row:
        case ExprKind::conditional:
            return value(expr);
        case ExprKind::extension:
        case ExprKind::suspension:
            return no_node;
    }
    return no_node;
}

/// A truth in which nothing is pending: a filter, an exception, a premise.
NodeId Compiler::condition(const Expr& expr) {
    const bool outside = requirement_;
    requirement_ = false;
    const NodeId node = truth(expr);
    requirement_ = outside;
    return expect_kind(node, ValueKind::truth, expr.span) ? node : no_node;
}

NodeId Compiler::equality(const Expr& expr) {
    const NodeId left = value(expr.args[0]);
    if (left == no_node) return no_node;
    // part of what was written, or its denial, has no words of its own
    const bool is_truth = at(left).type.kind == ValueKind::truth && at(left).op == Op::load;
    const bool whole =
        expr.positive && (expr.args.size() == 2 || at(left).type.kind == ValueKind::choice);
    const Span written = whole ? expr.span : unspoken(expr.span);
    std::vector<NodeId> alternatives;
    if (at(left).type.kind == ValueKind::choice) {
        alternatives.push_back(equals_choice(left, expr, written));
    } else {
        for (std::size_t i = 1; i < expr.args.size(); ++i) {
            const NodeId right = at(left).type.kind == ValueKind::duration
                                     ? compared_length(expr.args[i], at(left).type.unit)
                                     : value(expr.args[i]);
            if (!expect_same(left, right, expr.args[i].span)) return no_node;
            NodeId same =
                truth_of(Op::equals, {left, right}, is_truth ? unspoken(expr.span) : written);
            if (is_truth) {  // what isn't applicable is neither ja nor nee
                Node applies;
                applies.op = Op::is_applicable;
                applies.table = at(left).table;
                applies.index = at(left).index;
                applies.args = at(left).args;
                applies.span = unspoken(expr.span);
                same = truth_of(Op::all_of, {same, emit(std::move(applies))}, written);
            }
            alternatives.push_back(same);
        }
    }
    const NodeId any =
        truth_of(Op::any_of, alternatives, expr.positive ? expr.span : unspoken(expr.span));
    return expr.positive ? any : truth_of(Op::negate, {any}, expr.span);
}

NodeId Compiler::equals_choice(NodeId left, const Expr& expr, Span written) {
    const ChoiceList& choices = vocabulary_.choices[at(left).type.choices];
    Node node;
    node.op = Op::equals;
    node.span = written;
    node.args = {left};
    for (std::size_t i = 1; i < expr.args.size(); ++i) {
        const Expr& arg = expr.args[i];
        const bool is_variable = arg.kind == ExprKind::path &&
                                 variable(arg.names.front().text) != nullptr &&
                                 choices.find(arg.names.front().text) < 0;
        const bool is_word = arg.kind == ExprKind::option || arg.kind == ExprKind::truth ||
                             (arg.kind == ExprKind::path && arg.names.size() == 1 && !is_variable);
        if (!is_word) {
            const NodeId right = value(arg);
            if (!expect_same(left, right, arg.span)) return no_node;
            if (expr.args.size() != 2) {
                problem(Code::options_and_values_mixed, arg.span);
                return no_node;
            }
            node.args.push_back(right);
            return emit(std::move(node));
        }
        const std::string word = arg.kind == ExprKind::option ? arg.word.text
                                 : arg.kind == ExprKind::truth
                                     ? (arg.number.ten_thousandths != 0 ? "ja" : "nee")
                                     : arg.names.front().text;
        const std::int32_t option = choices.find(word);
        if (option < 0) {
            problem(Code::unknown_option, arg.span, {word, listed(choices.options)},
                    suggestion(word, choices.options));
            return no_node;
        }
        node.options.push_back(option);
    }
    std::sort(node.options.begin(), node.options.end());
    OptionsMeant& meant = options_meant_[&expr];
    for (const std::int32_t option : node.options)
        meant.options.insert(choices.options[static_cast<std::size_t>(option)]);
    meant.all = choices.options.size();
    return emit(std::move(node));
}

NodeId Compiler::number_relation(const Expr& expr) {
    Node node;
    node.op = Op::number_relation;
    node.relation = relation_of(expr.kind);
    node.span = expr.span;
    const NodeId left = value(expr.args[0]);
    if (left == no_node) return no_node;
    const Expr& bound = expr.args[1];
    if (at(left).type.kind == ValueKind::duration) {
        node.args = {left, compared_length(bound, at(left).type.unit)};
        return node.args.back() == no_node ? no_node : emit(std::move(node));
    }
    node.args = {left, value(bound)};
    if (!expect_kind(left, ValueKind::number, expr.args[0].span)) return no_node;
    if (!expect_kind(node.args.back(), ValueKind::number, bound.span)) return no_node;
    return emit(std::move(node));
}

NodeId Compiler::date_relation(const Expr& expr) {
    if (fixed_length(expr.args[0])) return shifted(expr);
    const NodeId date = value(expr.args[0]);
    if (date != no_node && at(date).type.kind == ValueKind::duration) return shifted(expr);
    Node node;
    node.op = Op::date_relation;
    node.relation = relation_of(expr.kind);
    node.span = expr.span;
    node.in_requirement = requirement_;
    node.args = {date, value(expr.args[1])};
    for (std::size_t i = 0; i < node.args.size(); ++i)
        if (!expect_kind(node.args[i], ValueKind::date, expr.args[i].span)) return no_node;
    // a bound that is the peildatum itself leaves no time to come
    if (at(node.args[1]).op == Op::peildatum) node.in_requirement = false;
    return emit(std::move(node));
}

NodeId Compiler::within(const Expr& expr) {
    const NodeId date = value(expr.args[0]);
    Node node;
    const bool has_length = set_length(node, expr.args[1]);
    const NodeId start = value(expr.args[2]);
    if (!expect_kind(date, ValueKind::date, expr.args[0].span)) return no_node;
    if (!expect_kind(start, ValueKind::date, expr.args[2].span) || !has_length) return no_node;
    node.op = Op::within;
    node.span = expr.span;
    node.roll = roll_;
    node.in_requirement = requirement_;
    node.args = {date, start};
    if (!expr.positive) node.args[1] = day_before(start, expr.args[2].span);
    if (!term_changes(expr, node)) return no_node;
    return emit(std::move(node));
}

bool Compiler::term_changes(const Expr& expr, Node& term) {
    for (std::size_t i = 3; i < expr.args.size(); ++i) {
        const Expr& change = expr.args[i];
        if (change.kind == ExprKind::extension) {
            const NodeId until = value(change.args[0]);
            const auto most = duration(change.args[1]);
            if (!expect_kind(until, ValueKind::date, change.args[0].span) || !most) return false;
            Node bound = term;
            bound.op = Op::term_bound;
            bound.type.kind = ValueKind::date;
            bound.in_requirement = false;
            bound.args.erase(bound.args.begin());
            const Mark before = mark();
            scope_.push_back({"termijn", emit(std::move(bound)), no_frame});
            const NodeId allowed = condition(change.args[2]);
            leave(before);
            if (term.extended) problem(Code::clause_twice, change.span, {"verlengd"});
            if (allowed == no_node || term.extended) return false;
            term.extended = true;
            term.extension_most = *most;
            term.args.push_back(until);
            term.args.push_back(allowed);
        } else {
            const Mark before = mark();
            const auto domain = enter(change.domain.front());
            const NodeId from = domain ? value(change.args[0]) : no_node;
            const NodeId to = domain ? value(change.args[1]) : no_node;
            if (!expect_kind(from, ValueKind::date, change.span)) return leave(before), false;
            if (!expect_kind(to, ValueKind::date, change.span)) return leave(before), false;
            if (term.suspensions != no_frame)
                problem(Code::clause_twice, change.span, {"opgeschort"});
            term.suspensions = domain->frame;
            term.suspended_from = lift(from, domain->frame);
            term.suspended_to = lift(to, domain->frame);
            term.suspended_where = domain->where;
            leave(before);
        }
    }
    return true;
}

NodeId Compiler::quantifier(const Expr& expr) {
    const Mark before = mark();
    const bool in_requirement = requirement_;
    NodeId length_start = no_node;
    Node node;
    if (expr.kind == ExprKind::recurring) {
        const bool has_length = set_length(node, expr.args[0]);
        length_start = value(expr.args[1]);
        if (!expect_kind(length_start, ValueKind::date, expr.args[1].span) || !has_length)
            return no_node;
    }
    NodeId bound = no_node;
    const bool counts = expr.kind == ExprKind::count_at_least ||
                        expr.kind == ExprKind::count_at_most ||
                        expr.kind == ExprKind::count_exactly;
    if (counts) {
        bound = value(expr.args[0]);
        if (!expect_kind(bound, ValueKind::number, expr.args[0].span)) return no_node;
    }
    const auto domain = enter(expr.domain.front());
    if (!domain) return leave(before), no_node;
    node.over = domain->frame;
    node.where = domain->where;
    node.span = expr.span;
    node.op = expr.kind == ExprKind::exists ? Op::exists : Op::none;
    if (expr.kind == ExprKind::for_all) {
        requirement_ = in_requirement;
        const NodeId each = truth(expr.args[0]);
        if (!expect_kind(each, ValueKind::truth, expr.args[0].span)) return leave(before), no_node;
        node.op = Op::for_all;
        node.args = {each};
    }
    if (expr.kind == ExprKind::recurring) {
        const NodeId date = value(expr.args[2]);
        if (!expect_kind(date, ValueKind::date, expr.args[2].span)) return leave(before), no_node;
        node.op = Op::recurring;
        node.roll = roll_;
        node.in_requirement = in_requirement;
        node.args = {length_start, date};
    }
    leave(before);
    if (!counts) return emit(std::move(node));
    node.op = Op::count;
    node.type.kind = ValueKind::number;
    const NodeId count = emit(std::move(node));
    Node relation;
    relation.op = expr.kind == ExprKind::count_exactly ? Op::equals : Op::number_relation;
    relation.relation = expr.kind == ExprKind::count_at_least ? Relation::from : Relation::no_later;
    relation.args = {count, bound};
    relation.span = expr.span;
    return emit(std::move(relation));
}

}  // namespace toets
