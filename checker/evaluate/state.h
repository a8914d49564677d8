// Private to the room: what an Evaluator keeps between dossiers.
#pragma once

#include "checker/evaluate/evaluate.h"
#include "checker/evaluate/machine.h"
#include "checker/evaluate/needed.h"

namespace toets {

/// The rule and subject at the root of a blocked obligation.
struct Blocker {
    RuleId rule = no_rule;
    RowIndex row = no_row;
};

struct Evaluator::State {
    State(const RuleBook& rules, const Vocabulary& words, std::vector<RuleId> sorted);

    static void add_conditions(const Part& part, Needed& all);
    Truth truth(NodeId node, std::size_t i, Truth otherwise) const;
    const Blocker* blocker_of(const Rule& rule, std::size_t i) const;
    class Settled;
    /// Whether the rule concerns the row: it is there, and the law of the part is in force.
    Truth concerns(const Rule& rule, const Part& part, std::size_t i) const;
    bool is_silent(const Rule& rule, NodeId requirement, std::size_t i) const;
    bool rests_on_silence(const Reason& reason) const;
    bool is_incomplete(TableId table, RowIndex row) const;
    Finding judge(const Rule& rule, const Part& part, std::size_t i) const;
    void evaluate(RuleId id, const Kept& kept, Evaluation& out);

    const RuleBook& book;
    const Vocabulary& vocabulary;
    std::vector<RuleId> order;
    Machine machine;
    std::vector<bool> needed;
    std::vector<std::vector<Blocker>> blockers;  ///< per rule that others rest on, per row
    std::vector<bool> is_prerequisite;
};

}  // namespace toets
