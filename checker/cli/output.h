// Where a command's text goes: to the screen, or into a file.
#pragma once

#include <filesystem>
#include <ostream>
#include <streambuf>
#include <string>
#include <system_error>

namespace toets {

/// A stream to stdout, or to a file that takes the place of the one by that name when all of it is
/// written: until then, and when that fails, the old file stands as it was. The file that a link
/// leads to is replaced, not the link. What is no regular file, such as a pipe, is written at once.
class Output : private std::streambuf {
  public:
    /// With an empty path, stdout.
    explicit Output(const std::filesystem::path& path);
    /// Leaves the old file, unless `finish` replaced it.
    ~Output() override;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    std::ostream& stream() { return stream_; }

    /// Whether anything was written to the stream.
    bool is_used() const { return used_ || pptr() != pbase(); }

    /// The first thing that went wrong; none while all goes well.
    std::error_code failure() const { return failure_; }

    /// Ends the writing. With `keep` the file now stands under its name; without, the old one still
    /// does. What went to stdout or a pipe can't be taken back. The same as `failure` afterwards.
    std::error_code finish(bool keep);

  private:
    void open(const std::filesystem::path& path);
    void open_beside(const std::filesystem::path& target, unsigned mode);
    void fail();
    bool write_out();
    int overflow(int next) override;
    int sync() override;

    int descriptor_ = -1;
    std::filesystem::path target_, beside_;  ///< `beside_` is what takes the place of `target_`
    std::error_code failure_;
    bool used_ = false;
    std::string buffer_;
    std::ostream stream_;
};

}  // namespace toets
