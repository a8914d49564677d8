// What the user named to read: the dossiers and documents there, and what can't be read.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "checker/cli/arguments.h"

namespace toets {

/// Something to check.
struct Target {
    std::filesystem::path path;
    bool is_dossier = true;
};

/// Whether the name is that of a dossier: *.xml, in small letters or not.
bool is_dossier_name(const std::filesystem::path& path);

/// The dossiers and documents that the user named, each once. A folder stands for the dossiers in
/// it, by path, and where there are none, for `check`, for its documents. What can't be read there,
/// such as a folder or a pipe by the name of a dossier, is among the dossiers, to be told as one.
/// Null, with a complaint, when a path doesn't exist or holds nothing to check.
std::optional<std::vector<Target>> find_targets(const Arguments& arguments);

/// Whether the output would take the place of what the command reads: a file that the user named,
/// or a dossier, document or rules in a folder that was named.
bool overwrites_input(const Arguments& arguments);

}  // namespace toets
