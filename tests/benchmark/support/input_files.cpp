// Files into memory.
#include "tests/benchmark/support/input_files.h"

#include <algorithm>
#include <malloc.h>

namespace toets::benchmark {

namespace fs = std::filesystem;

std::vector<fs::path> dossiers_in(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".xml") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

void keep_heap_warm() {
    constexpr int kept = 64 << 20;
    mallopt(M_TRIM_THRESHOLD, kept);
    mallopt(M_MMAP_THRESHOLD, kept);
}

}  // namespace toets::benchmark
