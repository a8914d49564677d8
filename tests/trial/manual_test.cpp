// The manual tells the truth: its examples are compiled, and the tests in them hold.
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checker/trial/mutation.h"
#include "checker/trial/run_tests.h"
#include "tests/rulebook/rule_text.h"

namespace toets::tests {

namespace {

/// A block of code of the manual: the words after its fence, and the line where it starts.
struct Example {
    std::string kind, text;
    int line = 0;
};

std::vector<Example> examples() {
    std::vector<Example> found;
    std::istringstream manual(read_file(source_root() / "docs/regeltaal.md"));
    bool inside = false;
    int number = 0;
    for (std::string line; std::getline(manual, line);) {
        ++number;
        if (line.starts_with("```")) {
            if (!inside) found.push_back({line.substr(3), "", number});
            inside = !inside;
        } else if (inside) {
            found.back().text += line + "\n";
        }
    }
    CHECK(!inside);
    return found;
}

/// The mutants of the rules of which the author named some.
std::vector<Mutation> mutated(const RuleText& rules) {
    std::vector<Mutation> made;
    for (const auto& file : rules.files)
        for (const auto& each : file.equivalents)
            made.push_back(
                mutate(rules.files, rules.sources, rules.vocabulary, rules.book, each.of.text));
    return made;
}

}  // namespace

TEST_CASE("every example in the manual compiles, and its tests hold") {
    std::string words;
    std::size_t tests = 0;
    for (const Example& example : examples())
        if (example.kind == "regeltaal begrippen") words += example.text;
    REQUIRE(!words.empty());
    for (const Example& example : examples()) {
        if (example.kind != "regeltaal") continue;
        CAPTURE(example.line);
        const RuleText rules = compiled(
            {{"begrippen", words}, {"regel " + std::to_string(example.line), example.text}});
        Diagnostics serious = rules.problems;
        std::erase_if(serious,
                      [](const Diagnostic& each) { return level(each.code) == Level::note; });
        CHECK_MESSAGE(serious.empty(), render(serious, rules.sources, UserLanguage::nl));
        if (has_errors(serious)) continue;
        for (const Mutation& each : mutated(rules))
            CHECK_MESSAGE(each.problems.empty(),
                          render(each.problems, rules.sources, UserLanguage::nl));
        for (const auto& result :
             run_tests(rules.files, rules.vocabulary, rules.book, in_order(rules.book))) {
            ++tests;
            CHECK_MESSAGE(result.problems.empty(), result.test->title, "\n",
                          render(result.problems, rules.sources, UserLanguage::nl));
        }
    }
    CHECK(tests > 30);
}

TEST_CASE("every rule in the manual is tested in its own example") {
    for (const Example& example : examples()) {
        if (example.kind != "regeltaal") continue;
        CAPTURE(example.line);
        std::istringstream lines(example.text);
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with("regel ")) continue;
            const std::string name = line.substr(6, line.find(' ', 6) - 6);
            CHECK_MESSAGE(example.text.find("test " + name + " ") != std::string::npos, name);
        }
    }
}

}  // namespace toets::tests
