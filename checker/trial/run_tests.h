// Runs the tests that stand beside rules.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "checker/diagnostics/diagnostics.h"
#include "checker/evaluate/evaluate.h"
#include "checker/language/ast.h"

namespace toets {

/// What came of one test: no problems means that every expectation held.
struct TestResult {
    const ast::Test* test = nullptr;
    Diagnostics problems;
};

/// Runs every test of the files, in order, each with the parameters that its own module sets and
/// those of modules in layers below it. Mistakes in a test's facts and expectations that do not
/// hold are problems of that test.
std::vector<TestResult> run_tests(std::span<const ast::File> files, const Vocabulary& vocabulary,
                                  const RuleBook& book, const std::vector<RuleId>& order);

/// The word for an outcome in Regeltaal.
std::string outcome_word(Outcome outcome);

}  // namespace toets
