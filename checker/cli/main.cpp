// Temporary entry: tests and rule checks, until the commands land.
#include <iostream>
#include <string>

#include "checker/cli/rule_files.h"
#include "checker/trial/run_tests.h"

int main(int argc, char** argv) {
    using namespace toets;
    std::vector<std::filesystem::path> paths;
    for (int i = 2; i < argc; ++i) paths.emplace_back(argv[i]);
    if (paths.empty()) paths.emplace_back(TOETS_RULES_FOLDER);
    const std::string command = argc > 1 ? argv[1] : "test";
    LoadedRules loaded = load_rules(paths, command == "test");
    if (has_errors(loaded.problems)) {
        std::cerr << render(loaded.problems, loaded.sources, UserLanguage::nl);
        return 2;
    }
    if (command != "test") return 0;
    const auto results = run_tests(loaded.files, loaded.vocabulary, loaded.book, loaded.order);
    std::size_t failed = 0;
    for (const auto& result : results) {
        if (result.problems.empty()) continue;
        ++failed;
        std::cout << result.test->rule.text << ": " << result.test->title << "\n"
                  << render(result.problems, loaded.sources, UserLanguage::nl);
    }
    std::cout << results.size() - failed << " passed, " << failed << " failed\n";
    return failed == 0 ? 0 : 1;
}
