// Reading the dossiers of a folder, the same way for every program that is measured.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace toets::benchmark {

/// The *.xml files of a folder, by name.
std::vector<std::filesystem::path> dossiers_in(const std::filesystem::path& folder);

/// Tells glibc to keep what is freed: without it every file's memory is given back to the kernel
/// and faulted in again, which more than doubles the time of any program here.
void keep_heap_warm();

}  // namespace toets::benchmark
