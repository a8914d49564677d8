// Files into memory.
#include "tests/benchmark/support/input_files.h"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

namespace toets::benchmark {

namespace fs = std::filesystem;

std::vector<fs::path> dossiers_in(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".xml") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

void keep_heap_warm() {
    constexpr int kept = 64 << 20;
    mallopt(M_TRIM_THRESHOLD, kept);
    mallopt(M_MMAP_THRESHOLD, kept);
}

FileBuffer::~FileBuffer() { std::free(data_); }

void FileBuffer::reserve(std::size_t bytes) {
    constexpr std::size_t line = 64;
    if (bytes <= capacity_) return;
    std::free(data_);
    capacity_ = (bytes + bytes / 4 + line) / line * line;
    data_ = static_cast<char*>(std::aligned_alloc(line, capacity_));
    if (data_ == nullptr) std::abort();
}

bool FileBuffer::read(const fs::path& path) {
    size_ = 0;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    struct stat about {};
    bool complete = ::fstat(file, &about) == 0;
    if (complete) {
        const auto length = static_cast<std::size_t>(about.st_size);
        reserve(length + slack);
        while (complete && size_ < length) {
            const ssize_t got = ::read(file, data_ + size_, length - size_);
            complete = got > 0;
            if (complete) size_ += static_cast<std::size_t>(got);
        }
    }
    ::close(file);
    return complete;
}

}  // namespace toets::benchmark
