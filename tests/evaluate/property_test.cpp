// Laws that hold for any rules and any dossier. Every failure shows its seed.
#include <algorithm>
#include <map>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "checker/evaluate/evaluate.h"
#include "tests/evaluate/random_school.h"
#include "tests/rulebook/rule_text.h"

namespace toets::tests {

namespace {

constexpr Kept all_outcomes = {true, true, true, true, true, true, true, true};
constexpr unsigned rules_per_set = 12;
const Date peildatum = *make_date(2025, 3, 10);

RuleText compiled_rules(const std::vector<std::string>& rules) {
    std::string text(random_vocabulary);
    for (const std::string& rule : rules) text += rule;
    RuleText made = compiled(text);
    // what is made at random may contradict itself, and is evaluated all the same
    std::erase_if(made.problems,
                  [](const Diagnostic& each) { return each.code == Code::never_true; });
    REQUIRE_MESSAGE(!has_errors(made.problems),
                    render(made.problems, made.sources, UserLanguage::nl));
    return made;
}

/// Findings as text, by rule id: what two evaluations must have in common byte for byte.
std::string dump(const RuleBook& book, const Evaluation& evaluation, std::string_view only = "") {
    std::string text;
    for (const Finding& each : evaluation.findings) {
        if (!only.empty() && book.rules[each.rule].id != only) continue;
        text += book.rules[each.rule].id + " " + std::to_string(each.part) + " " +
                std::to_string(each.row) + " " + std::to_string(static_cast<int>(each.outcome)) +
                " " + (each.due ? iso(*each.due) : "-") + " " + std::to_string(each.exception) +
                " " + (each.blocked_by == no_rule ? "-" : book.rules[each.blocked_by].id) + "\n";
    }
    return text;
}

/// Rules that rest on each other: each on the one before, so that some are blocked.
std::vector<std::string> chained_rules(unsigned seed) {
    std::vector<std::string> rules = random_rules(seed, rules_per_set);
    for (unsigned i = 1; i < rules.size(); i += 2) {
        const bool about_pupils = rules[i].find("voor elke leerling") != std::string::npos;
        const bool on_pupils = rules[i - 1].find("voor elke leerling") != std::string::npos;
        if (about_pupils || !on_pupils)
            rules[i].insert(rules[i].find("    eis"),
                            "    steunt op r" + std::to_string(i - 1) + "\n");
    }
    return rules;
}

class Run {
  public:
    explicit Run(const RuleText& rules, Room room = {})
        : facts_(rules.vocabulary),
          evaluator_(rules.book, rules.vocabulary, in_order(rules.book), room) {}

    const Evaluation& on(const RandomSchool& school) {
        school.state(facts_);
        evaluator_.evaluate(facts_.facts(), peildatum, nullptr, all_outcomes, evaluation_);
        return evaluation_;
    }
    std::vector<Explanation> explained(std::span<const Finding> findings) {
        return evaluator_.explain(facts_.facts(), peildatum, nullptr, findings, UserLanguage::nl);
    }

  private:
    FactsBuilder facts_;
    Evaluator evaluator_;
    Evaluation evaluation_;
};

/// Whether to learn more may lead from one outcome to the other.
bool may_become(Outcome before, Outcome after) {
    if (before == Outcome::violated) return after == Outcome::violated;
    if (before == Outcome::met)
        return after == Outcome::met || after == Outcome::excepted ||
               after == Outcome::not_applicable;
    if (before == Outcome::not_applicable) return after == Outcome::not_applicable;
    return true;
}

}  // namespace

TEST_CASE("filling in an unknown never turns met into violated or back") {
    int told = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        const std::vector<std::string> texts = random_rules(seed, rules_per_set);
        const RuleText rules = compiled_rules(texts);
        Run run(rules);
        for (unsigned dossier = 0; dossier < 8; ++dossier) {
            RandomSchool school(rules.vocabulary, 1000 * seed + dossier);
            std::vector<Finding> before = run.on(school).findings;
            std::string before_text = school.shown();
            while (school.learn()) {
                const std::vector<Finding> after = run.on(school).findings;
                REQUIRE(after.size() == before.size());
                for (std::size_t i = 0; i < after.size(); ++i) {
                    if (may_become(before[i].outcome, after[i].outcome) || ++told > 10) continue;
                    FAIL_CHECK("seed ", seed, ", dossier ", dossier, ", row ", after[i].row, ": ",
                               static_cast<int>(before[i].outcome), " became ",
                               static_cast<int>(after[i].outcome), " by\n",
                               texts[static_cast<std::size_t>(
                                   std::stoi(rules.book.rules[after[i].rule].id.substr(1)))],
                               "before: ", before_text, "\nafter: ", school.shown());
                }
                before = after;
                before_text = school.shown();
            }
        }
    }
    CHECK(told == 0);
}

TEST_CASE("the order in which rules are written changes nothing") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        std::vector<std::string> texts = chained_rules(seed);
        const RuleText rules = compiled_rules(texts);
        std::mt19937 random(seed);
        std::shuffle(texts.begin(), texts.end(), random);
        const RuleText shuffled = compiled_rules(texts);
        Run run(rules);
        Run run_shuffled(shuffled);
        for (unsigned dossier = 0; dossier < 10; ++dossier) {
            const RandomSchool school(rules.vocabulary, 1000 * seed + dossier);
            CHECK(dump(rules.book, run.on(school)) == dump(shuffled.book, run_shuffled.on(school)));
        }
    }
}

