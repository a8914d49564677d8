#include "checker/text/file_buffer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <sys/stat.h>
#include <unistd.h>

namespace toets {
namespace {

constexpr std::align_val_t cache_line{64};

/// Whether the path names what this process was started with, such as its stdin.
bool is_given(const std::filesystem::path& path) {
    return path == "/dev/stdin" || path.parent_path() == "/dev/fd" ||
           path.parent_path() == "/proc/self/fd";
}

/// A file that is open as long as this is. What could be waited for without end, such as a pipe in
/// a folder, or read without end, such as a device, is not readable.
class OpenFile {
  public:
    explicit OpenFile(const std::filesystem::path& path)
        : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
        struct stat about {};
        if (descriptor_ < 0 || ::fstat(descriptor_, &about) != 0) return;
        if (S_ISREG(about.st_mode)) {
            is_readable_ = true;
            length_ = static_cast<std::size_t>(about.st_size);
        } else if (S_ISFIFO(about.st_mode) && is_given(path)) {
            is_readable_ =
                ::fcntl(descriptor_, F_SETFL, O_RDONLY) == 0;  // waits for what is to come
        }
    }
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    bool is_readable() const { return is_readable_; }

    /// What the file system says; 0 for what has no length, such as a pipe.
    std::size_t length() const { return length_; }

    /// The number of bytes that came; 0 at the end, negative when it can't be read.
    ssize_t read(std::span<char> into) const {
        ssize_t got = 0;
        do got = ::read(descriptor_, into.data(), into.size());
        while (got < 0 && errno == EINTR);
        return got;
    }

  private:
    int descriptor_;
    bool is_readable_ = false;
    std::size_t length_ = 0;
};

}  // namespace

FileBuffer::~FileBuffer() { ::operator delete(data_, cache_line); }

void FileBuffer::make_room(std::size_t bytes) {
    if (bytes <= capacity_) return;
    constexpr std::size_t step = 65536;  // so that a slightly larger file fits too
    const std::size_t wanted = (bytes + step - 1) / step * step;
    char* data = static_cast<char*>(::operator new(wanted, cache_line));
    if (size_ != 0) std::memcpy(data, data_, size_);
    ::operator delete(data_, cache_line);
    data_ = data;
    capacity_ = wanted;
}

bool FileBuffer::read(const std::filesystem::path& path, std::size_t most) {
    size_ = 0;
    const OpenFile file(path);
    if (!file.is_readable()) return false;
    // One byte more than it should have, so that its end is seen without more room.
    make_room(std::min(file.length(), most) + 1);
    while (size_ < most) {
        if (size_ == capacity_) make_room(capacity_ * 2);
        const ssize_t got = file.read({data_ + size_, std::min(capacity_, most) - size_});
        if (got < 0) size_ = 0;
        if (got <= 0) return got == 0;
        size_ += static_cast<std::size_t>(got);
    }
    return true;
}

}  // namespace toets
