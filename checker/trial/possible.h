// Private to the room: what a test can bring about at all, told from the program alone. A test
// states facts and no documents: what a rule asks of the text of a document is never decided.
#pragma once

#include <vector>

#include "checker/evaluate/evaluate.h"

namespace toets {

/// For each node of a program what its truths can be.
class Possible {
  public:
    explicit Possible(const Program& program);

    /// Whether the condition can come out so. Not more than a first look: `A en niet A` can hold.
    bool can_be(NodeId node, Truth truth) const {
        return (truths_[node] & observed_bit(truth)) != 0;
    }

    /// The outcomes that the part can have, in the order of their enumeration.
    std::vector<Outcome> outcomes(const Rule& rule, const Part& part) const;

    /// Marks the node and all that it rests on.
    void mark(NodeId node, std::vector<bool>& marked) const;

  private:
    std::uint8_t truths_of(const Node& node) const;
    std::uint8_t truths_of_connective(const Node& node) const;
    void mark_frame(FrameId frame, std::vector<bool>& marked) const;

    const Program& program_;
    ObservedTruths truths_;  ///< per node; of a value: unknown where it can be
};

}  // namespace toets
