// Patterns: what fits, where, and that no pattern takes for ever.
#include "checker/text/pattern.h"

#include <string>

#include <doctest/doctest.h>

namespace toets::tests {

TEST_CASE("a pattern fits the whole text, and is found in a part of it") {
    const auto brin = Pattern::read("[0-9]{2}[A-Z]{2}");
    REQUIRE(brin);
    CHECK(brin->fits("99WH"));
    CHECK_FALSE(brin->fits("99WH01"));
    CHECK_FALSE(brin->fits("99wh"));
    const std::string text = "nummer 99WH en 12AB";
    const auto first = brin->find(text);
    REQUIRE(first);
    CHECK(text.substr(first->begin, first->end - first->begin) == "99WH");
    const auto second = brin->find(text, first->end);
    REQUIRE(second);
    CHECK(second->begin == text.find("12AB"));
    CHECK_FALSE(brin->find(text, second->end));
    CHECK_FALSE(brin->find(text, text.size() + 1));
}

TEST_CASE("letters of any case, groups and signs of more bytes") {
    const auto amount =
        Pattern::read("(?:€|euro) ?([0-9]+)|([0-9]+) euro", Pattern::Letters::of_any_case);
    REQUIRE(amount);
    const auto before = amount->find("wij vragen € 45 per kind");
    REQUIRE(before);
    CHECK(before->groups[0] == "45");
    CHECK(before->groups[1].empty());
    const auto after = amount->find("wij vragen 45 EURO");
    REQUIRE(after);
    CHECK(after->groups[0].empty());
    CHECK(after->groups[1] == "45");
}

TEST_CASE("what is no pattern is refused") {
    for (const char* text : {"[0-9{2}", "(", "a(?=b)", R"((a)\1)"})
        CHECK_FALSE(Pattern::read(text));
}

TEST_CASE("a pattern that others stumble over is done at once") {
    const auto nested = Pattern::read("(a+)+b");
    REQUIRE(nested);
    CHECK_FALSE(nested->fits(std::string(100'000, 'a')));
    CHECK_FALSE(nested->find(std::string(100'000, 'a')));
}

}  // namespace toets::tests
