// The facts of a test in Regeltaal, as the facts of a small dossier.
#pragma once

#include "checker/diagnostics/diagnostics.h"
#include "checker/facts/builder.h"
#include "checker/language/ast.h"

namespace toets {

/// Fills the builder anew with what the test states; owners that it leaves out are made empty.
/// Unknown names and broken values are appended to `problems`. The test must outlive the facts.
void read_test_facts(const ast::Test& test, const Vocabulary& vocabulary, FactsBuilder& facts,
                     Diagnostics& problems);

}  // namespace toets
