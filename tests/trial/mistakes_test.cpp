// Mistakes that are found when a test runs: in its facts, and in what it expects.
#include <doctest/doctest.h>

#include "checker/trial/run_tests.h"
#include "tests/diagnostics/both_languages.h"
#include "tests/rulebook/rule_text.h"

namespace toets::tests {

TEST_CASE("every file in mistakes/ gives the problems beside it") {
    for (const auto& path : files_in(source_root() / "tests/trial/mistakes", ".regels")) {
        CAPTURE(path.filename().string());
        const RuleText rules = compiled_file(path);
        const auto sorted = in_order(rules.book);
        REQUIRE(!has_errors(rules.problems));
        Diagnostics found;
        for (const auto& result : run_tests(rules.files, rules.vocabulary, rules.book, sorted))
            found.insert(found.end(), result.problems.begin(), result.problems.end());
        const std::string produced = in_both_languages(found, rules.sources);
        auto beside = path;
        CHECK(produced == golden(beside.replace_extension(".diagnostics"), produced));
    }
}

TEST_CASE("an outcome has a word in Regeltaal, each its own") {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < outcome_count; ++i)
        words.push_back(outcome_word(static_cast<Outcome>(i)));
    CHECK(words == std::vector<std::string>{"overtreding", "onbekend", "geblokkeerd", "oordeel",
                                            "loopt", "voldaan", "uitgezonderd",
                                            "niet van toepassing"});
}

}  // namespace toets::tests
