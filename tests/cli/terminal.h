// The program as it runs in a terminal: what it prints there may have colours.
#pragma once

#include <array>
#include <pty.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/golden.h"

namespace toets::tests {

/// What toets prints in a terminal; `without_colours` sets NO_COLOR.
inline std::string in_terminal(const std::vector<std::string>& arguments, bool without_colours) {
    const std::string program = std::string(TOETS_BINARY_DIR) + "/checker/cli/toets";
    std::vector<char*> words{const_cast<char*>(program.c_str())};
    for (const std::string& each : arguments) words.push_back(const_cast<char*>(each.c_str()));
    words.push_back(nullptr);
    int screen = -1;
    const pid_t child = forkpty(&screen, nullptr, nullptr, nullptr);
    REQUIRE(child >= 0);
    if (child == 0) {
        if (without_colours)
            setenv("NO_COLOR", "1", 1);
        else
            unsetenv("NO_COLOR");
        if (chdir(source_root().c_str()) == 0) execv(program.c_str(), words.data());
        _exit(127);
    }
    std::string all;
    std::array<char, 4096> part{};
    for (ssize_t count = 0; (count = read(screen, part.data(), part.size())) > 0;)
        all.append(part.data(), static_cast<std::size_t>(count));
    close(screen);
    waitpid(child, nullptr, 0);
    return all;
}

}  // namespace toets::tests
