// Golden files: what a test produced, kept beside its input and compared byte for byte.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace toets::tests {

/// The root of the source tree; fixtures and cases are found from here.
std::filesystem::path source_root();

/// The whole file as bytes; fails the running test when it can't be read.
std::string read_file(const std::filesystem::path& path);

/// The files directly in `folder` whose names end in `suffix`, sorted by name.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder,
                                            const std::string& suffix);

/// What the golden file holds. With TOETS_UPDATE_GOLDEN=1 in the environment the file is first
/// rewritten with `produced`, so that the diff can be read and committed.
std::string golden(const std::filesystem::path& path, const std::string& produced);

}  // namespace toets::tests
