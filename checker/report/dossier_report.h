// All that a report needs of one dossier, and of the rules that it was held against.
#pragma once

#include <string>
#include <vector>

#include "checker/evaluate/evaluate.h"
#include "checker/findings/finding.h"

namespace toets {

struct RuleContext {
    const RuleBook& book;
    const Vocabulary& vocabulary;
    const Sources& sources;  ///< of the rule files
    UserLanguage language = UserLanguage::nl;
};

/// One dossier, evaluated. `explanations` hold the findings to be told, in their order; when the
/// file could not be read there are none, and `problems` say why.
struct DossierReport {
    std::string path;
    bool readable = false;
    const Sources* sources = nullptr;
    SourceId source{};
    Diagnostics problems;
    const Facts* facts = nullptr;
    Date peildatum{};
    Evaluation evaluation;
    std::vector<Explanation> explanations;
    std::size_t beyond_document = 0;        ///< of a lone document: what only a dossier can tell
    std::vector<std::string> options_left;  ///< of a lone document: what could be told beside it
    bool documents_read = true;             ///< all files that the dossier names
    bool has_subject = true;                ///< what the user asked for is in it
};

/// The counts at the end of a report.
struct Counts {
    std::size_t violated[3] = {0, 0, 0};  ///< by Severity
    std::size_t unknown = 0, blocked = 0, judgement = 0, pending = 0, met = 0, excepted = 0;
    std::optional<Date> first_due;

    std::size_t violations() const { return violated[0] + violated[1] + violated[2]; }
};

Counts counts(const RuleBook& book, const Evaluation& evaluation);
void add(Counts& to, const Counts& more);

/// One dossier as text for a person: worst first, by pupil or document, with what to do.
std::string text_report(const DossierReport& report, const RuleContext& rules, bool colours);

/// The whole reasoning behind one finding, as a tree.
std::string reasoning(const Explanation& explanation, const DossierReport& report,
                      const RuleContext& rules);

/// One dossier as a JSON object on one line (docs/rapport.schema.json, $defs/dossier).
std::string json_report(const DossierReport& report, const RuleContext& rules);

/// The findings of dossiers as SARIF 2.1.0: the head with the rules that are judged, the results of
/// each dossier with a comma between those that are not empty, and then `sarif_tail`.
std::string sarif_head(const RuleContext& rules, const std::vector<RuleId>& judged,
                       const std::string& version);
std::string sarif_results(const DossierReport& report, const RuleContext& rules);
inline constexpr const char* sarif_tail = "\n]}]}\n";

/// The findings of one dossier as workflow commands of GitHub Actions, a line each.
std::string github_report(const DossierReport& report, const RuleContext& rules);

/// What a scan came to, per rule and per dossier.
struct ScanLine {
    std::string path;
    std::string name;
    bool readable = false;
    std::string unreadable_for;  ///< when it isn't: why, with the place
    std::size_t problems = 0;    ///< when it is: what in it is wrong, or doesn't count
    Counts counts;
};
std::string scan_table(const std::vector<ScanLine>& lines,
                       const std::vector<std::vector<Tally>>& tallies, const RuleContext& rules);

/// The obligations of one dossier that are not kept, as DOT: what waits for what.
std::string obligations_as_dot(const DossierReport& report, const RuleContext& rules);

}  // namespace toets
