// Private to the room: what an Evaluator keeps between dossiers.
#pragma once

#include <algorithm>
#include <new>

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
    State(const RuleBook& rules, const Vocabulary& words, std::vector<RuleId> sorted, Room given);

    /// Runs the machine for rows of a table frame, as many at a time as there is room for, and
    /// tells `done` from which of them on, and how many.
    template <typename Done>
    void run_in_pieces(const Input& input, const std::vector<bool>& wanted, FrameId frame,
                       std::span<const RowIndex> rows, Done done);
    void evaluate_in_pieces(const Input& input, const Kept& kept, Evaluation& out);
    static void add_rule(const Rule& rule, Needed& all);
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
    void open_blockers(RuleId id, const Facts& facts);
    void evaluate(RuleId id, const Kept& kept, Evaluation& out);

    const RuleBook& book;
    const Vocabulary& vocabulary;
    std::vector<RuleId> order;
    Machine machine;
    std::vector<bool> needed;
    std::vector<std::vector<Blocker>> blockers;  ///< per rule that others rest on, per row
    std::vector<bool> is_prerequisite;
    Room room;
    bool ran_whole = false;  ///< the machine holds all rows of the dossier that was evaluated last
};

template <typename Done>
void Evaluator::State::run_in_pieces(const Input& input, const std::vector<bool>& wanted,
                                     FrameId frame, std::span<const RowIndex> rows, Done done) {
    std::size_t piece = rows.size();
    for (std::size_t from = 0; from < rows.size();) {
        piece = std::min(piece, rows.size() - from);
        const std::size_t most = piece == 1 ? room.for_one : room.at_once;
        if (machine.run_for(input, wanted, frame, rows.subspan(from, piece), most)) {
            done(from, piece);
            from += piece;
        } else if (piece == 1) {
            machine.forget();
            throw std::bad_alloc();
        } else {
            piece /= 2;
        }
    }
}

}  // namespace toets
