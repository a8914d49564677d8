// What the user tells of a document that has no dossier.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/cli/arguments.h"
#include "checker/cli/rule_files.h"

namespace toets {

/// A kenmerk of the school (the root of a dossier), or of the document itself.
struct GivenFact {
    TableId table = no_table;
    ColumnId column = no_column;
    std::string value;  ///< one that the column takes
};

/// The facts of the command line: `begrip.kenmerk=waarde`, or `naam=waarde` for an option that the
/// rules declare. Null, with a complaint, when one of them is none or can't have that value.
std::optional<std::vector<GivenFact>> given_facts(const Arguments& arguments,
                                                  const LoadedRules& rules);

/// The options that the rules declare and the user didn't give, with the values that they take:
/// "--sector po|vo".
std::vector<std::string> options_left(const std::vector<GivenFact>& given, const RuleBook& book,
                                      const Vocabulary& vocabulary);

}  // namespace toets
