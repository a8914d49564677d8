// What is told of the tests of rules: tables and lists for people, JSON for programs.
#pragma once

#include <string>
#include <vector>

#include "checker/cli/arguments.h"
#include "checker/cli/rule_files.h"
#include "checker/report/json.h"
#include "checker/trial/coverage.h"
#include "checker/trial/mutation.h"

namespace toets {

/// What the tests reach: per rule, per definition and per article, and each place that they don't.
std::string coverage_text(const Coverage& coverage, const LoadedRules& rules,
                          UserLanguage language);
void write_coverage(Json& json, const Coverage& coverage, const LoadedRules& rules);

/// Whether the tests reach all conditions and all exceptions.
bool is_complete(const Coverage& coverage);

/// The score of each rule, and each change that its tests don't notice.
std::string mutation_text(const std::vector<Mutation>& mutations, const LoadedRules& rules,
                          const Arguments& arguments);
void write_mutations(Json& json, const std::vector<Mutation>& mutations, const LoadedRules& rules);

/// Members that tell the file, the line and the column of a place, and its words.
void write_place(Json& json, const LoadedRules& rules, Span place, Span words);

/// "rules/opp/opp-hoorrecht.regels:12:9: ".
std::string place_text(const LoadedRules& rules, Span span);

/// The words at a place, without what would make a line too long to read.
std::string excerpt(const LoadedRules& rules, Span span);

}  // namespace toets
