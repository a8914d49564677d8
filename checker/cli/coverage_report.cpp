// What the tests of rules reach, as text and as JSON.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "checker/cli/test_reports.h"
#include "checker/report/table.h"
#include "checker/trial/run_tests.h"

namespace toets {
namespace {

/// How many of a number of things the tests reach.
struct Share {
    std::size_t reached = 0, all = 0;

    void add(bool is_reached) {
        ++all;
        if (is_reached) ++reached;
    }
    void add(const Share& other) {
        reached += other.reached;
        all += other.all;
    }
    std::string text() const { return fmt::format("{}/{}", reached, all); }
    std::string percentage() const {
        const std::size_t of_all = all == 0 ? 100 : 100 * reached / all;
        return fmt::format("{} ({}%)", text(), of_all);
    }
    void write(Json& json, const char* key) const {
        json.object(key, [&] {
            json.number("reached", reached);
            json.number("of", all);
        });
    }
};

struct Shares {
    std::size_t tests = 0;
    Share conditions, exceptions, outcomes;

    void add(const Shares& other) {
        tests += other.tests;
        conditions.add(other.conditions);
        exceptions.add(other.exceptions);
        outcomes.add(other.outcomes);
    }
    std::vector<std::string> row(const std::string& name) const {
        return {name, std::to_string(tests), conditions.text(), exceptions.text(), outcomes.text()};
    }
    void write(Json& json) const {
        json.number("tests", tests);
        conditions.write(json, "conditions");
        exceptions.write(json, "exceptions");
        outcomes.write(json, "outcomes");
    }
};

/// The shares of a rule; with `parts`, as far as those are concerned.
Shares shares_of(const RuleCoverage& rule, const std::vector<bool>* parts = nullptr) {
    const auto counts = [&](std::optional<std::uint32_t> part) {
        return parts == nullptr || !part || (*parts)[*part];
    };
    Shares made;
    made.tests = rule.tests;
    for (const ConditionCoverage& each : rule.conditions)
        if (counts(each.part)) made.conditions.add(each.covered());
    for (const ConditionCoverage& each : rule.exceptions)
        if (counts(each.part)) made.exceptions.add(each.covered());
    for (const OutcomeCoverage& each : rule.outcomes)
        if (counts(each.part)) made.outcomes.add(each.seen);
    return made;
}

Share share_of(const std::vector<ConditionCoverage>& conditions) {
    Share made;
    for (const ConditionCoverage& each : conditions) made.add(each.covered());
    return made;
}

/// What the tests reach of all rules and definitions.
Shares total_of(const Coverage& coverage) {
    Shares made;
    for (const RuleCoverage& each : coverage.rules) made.add(shares_of(each));
    for (const DefinitionCoverage& each : coverage.definitions)
        made.conditions.add(share_of(each.conditions));
    return made;
}

/// By "WPO artikel 40a", what the tests reach of the rules that cite it.
std::map<std::string, Shares> by_article(const Coverage& coverage, const RuleBook& book) {
    std::map<std::string, Shares> made;
    for (const RuleCoverage& rule : coverage.rules) {
        const auto& parts = book.rules[rule.rule].parts;
        std::map<std::string, std::vector<bool>> citing;
        for (std::size_t p = 0; p < parts.size(); ++p)
            for (const Citation& cited : parts[p].citations) {
                const std::string name =
                    cited.article.empty() ? cited.work : cited.work + " artikel " + cited.article;
                auto& of_parts = citing.emplace(name, parts.size()).first->second;
                of_parts[p] = true;
            }
        for (const auto& [article, of_parts] : citing)
            made[article].add(shares_of(rule, &of_parts));
    }
    return made;
}

struct Gap {
    Span place;
    Text which;
    std::string words;
};

Text phrase_of(const ConditionCoverage& each, bool exception) {
    if (!each.seen_holding && !each.seen_failing)
        return exception ? Text::exception_never_decided : Text::never_decided;
    if (!each.seen_holding) return exception ? Text::exception_never_held : Text::never_held;
    return exception ? Text::exception_never_failed : Text::never_failed;
}

void add_gaps(const std::vector<ConditionCoverage>& conditions, bool exception,
              const LoadedRules& rules, std::vector<Gap>& gaps) {
    for (const ConditionCoverage& each : conditions)
        if (!each.covered())
            gaps.push_back({each.span, phrase_of(each, exception), excerpt(rules, each.span)});
}

std::string gap_lines(const std::string& name, std::vector<Gap> gaps, const LoadedRules& rules,
                      UserLanguage language) {
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const Gap& a, const Gap& b) { return a.place.begin < b.place.begin; });
    std::string out;
    for (const Gap& each : gaps)
        out += place_text(rules, each.place) + name + ": " +
               fmt::format(fmt::runtime(text(each.which, language)), each.words) + '\n';
    return out;
}

std::string part_prefix(const Part& part, UserLanguage language) {
    return part.name.empty() ? ""
                             : fmt::format(fmt::runtime(text(Text::in_part, language)), part.name);
}

/// Each place that the tests don't reach, rule by rule.
std::string all_gaps(const Coverage& coverage, const LoadedRules& rules, UserLanguage language) {
    std::string out;
    for (const RuleCoverage& each : coverage.rules) {
        const Rule& rule = rules.book.rules[each.rule];
        std::vector<Gap> gaps;
        add_gaps(each.conditions, false, rules, gaps);
        add_gaps(each.exceptions, true, rules, gaps);
        out += gap_lines(rule.id, std::move(gaps), rules, language);
        for (const OutcomeCoverage& outcome : each.outcomes) {
            if (outcome.seen) continue;
            const Part& part = rule.parts[outcome.part];
            out += place_text(rules, part.span) + rule.id + ": " + part_prefix(part, language) +
                   fmt::format(fmt::runtime(text(Text::outcome_not_seen, language)),
                               outcome_word(outcome.outcome)) +
                   '\n';
        }
    }
    for (const DefinitionCoverage& each : coverage.definitions) {
        std::vector<Gap> gaps;
        add_gaps(each.conditions, false, rules, gaps);
        out += gap_lines(each.name, std::move(gaps), rules, language);
    }
    return out;
}

