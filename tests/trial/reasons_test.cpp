// Why a finding is as it is: each file in reasons/ states small rules and tests, the file beside it
// what was read for each, and what is missing.
#include <doctest/doctest.h>

#include "checker/findings/value_text.h"
#include "checker/trial/run_tests.h"
#include "checker/trial/test_facts.h"
#include "tests/rulebook/rule_text.h"

namespace toets::tests {
namespace {

constexpr const char* states[] = {"bekend", "onbekend", "niet vermeld", "nvt", "ongeldig"};
constexpr const char* truths[] = {"nee", "ja", "onbekend", "loopt"};

/// Writes the reasoning of one test after the other.
class Reasons {
  public:
    explicit Reasons(const RuleText& rules)
        : rules_(rules),
          facts_(rules.vocabulary),
          evaluator_(rules.book, rules.vocabulary, in_order(rules.book)) {}

    std::string of(const ast::Test& test) {
        Diagnostics problems;
        read_test_facts(test, rules_.vocabulary, facts_, problems);
        facts_.finish();
        REQUIRE(problems.empty());
        Evaluation evaluation;
        evaluator_.evaluate(facts_.facts(), *test.peildatum, nullptr,
                            {true, true, true, true, true, true, true, true}, evaluation);
        std::vector<Finding> own;
        for (const Finding& each : evaluation.findings)
            if (rules_.book.rules[each.rule].id == test.rule.text) own.push_back(each);
        text_ = test.rule.text + ": " + test.title + "\n";
        for (const Explanation& each :
             evaluator_.explain(facts_.facts(), *test.peildatum, nullptr, own, UserLanguage::nl)) {
            add(*each.requirement, 1);
            for (const Reading& missing : each.missing) line(1, "nodig " + shown(missing));
        }
        return text_ + "\n";
    }

  private:
    void line(std::size_t depth, const std::string& text) {
        text_.append(4 * depth, ' ');
        text_ += text + "\n";
    }

    std::string words_of(const Reason& reason) const {
        if (reason.row < unknown_row)
            return row_text(rules_.vocabulary, facts_.facts(), reason.table, reason.row,
                            UserLanguage::nl);
        if (reason.node == no_node) return reason.value;
        const Span span = rules_.book.program.nodes[reason.node].span;
        std::string words;
        for (const char c :
             rules_.sources[span.source].text().substr(span.begin, span.end - span.begin))
            if (c != '\n')
                words += c;
            else
                words += ' ';
        for (auto at = words.find("  "); at != std::string::npos; at = words.find("  "))
            words.erase(at, 1);
        return words;
    }

    void add(const Reason& reason, std::size_t depth) {
        line(depth,
             std::string(truths[static_cast<std::size_t>(reason.truth)]) + ": " + words_of(reason));
        for (const TermStep& step : reason.term) line(depth + 1, "* " + iso(step.date));
        for (const Reading& each : reason.readings) line(depth + 1, "- " + shown(each));
        for (const Reason& each : reason.below) add(each, depth + 1);
    }

    std::string shown(const Reading& reading) const {
        const Table& table = rules_.vocabulary.tables[reading.table];
        const char* const state = states[static_cast<std::size_t>(reading.state)];
        std::string text = row_text(rules_.vocabulary, facts_.facts(), reading.table, reading.row,
                                    UserLanguage::nl);
        if (reading.child)
            return text + ", lijst " + table.children[*reading.child].name + ": " +
                   (reading.state == State::known ? "leeg" : state);
        text += ", " + table.columns[reading.column].name + ": ";
        text += reading.state == State::known ? reading.value : state;
        if (reading.partly_known) text += " (zonder dag)";
        if (reading.still_to_come) text += " (na de peildatum)";
        return text;
    }

    const RuleText& rules_;
    FactsBuilder facts_;
    Evaluator evaluator_;
    std::string text_;
};

}  // namespace

TEST_CASE("every file in reasons/ gives the reasons beside it") {
    for (const auto& path : files_in(source_root() / "tests/trial/reasons", ".regels")) {
        CAPTURE(path.filename().string());
        const RuleText rules = compiled_file(path);
        REQUIRE_MESSAGE(!has_errors(rules.problems),
                        render(rules.problems, rules.sources, UserLanguage::nl));
        for (const TestResult& result :
             run_tests(rules.files, rules.vocabulary, rules.book, in_order(rules.book)))
            CHECK_MESSAGE(result.problems.empty(), result.test->title, "\n",
                          render(result.problems, rules.sources, UserLanguage::nl));
        Reasons reasons(rules);
        std::string produced;
        for (const ast::Test& test : rules.files.front().tests) produced += reasons.of(test);
        auto beside = path;
        CHECK(produced == golden(beside.replace_extension(".reasons"), produced));
    }
}

}  // namespace toets::tests
