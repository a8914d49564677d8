#include "checker/documents/side_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <exception>
#include <fcntl.h>
#include <limits>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include "checker/documents/pipe_bytes.h"
#include "checker/documents/process_limits.h"

namespace toets {
namespace {

constexpr int failed = 9;
constexpr unsigned clock_seconds = 120;

[[noreturn]] void work_and_end(const std::function<std::string()>& work, int results,
                               pid_t parent) {
    end_with(parent);
    start_clock_anew(clock_seconds);  // a copy inherits no alarm
    try {
        _exit(write_all(results, work()) ? 0 : failed);
    } catch (const std::exception&) {
        _exit(failed);
    }
}

}  // namespace

SideProcess::SideProcess(const std::function<std::string()>& work) {
    std::array<int, 2> ends{};
    if (!may_have_copy() || sysconf(_SC_NPROCESSORS_ONLN) < 2 || pipe2(ends.data(), O_CLOEXEC) != 0)
        return;
    const pid_t parent = getpid();
    process_ = fork();
    if (process_ == 0) work_and_end(work, ends[1], parent);
    close(ends[1]);
    results_ = ends[0];
}

SideProcess::~SideProcess() {
    if (results_ >= 0) close(results_);
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
}

std::optional<std::string> SideProcess::take() {
    if (process_ <= 0) return std::nullopt;
    auto bytes = read_all(results_, std::numeric_limits<std::size_t>::max());
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) continue;
    process_ = -1;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
    return bytes;
}

}  // namespace toets
