#include "checker/trial/conditions.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

namespace {

void add_of_domain(const ast::Domain& domain, std::vector<Span>& out) {
    for (const Expr& each : domain.owner) add_inner_conditions(each, out);
    for (const Expr& each : domain.where) add_conditions(each, out);
    for (const ast::Domain& each : domain.over) add_of_domain(each, out);
    for (const Expr& each : domain.args) add_inner_conditions(each, out);
}

/// Whether argument `index` of such an expression is a condition.
bool is_condition(ExprKind kind, std::size_t index) {
    switch (kind) {
        case ExprKind::any_of:
        case ExprKind::all_of:
        case ExprKind::negated:
        case ExprKind::implies:
        case ExprKind::for_all:
            return true;
        case ExprKind::conditional:
            return index == 0;
        case ExprKind::extension:
            return index == 2;
        default:
            return false;
    }
}

}  // namespace

void add_conditions(const Expr& expr, std::vector<Span>& out) {
    if (expr.kind != ExprKind::negated) out.push_back(expr.span);
    add_inner_conditions(expr, out);
}

void add_inner_conditions(const Expr& expr, std::vector<Span>& out) {
    for (const ast::Domain& each : expr.domain) add_of_domain(each, out);
    for (std::size_t i = 0; i < expr.args.size(); ++i) {
        if (is_condition(expr.kind, i))
            add_conditions(expr.args[i], out);
        else
            add_inner_conditions(expr.args[i], out);
    }
}

}  // namespace toets
