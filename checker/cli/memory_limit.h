// A bound on the memory of the program itself.
#pragma once

#include <cstdint>
#include <string>

namespace toets {

/// How many bytes the machine has for a process, or its container if that has less. `cgroup` is
/// the text of /proc/self/cgroup, and `mounted` where control groups are mounted (cgroups(7)).
std::uint64_t memory_there(const std::string& cgroup, const std::string& mounted);

/// Makes asking for more memory than that fail. The command then tells what there is no room for
/// and goes on with the rest; without a bound the system would end it, or something else. A lower
/// bound that the user set stays. Left out of builds with a sanitizer.
void keep_to_memory();

}  // namespace toets