void write_conditions(Json& json, const char* key, const std::vector<ConditionCoverage>& conditions,
                      const LoadedRules& rules) {
    json.objects(key, conditions, [&](const ConditionCoverage& each) {
        write_place(json, rules, each.span, each.span);
        json.truth("seen_holding", each.seen_holding);
        json.truth("seen_failing", each.seen_failing);
    });
}

void write_rule(Json& json, const RuleCoverage& coverage, const LoadedRules& rules) {
    const Rule& rule = rules.book.rules[coverage.rule];
    json.text("rule", rule.id);
    shares_of(coverage).write(json);
    write_conditions(json, "condition", coverage.conditions, rules);
    write_conditions(json, "exception", coverage.exceptions, rules);
    json.objects("outcome", coverage.outcomes, [&](const OutcomeCoverage& each) {
        json.text("part", rule.parts[each.part].name);
        json.text("outcome", outcome_word(each.outcome));
        json.truth("seen", each.seen);
    });
}

}  // namespace

std::string place_text(const LoadedRules& rules, Span span) {
    const Source& source = rules.sources[span.source];
    const Place place = source.place(span.begin);
    return fmt::format("{}:{}:{}: ", source.name(), place.line, place.column);
}

void write_place(Json& json, const LoadedRules& rules, Span place, Span words) {
    const Source& source = rules.sources[place.source];
    const Place at = source.place(place.begin);
    json.text("file", source.name());
    json.number("line", at.line);
    json.number("column", at.column);
    json.text("words", words_of(rules.sources, words));
}

std::string excerpt(const LoadedRules& rules, Span span) {
    constexpr std::size_t bytes_max = 100;
    std::string words = words_of(rules.sources, span);
    if (words.size() <= bytes_max) return words;
    const std::size_t end = words.rfind(' ', bytes_max);
    return words.substr(0, end == std::string::npos ? 0 : end) + " ...";
}

bool is_complete(const Coverage& coverage) {
    const auto all = [](const std::vector<ConditionCoverage>& conditions) {
        return std::all_of(conditions.begin(), conditions.end(),
                           [](const ConditionCoverage& each) { return each.covered(); });
    };
    return std::all_of(coverage.rules.begin(), coverage.rules.end(),
                       [&](const RuleCoverage& each) {
                           return all(each.conditions) && all(each.exceptions);
                       }) &&
           std::all_of(coverage.definitions.begin(), coverage.definitions.end(),
                       [&](const DefinitionCoverage& each) { return all(each.conditions); });
}

std::string coverage_text(const Coverage& coverage, const LoadedRules& rules,
                          UserLanguage language) {
    const auto heading = [&](Text first) {
        return std::vector<std::string>{text(first, language), text(Text::tests_heading, language),
                                        text(Text::conditions_heading, language),
                                        text(Text::exceptions_heading, language),
                                        text(Text::outcomes_heading, language)};
    };
    std::vector<std::vector<std::string>> of_rules = {heading(Text::rule_heading)};
    for (const RuleCoverage& each : coverage.rules)
        of_rules.push_back(shares_of(each).row(rules.book.rules[each.rule].id));
    std::vector<std::vector<std::string>> of_definitions = {
        {text(Text::definition_heading, language), text(Text::conditions_heading, language)}};
    for (const DefinitionCoverage& each : coverage.definitions)
        of_definitions.push_back({each.name, share_of(each.conditions).text()});
    std::vector<std::vector<std::string>> of_articles = {heading(Text::source_heading)};
    for (const auto& [article, shares] : by_article(coverage, rules.book))
        of_articles.push_back(shares.row(article));
    std::string out = table(of_rules) + '\n';
    if (!coverage.definitions.empty()) out += table(of_definitions) + '\n';
    out += table(of_articles) + '\n';
    const std::string gaps = all_gaps(coverage, rules, language);
    if (!gaps.empty()) out += std::string(text(Text::not_reached, language)) + '\n' + gaps + '\n';
    if (is_complete(coverage)) out += std::string(text(Text::everything_reached, language)) + '\n';
    const Shares total = total_of(coverage);
    out += fmt::format("{}: {} {}, {} {}, {} {}\n", text(Text::total, language),
                       text(Text::conditions_heading, language), total.conditions.percentage(),
                       text(Text::exceptions_heading, language), total.exceptions.percentage(),
                       text(Text::outcomes_heading, language), total.outcomes.percentage());
    return out;
}

void write_coverage(Json& json, const Coverage& coverage, const LoadedRules& rules) {
    json.object("coverage", [&] {
        json.truth("complete", is_complete(coverage));
        json.object("total", [&] { total_of(coverage).write(json); });
        json.objects("rules", coverage.rules,
                     [&](const RuleCoverage& each) { write_rule(json, each, rules); });
        json.objects("definitions", coverage.definitions, [&](const DefinitionCoverage& each) {
            json.text("definition", each.name);
            share_of(each.conditions).write(json, "conditions");
            write_conditions(json, "condition", each.conditions, rules);
        });
        json.objects("articles", by_article(coverage, rules.book), [&](const auto& article) {
            json.text("article", article.first);
            article.second.write(json);
        });
    });
}

}  // namespace toets
