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
    std::vector<SourceId> tested;  ///< the files of which the tests run; none: all
};

/// Reads every *.regels file at or under the paths (without the tests unless `with_tests`); a
/// file without a module of its own belongs to that of the nearest folder with one. Where `tested`
/// holds any paths, only the tests at or under them are kept.
LoadedRules load_rules(const std::vector<std::filesystem::path>& paths, bool with_tests,
                       const std::vector<std::filesystem::path>& parameter_files = {},
                       const std::vector<std::filesystem::path>& tested = {});

/// Whether the rule files at or under the paths say what a dossier is: its root.
bool bring_vocabulary(const std::vector<std::filesystem::path>& paths);

bool is_rule_file(const std::filesystem::path& path);

/// Why what stands at this path was not read.
Code unread_for(const std::filesystem::path& path);

/// Whether the file or folder is one of these, or lies in one.
bool lies_in(const std::filesystem::path& path, const std::vector<std::filesystem::path>& folders);

}  // namespace toets
