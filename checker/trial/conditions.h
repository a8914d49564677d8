// Private to the room: which conditions a text of Regeltaal is made of.
#pragma once

#include <vector>

#include "checker/language/ast.h"

namespace toets {

/// Appends the places of the expression and of all conditions in it: what `en`, `of`, `niet` and
/// `als` connect, what stands after `met` and `geldt`. A `niet` is no condition beside what it
/// denies.
void add_conditions(const ast::Expr& expr, std::vector<Span>& out);

/// As add_conditions, without the expression itself.
void add_inner_conditions(const ast::Expr& expr, std::vector<Span>& out);

}  // namespace toets
