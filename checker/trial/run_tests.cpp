#include "checker/trial/run_tests.h"

#include <algorithm>
#include <array>

#include "checker/order/order.h"
#include "checker/text/suggest.h"
#include "checker/trial/test_facts.h"

namespace toets {
namespace {

constexpr std::array<const char*, outcome_count> words = {
    "overtreding", "onbekend", "geblokkeerd",  "oordeel",
    "loopt",       "voldaan",  "uitgezonderd", "niet van toepassing"};
constexpr Kept all_outcomes = {true, true, true, true, true, true, true, true};

std::string described(const RuleBook& book, const Finding& finding) {
    std::string text = outcome_word(finding.outcome);
    const Part& part = book.rules[finding.rule].parts[finding.part];
    if (!part.name.empty()) text += " (onderdeel " + part.name + ")";
    if (finding.due) text += " tot en met " + iso(*finding.due);
    if (finding.blocked_by != no_rule) text += " door " + book.rules[finding.blocked_by].id;
    if (finding.outcome == Outcome::excepted)
        text += ": " + part.exceptions[finding.exception].reason;
    return text;
}

/// One test against one rulebook.
class Trial {
  public:
    Trial(const Vocabulary& vocabulary, const RuleBook& book, Evaluator& evaluator)
        : vocabulary_(vocabulary), book_(book), evaluator_(evaluator), facts_(vocabulary) {}

    TestResult run(const ast::Test& test) {
        TestResult result{&test, {}};
        const RuleId rule = book_.find(test.rule.text);
        if (rule == no_rule) {
            std::vector<std::string> known;
            for (const auto& each : book_.rules) known.push_back(each.id);
            result.problems.push_back({Code::unknown_rule,
                                       test.rule.span,
                                       {test.rule.text},
                                       suggestion(test.rule.text, known)});
            return result;
        }
        if (!test.peildatum) {
            result.problems.push_back({Code::test_without_date, test.rule.span, {}});
            return result;
        }
        if (test.expectations.empty())
            result.problems.push_back({Code::test_without_expectation, test.rule.span, {}});
        read_test_facts(test, vocabulary_, facts_, result.problems);
        const Documents documents = read_documents(test, result.problems);
        evaluator_.evaluate(facts_.facts(), *test.peildatum, &documents, all_outcomes, evaluation_);
        for (const auto& expectation : test.expectations) expect(expectation, rule, result);
        return result;
    }

  private:
    /// The documents that the test writes out, at the rows that name their files.
    Documents read_documents(const ast::Test& test, Diagnostics& problems) {
        Documents all;
        if (test.documents.empty()) return all;
        if (!search_) search_.emplace(book_.topics);
        std::vector<bool> named(test.documents.size(), false);
        for (const DocumentColumn& column : book_.documents) {
            const TableRows& rows = facts_.facts().tables[column.table];
            const ColumnValues& names = rows.columns[column.file];
            DocumentEvidence& evidence = all.emplace_back();
            evidence.table = column.table;
            evidence.rows.resize(rows.count);
            for (RowIndex row = 0; row < rows.count; ++row)
                for (std::size_t i = 0; i < test.documents.size(); ++i) {
                    const auto& [name, text] = test.documents[i];
                    if (names.states[row] != State::known || names.texts[row] != name.text)
                        continue;
                    named[i] = true;
                    evidence.rows[row] =
                        answers_of(name.text, read_document(name.text, text), *search_);
                }
        }
        for (std::size_t i = 0; i < named.size(); ++i)
            if (const auto& name = test.documents[i].name; !named[i])
                problems.push_back({Code::document_without_row, name.span, {name.text}});
        return all;
    }

    void expect(const ast::Expectation& expectation, RuleId rule, TestResult& result) const {
        const auto wanted = std::find(words.begin(), words.end(), expectation.outcome.text);
        std::vector<const Finding*> found;
        for (const Finding& each : evaluation_.findings) {
            if (each.rule != rule) continue;
            if (expectation.part &&
                book_.rules[rule].parts[each.part].name != expectation.part->text)
                continue;
            if (expectation.subject > 0 &&
                each.row + 1 != static_cast<RowIndex>(expectation.subject))
                continue;
            found.push_back(&each);
        }
        if (found.empty() && expectation.outcome.text == words.back()) return;
        bool holds = !found.empty();
        std::string seen;
        for (const Finding* each : found) {
            const bool due_holds = !expectation.due || each->due == expectation.due;
            const bool root_holds = !expectation.blocked_by || (each->blocked_by != no_rule &&
                                                                book_.rules[each->blocked_by].id ==
                                                                    expectation.blocked_by->text);
            holds = holds && words.begin() + static_cast<std::ptrdiff_t>(each->outcome) == wanted &&
                    due_holds && root_holds;
            seen += (seen.empty() ? "" : ", ") + described(book_, *each);
        }
        if (seen.empty()) seen = words.back();
        if (!holds)
            result.problems.push_back(
                {Code::expectation_failed, expectation.span, {expectation.outcome.text, seen}});
    }

    const Vocabulary& vocabulary_;
    const RuleBook& book_;
    Evaluator& evaluator_;
    FactsBuilder facts_;
    std::optional<TopicSearch> search_;  ///< made for the first test with a document
    Evaluation evaluation_;
};

}  // namespace

std::string outcome_word(Outcome outcome) { return words[static_cast<std::size_t>(outcome)]; }

std::vector<TestResult> run_tests(std::span<const ast::File> files, const Vocabulary& vocabulary,
                                  const RuleBook& book, const std::vector<RuleId>& order) {
    std::vector<TestResult> results;
    Evaluator evaluator(book, vocabulary, order);
    Trial trial(vocabulary, book, evaluator);
    for (const auto& file : files)
        for (const auto& test : file.tests) {
            if (test.settings.empty()) {
                results.push_back(trial.run(test));
                continue;
            }
            Diagnostics problems;
            const RuleBook changed = make_rulebook(files, vocabulary, test.settings, problems);
            std::erase_if(problems,
                          [](const Diagnostic& d) { return level(d.code) != Level::error; });
            if (!problems.empty()) {
                results.push_back({&test, problems});
                continue;
            }
            Evaluator own(changed, vocabulary, order);
            results.push_back(Trial(vocabulary, changed, own).run(test));
        }
    return results;
}

}  // namespace toets
