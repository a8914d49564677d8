// Which rule after which: the graph of prerequisites, its cycles, and its picture.
#pragma once

#include <string>
#include <vector>

#include "checker/diagnostics/diagnostics.h"
#include "checker/rulebook/rulebook.h"

namespace toets {

/// All rules, each after those that it rests on; among equals by id. A cycle is appended to
/// `problems` with the place of each of its rules, and its rules are left out.
std::vector<RuleId> order(const RuleBook& book, Diagnostics& problems);

/// The graph of rules as DOT: an arrow from each rule to what it rests on, without the arrows that
/// follow from others (transitive reduction).
std::string rules_as_dot(const RuleBook& book);

}  // namespace toets
