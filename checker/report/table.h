// Tables in plain text.
#pragma once

#include <string>
#include <vector>

namespace toets {

/// Rows of cells as lines. Each column is as wide as its widest cell; all but the first are
/// right-aligned.
std::string table(std::vector<std::vector<std::string>> rows);

}  // namespace toets
