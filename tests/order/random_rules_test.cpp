// The order of any rules without circles.
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "checker/order/order.h"
#include "tests/rulebook/rule_text.h"

namespace toets::tests {

namespace {

/// A rule on the school that rests on others.
std::string rule(const std::string& id, const std::string& rests_on) {
    return "regel " + id + " \"" + id + "\" bron B ernst fout voor elke school " +
           (rests_on.empty() ? "" : "steunt op " + rests_on + " ") + "eis school.a melding \"x\"\n";
}

/// Two letters by number: the order of the names is that of the numbers.
std::string id(unsigned number) {
    return {'r', static_cast<char>('a' + number / 10), static_cast<char>('a' + number % 10)};
}

}  // namespace

TEST_CASE("random rules without circles are ordered, each after all that it rests on") {
    constexpr unsigned count = 30;
    for (unsigned seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::string text = "begrip School wortel a : ja/nee\nbron B \"B\"\n";
        for (unsigned i = 0; i < count; ++i) {
            std::string needed;  // rules of a higher number only, so there is no circle
            for (unsigned j = i + 1; j < count; ++j)
                if (random() % 6 == 0) needed += (needed.empty() ? "" : ", ") + id(j);
            text += rule(id(i), needed);
        }
        RuleText made = compiled(text);
        const auto sorted = order(made.book, made.problems);
        CHECK(made.problems.empty());
        REQUIRE(sorted.size() == count);
        std::vector<std::size_t> place(count);
        for (std::size_t at = 0; at < count; ++at) place[sorted[at]] = at;
        for (RuleId each = 0; each < count; ++each)
            for (const RuleId needed : made.book.rules[each].prerequisites)
                CHECK(place[needed] < place[each]);
    }
}

}  // namespace toets::tests
