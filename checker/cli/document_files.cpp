#include "checker/cli/document_files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace toets {
namespace {

/// An open regular file, or why there is none. A pipe by that name is not waited for.
std::variant<int, Unopened> open_file(const std::filesystem::path& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0 && (errno == ENOENT || errno == ENOTDIR)) return Unopened::missing;
    if (file < 0) return errno == ENXIO ? Unopened::no_file : Unopened::refused;
    struct stat status {};
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode)) return file;
    close(file);
    return Unopened::no_file;
}

constexpr const char* reader_name = "toets-reader";

/// The reading program beside this one, and else where it was built.
std::string reader_program() {
    std::error_code failure;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", failure);
    const auto beside = self.parent_path() / reader_name;
    return std::filesystem::exists(beside, failure) ? beside.string() : TOETS_READER;
}

}  // namespace

PendingDocument DocumentFiles::start(const std::string& name, int file) {
    const std::lock_guard lock(mutex_);
    if (!reader_) reader_.emplace(reader_program(), settings_);
    return reader_->start(name, file);
}

void DocumentFiles::start_early(const std::filesystem::path& path) {
    const auto opened = open_file(path);
    const int* file = std::get_if<int>(&opened);
    if (file == nullptr) return;
    try {
        auto pending = start({}, *file);
        const std::lock_guard lock(mutex_);
        early_.insert_or_assign(path, std::move(pending));
    } catch (const std::system_error&) {
        // told when the document is asked for
    }
    close(*file);
}

std::variant<Document, Unopened> DocumentFiles::read(const std::filesystem::path& path,
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
        const auto opened = open_file(path);
        if (const auto* why = std::get_if<Unopened>(&opened)) return *why;
        const int file = std::get<int>(opened);
        try {
            pending = start(name, file);
        } catch (const std::system_error&) {
            Document unread;
            unread.name = name;
            unread.problems.push_back({ReadProblem::Kind::no_reader, reader_program()});
            close(file);
            return unread;
        }
        close(file);
    }
    Document document = pending.take(settings_);
    document.name = name;
    return document;
}

}  // namespace toets