TEST_CASE("a rule concludes the same whichever other rules are loaded") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        const std::vector<std::string> texts = random_rules(seed, rules_per_set);
        const RuleText rules = compiled_rules(texts);
        Run run(rules);
        for (const std::string& text : texts) {
            const RuleText alone = compiled_rules({text});
            Run run_alone(alone);
            for (unsigned dossier = 0; dossier < 5; ++dossier) {
                const RandomSchool school(rules.vocabulary, 1000 * seed + dossier);
                CHECK(dump(alone.book, run_alone.on(school)) ==
                      dump(rules.book, run.on(school), alone.book.rules.front().id));
            }
        }
    }
}

TEST_CASE("nothing of one dossier stays behind for the next") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        const RuleText rules = compiled_rules(chained_rules(seed));
        Run used(rules);
        std::map<unsigned, std::string> first_time;
        for (unsigned dossier = 0; dossier < 10; ++dossier)
            first_time[dossier] =
                dump(rules.book, used.on(RandomSchool(rules.vocabulary, 1000 * seed + dossier)));
        for (unsigned dossier = 10; dossier-- > 0;) {
            const RandomSchool school(rules.vocabulary, 1000 * seed + dossier);
            CHECK(dump(rules.book, used.on(school)) == first_time[dossier]);
            Run fresh(rules);
            CHECK(dump(rules.book, fresh.on(school)) == first_time[dossier]);
        }
    }
}

TEST_CASE("a dossier that has to be evaluated in pieces comes to the same") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        const RuleText rules = compiled_rules(chained_rules(seed));
        Run whole(rules);
        Run row_by_row(rules, {.at_once = 1});
        Run in_pieces(rules, {.at_once = 60});
        for (unsigned dossier = 0; dossier < 10; ++dossier) {
            const RandomSchool school(rules.vocabulary, 1000 * seed + dossier);
            const Evaluation& expected = whole.on(school);
            for (Run* run : {&row_by_row, &in_pieces}) {
                CHECK(dump(rules.book, run->on(school)) == dump(rules.book, expected));
                for (RuleId id = 0; id < rules.book.rules.size(); ++id) {
                    std::vector<Finding> findings;
                    for (const Finding& each : expected.findings)
                        if (each.rule == id) findings.push_back(each);
                    const auto explanations = run->explained(findings);
                    const auto same = whole.explained(findings);
                    REQUIRE(explanations.size() == same.size());
                    for (std::size_t i = 0; i < same.size(); ++i) {
                        CHECK(explanations[i].message == same[i].message);
                        CHECK(explanations[i].evidence.size() == same[i].evidence.size());
                        CHECK(explanations[i].missing.size() == same[i].missing.size());
                    }
                }
            }
        }
    }
}

TEST_CASE("one subject that there is no room for ends the evaluation, not the next one") {
    const RuleText rules = compiled_rules(chained_rules(3));
    const RandomSchool school(rules.vocabulary, 3);
    Run cramped(rules, {.at_once = 1, .for_one = 1});
    CHECK_THROWS_AS(cramped.on(school), std::bad_alloc);
    CHECK_THROWS_AS(cramped.on(school), std::bad_alloc);
}

TEST_CASE("the tally counts every finding, and the first day that is due") {
    const RuleText rules = compiled_rules(chained_rules(3));
    Run run(rules);
    for (unsigned dossier = 0; dossier < 20; ++dossier) {
        const Evaluation& evaluation = run.on(RandomSchool(rules.vocabulary, dossier));
        for (RuleId id = 0; id < rules.book.rules.size(); ++id) {
            Tally expected;
            for (const Finding& each : evaluation.findings) {
                if (each.rule != id) continue;
                ++expected.of[static_cast<std::size_t>(each.outcome)];
                if (each.due)
                    expected.first_due =
                        std::min(expected.first_due.value_or(*each.due), *each.due);
            }
            CHECK(evaluation.tallies[id][0].of == expected.of);
            CHECK(evaluation.tallies[id][0].first_due == expected.first_due);
        }
    }
}

TEST_CASE("the reasoning behind a finding comes to the same outcome") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        const RuleText rules = compiled_rules(chained_rules(seed));
        Run run(rules);
        for (unsigned dossier = 0; dossier < 5; ++dossier) {
            const RandomSchool school(rules.vocabulary, 1000 * seed + dossier);
            const Evaluation evaluation = run.on(school);
            for (RuleId id = 0; id < rules.book.rules.size(); ++id) {
                std::vector<Finding> findings;
                for (const Finding& each : evaluation.findings)
                    if (each.rule == id) findings.push_back(each);
                const auto explanations = run.explained(findings);
                REQUIRE(explanations.size() == findings.size());
                for (std::size_t i = 0; i < findings.size(); ++i) {
                    const Outcome outcome = findings[i].outcome;
                    CHECK(explanations[i].finding.row == findings[i].row);
                    CHECK(explanations[i].finding.outcome == outcome);
                    if (outcome != Outcome::met && outcome != Outcome::violated &&
                        outcome != Outcome::pending)
                        continue;
                    REQUIRE(explanations[i].requirement);
                    const Truth truth = outcome == Outcome::met       ? Truth::yes
                                        : outcome == Outcome::pending ? Truth::pending
                                                                      : Truth::no;
                    CHECK(explanations[i].requirement->truth == truth);
                    if (outcome == Outcome::violated) CHECK(explanations[i].missing.empty());
                }
            }
        }
    }
}

}  // namespace toets::tests
