// Reading the dossiers of a folder, the same way for every program that is measured.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace toets::benchmark {

/// The *.xml files of a folder, by name.
std::vector<std::filesystem::path> dossiers_in(const std::filesystem::path& folder);

/// Tells glibc to keep what is freed: without it every file's memory is given back to the kernel
/// and faulted in again, which more than doubles the time of any program here.
void keep_heap_warm();

/// A buffer for file after file. It starts on a cache line: read() is three times as slow into a
/// buffer that lies unluckily in its page.
class FileBuffer {
  public:
    FileBuffer() = default;
    ~FileBuffer();
    FileBuffer(const FileBuffer&) = delete;
    FileBuffer& operator=(const FileBuffer&) = delete;

    /// Reads the whole file, with `slack` bytes of room after it. False when it can't be read.
    bool read(const std::filesystem::path& path);

    static constexpr std::size_t slack = 64;

    char* data() { return data_; }
    std::size_t size() const { return size_; }

  private:
    void reserve(std::size_t bytes);

    char* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace toets::benchmark
