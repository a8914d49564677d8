// The program as its users run it: a process with arguments, a folder and an environment.
#pragma once

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/golden.h"

namespace toets::tests {

/// What a process printed, and how it ended.
struct Run {
    int exit = -1;  ///< -1 when it ended by a signal
    std::string out, err;
};

/// A temporary file that takes what a process prints.
class Capture {
  public:
    Capture() : file_(std::tmpfile()) { REQUIRE(file_ != nullptr); }
    ~Capture() { std::fclose(file_); }
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;

    int descriptor() const { return fileno(file_); }
    std::string text() const {
        std::rewind(file_);
        std::string all;
        std::array<char, 65536> part{};
        while (const std::size_t count = std::fread(part.data(), 1, part.size(), file_))
            all.append(part.data(), count);
        return all;
    }

  private:
    std::FILE* file_;
};

/// Runs a program by its path or name, in `folder`, with stdin closed.
inline Run run_program(const std::string& program, const std::vector<std::string>& arguments,
                       const std::filesystem::path& folder = source_root()) {
    const Capture out;
    const Capture err;
    std::vector<char*> words{const_cast<char*>(program.c_str())};
    for (const std::string& each : arguments) words.push_back(const_cast<char*>(each.c_str()));
    words.push_back(nullptr);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const bool ready = chdir(folder.c_str()) == 0 && dup2(out.descriptor(), 1) == 1 &&
                           dup2(err.descriptor(), 2) == 2;
        close(0);
        if (ready) execvp(program.c_str(), words.data());
        _exit(127);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, out.text(), err.text()};
}

/// Runs toets, from the root of the source tree unless told otherwise.
inline Run run_toets(const std::vector<std::string>& arguments,
                     const std::filesystem::path& folder = source_root()) {
    return run_program(std::string(TOETS_BINARY_DIR) + "/checker/cli/toets", arguments, folder);
}

/// Runs a line of the shell in which `toets` is the program, from the root of the source tree: for
/// limits, an environment and pipes.
inline Run run_shell(const std::string& line) {
    return run_program("sh", {"-c", "toets() { \"" + std::string(TOETS_BINARY_DIR) +
                                        "/checker/cli/toets\" \"$@\"; }; " + line});
}

/// The text at blanks: "check a.xml" is two words.
inline std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

}  // namespace toets::tests
