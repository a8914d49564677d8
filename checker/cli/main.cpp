// Toetssteen: the program. Opens files, asks the clock, logs, and ends the process; no other room
// does.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <malloc.h>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "checker/cli/arguments.h"
#include "checker/cli/commands.h"

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

}  // namespace

int main(int argc, char** argv) {
    keep_memory_warm();
    std::ios::sync_with_stdio(false);
    const toets::Parsed parsed = toets::parse_arguments(argc, argv, today());
    if (!parsed.arguments) return static_cast<int>(parsed.exit);
    const toets::Arguments& arguments = *parsed.arguments;
    spdlog::set_default_logger(spdlog::stderr_logger_mt("toets"));
    spdlog::set_level(arguments.verbose ? spdlog::level::info : spdlog::level::off);
    try {
        if (arguments.output.empty()) return static_cast<int>(toets::run(arguments, std::cout));
        std::ofstream file(arguments.output, std::ios::binary);
        const toets::Exit result = toets::run(arguments, file);
        file.close();
        if (file) return static_cast<int>(result);
        std::cerr << fmt::format(
                         fmt::runtime(toets::text(toets::Text::cannot_write, arguments.language)),
                         arguments.output)
                  << '\n';
        return static_cast<int>(toets::Exit::unreadable);
    } catch (const std::exception& failure) {
        std::cerr << "toets: " << failure.what() << '\n';
        return static_cast<int>(toets::Exit::unreadable);
    }
}
