#include "checker/trial/run_tests.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "checker/trial/trial.h"

namespace toets {

namespace {

std::string module_of(const ast::File& file) { return file.module ? file.module->name.text : ""; }

/// Runs tests with the rules as one module knows them: with the parameters that it sets itself, and
/// those of modules in layers below it. What another sets is not for its tests, or an SWV with
/// terms of its own could not run the tests of the law.
class ModuleTrials {
  public:
    ModuleTrials(std::span<const ast::File> files, const Vocabulary& vocabulary,
                 const RuleBook& book, const std::vector<RuleId>& order, const ast::File& tested)
        : vocabulary_(vocabulary), order_(order), files_(files) {
        const auto is_other = [&tested](const ast::File& file) {
            return !file.overrides.empty() && module_of(file) != module_of(tested) &&
                   (!file.module || layer_of(file) >= layer_of(tested));
        };
        const RuleBook* rules = &book;
        if (std::any_of(files.begin(), files.end(), is_other)) {
            kept_.assign(files.begin(), files.end());
            for (ast::File& file : kept_)
                if (is_other(file)) file.overrides.clear();
            files_ = kept_;
            Diagnostics problems;  // all were told of the rules as a whole
            own_book_ = make_rulebook(files_, vocabulary, {}, problems);
            rules = &*own_book_;
        }
        trial_ = std::make_unique<Trial>(vocabulary, *rules, order);
    }

    TestResult run(const ast::Test& test) {
        if (test.settings.empty()) return trial_->run(test);
        TestResult result;
        if (const auto changed = with_settings(files_, vocabulary_, test, result))
            result = Trial(vocabulary_, *changed, order_).run(test);
        return result;
    }

  private:
    const Vocabulary& vocabulary_;
    const std::vector<RuleId>& order_;
    std::span<const ast::File> files_;
    std::vector<ast::File> kept_;
    std::optional<RuleBook> own_book_;
    std::unique_ptr<Trial> trial_;
};

}  // namespace

std::vector<TestResult> run_tests(std::span<const ast::File> files, const Vocabulary& vocabulary,
                                  const RuleBook& book, const std::vector<RuleId>& order) {
    std::vector<TestResult> results;
    std::map<std::string, std::unique_ptr<ModuleTrials>> trials;
    for (const auto& file : files)
        for (const auto& test : file.tests) {
            auto& own = trials[module_of(file)];
            if (!own) own = std::make_unique<ModuleTrials>(files, vocabulary, book, order, file);
            results.push_back(own->run(test));
        }
    return results;
}

}  // namespace toets
