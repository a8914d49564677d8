// Limits that the kernel keeps for the process that reads a document.
#include "checker/documents/process_limits.h"

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace toets {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(memory_sanitizer);
#else
constexpr bool sanitized = false;
#endif

bool limits_are_set = false;
bool copy_is_allowed = false;

void limit(int resource, rlim_t most) {
    const rlimit both{most, most};
    setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

void arm(unsigned seconds) {
    const itimerval once{{0, 0}, {static_cast<time_t>(seconds), 0}};
    setitimer(ITIMER_REAL, &once, nullptr);  // SIGALRM, which ends a process that doesn't catch it
}

}  // namespace

void keep_to(const ProcessLimits& limits) {
    limits_are_set = true;
    copy_is_allowed = limits.processes_max > 1;
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CPU, limits.processor_seconds);
    if (!sanitized) limit(RLIMIT_AS, limits.memory_bytes);
    arm(limits.clock_seconds);
}

bool may_have_copy() { return copy_is_allowed; }

bool limits_memory() { return !sanitized; }

void start_clock_anew(unsigned seconds) {
    if (limits_are_set) arm(seconds);
}

void end_with(int parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) raise(SIGKILL);
}

}  // namespace toets
