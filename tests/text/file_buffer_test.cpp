// The bytes of one file after another.
#include "checker/text/file_buffer.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;
using toets::FileBuffer;

/// A folder of its own, gone afterwards.
class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / ("file_buffer." + std::to_string(::getpid()))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    fs::path write(const std::string& name, const std::string& content) const {
        std::ofstream(path_ / name, std::ios::binary) << content;
        return path_ / name;
    }
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

}  // namespace

TEST_CASE("a buffer holds the file that was read last, and starts on a cache line") {
    const Folder folder;
    FileBuffer buffer;
    for (const std::size_t length : {3U, 0U, 4096U, 4097U, 100000U, 64U}) {
        CAPTURE(length);
        std::string content(length, 'x');
        if (length > 2) content[1] = '\0';
        REQUIRE(buffer.read(folder.write("een", content)));
        CHECK(buffer.text() == content);
        CHECK(reinterpret_cast<std::uintptr_t>(buffer.bytes().data()) % 64 == 0);
    }
}

TEST_CASE("no more is read than asked") {
    const Folder folder;
    FileBuffer buffer;
    const fs::path path = folder.write("tien", "0123456789");
    REQUIRE(buffer.read(path, 4));
    CHECK(buffer.text() == "0123");
    REQUIRE(buffer.read(path, 10));
    CHECK(buffer.text() == "0123456789");
}

TEST_CASE("a folder and a file that isn't there can't be read, and leave nothing") {
    const Folder folder;
    FileBuffer buffer;
    REQUIRE(buffer.read(folder.write("een", "een")));
    CHECK_FALSE(buffer.read(folder.path()));
    CHECK(buffer.text().empty());
    REQUIRE(buffer.read(folder.path() / "een"));
    CHECK_FALSE(buffer.read(folder.path() / "twee"));
    CHECK(buffer.text().empty());
}

TEST_CASE("a pipe that the process was given, which has no length, is read to its end") {
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    const std::string content(300000, 'p');
    std::thread writer([&] {
        std::ofstream("/dev/fd/" + std::to_string(ends[1]), std::ios::binary) << content;
        ::close(ends[1]);
    });
    FileBuffer buffer;
    CHECK(buffer.read("/dev/fd/" + std::to_string(ends[0])));
    writer.join();
    ::close(ends[0]);
    CHECK(buffer.text() == content);
}

TEST_CASE("what could be waited for or read without end is not read") {
    const Folder folder;
    const fs::path pipe = folder.path() / "pijp";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    FileBuffer buffer;
    CHECK_FALSE(buffer.read(pipe));
    CHECK_FALSE(buffer.read("/dev/zero", 100000));
    CHECK(buffer.text().empty());
}
