// Files in a folder and the folders in it.
#pragma once

#include <filesystem>
#include <vector>

namespace toets {

/// What was found, each by path.
struct Below {
    std::vector<std::filesystem::path> files;
    std::vector<std::filesystem::path> unread_folders;  ///< that the system didn't let us look into
};

/// All that has such a name at or below the folder and is no folder itself, whether or not it is a
/// file that can be read. Links to folders are not followed, for they may lead around.
Below below(const std::filesystem::path& folder, bool (*is_wanted)(const std::filesystem::path&));

}  // namespace toets
