// Files into memory, one after another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace toets {

/// Holds the bytes of the file that was read last, and keeps its memory for the next. The bytes
/// start on a cache line: the kernel copies three times as slowly to an unlucky place in a page.
class FileBuffer {
  public:
    FileBuffer() = default;
    ~FileBuffer();
    FileBuffer(const FileBuffer&) = delete;
    FileBuffer& operator=(const FileBuffer&) = delete;

    /// Reads the file, or its first `most` bytes. False, and nothing is held, when it is
    /// a folder or a device or can't be read. A pipe is read only as what the process was started
    /// with: /dev/stdin or /dev/fd/N.
    bool read(const std::filesystem::path& path, std::size_t most = SIZE_MAX);

    std::span<char> bytes() { return {data_, size_}; }
    std::string_view text() const { return {data_, size_}; }

  private:
    void make_room(std::size_t bytes);

    char* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace toets
