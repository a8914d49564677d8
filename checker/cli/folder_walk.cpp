#include "checker/cli/folder_walk.h"

#include <algorithm>
#include <system_error>

namespace toets {
namespace {

namespace fs = std::filesystem;

void walk(const fs::path& folder, bool (*is_wanted)(const fs::path&), Below& found) {
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure); !failure && at != fs::directory_iterator();
         at.increment(failure)) {
        std::error_code none;
        if (at->is_directory(none)) {
            if (!at->is_symlink(none)) walk(at->path(), is_wanted, found);
        } else if (is_wanted(at->path())) {
            found.files.push_back(at->path());
        }
    }
    if (failure) found.unread_folders.push_back(folder);
}

}  // namespace

Below below(const fs::path& folder, bool (*is_wanted)(const fs::path&)) {
    Below found;
    walk(folder, is_wanted, found);
    std::sort(found.files.begin(), found.files.end());
    std::sort(found.unread_folders.begin(), found.unread_folders.end());
    return found;
}

}  // namespace toets
