// The rule files on disk, read, parsed and compiled.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "checker/diagnostics/diagnostics.h"
#include "checker/rulebook/rulebook.h"

namespace toets {

/// All that comes from a folder of rule files. `files` and `sources` must outlive `book`.
struct LoadedRules {
    Sources sources;
    std::vector<ast::File> files;
    Vocabulary vocabulary;
    RuleBook book;
    std::vector<RuleId> order;
    Diagnostics problems;
};

/// Reads every *.regels file at or under the paths (without the tests unless `with_tests`); a
/// file without a module of its own belongs to that of the nearest module.regels above it.
LoadedRules load_rules(const std::vector<std::filesystem::path>& paths, bool with_tests,
                       const std::vector<std::filesystem::path>& parameter_files = {});

}  // namespace toets
