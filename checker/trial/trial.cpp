#include "checker/trial/trial.h"

#include <algorithm>
#include <array>

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

bool holds(const ast::Expectation& expectation, const RuleBook& book, const Finding& finding) {
    const auto wanted = std::find(words.begin(), words.end(), expectation.outcome.text);
    const bool due_holds = !expectation.due || finding.due == expectation.due;
    const bool root_holds = !expectation.blocked_by ||
                            (finding.blocked_by != no_rule &&
                             book.rules[finding.blocked_by].id == expectation.blocked_by->text);
    return words.begin() + static_cast<std::ptrdiff_t>(finding.outcome) == wanted && due_holds &&
           root_holds;
}

}  // namespace

TestResult Trial::run(const ast::Test& test) {
    TestResult result{&test, {}};
    evaluation_.findings.clear();
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
    const auto evaluate = [&] {
        evaluator_.evaluate(facts_.facts(), *test.peildatum, &documents, all_outcomes, evaluation_);
    };
    evaluate();
    bool has_texts = false;
    for (const auto& expectation : test.expectations) {
        check_subject(expectation, rule, result.problems);
        expect(expectation, rule, result);
        if (!expectation.message && !expectation.remedy) continue;
        expect_texts(test, expectation, documents, result);
        has_texts = true;
    }
    if (has_texts) evaluate();  // who observes, observes all of it and not what was read back last
    return result;
}

Documents Trial::read_documents(const ast::Test& test, Diagnostics& problems) {
    if (test.documents.empty()) return {};
    if (!search_) search_.emplace(book_.topics);
    std::vector<bool> named(test.documents.size(), false);
    const auto written = [&](const std::string& file,
                             std::uint32_t) -> std::optional<DocumentAnswers> {
        const auto found = std::find_if(test.documents.begin(), test.documents.end(),
                                        [&](const auto& each) { return each.name.text == file; });
        if (found == test.documents.end()) return std::nullopt;
        named[static_cast<std::size_t>(found - test.documents.begin())] = true;
        return answers_of(file, read_written(file, found->text), *search_);
    };
    Documents all = documents_of(facts_.facts(), book_, written);
    for (std::size_t i = 0; i < named.size(); ++i)
        if (const auto& name = test.documents[i].name; !named[i])
            problems.push_back({Code::document_without_row, name.span, {name.text}});
    return all;
}

std::vector<const Finding*> Trial::looked_at(const ast::Test& test) const {
    std::vector<const Finding*> found;
    const RuleId rule = book_.find(test.rule.text);
    for (const auto& expectation : test.expectations)
        for (const Finding* each : looked_at(expectation, rule))
            if (std::find(found.begin(), found.end(), each) == found.end()) found.push_back(each);
    return found;
}

std::vector<const Finding*> Trial::looked_at(const ast::Expectation& expectation,
                                             RuleId rule) const {
    std::vector<const Finding*> found;
    for (const Finding& each : evaluation_.findings) {
        if (each.rule != rule) continue;
        if (expectation.part && book_.rules[rule].parts[each.part].name != expectation.part->text)
            continue;
        if (expectation.subject > 0 && each.row + 1 != static_cast<RowIndex>(expectation.subject))
            continue;
        found.push_back(&each);
    }
    return found;
}

void Trial::expect(const ast::Expectation& expectation, RuleId rule, TestResult& result) const {
    const auto found = looked_at(expectation, rule);
    if (found.empty() && expectation.outcome.text == words.back()) return;
    bool all_hold = !found.empty();
    std::string seen;
    for (const Finding* each : found) {
        all_hold = all_hold && holds(expectation, book_, *each);
        seen += (seen.empty() ? "" : ", ") + described(book_, *each);
    }
    if (seen.empty()) seen = words.back();
    if (!all_hold)
        result.problems.push_back(
            {Code::expectation_failed, expectation.span, {expectation.outcome.text, seen}});
}

/// `bij opp 2` counts what the rule is about; another word would count something else.
void Trial::check_subject(const ast::Expectation& expectation, RuleId rule,
                          Diagnostics& problems) const {
    if (!expectation.subject_word) return;
    const ast::Word& word = *expectation.subject_word;
    const std::string& subject = vocabulary_.tables[book_.rules[rule].subject_table].element;
    if (word.text != subject)
        problems.push_back({Code::other_subject, word.span, {word.text, subject}});
}

/// Each violation that the expectation is about says what it states.
void Trial::expect_texts(const ast::Test& test, const ast::Expectation& expectation,
                         const Documents& documents, TestResult& result) {
    if (expectation.outcome.text != outcome_word(Outcome::violated)) {
        const ast::Word& text = *(expectation.message ? expectation.message : expectation.remedy);
        result.problems.push_back({Code::message_not_shown, text.span, {}});
        return;
    }
    const auto compare = [&](const std::optional<ast::Word>& wanted, const std::string& told,
                             Code code) {
        if (wanted && wanted->text != told) result.problems.push_back({code, wanted->span, {told}});
    };
    std::vector<Finding> violations;
    for (const Finding* each : looked_at(expectation, book_.find(test.rule.text)))
        if (each->outcome == Outcome::violated) violations.push_back(*each);
    for (const Explanation& each : evaluator_.explain(facts_.facts(), *test.peildatum, &documents,
                                                      violations, UserLanguage::nl)) {
        compare(expectation.message, each.message, Code::message_differs);
        compare(expectation.remedy, each.remedy, Code::remedy_differs);
    }
}

std::optional<RuleBook> with_settings(std::span<const ast::File> files,
                                      const Vocabulary& vocabulary, const ast::Test& test,
                                      TestResult& result) {
    Diagnostics problems;
    RuleBook changed = make_rulebook(files, vocabulary, test.settings, problems);
    std::erase_if(problems, [](const Diagnostic& d) { return level(d.code) != Level::error; });
    if (problems.empty()) return changed;
    result = {&test, std::move(problems)};
    return std::nullopt;
}

std::string outcome_word(Outcome outcome) { return words[static_cast<std::size_t>(outcome)]; }

}  // namespace toets
