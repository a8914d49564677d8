// Dates whose year was probably mistyped, though they are possible.
#pragma once

#include "checker/diagnostics/diagnostics.h"
#include "checker/facts/facts.h"
#include "checker/vocabulary/vocabulary.h"

namespace toets {

/// Tells of each date that lies longer after the peildatum than a school plans: 2062 for 2026. It
/// stays what it is, for it may be right. Its place in `source` is that of the row.
void report_far_dates(const Facts& facts, const Vocabulary& vocabulary, Date peildatum,
                      SourceId source, Diagnostics& problems);

}  // namespace toets
