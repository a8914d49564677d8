// The bound on memory: what the machine and its control groups have, and what happens at it.
#include "checker/cli/memory_limit.h"

#include <filesystem>
#include <fstream>
#include <sys/resource.h>

#include <doctest/doctest.h>

#include "checker/documents/process_limits.h"
#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace fs = std::filesystem;

TEST_CASE("a container has what the least of the groups around it has") {
    const fs::path mounted = fs::path(TOETS_BINARY_DIR) / "tests/cgroup";
    fs::create_directories(mounted / "outer/inner");
    std::ofstream(mounted / "outer/memory.max") << "1000000\n";
    const auto there = [&](const std::string& inner, const std::string& cgroup) {
        std::ofstream(mounted / "outer/inner/memory.max") << inner << '\n';
        return memory_there(cgroup, mounted.string());
    };
    const std::uint64_t machine = memory_there("", "/nergens");
    CHECK(machine > 1000000);
    CHECK(there("500000", "0::/outer/inner\n") == 500000);
    CHECK(there("2000000", "0::/outer/inner\n") == 1000000);
    CHECK(there("max", "0::/outer/inner\n") == 1000000);
    CHECK(there("500000", "1:name=systemd:/outer/inner\n0::/outer\n") == 1000000);
    CHECK(there("500000", "0::/\n") == machine);
    CHECK(there("500000", "1:name=systemd:/outer/inner\n") == machine);
}

/// Processes that are started get no more memory than this, as long as it lives.
class LessMemory {
  public:
    explicit LessMemory(rlim_t bytes) {
        getrlimit(RLIMIT_DATA, &before_);
        const rlimit less{bytes, before_.rlim_max};
        setrlimit(RLIMIT_DATA, &less);
    }
    ~LessMemory() { setrlimit(RLIMIT_DATA, &before_); }
    LessMemory(const LessMemory&) = delete;
    LessMemory& operator=(const LessMemory&) = delete;

  private:
    rlimit before_{};
};

TEST_CASE("at the bound the dossier is told as not judged, and the others are judged" *
          doctest::skip(!limits_memory())) {
    const fs::path folder = fs::path(TOETS_BINARY_DIR) / "tests/many";
    fs::create_directories(folder);
    std::ofstream many(folder / "a-veel.xml");
    many << R"(<school brin="99DL" onderwijssoort="bo"><leerlingen>)";
    constexpr int pupils = 20000;
    for (int i = 0; i < pupils; ++i) many << "<leerling/>";
    many << "</leerlingen></school>";
    many.close();
    std::ofstream(folder / "b-een.xml")
        << R"(<school brin="99ES" onderwijssoort="bo"><leerlingen/></school>)";
    const LessMemory less(rlim_t{250} << 20);
    const Run run = run_toets({"check", folder.string(), "--peildatum", "2026-11-01"});
    CHECK(run.exit == 3);
    CHECK((run.out + run.err).find("het dossier is niet beoordeeld") != std::string::npos);
    CHECK(run.out.find("99ES") != std::string::npos);
}

}  // namespace toets::tests
