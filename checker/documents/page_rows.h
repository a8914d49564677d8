// Puts back together what stands at one height on a page: a bullet and its item, the cells of a
// row. PDF keeps them apart, and reading order takes a table column by column.
#pragma once

#include <vector>

#include "checker/documents/page_lines.h"

namespace toets {

/// Joins each lone bullet to the line on its right, and short lines of the same type at the same
/// height to one line with " | " between the cells. Lines of running text in columns stay apart:
/// they hold more words than cells do. Lines must be sorted by page, in reading order; they are
/// numbered anew.
void join_rows(std::vector<PageLine>& lines);

}  // namespace toets
