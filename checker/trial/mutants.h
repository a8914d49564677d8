// Private to the room: the small changes that tests ought to notice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/rulebook/rulebook.h"

namespace toets {

/// One change. The name tells what was written and what it becomes (`na => vanaf`), or
/// what was dropped (`zonder niet`); of several with one name, the later ones have a number.
struct Mutant {
    std::string name;
    Span place;    ///< what changes
    Span context;  ///< the condition or clause around it
};

/// All changes to the rule, or to the body of a definition, in the order of its text.
std::vector<Mutant> mutants_of(const ast::Rule& rule, const Sources& sources, const RuleBook& book);
std::vector<Mutant> mutants_of(const ast::Expr& body, const Sources& sources, const RuleBook& book);

/// The same with one of these changes made.
ast::Rule mutated(const ast::Rule& rule, const Sources& sources, const RuleBook& book,
                  std::size_t index);
ast::Expr mutated(const ast::Expr& body, const Sources& sources, const RuleBook& book,
                  std::size_t index);

}  // namespace toets
