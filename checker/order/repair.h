// What to repair first: the graph of obligations that are not kept.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace toets {

/// From an obligation, by its number, to one that it rests on.
using RestsOn = std::pair<std::size_t, std::size_t>;

/// The obligations 0 to `count` - 1, each after those that it rests on. They must not rest on each
/// other in a circle, as those of rules that are in order never do.
std::vector<std::size_t> repair_order(std::size_t count, const std::vector<RestsOn>& rests_on);

/// The same edges without those that follow from others (transitive reduction), ascending.
std::vector<RestsOn> without_shortcuts(const std::vector<RestsOn>& rests_on);

}  // namespace toets
