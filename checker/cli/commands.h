// One function per command; each returns the exit code.
#pragma once

#include <iosfwd>

#include "checker/cli/arguments.h"
#include "checker/cli/document_files.h"
#include "checker/cli/rule_files.h"

namespace toets {

Exit run(const Arguments& arguments, std::ostream& out);

/// All dossiers of a folder, in parallel; holds no more of them than it has threads.
Exit scan(const Arguments& arguments, const LoadedRules& rules, DocumentFiles* files,
          std::ostream& out);

}  // namespace toets
