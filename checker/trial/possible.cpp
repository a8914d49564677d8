#include "checker/trial/possible.h"

namespace toets {
namespace {

constexpr std::uint8_t yes = observed_bit(Truth::yes);
constexpr std::uint8_t no = observed_bit(Truth::no);
constexpr std::uint8_t unknown = observed_bit(Truth::unknown);
constexpr std::uint8_t pending = observed_bit(Truth::pending);

std::uint8_t opposite_of(std::uint8_t truths) {
    std::uint8_t made = truths & (unknown | pending);
    if ((truths & yes) != 0) made |= no;
    if ((truths & no) != 0) made |= yes;
    return made;
}

/// Of conditions that must all hold: holds where each can, fails where one can.
std::uint8_t all_of(std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>((a & b & yes) | ((a | b) & (no | unknown | pending)));
}

bool has_bound(const Node& node) {
    return node.relation == Relation::before || node.relation == Relation::no_later;
}

}  // namespace

Possible::Possible(const Program& program) : program_(program) {
    truths_.reserve(program.nodes.size());
    for (const Node& node : program.nodes) truths_.push_back(truths_of(node));
}

std::uint8_t Possible::truths_of_connective(const Node& node) const {
    const bool all = node.op == Op::all_of;
    std::uint8_t made = all ? yes : no;
    for (const NodeId arg : node.args) {
        const bool denied = node.op == Op::implies && arg == node.args.front();
        const std::uint8_t each = denied ? opposite_of(truths_[arg]) : truths_[arg];
        made = all ? all_of(made, each) : opposite_of(all_of(opposite_of(made), opposite_of(each)));
    }
    return made;
}

std::uint8_t Possible::truths_of(const Node& node) const {
    const auto arg = [&](std::size_t i) { return truths_[node.args[i]]; };
    const auto any_arg = [&] {
        std::uint8_t all = 0;
        for (const NodeId each : node.args) all |= truths_[each];
        return all;
    };
    const std::uint8_t where = node.where == no_node ? yes : truths_[node.where];
    switch (node.op) {
        case Op::constant:
            return node.type.kind != ValueKind::truth ? 0 : node.code != 0 ? yes : no;
        case Op::peildatum:
        case Op::frame_rows:
        case Op::frame_first:
        case Op::frame_last:
        case Op::pair_later:
        case Op::owner:
            return 0;
        case Op::is_filled:
        case Op::is_applicable:
        case Op::exists_row:
            return yes | no;
        case Op::lift:
            return arg(0);
        case Op::negate:
            return opposite_of(arg(0));
        case Op::all_of:
        case Op::any_of:
        case Op::implies:
            return truths_of_connective(node);
        case Op::exists:
            return (where & yes) | no | unknown;
        case Op::none:
            return opposite_of(where & yes) | yes | unknown;
        case Op::for_all:
            return ((where & yes) != 0 ? arg(0) & (no | pending) : 0) | yes | unknown;
        case Op::pending_until:
            return arg(0) | pending;
        case Op::within:
            return yes | no | unknown | (node.in_requirement ? pending : 0);
        case Op::recurring:  // as long as it is kept, the next time is still to come
            return no | unknown | (node.in_requirement ? pending : yes);
        case Op::date_relation:
            return yes | no | (any_arg() & unknown) |
                   (node.in_requirement && has_bound(node) ? pending : 0);
        case Op::equals:
        case Op::number_relation:
            return yes | no | (any_arg() & unknown);
        default:
            return node.type.kind == ValueKind::truth ? (yes | no | unknown) : unknown;
    }
}

std::vector<Outcome> Possible::outcomes(const Rule& rule, const Part& part) const {
    const auto of = [&](NodeId node) { return node == no_node ? std::uint8_t{0} : truths_[node]; };
    const bool has_validity = part.valid_from || part.valid_to;
    const std::uint8_t required = of(part.requirement);
    std::uint8_t around = of(part.scope) | (has_validity ? of(part.tested_on) : 0);
    for (const RuleException& each : part.exceptions) around |= of(each.condition);
    const bool burden = part.burden_of_proof && (required & unknown) != 0;
    const bool doubt = (around & unknown) != 0 && (required & (no | unknown)) != 0;
    std::vector<Outcome> made;
    const auto add = [&](bool possible, Outcome outcome) {
        if (possible) made.push_back(outcome);
    };
    add((required & no) != 0 || burden, Outcome::violated);
    add(((required & unknown) != 0 && !part.burden_of_proof) || doubt, Outcome::unknown);
    add(!rule.prerequisites.empty(), Outcome::blocked);
    add(part.requirement == no_node, Outcome::judgement);
    add((required & pending) != 0, Outcome::pending);
    add((required & yes) != 0, Outcome::met);
    add(!part.exceptions.empty(), Outcome::excepted);
    add(part.scope != no_node || has_validity, Outcome::not_applicable);
    return made;
}

void Possible::mark(NodeId id, std::vector<bool>& marked) const {
    if (id == no_node || marked[id]) return;
    marked[id] = true;
    const Node& node = program_.nodes[id];
    for (const NodeId arg : node.args) mark(arg, marked);
    for (const NodeId each :
         {node.where, node.counted, node.suspended_from, node.suspended_to, node.suspended_where})
        mark(each, marked);
    for (const FrameId each : {node.frame, node.over, node.suspensions}) mark_frame(each, marked);
}

void Possible::mark_frame(FrameId id, std::vector<bool>& marked) const {
    if (id == no_frame) return;
    const Frame& frame = program_.frames[id];
    for (const NodeId each : {frame.owner, frame.until, frame.base_where, frame.first, frame.last,
                              frame.restart, frame.restart_where})
        mark(each, marked);
    for (const FrameId each : {frame.outer, frame.base, frame.restarts}) mark_frame(each, marked);
}

}  // namespace toets
