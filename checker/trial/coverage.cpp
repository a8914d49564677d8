#include "checker/trial/coverage.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>

#include "checker/trial/conditions.h"
#include "checker/trial/possible.h"
#include "checker/trial/trial.h"

namespace toets {
namespace {

struct SpanOrder {
    bool operator()(const Span& a, const Span& b) const {
        return std::tuple(a.source, a.begin, a.end) < std::tuple(b.source, b.begin, b.end);
    }
};
using TruthsOfSpans = std::map<Span, std::uint8_t, SpanOrder>;

/// From nodes to the places where they were written. What can only be kept by running was seen to
/// hold when it ran.
void add_by_span(const RuleBook& book, const ObservedTruths& seen, TruthsOfSpans& spans) {
    const Possible possible(book.program);
    for (const WrittenCondition& each : book.conditions) {
        const std::uint8_t truths = seen[each.node];
        if (truths == 0) continue;
        spans[each.span] |= truths;
        if ((truths & observed_bit(Truth::pending)) != 0 && !possible.can_hold(each.node))
            spans[each.span] |= observed_bit(Truth::yes);
    }
}

class Measurement {
  public:
    Measurement(std::span<const ast::File> files, const Vocabulary& vocabulary,
                const RuleBook& book, const std::vector<RuleId>& order)
        : files_(files),
          vocabulary_(vocabulary),
          book_(book),
          order_(order),
          trial_(vocabulary, book, order),
          possible_(book.program) {}

    RuleCoverage rule(RuleId id) {
        const ast::Rule& from = written(id);
        RuleCoverage made;
        made.rule = id;
        const Rule& rule = book_.rules[id];
        for (std::uint32_t p = 0; p < rule.parts.size(); ++p)
            for (const Outcome each : possible_.outcomes(rule, rule.parts[p]))
                made.outcomes.push_back({p, each, false});
        TruthsOfSpans seen;
        run_tests_of(from, made, seen);
        add_to_definitions(seen);
        for (const ast::Expr& each : from.subject_where) add(each, std::nullopt, made.conditions);
        add(from.demand, from.parts.empty() ? std::optional{0U} : std::nullopt, made);
        for (std::uint32_t p = 0; p < from.parts.size(); ++p) add(from.parts[p], p, made);
        fill(made.conditions, seen);
        fill(made.exceptions, seen);
        return made;
    }

    /// The definitions that conditions of rules use, after all rules were run.
    std::vector<DefinitionCoverage> definitions() const {
        std::vector<bool> used(book_.program.nodes.size(), false);
        for (const Rule& rule : book_.rules)
            for (const Part& part : rule.parts) {
                possible_.mark(part.scope, used);
                possible_.mark(part.requirement, used);
                for (const auto& each : part.exceptions) possible_.mark(each.condition, used);
            }
        TruthsOfSpans reached;
        for (const WrittenCondition& each : book_.conditions)
            if (used[each.node]) reached[each.span] = 1;
        std::vector<DefinitionCoverage> made;
        for (const ast::File& file : files_)
            for (const ast::Definition& from : file.definitions) {
                DefinitionCoverage definition;
                if (from.concept_name) definition.name = from.concept_name->text + ".";
                definition.name += from.name.text;
                add(from.body, std::nullopt, definition.conditions);
                std::erase_if(definition.conditions, [&](const ConditionCoverage& each) {
                    return !reached.contains(each.span);
                });
                fill(definition.conditions, seen_in_definitions_);
                if (!definition.conditions.empty()) made.push_back(std::move(definition));
            }
        return made;
    }

  private:
    const ast::Rule& written(RuleId id) const {
        for (const ast::File& file : files_)
            for (const ast::Rule& each : file.rules)
                if (each.name == book_.rules[id].id) return each;
        throw std::logic_error("a rule of the book that no file holds");
    }

    static void add(const ast::Expr& expr, std::optional<std::uint32_t> part,
                    std::vector<ConditionCoverage>& out) {
        std::vector<Span> spans;
        add_conditions(expr, spans);
        for (const Span& span : spans) out.push_back({.span = span, .part = part});
    }

