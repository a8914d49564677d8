// Private to the room: readings as people read them, and the group of rows that a finding is about.
#pragma once

#include "checker/report/dossier_report.h"
#include "checker/report/words.h"

namespace toets {

/// The line of the dossier where the reading stands: of the kenmerk itself where it is written,
/// else of its element; 0 when it has none.
std::uint32_t line_of(const Reading& reading, const DossierReport& report,
                      const RuleContext& rules);
std::uint32_t line_of_row(TableId table, RowIndex row, const DossierReport& report);

/// "opp O1, vastgesteld op: 12 september 2025 (regel 40)".
std::string reading_text(const Reading& reading, const DossierReport& report,
                         const RuleContext& rules);

/// What stands in a rule file, on one line.
std::string written(const Source& source, Span span);

/// The rule's own words for an expression; in a definition with the options that are meant.
std::string words_for(NodeId id, const RuleContext& rules);

/// "opp-termijn = 4 weken, want besluit van mei": a value that a layer or a school set itself.
std::string agreement_text(const ParameterValue& agreed, const RuleContext& rules);

/// Readings of one row as one text: "gesprek G04: soort: oogo, datum: 12 oktober 2026 (regel 12)".
std::vector<std::string> reading_texts(const std::vector<Reading>& readings,
                                       const DossierReport& report, const RuleContext& rules);

/// The rule's title, and that of its part.
std::string full_title(const Rule& rule, const Part& part, UserLanguage language);

/// The row right under the root that contains this row (a pupil, a document), or the root itself.
struct Group {
    TableId table = 0;
    RowIndex row = 0;
    auto operator<=>(const Group&) const = default;
};
Group group_of(TableId table, RowIndex row, const DossierReport& report, const RuleContext& rules);

/// "leerling L03".
std::string row_title(TableId table, RowIndex row, const DossierReport& report,
                      const RuleContext& rules);

/// The readings that a finding rests on: from the steps that decided it, at most `most`.
std::vector<Reading> evidence_of(const Explanation& explanation, std::size_t most);

}  // namespace toets
