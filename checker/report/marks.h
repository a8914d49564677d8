// Private to the room: a finding as a mark at a place in a file, for programs that show such marks.
#pragma once

#include <string>
#include <vector>

#include "checker/report/dossier_report.h"

namespace toets {

/// What a mark asks of a reader.
enum class MarkLevel { error, warning, note };

/// A finding, or a problem with the file itself, at its place. `line` and `page` are 0 where the
/// file has none, or where nothing was found.
struct Mark {
    std::string file;
    std::uint32_t line = 0, page = 0;
    MarkLevel level = MarkLevel::note;
    std::string rule;  ///< the rule with its part, or the name of the problem
    std::string title, text;
    bool for_person = false;  ///< unknown, or a judgement: nobody has failed yet
};

/// Violations, what is unknown and what a person must judge; and what is wrong with the file.
std::vector<Mark> marks_of(const DossierReport& report, const RuleContext& rules);

}  // namespace toets
