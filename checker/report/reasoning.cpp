// One finding with its whole reasoning: each condition as the rule states it, what it came to, and
// what it read.
#include <algorithm>

#include "checker/findings/value_text.h"
#include "checker/report/evidence.h"
#include "checker/report/filled.h"
#include "checker/text/unseen.h"

namespace toets {
namespace {

class Tree {
  public:
    Tree(const DossierReport& report, const RuleContext& rules) : report_(report), rules_(rules) {}

    void add(const Reason& reason, int depth) {
        const std::string verdict = phrase(truth_phrase(reason.truth), rules_.language);
        std::string text;
        if (reason.node != no_node) {
            text = words_for(reason.node, rules_);
            if (text.empty()) text = phrase(Phrase::all_conditions, rules_.language);
        } else if (reason.row < unknown_row) {
            text = row_title(reason.table, reason.row, report_, rules_);
        } else {
            text = reason.value;
        }
        if (reason.due)
            text += " (" +
                    filled(Phrase::due_until, rules_.language,
                           date_text(*reason.due, rules_.language)) +
                    ")";
        line(depth, verdict + ": " + text);
        for (const TermStep& step : reason.term)
            line(depth + 1, "· " + term_step_text(step, rules_.language));
        for (const Reading& each : reason.readings)
            line(depth + 1, "· " + reading_text(each, report_, rules_));
        for (const Reason& below : reason.below) add(below, depth + 1);
    }

    void line(int depth, const std::string& text) {
        out_.append(2 * static_cast<std::size_t>(depth), ' ');
        out_ += visible(text) + '\n';
    }

    std::string take() { return std::move(out_); }

  private:
    const DossierReport& report_;
    const RuleContext& rules_;
    std::string out_;
};

}  // namespace

std::string reasoning(const Explanation& explanation, const DossierReport& report,
                      const RuleContext& rules) {
    const Finding& finding = explanation.finding;
    const Rule& rule = rules.book.rules[finding.rule];
    const Part& part = rule.parts[finding.part];
    Tree tree(report, rules);
    tree.line(0, rule.id + (part.name.empty() ? "" : "/" + part.name) + ": " +
                     full_title(rule, part, rules.language));
    std::string about = row_title(rule.subject_table, finding.row, report, rules);
    const Group group = group_of(rule.subject_table, finding.row, report, rules);
    if (group.table != rule.subject_table)
        about = row_title(group.table, group.row, report, rules) + ", " + about;
    tree.line(
        0, about + ": " + phrase(outcome_phrase(finding.outcome, part.severity), rules.language));
    if (finding.outcome == Outcome::blocked)
        tree.line(1, rules.book.rules[finding.blocked_by].id + ": " +
                         rules.book.rules[finding.blocked_by].title);
    for (const std::uint32_t cited : explanation.citations) {
        const Citation& each = part.citations[cited];
        const std::string link = citation_link(each);
        tree.line(1, std::string(phrase(Phrase::source, rules.language)) + ": " +
                         citation_text(each, rules.language) + (link.empty() ? "" : "  " + link));
    }
    for (const std::uint32_t agreed : part.agreed)
        tree.line(1, std::string(phrase(Phrase::agreement, rules.language)) + ": " +
                         agreement_text(rules.book.parameters[agreed], rules));
    if (explanation.scope) {
        tree.line(1, phrase(Phrase::reasoning_scope, rules.language));
        tree.add(*explanation.scope, 2);
    }
    for (std::size_t i = 0; i < explanation.exceptions.size(); ++i) {
        tree.line(1,
                  filled(Phrase::reasoning_exception, rules.language, part.exceptions[i].reason));
        tree.add(explanation.exceptions[i], 2);
    }
    if (explanation.requirement) {
        tree.line(1, phrase(Phrase::reasoning_requirement, rules.language));
        tree.add(*explanation.requirement, 2);
    }
    if (!explanation.question.empty()) tree.line(1, explanation.question);
    for (const Reading& each : explanation.shown)
        tree.line(2, "· " + reading_text(each, report, rules));
    return tree.take();
}

}  // namespace toets
