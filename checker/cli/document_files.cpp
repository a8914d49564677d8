#include "checker/cli/document_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace toets {
namespace {

/// An open regular file; -1 when there is none. A pipe by that name is not waited for.
int open_file(const std::filesystem::path& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status {};
    if (file < 0 || (fstat(file, &status) == 0 && S_ISREG(status.st_mode))) return file;
    close(file);
    return -1;
}

}  // namespace

void DocumentFiles::start_early(const std::filesystem::path& path) {
    const int file = open_file(path);
    if (file < 0) return;
    auto pending = reader_.start({}, file);
    close(file);
    const std::lock_guard lock(mutex_);
    early_.insert_or_assign(path, std::move(pending));
}

std::optional<Document> DocumentFiles::read(const std::filesystem::path& path,
                                            const std::string& name) {
    PendingDocument pending;
    bool started = false;
    {
        const std::lock_guard lock(mutex_);
        if (const auto early = early_.find(path); early != early_.end()) {
            pending = std::move(early->second);
            early_.erase(early);
            started = true;
        }
    }
    if (!started) {
        const int file = open_file(path);
        if (file < 0) return std::nullopt;
        pending = reader_.start(name, file);
        close(file);
    }
    Document document = pending.take(reader_.settings());
    document.name = name;
    return document;
}

}  // namespace toets
