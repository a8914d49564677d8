#include "checker/report/marks.h"

#include <algorithm>
#include <filesystem>

#include "checker/report/evidence.h"

namespace toets {
namespace {

constexpr std::size_t evidence_looked_at = 8;

MarkLevel level_of(Severity severity) {
    switch (severity) {
        case Severity::info:
            return MarkLevel::note;
        case Severity::warning:
            return MarkLevel::warning;
        case Severity::error:
            break;
    }
    return MarkLevel::error;
}

/// The document that a finding rests on, and where; the dossier's own line when it rests on none.
void place(Mark& mark, const Explanation& each, const DossierReport& report,
           const RuleContext& rules) {
    mark.file = report.path;
    mark.line =
        line_of_row(rules.book.rules[each.finding.rule].subject_table, each.finding.row, report);
    std::vector<Reading> read = evidence_of(each, evidence_looked_at);
    read.insert(read.end(), each.missing.begin(), each.missing.end());
    const auto found = std::find_if(read.begin(), read.end(), [](const Reading& reading) {
        return reading.passage() != nullptr && !reading.value.empty();
    });
    if (found == read.end()) return;
    const std::filesystem::path dossier = report.path;
    if (dossier.filename() != found->value)
        mark.file = (dossier.parent_path() / found->value).generic_string();
    mark.line = found->passage()->best.line;
    mark.page = found->passage()->best.page;
}

constexpr std::size_t needed_told_max = 3;

/// What is missing to know, as far as a note has room for it.
std::string needed(const Explanation& each, const DossierReport& report, const RuleContext& rules) {
    std::string text;
    std::vector<std::string> missing = reading_texts(each.missing, report, rules);
    missing.resize(std::min(missing.size(), needed_told_max));
    for (const std::string& fact : missing) text += (text.empty() ? "" : "; ") + fact;
    return text.empty() ? text : std::string(phrase(Phrase::missing, rules.language)) + ": " + text;
}

std::string advice(const Explanation& each) {
    std::string text = each.message.empty() ? each.question : each.message;
    if (!each.remedy.empty()) text += (text.empty() ? "" : " ") + each.remedy;
    return text;
}

}  // namespace

std::vector<Mark> marks_of(const DossierReport& report, const RuleContext& rules) {
    std::vector<Mark> marks;
    for (const Diagnostic& problem : report.problems) {
        Mark mark{report.path, 0, 0, MarkLevel::warning, name(problem.code), {}, {}, false};
        if (report.sources != nullptr)
            mark.line = (*report.sources)[problem.span.source].line_at(problem.span.begin);
        if (!report.readable) mark.level = MarkLevel::error;
        mark.title = message(problem, rules.language);
        marks.push_back(std::move(mark));
    }
    for (const Explanation& each : report.explanations) {
        const Outcome outcome = each.finding.outcome;
        const bool for_person = outcome == Outcome::unknown || outcome == Outcome::judgement;
        if (outcome != Outcome::violated && !for_person) continue;
        const Rule& rule = rules.book.rules[each.finding.rule];
        const Part& part = rule.parts[each.finding.part];
        Mark mark;
        place(mark, each, report, rules);
        mark.rule = rule.id + (part.name.empty() ? "" : "/" + part.name);
        mark.level = for_person ? MarkLevel::note : level_of(part.severity);
        mark.for_person = for_person;
        mark.title = full_title(rule, part, rules.language);
        mark.text = row_title(rule.subject_table, each.finding.row, report, rules) + ": " +
                    phrase(outcome_phrase(outcome, part.severity), rules.language) + ". " +
                    (outcome == Outcome::unknown ? needed(each, report, rules) : advice(each));
        while (!mark.text.empty() && mark.text.back() == ' ') mark.text.pop_back();
        marks.push_back(std::move(mark));
    }
    return marks;
}

}  // namespace toets
