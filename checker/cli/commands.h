// One function per command; each returns the exit code.
#pragma once

#include <iosfwd>

#include "checker/cli/arguments.h"
#include "checker/cli/document_files.h"
#include "checker/cli/rule_files.h"

namespace toets {

/// Does what the arguments ask. The rules are loaded into `rules`, which the caller keeps.
Exit run(const Arguments& arguments, std::ostream& out, LoadedRules& rules);

/// The tests beside the rules, with what they reach and what they don't notice where that is asked.
Exit test_rules(const Arguments& arguments, const LoadedRules& rules, std::ostream& out);

/// All dossiers of a folder, in parallel; holds no more of them than it has threads.
Exit scan(const Arguments& arguments, const LoadedRules& rules, DocumentFiles* files,
          std::ostream& out);

/// Writes the reference pages of the rules, or tells which are out of date.
Exit write_pages(const Arguments& arguments, const LoadedRules& rules, std::ostream& out);

/// Writes a rule with its tests to start from; what exists is never overwritten.
Exit write_new_rule(const Arguments& arguments, const LoadedRules& rules, std::ostream& out);

/// Prints a dossier to fill in.
Exit write_new_dossier(const Arguments& arguments, const LoadedRules& rules, std::ostream& out);

}  // namespace toets
