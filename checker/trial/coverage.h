// What the tests of rules reach, and what they leave untried.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "checker/evaluate/evaluate.h"
#include "checker/language/ast.h"

namespace toets {

/// A condition as written, and which of its truths the tests saw where they look.
struct ConditionCoverage {
    Span span;
    std::optional<std::uint32_t> part;  ///< none: it goes for all parts
    bool seen_holding = false, seen_failing = false;

    bool covered() const { return seen_holding && seen_failing; }
};

/// An outcome that a part can have, and whether a test expects it.
struct OutcomeCoverage {
    std::uint32_t part = 0;
    Outcome outcome = Outcome::met;
    bool seen = false;
};

struct RuleCoverage {
    RuleId rule = no_rule;
    std::size_t tests = 0;
    std::vector<ConditionCoverage> conditions, exceptions;
    std::vector<OutcomeCoverage> outcomes;
};

/// The conditions of a definition, which the tests of all rules reach together.
struct DefinitionCoverage {
    std::string name;
    std::vector<ConditionCoverage> conditions;
};

struct Coverage {
    std::vector<RuleCoverage> rules;  ///< in the order of their ids
    std::vector<DefinitionCoverage> definitions;
};

/// Runs the tests of these rules (none named: of all) and tells what they reached. Definitions are
/// measured only with the tests of all rules.
Coverage measure_coverage(std::span<const ast::File> files, const Vocabulary& vocabulary,
                          const RuleBook& book, const std::vector<RuleId>& order,
                          const std::vector<RuleId>& only);

}  // namespace toets
