#include "checker/trial/run_tests.h"

#include "checker/trial/trial.h"

namespace toets {

std::vector<TestResult> run_tests(std::span<const ast::File> files, const Vocabulary& vocabulary,
                                  const RuleBook& book, const std::vector<RuleId>& order) {
    std::vector<TestResult> results;
    Trial trial(vocabulary, book, order);
    for (const auto& file : files)
        for (const auto& test : file.tests) {
            if (test.settings.empty()) {
                results.push_back(trial.run(test));
                continue;
            }
            TestResult result;
            if (const auto changed = with_settings(files, vocabulary, test, result))
                result = Trial(vocabulary, *changed, order).run(test);
            results.push_back(std::move(result));
        }
    return results;
}

}  // namespace toets
