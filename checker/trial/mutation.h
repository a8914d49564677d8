// Whether the tests of a rule notice small changes to it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "checker/diagnostics/diagnostics.h"
#include "checker/language/ast.h"
#include "checker/rulebook/rulebook.h"

namespace toets {

enum class Fate {
    killed,      ///< a test failed
    survived,    ///< all tests held
    equivalent,  ///< all tests held, and the author names it as no change at all
};

struct MutantResult {
    std::string name;  ///< as `gelijkwaardig` names it
    Span place, context;
    Fate fate = Fate::survived;
    std::string reason;  ///< of an equivalent one
};

/// What came of all mutants of one rule that compile. `problems`: names of mutants that aren't
/// there, or that a test does tell apart.
struct RuleMutation {
    RuleId rule = no_rule;
    std::vector<MutantResult> mutants;
    Diagnostics problems;

    std::size_t count(Fate fate) const;
    /// How many of a hundred mutants that differ are killed; 100 where there are none.
    double score() const;
};

/// Makes each mutant of the rule and runs the rule's tests on it, up to the first that fails. A
/// test that fails without any change doesn't count. Not more than the rule and what it rests on is
/// compiled, so that it is quick; safe for many threads at once.
RuleMutation mutate_rule(std::span<const ast::File> files, const Sources& sources,
                         const Vocabulary& vocabulary, const RuleBook& book, RuleId rule);

/// The names that `gelijkwaardig` gives to rules that aren't there.
Diagnostics unknown_rules_of_equivalents(std::span<const ast::File> files, const RuleBook& book);

}  // namespace toets
