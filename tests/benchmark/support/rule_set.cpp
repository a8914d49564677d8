// The places of the rule files in the source tree.
#include "tests/benchmark/support/rule_set.h"

namespace toets::benchmark {

namespace fs = std::filesystem;

fs::path shipped_rules() { return fs::path(TOETS_SOURCE_DIR) / "rules"; }

fs::path ten_rules() { return fs::path(TOETS_SOURCE_DIR) / "tests" / "benchmark" / "rules"; }

std::vector<fs::path> with_vocabulary(const fs::path& rules) {
    const fs::path shipped = shipped_rules();
    return {shipped / "begrippen", shipped / "module.regels", shipped / "bronnen.regels",
            shipped / "parameters.regels", rules};
}

}  // namespace toets::benchmark
