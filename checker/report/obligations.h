// Private to the room: the obligations of a dossier that are not kept, and what they rest on.
#pragma once

#include <utility>
#include <vector>

#include "checker/order/repair.h"
#include "checker/report/dossier_report.h"

namespace toets {

/// A rule for one subject, whichever of its parts.
using Obligation = std::pair<RuleId, RowIndex>;

struct Obligations {
    std::vector<Obligation> all;    ///< in the order of the findings, each once
    std::vector<RestsOn> rests_on;  ///< by the numbers of `all`
};

/// The obligations that the report tells of, with an edge to each prerequisite that it tells of for
/// the same or the containing subject.
Obligations obligations_of(const DossierReport& report, const RuleContext& rules);

}  // namespace toets
