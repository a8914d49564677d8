// The source tree as the house tests see it: files with their names, their text and their code.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace toets::tests {

/// A text file of the repository.
struct SourceFile {
    std::string path;  ///< From the root of the repository, with forward slashes.
    std::string text;  ///< All of it, as it stands.
};

/// The files under `root`/`folder`, at any depth, whose names end in one of `suffixes`, sorted by
/// path. Empty when the folder doesn't exist.
std::vector<SourceFile> files_under(const std::filesystem::path& root, const std::string& folder,
                                    const std::vector<std::string>& suffixes);

/// The paths, from the root, of the folders under `root`/`folder`, at any depth, sorted.
std::vector<std::string> folders_under(const std::filesystem::path& root,
                                       const std::string& folder);

/// The name of the room that a file of checker/ stands in: `checker/order/order.cpp` is in `order`.
/// Empty for a file outside the rooms.
std::string room_of(const std::string& path);

/// The lines of `text`, without their ends.
std::vector<std::string_view> lines_of(std::string_view text);

/// The C++ of `text` with every comment replaced by spaces; lines and columns stay where they are.
std::string without_comments(std::string_view text);

}  // namespace toets::tests
