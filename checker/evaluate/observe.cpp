// Which conditions were asked to come to a finding, and what they came to: for those who measure
// how well a rule is tested.
#include <set>

#include "checker/evaluate/evaluate.h"
#include "checker/evaluate/machine.h"
#include "checker/evaluate/state.h"

namespace toets {
namespace {

/// Walks down from a condition, at one position of its frame, as far as it was asked.
class Observer {
  public:
    Observer(const Program& program, const Machine& machine, ObservedTruths& seen)
        : program_(program), machine_(machine), seen_(seen) {}

    void visit(NodeId id, FrameId frame, std::size_t position) {
        if (id == no_node) return;
        const Node& node = program_.nodes[id];
        const std::size_t i = machine_.position(id, frame, position);
        if (!visited_.emplace(id, i).second) return;
        const bool is_truth = node.type.kind == ValueKind::truth;
        seen_[id] |= is_truth ? observed_bit(machine_.values(id).truths[i]) : observed_value;
        const bool everywhere = node.frame == no_frame;
        const FrameId own = everywhere ? frame : node.frame;
        const std::size_t here = everywhere ? position : i;
        if (node.suspensions != no_frame) suspensions(node, i);
        if (node.over != no_frame) return reduction(node, i);
        if (node.op == Op::lift)
            return visit(node.args[0], program_.frames[own].outer, machine_.frame(own).outer[here]);
        if (node.op == Op::implies || node.op == Op::conditional) return choice(node, own, here);
        visit(node.counted, own, here);
        for (const NodeId arg : node.args) visit(arg, own, here);
    }

  private:
    Truth truth(NodeId id, FrameId frame, std::size_t position) const {
        return machine_.values(id).truths[machine_.position(id, frame, position)];
    }

    /// The premise, and what follows where the premise leaves it open.
    void choice(const Node& node, FrameId frame, std::size_t position) {
        visit(node.args[0], frame, position);
        const Truth premise = truth(node.args[0], frame, position);
        if (premise != Truth::no) visit(node.args[1], frame, position);
        if (node.op == Op::conditional && premise != Truth::yes)
            visit(node.args[2], frame, position);
    }

    /// Calls `each` for the positions inside `outer` that are there and may meet the filter.
    template <typename Each>
    void inside(FrameId frame, NodeId where, std::size_t outer, Each each) {
        const FrameRows& rows = machine_.frame(frame);
        if (outer + 1 >= rows.offsets.size()) return;
        for (std::size_t p = rows.offsets[outer]; p < rows.offsets[outer + 1]; ++p) {
            if (rows.present[p] == Truth::no) continue;
            visit(where, frame, p);
            if (where == no_node || truth(where, frame, p) != Truth::no) each(p);
        }
    }

    void reduction(const Node& node, std::size_t outer) {
        derived(node.over, outer);
        const bool starts_outside = node.op == Op::recurring;
        if (starts_outside) visit(node.args[0], node.frame, outer);
        inside(node.over, node.where, outer, [&](std::size_t p) {
            for (std::size_t a = starts_outside ? 1 : 0; a < node.args.size(); ++a)
                visit(node.args[a], node.over, p);
        });
    }

    void suspensions(const Node& node, std::size_t outer) {
        inside(node.suspensions, node.suspended_where, outer, [&](std::size_t p) {
            visit(node.suspended_from, node.suspensions, p);
            visit(node.suspended_to, node.suspensions, p);
        });
    }

    /// What the positions of a derived frame were made from.
    void derived(FrameId id, std::size_t outer) {
        const Frame& frame = program_.frames[id];
        visit(frame.owner, frame.outer, outer);
        visit(frame.until, frame.outer, outer);
        if (frame.base != no_frame) {
            derived(frame.base, outer);
            inside(frame.base, frame.base_where, outer, [&](std::size_t p) {
                visit(frame.first, frame.base, p);
                visit(frame.last, frame.base, p);
            });
        }
        if (frame.restarts != no_frame) {
            derived(frame.restarts, outer);
            inside(frame.restarts, frame.restart_where, outer,
                   [&](std::size_t p) { visit(frame.restart, frame.restarts, p); });
        }
    }

    const Program& program_;
    const Machine& machine_;
    ObservedTruths& seen_;
    std::set<std::pair<NodeId, std::size_t>> visited_;
};

}  // namespace

void Evaluator::observe(const Finding& finding, ObservedTruths& seen) const {
    const State& state = *state_;
    if (!state.ran_whole) return;
    const Rule& rule = state.book.rules[finding.rule];
    const Part& part = rule.parts[finding.part];
    const std::size_t i = finding.row;  // all rows of the table are positions
    if (state.concerns(rule, part, i) == Truth::no) return;
    Observer observer(state.book.program, state.machine, seen);
    observer.visit(part.scope, rule.subject, i);
    if (state.truth(part.scope, i, Truth::yes) == Truth::no) return;
    for (const RuleException& each : part.exceptions) {
        observer.visit(each.condition, rule.subject, i);
        if (state.truth(each.condition, i, Truth::no) == Truth::yes) return;
    }
    if (state.blocker_of(rule, i) == nullptr) observer.visit(part.requirement, rule.subject, i);
}

}  // namespace toets
