// Text from the picture of a page, by the program tesseract.
#include "checker/documents/ocr.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "checker/documents/pipe_bytes.h"

namespace toets {
namespace {

constexpr std::size_t output_bytes_max = 1U << 20U;  ///< Of one page.

/// While it lives, writing to a program that has ended is an error and not a signal.
class PipeErrors {
  public:
    PipeErrors() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
    ~PipeErrors() { std::signal(SIGPIPE, before_); }
    PipeErrors(const PipeErrors&) = delete;
    PipeErrors& operator=(const PipeErrors&) = delete;

  private:
    void (*before_)(int);
};

[[noreturn]] void become(const std::vector<std::string>& words, int in, int out) {
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    const int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nothing, STDERR_FILENO);
    // One page at a time: more threads would take the processors of other documents.
    setenv("OMP_THREAD_LIMIT", "1", 1);
    std::signal(SIGPIPE, SIG_DFL);
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    // NOLINTNEXTLINE(*-const-cast): execvp takes what it doesn't change
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execvp(arguments.front(), arguments.data());
    _exit(127);
}

/// Runs a program that reads all of its input before it prints. Null when it can't be run or fails.
std::optional<std::string> output_of(const std::vector<std::string>& words,
                                     std::string_view input) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe2(in.data(), O_CLOEXEC) != 0) return std::nullopt;
    if (pipe2(out.data(), O_CLOEXEC) != 0) {
        close(in[0]);
        close(in[1]);
        return std::nullopt;
    }
    const PipeErrors errors;
    const pid_t child = fork();
    if (child == 0) become(words, in[0], out[1]);
    close(in[0]);
    close(out[1]);
    if (child > 0) write_all(in[1], input);
    close(in[1]);
    auto text = child > 0 ? read_all(out[0], output_bytes_max) : std::string();
    close(out[0]);
    int status = -1;
    if (child > 0)
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (child < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
    return text;
}

}  // namespace

std::optional<std::string> missing_for_ocr() {
    const auto languages = output_of({"tesseract", "--list-langs"}, {});
    if (!languages) return "tesseract";
    return languages->find("\nnld\n") == std::string::npos ? std::optional("nld") : std::nullopt;
}

std::optional<std::string> text_on(const GreyPicture& picture) {
    const auto head =
        "P5\n" + std::to_string(picture.width) + " " + std::to_string(picture.height) + "\n255\n";
    return output_of({"tesseract", "stdin", "stdout", "-l", "nld", "--dpi",
                      std::to_string(picture.dots_per_inch)},
                     head + picture.points);
}

}  // namespace toets
