// Where the rules lie that the benchmark runs.
#pragma once

#include <filesystem>
#include <vector>

namespace toets::benchmark {

/// The shipped vocabulary, sources and parameters, with the rules of `rules` over them.
std::vector<std::filesystem::path> with_vocabulary(const std::filesystem::path& rules);

/// The ten rules of the benchmark.
std::filesystem::path ten_rules();

/// All shipped rules.
std::filesystem::path shipped_rules();

}  // namespace toets::benchmark
