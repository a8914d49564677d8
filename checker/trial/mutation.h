// Whether the tests notice small changes to a rule or a definition.
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

/// What came of all mutants of one rule or definition that compile. `problems`: names of mutants
/// that aren't there, or that a test does tell apart.
struct Mutation {
    std::string name;
    std::vector<MutantResult> mutants;
    Diagnostics problems;

    std::size_t count(Fate fate) const;
    /// How many of a hundred mutants that differ are killed; 100 where there are none.
    double score() const;
};

/// What there is to change: the ids of the rules, then the definitions as "Begrip.naam", each in
/// the order of their names.
std::vector<std::string> mutable_names(std::span<const ast::File> files, const RuleBook& book);

/// Makes each mutant of the rule or definition and runs the tests of the rule, or of the rules that
/// use the definition, up to the first that fails. A test that fails without any change doesn't
/// count. Not more than these rules and what they rest on is compiled, so that it is quick; safe
/// for many threads at once.
Mutation mutate(std::span<const ast::File> files, const Sources& sources,
                const Vocabulary& vocabulary, const RuleBook& book, const std::string& name);

/// The names that `gelijkwaardig` gives to rules and definitions that aren't there.
Diagnostics unknown_names_of_equivalents(std::span<const ast::File> files, const RuleBook& book);

}  // namespace toets
