// Limits that the kernel keeps for the process that reads a document.
#pragma once

#include <cstddef>

namespace toets {

/// What one document may cost. Past a limit the kernel ends the process, whatever it is doing.
struct ProcessLimits {
    unsigned processor_seconds = 30;
    unsigned clock_seconds = 120;           ///< Also covers a process that waits or sleeps.
    std::size_t memory_bytes = 1UL << 30U;  ///< Of address space, what it started with included.
    unsigned processes_max = 1;  ///< 2: the halves of a long document beside each other, each under
                                 ///< these limits; sooner done where a processor is free.
};

/// Puts this process under the limits, for good. It can then write no files and leave no core.
/// The limit of memory is left out of builds with a sanitizer, which reserve terabytes.
void keep_to(const ProcessLimits& limits);

/// Whether this process may have a copy of itself beside it: it is under limits that allow it.
bool may_have_copy();

/// Whether `keep_to` limits memory in this build.
bool limits_memory();

/// Starts the limit of clock time anew, for work that was asked for in pieces. Does nothing in a
/// process without limits.
void start_clock_anew(unsigned seconds);

/// Ends this process when the one that made it ends, or at once when that is no longer `parent`.
void end_with(int parent);

}  // namespace toets
