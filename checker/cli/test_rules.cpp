// The command `test`: runs the tests beside the rules, and measures them where that is asked.
#include <algorithm>
#include <atomic>
#include <iostream>
#include <thread>

#include <fmt/format.h>

#include "checker/cli/commands.h"
#include "checker/cli/on_threads.h"
#include "checker/cli/test_reports.h"
#include "checker/trial/run_tests.h"

namespace toets {
namespace {

/// The names of what is measured, or none for all: as the user said, else what stands in the files
/// of which the tests run.
std::vector<std::string> measured_names(const Arguments& arguments, const LoadedRules& rules) {
    std::vector<std::string> names = arguments.only;
    if (!names.empty() || rules.tested.size() == rules.files.size()) return names;
    for (const SourceId id : rules.tested)
        for (const ast::File& file : rules.files) {
            if (file.source != id) continue;
            for (const ast::Rule& each : file.rules) names.push_back(each.name.text);
            for (const ast::Definition& each : file.definitions) names.push_back(full_name(each));
        }
    return names;
}

bool is_among(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

/// The mutants of all these rules and definitions, one of them per thread at a time; in their
/// order.
std::vector<Mutation> mutate_all(const Arguments& arguments, const LoadedRules& rules,
                                 const std::vector<std::string>& names) {
    std::vector<std::string> chosen = mutable_names(rules.files, rules.book);
    std::erase_if(chosen, [&](const std::string& name) { return !is_among(names, name); });
    std::vector<Mutation> made(chosen.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < chosen.size(); i = next++)
            made[i] = mutate(rules.files, rules.sources, rules.vocabulary, rules.book, chosen[i]);
    };
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const unsigned wanted = arguments.threads == 0 ? cores : arguments.threads;
    on_threads(std::min<std::size_t>(wanted, chosen.size()), work);
    return made;
}

bool falls_short(const std::vector<Mutation>& mutations, unsigned minimum) {
    return std::any_of(mutations.begin(), mutations.end(), [minimum](const Mutation& each) {
        return !each.problems.empty() || each.score() < minimum;
    });
}

void write_results(Json& json, const std::vector<TestResult>& results, const LoadedRules& rules,
                   UserLanguage language) {
    std::vector<const TestResult*> failed;
    for (const TestResult& each : results)
        if (!each.problems.empty()) failed.push_back(&each);
    json.object("tests", [&] {
        json.number("passed", results.size() - failed.size());
        json.objects("failures", failed, [&](const TestResult* each) {
            json.text("rule", each->test->rule.text);
            json.text("test", each->test->title);
            json.array("problems", each->problems, [&](const Diagnostic& problem) {
                json.item(place_text(rules, problem.span) + message(problem, language));
            });
        });
    });
}

std::string results_text(const std::vector<TestResult>& results, const LoadedRules& rules,
                         UserLanguage language) {
    std::string out;
    std::size_t failed = 0;
    for (const TestResult& each : results) {
        if (each.problems.empty()) continue;
        ++failed;
        out += each.test->rule.text + ": " + each.test->title + '\n' +
               render(each.problems, rules.sources, language);
    }
    return out +
           fmt::format(fmt::runtime(text(Text::tests_passed, language)), results.size() - failed,
                       failed) +
           '\n';
}

}  // namespace

Exit test_rules(const Arguments& arguments, const LoadedRules& rules, std::ostream& out) {
    const UserLanguage language = arguments.language;
    const bool as_json = arguments.format == OutputFormat::json;
    const auto results = run_tests(rules.files, rules.vocabulary, rules.book, rules.order);
    bool good = std::all_of(results.begin(), results.end(),
                            [](const TestResult& each) { return each.problems.empty(); });
    if (!as_json) out << results_text(results, rules, language);
    const std::vector<std::string> names = measured_names(arguments, rules);
    std::optional<Coverage> coverage;
    if (arguments.coverage) {
        std::vector<RuleId> only;
        for (RuleId id = 0; id < rules.book.rules.size() && !names.empty(); ++id)
            if (is_among(names, rules.book.rules[id].id)) only.push_back(id);
        coverage = measure_coverage(rules.files, rules.vocabulary, rules.book, rules.order, only);
        good = good && is_complete(*coverage);
        if (!as_json) out << '\n' << coverage_text(*coverage, rules, language);
    }
    std::vector<Mutation> mutations;
    if (arguments.mutate) {
        mutations = mutate_all(arguments, rules, names);
        Diagnostics problems = unknown_names_of_equivalents(rules.files, rules.book);
        for (const Mutation& each : mutations)
            problems.insert(problems.end(), each.problems.begin(), each.problems.end());
        std::cerr << render(problems, rules.sources, language);
        good = good && problems.empty() && !falls_short(mutations, arguments.minimum);
        if (!as_json) out << '\n' << mutation_text(mutations, rules, arguments);
    }
    if (as_json) {
        Json json;
        json.object([&] {
            json.text("toets", TOETS_VERSION);
            write_results(json, results, rules, language);
            if (coverage) write_coverage(json, *coverage, rules);
            if (arguments.mutate) write_mutations(json, mutations, rules);
        });
        out << json.made() << '\n';
    }
    return good ? Exit::kept : Exit::findings;
}

}  // namespace toets
