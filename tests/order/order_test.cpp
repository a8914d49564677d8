// Which rule after which: each file in cases/ has beside it the order of its rules, the cycles
// that forbid one, and the picture.
#include "checker/order/order.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/diagnostics/both_languages.h"
#include "tests/rulebook/rule_text.h"

namespace toets::tests {

namespace {

std::filesystem::path cases() { return source_root() / "tests/order/cases"; }

std::string rendered(const std::filesystem::path& path) {
    const RuleText rules = compiled_file(path);
    REQUIRE_MESSAGE(!has_errors(rules.problems),
                    render(rules.problems, rules.sources, UserLanguage::nl));
    Diagnostics problems;
    std::string out = "volgorde:";
    for (const RuleId id : order(rules.book, problems)) out += " " + rules.book.rules[id].id;
    out += "\n\n" + in_both_languages(problems, rules.sources);
    // a picture is asked of rules in which nothing is wrong: with a cycle nothing is drawn
    return problems.empty() ? out + rules_as_dot(rules.book) : out;
}

}  // namespace

TEST_CASE("every rule file in cases/ gives the order, the cycles and the picture beside it") {
    const auto files = files_in(cases(), ".regels");
    REQUIRE(!files.empty());
    for (const auto& path : files) {
        CAPTURE(path.filename().string());
        const std::string produced = rendered(path);
        auto beside = path;
        beside.replace_extension(".order");
        CHECK(produced == golden(beside, produced));
    }
}

TEST_CASE("every order beside a rule file has that file") {
    for (auto path : files_in(cases(), ".order"))
        CHECK(std::filesystem::exists(path.replace_extension(".regels")));
}

TEST_CASE("a rule comes after those that it rests on, in every file") {
    for (const auto& path : files_in(cases(), ".regels")) {
        CAPTURE(path.filename().string());
        const RuleText rules = compiled_file(path);
        Diagnostics problems;
        const auto sorted = order(rules.book, problems);
        for (auto at = sorted.begin(); at != sorted.end(); ++at)
            for (const RuleId needed : rules.book.rules[*at].prerequisites)
                CHECK(std::find(sorted.begin(), at, needed) != at);
    }
}

TEST_CASE("no rules have no order, and no cycle") {
    Diagnostics problems;
    CHECK(order(RuleBook{}, problems).empty());
    CHECK(problems.empty());
}

}  // namespace toets::tests
