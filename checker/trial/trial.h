// Private to the room: one test against one rulebook.
#pragma once

#include <vector>

#include "checker/evaluate/evaluate.h"
#include "checker/facts/builder.h"
#include "checker/trial/run_tests.h"

namespace toets {

/// Runs tests one after the other with the same rules.
class Trial {
  public:
    Trial(const Vocabulary& vocabulary, const RuleBook& book, const std::vector<RuleId>& order)
        : vocabulary_(vocabulary),
          book_(book),
          evaluator_(book, vocabulary, order),
          facts_(vocabulary) {}

    /// What came of the test. Mistakes in it are problems of its result.
    TestResult run(const ast::Test& test);

    /// The findings of the last test that an expectation of it is about.
    std::vector<const Finding*> looked_at(const ast::Test& test) const;

    const Evaluator& evaluator() const { return evaluator_; }

  private:
    /// The documents that the test writes out, at the rows that name their files.
    Documents read_documents(const ast::Test& test, Diagnostics& problems);
    std::vector<const Finding*> looked_at(const ast::Expectation& expectation, RuleId rule) const;
    void expect(const ast::Expectation& expectation, RuleId rule, TestResult& result) const;
    void check_subject(const ast::Expectation& expectation, RuleId rule,
                       Diagnostics& problems) const;
    void expect_texts(const ast::Test& test, const ast::Expectation& expectation,
                      const Documents& documents, TestResult& result);

    const Vocabulary& vocabulary_;
    const RuleBook& book_;
    Evaluator evaluator_;
    FactsBuilder facts_;
    std::optional<TopicSearch> search_;  ///< made for the first test with a document
    Evaluation evaluation_;
};

/// The settings of a test applied to the rules; null, and problems of the result, when they can't.
std::optional<RuleBook> with_settings(std::span<const ast::File> files,
                                      const Vocabulary& vocabulary, const ast::Test& test,
                                      TestResult& result);

}  // namespace toets
