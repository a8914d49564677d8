// What is measured of tests: a small rule book of which is known by hand what its tests leave
// untried.
#include <doctest/doctest.h>

#include "checker/trial/coverage.h"
#include "checker/trial/mutation.h"
#include "checker/trial/run_tests.h"
#include "tests/diagnostics/both_languages.h"
#include "tests/rulebook/rule_text.h"

namespace toets::tests {

namespace {

std::string line_of(const RuleText& rules, Span span) {
    return std::to_string(rules.sources[span.source].place(span.begin).line) + ": ";
}

/// A word per truth: in capitals when a test saw it.
std::string listed(const RuleText& rules, const std::vector<ConditionCoverage>& conditions,
                   const std::string& what) {
    std::string out;
    for (const ConditionCoverage& each : conditions) {
        out += "  " + line_of(rules, each.span) + what + ' ';
        out += each.seen_holding ? "WAAR " : "waar? ";
        out += each.seen_failing ? "ONWAAR " : "onwaar? ";
        out += words_of(rules.sources, each.span) + '\n';
    }
    return out;
}

std::string shown(const RuleText& rules, const Coverage& coverage) {
    std::string out;
    for (const RuleCoverage& each : coverage.rules) {
        const Rule& rule = rules.book.rules[each.rule];
        out += rule.id + ", tests: " + std::to_string(each.tests) + '\n';
        out += listed(rules, each.conditions, "voorwaarde");
        out += listed(rules, each.exceptions, "uitzondering");
        for (const OutcomeCoverage& outcome : each.outcomes)
            out += "  uitkomst " + rule.parts[outcome.part].name + (outcome.seen ? "+" : "-") +
                   ' ' + outcome_word(outcome.outcome) + '\n';
    }
    for (const DefinitionCoverage& each : coverage.definitions)
        out += each.name + '\n' + listed(rules, each.conditions, "voorwaarde");
    return out;
}

std::string shown(const RuleText& rules, const Mutation& mutation) {
    std::string out = mutation.name + '\n';
    for (const MutantResult& each : mutation.mutants) {
        const char* fate = each.fate == Fate::killed     ? "gemerkt"
                           : each.fate == Fate::survived ? "NIET"
                                                         : "gelijk";
        out += "  " + line_of(rules, each.place) + fate + " \"" + each.name + "\" in " +
               words_of(rules.sources, each.context) + '\n';
    }
    return out;
}

std::vector<Mutation> mutated(const RuleText& rules) {
    std::vector<Mutation> made;
    for (const std::string& name : mutable_names(rules.files, rules.book))
        made.push_back(mutate(rules.files, rules.sources, rules.vocabulary, rules.book, name));
    return made;
}

const auto folder = [] { return source_root() / "tests/trial/measured"; };

}  // namespace

TEST_CASE("the coverage of each file in measured/ is what stands beside it") {
    for (const auto& path : files_in(folder(), ".regels")) {
        CAPTURE(path.filename().string());
        const RuleText rules = compiled_file(path);
        REQUIRE_MESSAGE(!has_errors(rules.problems),
                        render(rules.problems, rules.sources, UserLanguage::nl));
        const auto order = in_order(rules.book);
        for (const TestResult& each : run_tests(rules.files, rules.vocabulary, rules.book, order))
            CHECK_MESSAGE(each.problems.empty(),
                          render(each.problems, rules.sources, UserLanguage::nl));
        const Coverage coverage =
            measure_coverage(rules.files, rules.vocabulary, rules.book, order, {});
        const std::string produced = shown(rules, coverage);
        auto beside = path;
        CHECK(produced == golden(beside.replace_extension(".coverage"), produced));
    }
}

TEST_CASE("the mutants of each file in measured/ fare as stands beside it") {
    for (const auto& path : files_in(folder(), ".regels")) {
        CAPTURE(path.filename().string());
        const RuleText rules = compiled_file(path);
        std::string produced;
        for (const Mutation& each : mutated(rules)) produced += shown(rules, each);
        auto beside = path;
        CHECK(produced == golden(beside.replace_extension(".mutants"), produced));
    }
}

TEST_CASE("only the tests of the rules that are asked for count") {
    const RuleText rules = compiled_file(folder() / "uitleen.regels");
    const RuleId asked = rules.book.find("brief-vriendelijk");
    const Coverage coverage =
        measure_coverage(rules.files, rules.vocabulary, rules.book, in_order(rules.book), {asked});
    REQUIRE(coverage.rules.size() == 1);
    CHECK(coverage.rules[0].rule == asked);
    CHECK(coverage.definitions.empty());
}

TEST_CASE("a score leaves out the mutants that are named as equivalent") {
    Mutation mutation;
    CHECK(mutation.score() == 100.0);
    for (const Fate fate :
         {Fate::killed, Fate::survived, Fate::equivalent, Fate::killed, Fate::killed})
        mutation.mutants.push_back({{}, {}, {}, fate, {}});
    CHECK(mutation.score() == 75.0);
}

TEST_CASE(
    "a definition that only fits in another rule is no hindrance to the mutants of this one") {
    const RuleText rules = compiled(R"(
        bron B "Bron"
        begrip School wortel
            leerlingen : getal
        definitie School.vol = (school.leerlingen is meer dan 9 loopt tot en met 1 januari 2026)
        regel vol "De school is vol" bron B ernst fout voor elke school
            eis school.vol
            melding "De school is niet vol."
        regel begonnen "De school is begonnen" bron B ernst fout voor elke school
            eis school.leerlingen is meer dan 0
            melding "De school is niet begonnen."
        test begonnen "leeg" peildatum 1 mei 2025 gegeven school { leerlingen 0 } verwacht overtreding
    )");
    REQUIRE_MESSAGE(!has_errors(rules.problems),
                    render(rules.problems, rules.sources, UserLanguage::nl));
    const Mutation begun =
        mutate(rules.files, rules.sources, rules.vocabulary, rules.book, "begonnen");
    REQUIRE(begun.mutants.size() == 2);
    CHECK(begun.mutants[0].name == "meer dan => ten minste");
    CHECK(begun.mutants[0].fate == Fate::killed);
    CHECK(begun.mutants[1].name == "0 => 1");
    CHECK(begun.mutants[1].fate == Fate::survived);
}

TEST_CASE("naming mutants that aren't there, or that a test kills, gives the problems beside it") {
    const auto path = source_root() / "tests/trial/mistakes/gelijkwaardig/namen.regels";
    const RuleText rules = compiled_file(path);
    REQUIRE(!has_errors(rules.problems));
    Diagnostics found = unknown_names_of_equivalents(rules.files, rules.book);
    for (const Mutation& each : mutated(rules))
        found.insert(found.end(), each.problems.begin(), each.problems.end());
    const std::string produced = in_both_languages(found, rules.sources);
    auto beside = path;
    CHECK(produced == golden(beside.replace_extension(".diagnostics"), produced));
}

}  // namespace toets::tests
