#include "checker/cli/memory_limit.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <sys/resource.h>
#include <unistd.h>

#include "checker/documents/process_limits.h"

namespace toets {
namespace {

std::uint64_t memory_of_machine() {
    return static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) *
           static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

std::uint64_t memory_there(const std::string& cgroup, const std::string& mounted) {
    constexpr const char* unified = "0::";
    std::uint64_t least = memory_of_machine();
    std::istringstream lines(cgroup);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(unified)) continue;
        // a group has no more than the groups around it
        for (std::string group = line.substr(3);; group.resize(group.find_last_of('/'))) {
            std::ifstream limit(mounted + group + "/memory.max");
            std::uint64_t bytes = 0;
            if (limit >> bytes) least = std::min(least, bytes);  // "max" is no number
            if (group.find('/') == std::string::npos) break;
        }
    }
    return least;
}

void keep_to_memory() {
    if (!limits_memory()) return;
    std::ifstream file("/proc/self/cgroup");
    const std::string cgroup{std::istreambuf_iterator<char>(file), {}};
    const rlim_t most = memory_there(cgroup, "/sys/fs/cgroup") / 10 * 9;  // the rest has some too
    rlimit now{};
    if (getrlimit(RLIMIT_DATA, &now) != 0 || now.rlim_cur <= most) return;
    now.rlim_cur = most;
    setrlimit(RLIMIT_DATA, &now);
}

}  // namespace toets
