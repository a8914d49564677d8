// What the language means, feature by feature: each file in cases/ states its own small vocabulary,
// its rules, and the tests of them.
#include <chrono>

#include <doctest/doctest.h>

#include "checker/trial/run_tests.h"
#include "tests/rulebook/rule_text.h"

namespace toets::tests {

TEST_CASE("every test in cases/ has the outcome that it expects") {
    for (const auto& path : files_in(source_root() / "tests/trial/cases", ".regels")) {
        SUBCASE(path.filename().string().c_str()) {
            const RuleText rules = compiled_file(path);
            const auto sorted = in_order(rules.book);
            REQUIRE_MESSAGE(!has_errors(rules.problems),
                            render(rules.problems, rules.sources, UserLanguage::nl));
            const auto started = std::chrono::steady_clock::now();
            const auto results = run_tests(rules.files, rules.vocabulary, rules.book, sorted);
            CHECK(!results.empty());
            for (const TestResult& result : results)
                CHECK_MESSAGE(result.problems.empty(), result.test->rule.text, ": ",
                              result.test->title, "\n",
                              render(result.problems, rules.sources, UserLanguage::nl));
            // A dossier of a few lines takes milliseconds; seconds are a loop that runs away.
            CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(3));
        }
    }
}

TEST_CASE("every rule in cases/ is tested") {
    for (const auto& path : files_in(source_root() / "tests/trial/cases", ".regels")) {
        const RuleText rules = compiled_file(path);
        for (const Rule& rule : rules.book.rules) {
            std::size_t tests = 0;
            for (const auto& test : rules.files.front().tests)
                if (test.rule == rule.id) ++tests;
            CHECK_MESSAGE(tests > 0, path.filename().string(), ": ", rule.id, " has no test");
        }
    }
}

}  // namespace toets::tests