    static void add(const ast::Demand& demand, std::optional<std::uint32_t> part,
                    RuleCoverage& to) {
        for (const ast::Expr& each : demand.scope) add(each, part, to.conditions);
        for (const ast::Exception& each : demand.exceptions) {
            to.exceptions.push_back({.span = each.condition.span, .part = part});
            std::vector<Span> spans;
            add_inner_conditions(each.condition, spans);
            for (const Span& span : spans) to.conditions.push_back({.span = span, .part = part});
        }
        for (const ast::Expr& each : demand.requirement) add(each, part, to.conditions);
    }

    /// What a definition was seen to be, where the tests of a rule came past it. A condition that
    /// stands in the rule itself in the same words is no evidence for the definition.
    void add_to_definitions(const TruthsOfSpans& seen) {
        for (const ast::File& file : files_)
            for (const ast::Definition& each : file.definitions) {
                if (is_condition(each.body.span) && !seen.contains(each.body.span)) continue;
                std::vector<Span> spans;
                add_conditions(each.body, spans);
                for (const Span& span : spans)
                    if (const auto found = seen.find(span); found != seen.end())
                        seen_in_definitions_[span] |= found->second;
            }
    }

    /// Whether what is written there is a condition; a definition may also give another value.
    bool is_condition(const Span& span) const {
        return std::any_of(book_.conditions.begin(), book_.conditions.end(),
                           [&](const WrittenCondition& each) { return each.span == span; });
    }

    void run_tests_of(const ast::Rule& rule, RuleCoverage& to, TruthsOfSpans& seen) {
        ObservedTruths truths(book_.program.nodes.size(), 0);
        for (const ast::File& file : files_)
            for (const ast::Test& test : file.tests) {
                if (!(test.rule == rule.name.text)) continue;
                ++to.tests;
                if (test.settings.empty()) {
                    observe(trial_, test, to, truths);
                    continue;
                }
                TestResult ignored;
                const auto changed = with_settings(files_, vocabulary_, test, ignored);
                if (!changed) continue;
                Trial own(vocabulary_, *changed, order_);
                ObservedTruths other(changed->program.nodes.size(), 0);
                observe(own, test, to, other);
                add_by_span(*changed, other, seen);
            }
        add_by_span(book_, truths, seen);
    }

    static void observe(Trial& trial, const ast::Test& test, RuleCoverage& to,
                        ObservedTruths& truths) {
        trial.run(test);
        const auto findings = trial.looked_at(test);
        for (const Finding* each : findings) {
            trial.evaluator().observe(*each, truths);
            for (OutcomeCoverage& outcome : to.outcomes)
                if (outcome.part == each->part && outcome.outcome == each->outcome)
                    outcome.seen = true;
        }
        // a dossier without any subject is one way not to be concerned
        for (OutcomeCoverage& outcome : to.outcomes)
            if (findings.empty() && outcome.outcome == Outcome::not_applicable) outcome.seen = true;
    }

    static void fill(std::vector<ConditionCoverage>& conditions, const TruthsOfSpans& seen) {
        for (ConditionCoverage& each : conditions) {
            const auto found = seen.find(each.span);
            if (found == seen.end()) continue;
            each.seen_holding = (found->second & observed_bit(Truth::yes)) != 0;
            each.seen_failing = (found->second & observed_bit(Truth::no)) != 0;
        }
    }

    std::span<const ast::File> files_;
    const Vocabulary& vocabulary_;
    const RuleBook& book_;
    const std::vector<RuleId>& order_;
    Trial trial_;
    Possible possible_;
    TruthsOfSpans seen_in_definitions_;
};

}  // namespace

Coverage measure_coverage(std::span<const ast::File> files, const Vocabulary& vocabulary,
                          const RuleBook& book, const std::vector<RuleId>& order,
                          const std::vector<RuleId>& only) {
    Measurement measurement(files, vocabulary, book, order);
    Coverage made;
    for (RuleId id = 0; id < book.rules.size(); ++id)
        if (only.empty() || std::find(only.begin(), only.end(), id) != only.end())
            made.rules.push_back(measurement.rule(id));
    if (only.empty()) made.definitions = measurement.definitions();
    return made;
}

}  // namespace toets
