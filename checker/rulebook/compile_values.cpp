// Values: literals, aggregates, chosen rows, shifted dates.
#include "checker/rulebook/compiler.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

NodeId Compiler::value(const Expr& expr) {
    switch (expr.kind) {
        case ExprKind::number:
        case ExprKind::truth:
        case ExprKind::date:
        case ExprKind::text:
            return literal(expr);
        case ExprKind::duration:
            problem(Code::duration_as_value, expr.span, {duration_words(expr.duration)});
            return no_node;
        case ExprKind::option:
            unknown_name(expr.word.text, expr.span, names_in_scope());
            return no_node;
        case ExprKind::path:
            return path(expr);
        case ExprKind::member: {
            const NodeId from = value(expr.args.front());
            return from == no_node ? no_node : members(from, expr, 0);
        }
        case ExprKind::count:
        case ExprKind::earliest:
        case ExprKind::latest:
        case ExprKind::sum:
        case ExprKind::greatest:
        case ExprKind::least:
            return aggregate(expr);
        case ExprKind::first_row:
        case ExprKind::last_row:
            return chosen_row(expr);
        case ExprKind::conditional:
            return conditional(expr);
        default:
            return truth(expr);
    }
}

NodeId Compiler::literal(const Expr& expr) {
    Node node;
    node.op = Op::constant;
    node.span = expr.span;
    if (expr.kind == ExprKind::number) {
        node.type.kind = ValueKind::number;
        node.number_first = node.number_last = expr.number.ten_thousandths;
    } else if (expr.kind == ExprKind::truth) {
        node.type.kind = ValueKind::truth;
        node.code = expr.number.ten_thousandths != 0 ? 1 : 0;
    } else if (expr.kind == ExprKind::date) {
        node.type.kind = ValueKind::date;
        node.dates = {expr.date, expr.date};
    } else {
        node.type.kind = ValueKind::text;
        node.text = expr.word.text;
    }
    return emit(std::move(node));
}

NodeId Compiler::aggregate(const Expr& expr) {
    const Mark before = mark();
    const auto domain = enter(expr.domain.front());
    if (!domain) return leave(before), no_node;
    Node node;
    node.over = domain->frame;
    node.where = domain->where;
    node.span = expr.span;
    node.type.kind = ValueKind::number;
    ValueKind wanted = ValueKind::number;
    switch (expr.kind) {
        case ExprKind::earliest:
            node.op = Op::earliest;
            wanted = ValueKind::date;
            break;
        case ExprKind::latest:
            node.op = Op::latest;
            wanted = ValueKind::date;
            break;
        case ExprKind::sum:
            node.op = Op::sum;
            break;
        case ExprKind::greatest:
            node.op = Op::greatest;
            break;
        case ExprKind::least:
            node.op = Op::least;
            break;
        default:
            node.op = Op::count;
            break;
    }
    node.type.kind = wanted;
    if (node.op != Op::count) {
        const NodeId each = value(expr.args[0]);
        const bool is_length = each != no_node && wanted == ValueKind::number &&
                               at(each).type.kind == ValueKind::duration;
        if (is_length)
            node.type = at(each).type;
        else if (!expect_kind(each, wanted, expr.args[0].span))
            return leave(before), no_node;
        node.args = {each};
    }
    leave(before);
    return emit(std::move(node));
}

NodeId Compiler::chosen_row(const Expr& expr) {
    const Mark before = mark();
    const auto domain = enter(expr.domain.front());
    if (!domain) return leave(before), no_node;
    const Frame& frame = book_.program.frames[domain->frame];
    const NodeId key = value(expr.args[0]);
    if (!expect_kind(key, ValueKind::date, expr.args[0].span)) return leave(before), no_node;
    if (frame.table == no_table) {
        problem(Code::no_rows_here, expr.domain.front().span);
        return leave(before), no_node;
    }
    Node node;
    node.op = expr.kind == ExprKind::first_row ? Op::first_row : Op::last_row;
    node.type = {ValueKind::rows, 0, frame.table};
    node.over = domain->frame;
    node.where = domain->where;
    node.span = expr.span;
    node.args = {key};
    leave(before);
    return emit(std::move(node));
}

/// Counting `vanaf D` makes D the first day, so the count starts on the day before.
NodeId Compiler::day_before(NodeId date, Span span) {
    Node eve;
    eve.op = Op::shift;
    eve.type.kind = ValueKind::date;
    eve.relation = Relation::before;
    eve.length = {1, Unit::days};
    eve.args = {date};
    eve.span = span;
    return emit(std::move(eve));
}

NodeId Compiler::shifted(const Expr& expr) {
    if (expr.kind != ExprKind::after && expr.kind != ExprKind::before &&
        expr.kind != ExprKind::from) {
        problem(Code::not_a_shift, expr.span);
        return no_node;
    }
    Node node;
    const bool has_length = set_length(node, expr.args[0]);
    NodeId date = value(expr.args[1]);
    if (!expect_kind(date, ValueKind::date, expr.args[1].span) || !has_length) return no_node;
    if (expr.kind == ExprKind::from) date = day_before(date, expr.args[1].span);
    node.op = expr.kind == ExprKind::before ? Op::shift : Op::term_bound;
    node.type.kind = ValueKind::date;
    node.relation = expr.kind == ExprKind::before ? Relation::before : Relation::after;
    node.roll = roll_;
    node.args = {date};
    node.span = expr.span;
    return emit(std::move(node));
}

NodeId Compiler::conditional(const Expr& expr) {
    const NodeId test = condition(expr.args[0]);
    const NodeId then = value(expr.args[1]);
    const NodeId otherwise = value(expr.args[2]);
    if (test == no_node || then == no_node || otherwise == no_node) return no_node;
    if (!(at(then).type == at(otherwise).type)) {
        problem(Code::types_differ, expr.span,
                {kind_name(at(then).type), kind_name(at(otherwise).type)});
        return no_node;
    }
    Node node;
    node.op = Op::conditional;
    node.type = at(then).type;
    node.args = {test, then, otherwise};
    node.span = expr.span;
    return emit(std::move(node));
}

}  // namespace toets
