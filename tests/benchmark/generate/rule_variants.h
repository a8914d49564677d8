// A hundred rules out of ten.
#pragma once

#include <filesystem>

namespace toets::benchmark {

/// Writes `rules` to `folder` with each rule nine times more, under other names and with other
/// parameters, so that no two rules ask the same. False when a file can't be read or written.
bool write_variants(const std::filesystem::path& rules, const std::filesystem::path& folder);

}  // namespace toets::benchmark
