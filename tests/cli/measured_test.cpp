// What `toets test` tells of the tests of rules: what they reach, and what they notice.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

using Json = nlohmann::json;

const std::string lending = "test tests/trial/measured/uitleen.regels";

void check_golden(const std::string& command, const std::string& name) {
    const Run run = run_toets(words_of(command));
    CHECK(run.out == golden(source_root() / "tests/cli/cases" / name, run.out));
}

}  // namespace

TEST_CASE("--coverage and --mutate tell what the tests leave untried, in both languages") {
    check_golden(lending + " --coverage", "bereik.txt");
    check_golden(lending + " --coverage --lang en", "bereik.en.txt");
    check_golden(lending + " --mutate --minimum 90", "mutanten.txt");
    check_golden(lending + " --mutate --minimum 90 --lang en", "mutanten.en.txt");
}

TEST_CASE("--coverage ends with 1 until each condition and exception is reached") {
    CHECK(run_toets(words_of(lending)).exit == 0);
    CHECK(run_toets(words_of(lending + " --coverage")).exit == 1);
    const Run complete = run_toets(words_of(lending + " --coverage --only brief-na-kaart"));
    CHECK(complete.exit == 0);
    CHECK(complete.out.find("elke voorwaarde en elke uitzondering") != std::string::npos);
    CHECK(run_toets(words_of("test tests/cli/cases/mislukt.regels --coverage")).exit == 1);
}

TEST_CASE("--minimum decides whether the tests notice enough of the mutants") {
    const auto exit_of = [](const std::string& more) {
        return run_toets(words_of(lending + " --mutate " + more)).exit;
    };
    CHECK(exit_of("") == 0);
    CHECK(exit_of("--minimum 90") == 1);
    CHECK(exit_of("--minimum 100 --only brief-na-kaart") == 0);
    CHECK(exit_of("--minimum 90 --only brief-na-kaart boetes-betaald") == 1);
    CHECK(exit_of("--minimum 101") == 2);
    CHECK(run_toets(words_of(lending + " --minimum 90")).exit == 2);
}

TEST_CASE("a wrong `gelijkwaardig` is told on stderr, and ends with 1") {
    const Run run =
        run_toets(words_of("test tests/trial/mistakes/gelijkwaardig/namen.regels --mutate"));
    CHECK(run.exit == 1);
    for (const std::string code : {"[unknown_mutant]", "[mutant_not_equivalent]", "[unknown_rule]"})
        CHECK_MESSAGE(run.err.find(code) != std::string::npos, run.err);
    CHECK(run_toets(words_of("test tests/trial/mistakes/gelijkwaardig/namen.regels")).exit == 0);
}

TEST_CASE("--format json holds the same figures") {
    const Json told =
        Json::parse(run_toets(words_of(lending + " --coverage --mutate --format json")).out);
    CHECK(told["tests"]["failures"].empty());
    const Json& coverage = told["coverage"];
    CHECK(coverage["complete"] == false);
    CHECK(coverage["rules"].size() == 4);
    CHECK(coverage["rules"][2]["rule"] == "brief-na-kaart");
    CHECK(coverage["rules"][2]["conditions"] == Json{{"reached", 5}, {"of", 5}});
    CHECK(coverage["rules"][0]["exceptions"] == Json{{"reached", 0}, {"of", 1}});
    CHECK(coverage["definitions"][0]["definition"] == "Lid.actueel");
    CHECK(coverage["articles"].size() == 4);
    // As bereik.txt: the conditions of definitions count too.
    CHECK(coverage["total"]["conditions"] == Json{{"reached", 10}, {"of", 21}});
    const Json& mutation = told["mutation"];
    CHECK(mutation[2]["score"] == 100.0);
    CHECK(mutation[1]["equivalent"] == 1);
    CHECK(mutation[1]["mutants"][5]["reason"] == "de uitleg staat altijd bij het adres");
    const Json failed =
        Json::parse(run_toets(words_of("test tests/cli/cases/mislukt.regels --format json")).out);
    CHECK(failed["tests"]["passed"] == 0);
    CHECK(failed["tests"]["failures"][0]["rule"] == "heeft-naam");
}

TEST_CASE("the mutants are the same whatever the number of threads") {
    const std::string mutate = lending + " --mutate --threads ";
    CHECK(run_toets(words_of(mutate + "1")).out == run_toets(words_of(mutate + "4")).out);
}

TEST_CASE("--only runs the tests of the rules that are named") {
    CHECK(run_toets(words_of(lending + " --only boetes-betaald")).out ==
          "2 tests geslaagd, 0 mislukt\n");
}

}  // namespace toets::tests
