// What to repair first: the graph of obligations that are not kept.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace toets {

/// From an obligation, by its number, to one that it rests on.
using RestsOn = std::pair<std::size_t, std::size_t>;

/// What follows from a graph of obligations.
struct RepairPlan {
    std::vector<std::size_t> order;    ///< All, each after those that it rests on.
    std::vector<std::size_t> waiting;  ///< For each how many rest on it, at once or in the end.
};

/// The plan for obligations 0 to `count` - 1. They must not rest on each other in a circle, as
/// those of rules that are in order never do.
RepairPlan repair_plan(std::size_t count, const std::vector<RestsOn>& rests_on);

/// The same edges without those that follow from others (transitive reduction), ascending.
std::vector<RestsOn> without_shortcuts(const std::vector<RestsOn>& rests_on);

}  // namespace toets
