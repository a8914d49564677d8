// Private to the room: which nodes a set of results needs, with the frames that they live in.
#pragma once

#include <vector>

#include "checker/rulebook/program.h"

namespace toets {

class Needed {
  public:
    explicit Needed(const Program& program)
        : program_(program), nodes_(program.nodes.size()), frames_(program.frames.size()) {}

    /// Marks the node and all that it rests on; no_node is nothing.
    void add(NodeId id);
    void add_frame(FrameId id);

    const std::vector<bool>& nodes() const { return nodes_; }

  private:
    const Program& program_;
    std::vector<bool> nodes_;
    std::vector<bool> frames_;
};

}  // namespace toets
