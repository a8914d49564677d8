// Puts the lines of pages that are set in two columns in the order in which people read them.
#pragma once

#include <vector>

#include "checker/documents/page_lines.h"

namespace toets {

/// Reorders the lines of each page with two columns of running text: the left column before the
/// right one, between lines that run over both, and notes the column of each line. Other pages stay
/// as they are.
void order_columns(std::vector<PageLine>& lines);

}  // namespace toets
