// Private to the room: which outcomes a rule can have at all, told from the program alone.
#pragma once

#include <vector>

#include "checker/evaluate/evaluate.h"

namespace toets {

/// For each node of a program what its truths can be. Not more than a first look: `A en niet A` can
/// hold.
class Possible {
  public:
    explicit Possible(const Program& program);

    /// The outcomes that the part can have, in the order of their enumeration.
    std::vector<Outcome> outcomes(const Rule& rule, const Part& part) const;

    /// Whether a condition can be true, and not only unknown or pending.
    bool can_hold(NodeId condition) const {
        return (truths_[condition] & observed_bit(Truth::yes)) != 0;
    }

    /// Marks the node and all that it rests on.
    void mark(NodeId id, std::vector<bool>& marked) const;

  private:
    std::uint8_t truths_of(const Node& node) const;
    std::uint8_t truths_of_connective(const Node& node) const;
    void mark_frame(FrameId id, std::vector<bool>& marked) const;

    const Program& program_;
    ObservedTruths truths_;  ///< per node; of a value: unknown where it can be
};

}  // namespace toets
