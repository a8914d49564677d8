// Toetssteen: the program. Opens files, asks the clock, logs, and ends the process; no other room
// does.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <malloc.h>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "checker/cli/arguments.h"
#include "checker/cli/commands.h"
#include "checker/cli/complaints.h"
#include "checker/text/unseen.h"

namespace {

toets::Date today() {
    using namespace std::chrono;
    return {static_cast<std::int32_t>(floor<days>(system_clock::now()).time_since_epoch().count())};
}

/// Keeps freed pages: each dossier is parsed into the same memory as the one before it.
void keep_memory_warm() {
    constexpr int kept_bytes = 64 << 20;
    mallopt(M_TRIM_THRESHOLD, kept_bytes);
    mallopt(M_MMAP_THRESHOLD, kept_bytes);
}

/// Runs the command, and says what went wrong with the output if anything did.
toets::Exit run(const toets::Arguments& arguments, toets::LoadedRules& rules) {
    const bool to_screen = arguments.output.empty();
    std::ofstream file;
    if (!to_screen) file.open(arguments.output, std::ios::binary);
    std::ostream& out = to_screen ? std::cout : file;
    const toets::Exit result = toets::run(arguments, out, rules);
    out.flush();
    if (out) return result;
    toets::complain(arguments, toets::Text::cannot_write, to_screen ? "stdout" : arguments.output);
    return toets::Exit::unreadable;
}

/// Ends the process without giving back, piece by piece, what the system takes back at once: the
/// rules alone are a hundred thousand pieces.
[[noreturn]] void end(toets::Exit result) {
    std::cout.flush();
    std::cerr.flush();
    std::fflush(nullptr);
    std::quick_exit(static_cast<int>(result));
}

}  // namespace

int main(int argc, char** argv) {
    keep_memory_warm();
    std::ios::sync_with_stdio(false);
    const toets::Parsed parsed = toets::parse_arguments(argc, argv, today());
    if (!parsed.arguments) return static_cast<int>(parsed.exit);
    spdlog::set_default_logger(spdlog::stderr_logger_mt("toets"));
    spdlog::set_level(parsed.arguments->verbose ? spdlog::level::info : spdlog::level::off);
    toets::LoadedRules rules;
    try {
        end(run(*parsed.arguments, rules));
    } catch (const std::exception& failure) {
        std::cerr << "toets: " << toets::visible(failure.what()) << '\n';
        return static_cast<int>(toets::Exit::unreadable);
    }
}
