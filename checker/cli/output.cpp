#include "checker/cli/output.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace toets {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_bytes = 65536;
constexpr int links_max = 40;  // as the kernel has it
constexpr int attempts_max = 100;

/// What a chain of links leads to, whether or not there is anything.
fs::path behind_links(fs::path path) {
    std::error_code none;
    for (int i = 0; i < links_max && fs::is_symlink(path, none); ++i)
        path = path.parent_path() / fs::read_symlink(path, none);
    return path;
}

bool is_same(const struct stat& a, const struct stat& b) {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// Stdout or stderr when this is the same file; its own way in, for that knows how far it is.
int standard_stream_at(const struct stat& file) {
    for (const int each : {STDOUT_FILENO, STDERR_FILENO}) {
        struct stat standard {};
        if (fstat(each, &standard) == 0 && is_same(standard, file)) return each;
    }
    return -1;
}

}  // namespace

Output::Output(const fs::path& path) : buffer_(buffer_bytes, '\0'), stream_(this) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    if (path.empty())
        descriptor_ = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    else
        open(path);
    if (descriptor_ < 0) fail();
}

void Output::open(const fs::path& path) {
    struct stat old {};
    const bool exists = stat(path.c_str(), &old) == 0;
    if (!exists && errno != ENOENT) return;
    const int standard = exists ? standard_stream_at(old) : -1;
    if (standard >= 0)
        descriptor_ = fcntl(standard, F_DUPFD_CLOEXEC, 0);
    else if (exists && !S_ISREG(old.st_mode))
        descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    else if (!exists || access(path.c_str(), W_OK) == 0)
        open_beside(behind_links(path), exists ? old.st_mode & 07777U : 0);
}

/// Opens a new file in the target's folder, with this mode or, without one, what is usual.
void Output::open_beside(const fs::path& target, unsigned mode) {
    const std::string name = ".toets-" + std::to_string(getpid()) + "-";
    for (int i = 0; i < attempts_max && descriptor_ < 0; ++i) {
        target_ = target;
        beside_ = target.parent_path() / (name + std::to_string(i));
        descriptor_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor_ < 0 && errno != EEXIST) break;
    }
    if (descriptor_ < 0)
        beside_.clear();
    else if (mode != 0 && fchmod(descriptor_, mode) != 0)
        fail();
}

Output::~Output() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!beside_.empty()) unlink(beside_.c_str());
}

void Output::fail() {
    if (!failure_) failure_ = {errno, std::generic_category()};
    stream_.setstate(std::ios::badbit);
}

bool Output::write_out() {
    used_ = is_used();
    const char* from = pbase();
    while (from != pptr() && !failure_) {
        const ssize_t count = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
        if (count >= 0)
            from += count;
        else if (errno != EINTR)
            fail();
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return !failure_;
}

int Output::overflow(int next) {
    if (!write_out()) return traits_type::eof();
    return traits_type::eq_int_type(next, traits_type::eof())
               ? traits_type::not_eof(next)
               : sputc(traits_type::to_char_type(next));
}

int Output::sync() { return write_out() ? 0 : -1; }

std::error_code Output::finish(bool keep) {
    write_out();
    if (descriptor_ >= 0 && close(descriptor_) != 0) fail();
    descriptor_ = -1;
    if (beside_.empty() || !keep || failure_) return failure_;
    if (rename(beside_.c_str(), target_.c_str()) != 0)
        fail();
    else
        beside_.clear();
    return failure_;
}

}  // namespace toets
