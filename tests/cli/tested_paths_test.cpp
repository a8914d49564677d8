// Which tests `toets test` runs, and what it tells of the rules themselves.
#include <string>

#include <doctest/doctest.h>

#include "tests/cli/run_toets.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

/// How many tests passed, by the last line; -1 when any failed.
int passed(const Run& run) {
    const std::size_t end = run.out.find(" tests geslaagd, 0 mislukt");
    return end == std::string::npos ? -1 : std::stoi(run.out.substr(0, end));
}

}  // namespace

TEST_CASE("tests at a path run with the shipped rules around them, and no others do") {
    const int all = passed(run_toets(words_of("test rules")));
    const int of_folder = passed(run_toets(words_of("test rules/opp")));
    CHECK(of_folder > 100);
    CHECK(of_folder < all);
    CHECK(passed(run_toets(words_of("test rules/opp --rules rules"))) == of_folder);
    CHECK(passed(run_toets(words_of("test rules/opp/opp-hoorrecht.test.regels"))) > 0);
    const int of_partnership = passed(run_toets(words_of("test fixtures/swv-waterdam")));
    CHECK(of_partnership > 0);
    CHECK(passed(run_toets(words_of("test rules fixtures/swv-waterdam"))) == all + of_partnership);
}

TEST_CASE("what is measured is what stands at the path") {
    const Run run = run_toets(words_of("test fixtures/swv-waterdam --coverage"));
    CHECK(run.out.find("wd-snel-gesprek") != std::string::npos);
    CHECK(run.out.find("opp-hoorrecht") == std::string::npos);
}

TEST_CASE("rules with a vocabulary of their own are tested alone, unless others are named") {
    const std::string own = "test tests/cli/cases/altijd-of-nooit.regels";
    CHECK(passed(run_toets(words_of(own))) == 1);
    const Run both = run_toets(words_of(own + " --rules rules"));
    CHECK(both.exit == 2);
    CHECK(both.err.find("[double_name]") != std::string::npos);
}

TEST_CASE("test tells what is odd in sound rules, and other commands only with --verbose") {
    const std::string rules = "tests/cli/cases/altijd-of-nooit.regels";
    const std::string both = "[always_true]\n";
    CHECK(run_toets(words_of("test " + rules)).err.find(both) != std::string::npos);
    CHECK(run_toets(words_of("test " + rules)).err.find("[unused_declaration]") !=
          std::string::npos);
    CHECK(run_toets(words_of("rules --rules " + rules)).err.empty());
    CHECK(run_toets(words_of("rules -v --rules " + rules)).err.find(both) != std::string::npos);
    CHECK(run_toets(words_of("test rules")).err.empty());
}

TEST_CASE("rules that say nothing of a dossier are broken rules, and no dossier is called wrong") {
    const Run run =
        run_toets(words_of("check fixtures/de-regenboog --rules tests/cli/cases/nog-niets.regels"));
    CHECK(run.exit == 2);
    CHECK(run.err.find("[no_root]") != std::string::npos);
}

}  // namespace toets::tests
