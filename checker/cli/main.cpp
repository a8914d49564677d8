// Toetssteen: the program. Opens files, asks the clock, logs, and ends the process; no other room
// does.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <malloc.h>
#include <new>
#include <system_error>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "checker/cli/arguments.h"
#include "checker/cli/commands.h"
#include "checker/cli/complaints.h"
#include "checker/cli/input_files.h"
#include "checker/cli/memory_limit.h"
#include "checker/cli/output.h"
#include "checker/text/unseen.h"

namespace {

/// The day that it is here.
toets::Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm here{};
    localtime_r(&now, &here);
    constexpr int first_year = 1900;
    return toets::make_date(here.tm_year + first_year, here.tm_mon + 1, here.tm_mday)
        .value_or(toets::last_date);
}

/// Keeps freed pages: each dossier is parsed into the same memory as the one before it.
void keep_memory_warm() {
    constexpr int kept_bytes = 64 << 20;
    mallopt(M_TRIM_THRESHOLD, kept_bytes);
    mallopt(M_MMAP_THRESHOLD, kept_bytes);
}

/// Runs the command, and says what went wrong with the output if anything did. What could not be
/// made takes no old file's place.
toets::Exit run(const toets::Arguments& arguments, toets::LoadedRules& rules) {
    using toets::Exit;
    if (toets::overwrites_input(arguments)) {
        toets::complain(arguments, toets::Text::output_is_input, arguments.output);
        return Exit::wrong_use;
    }
    toets::Output output(arguments.output);
    const Exit result =
        output.failure() ? Exit::unreadable : toets::run(arguments, output.stream(), rules);
    const bool made = result != Exit::wrong_use && (result != Exit::unreadable || output.is_used());
    const std::error_code failure = output.finish(made);
    if (!failure) return result;
    toets::complain(arguments, toets::Text::cannot_write,
                    arguments.output.empty() ? "stdout" : arguments.output,
                    toets::cause(failure, arguments.language));
    return Exit::unreadable;
}

/// Ends the process without giving back, piece by piece, what the system takes back at once: the
/// rules alone are a hundred thousand pieces.
[[noreturn]] void end(toets::Exit result) {
    std::cout.flush();
    std::cerr.flush();
    std::fflush(nullptr);
    std::quick_exit(static_cast<int>(result));
}

/// Ends the process for want of something that the system did not give.
[[noreturn]] void give_up(const std::error_code& failure, const toets::Arguments& arguments) {
    toets::complain(arguments, toets::Text::cannot_go_on,
                    toets::cause(failure, arguments.language));
    end(toets::Exit::unreadable);
}

}  // namespace

int main(int argc, char** argv) {
    keep_memory_warm();
    toets::keep_to_memory();
    std::ios::sync_with_stdio(false);
    const toets::Parsed parsed = toets::parse_arguments(argc, argv, today());
    if (!parsed.arguments) return static_cast<int>(parsed.exit);
    spdlog::set_default_logger(spdlog::stderr_logger_mt("toets"));
    spdlog::set_level(parsed.arguments->verbose ? spdlog::level::info : spdlog::level::off);
    toets::LoadedRules rules;
    try {
        end(run(*parsed.arguments, rules));
    } catch (const std::bad_alloc&) {
        give_up(std::make_error_code(std::errc::not_enough_memory), *parsed.arguments);
    } catch (const std::system_error& failure) {
        give_up(failure.code(), *parsed.arguments);
    } catch (const std::exception& failure) {
        std::cerr << "toets: " << toets::visible(failure.what()) << '\n';
        return static_cast<int>(toets::Exit::unreadable);
    }
}
