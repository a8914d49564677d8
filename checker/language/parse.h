// From the text of a rule file to its syntax tree.
#pragma once

#include "checker/diagnostics/diagnostics.h"
#include "checker/language/ast.h"
#include "checker/text/source.h"

namespace toets {

/// The syntax tree of one source. Goes on after an error; every error is appended to `problems`
/// with its place. What could not be read is left out of the tree.
ast::File parse(const Sources& sources, SourceId id, Diagnostics& problems);

/// Frees what parsing remembers of the grammar's choices to go faster, half a megabyte; what is
/// parsed after this learns it again. No other thread may be parsing.
void forget_choices();

}  // namespace toets
