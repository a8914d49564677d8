// Writing the program: every node once, in the outermost frame where it can be computed.
#include "checker/rulebook/compiler.h"

#include <algorithm>

#include "checker/text/suggest.h"

namespace toets {
namespace {

/// All that makes a node what it is, as a key; its span doesn't count.
std::string key_of(const Node& node) {
    constexpr std::size_t usual_bytes = 192;
    std::string key;
    key.reserve(usual_bytes + node.text.size());
    const auto add = [&key](auto value) {
        key.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    add(node.op);
    add(node.type.kind);
    add(node.type.choices);
    add(node.type.table);
    add(node.type.unit);
    add(node.frame);
    add(node.over);
    add(node.where);
    add(node.table);
    add(node.index);
    add(node.topic_part);
    add(node.topic_value);
    add(node.relation);
    add(node.in_requirement);
    add(node.extended);
    add(node.roll);
    add(node.length.count);
    add(node.length.unit);
    add(node.counted);
    add(node.extension_most.count);
    add(node.extension_most.unit);
    add(node.suspensions);
    add(node.suspended_from);
    add(node.suspended_to);
    add(node.suspended_where);
    add(node.options.size());
    for (const std::int32_t option : node.options) add(option);
    add(node.dates.first.days);
    add(node.dates.last.days);
    add(node.number_first);
    add(node.number_last);
    add(node.code);
    for (const NodeId arg : node.args) add(arg);
    key += node.text;
    return key;
}

std::string key_of(const Frame& frame) {
    std::string key;
    const auto add = [&key](auto value) {
        key.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    add(frame.kind);
    add(frame.outer);
    add(frame.table);
    add(frame.child);
    add(frame.owner);
    add(frame.known_only);
    add(frame.until);
    add(frame.base);
    add(frame.base_where);
    add(frame.first);
    add(frame.last);
    add(frame.gap_days);
    add(frame.least);
    add(frame.window_weeks);
    add(frame.restarts);
    add(frame.restart);
    add(frame.restart_where);
    return key;
}

}  // namespace

Compiler::Compiler(std::span<const ast::File> files, const Vocabulary& vocabulary,
                   const Settings& settings, Diagnostics& problems)
    : files_(files), vocabulary_(vocabulary), settings_(settings), problems_(problems) {}

NodeId Compiler::emit(Node node) {
    if (node.over != no_frame) {
        node.frame = book_.program.frames[node.over].outer;
    } else if (node.frame == no_frame) {
        std::vector<NodeId> all = node.args;
        if (node.counted != no_node) all.push_back(node.counted);
        if (node.suspensions != no_frame) {
            node.frame = book_.program.frames[node.suspensions].outer;
        } else {
            node.frame = deepest(all);
        }
    }
    if (node.op != Op::lift) {
        const FrameId args_frame = node.over != no_frame ? node.over : node.frame;
        const bool reduces = node.over != no_frame;
        for (std::size_t i = 0; i < node.args.size(); ++i) {
            // the start of a recurring term is a value of the outer frame
            const bool outer = reduces && node.op == Op::recurring && i == 0;
            node.args[i] = lift(node.args[i], outer ? node.frame : args_frame);
        }
        if (node.counted != no_node) node.counted = lift(node.counted, node.frame);
    }
    const auto [found, is_new] = known_nodes_.emplace(key_of(node), book_.program.nodes.size());
    if (node.op != Op::lift) node.given = given_;
    if (is_new) {
        book_.program.nodes.push_back(std::move(node));
        return found->second;
    }
    Node& known = book_.program.nodes[found->second];
    if (known.span.begin == known.span.end) {  // here it has words of its own
        known.span = node.span;
        known.given = node.given;
    }
    return found->second;
}

NodeId Compiler::lift(NodeId node, FrameId to) {
    const FrameId from = at(node).frame;
    if (from == to || from == no_frame || to == no_frame) return node;
    Node lifted;
    lifted.op = Op::lift;
    lifted.type = at(node).type;
    lifted.span = at(node).span;
    lifted.given = at(node).given;
    lifted.frame = to;
    lifted.args = {lift(node, book_.program.frames[to].outer)};
    return emit(std::move(lifted));
}

FrameId Compiler::add_frame(const Frame& frame) {
    const auto [found, is_new] = known_frames_.emplace(key_of(frame), book_.program.frames.size());
    if (is_new) {
        book_.program.frames.push_back(frame);
        depth_.push_back(frame.outer == no_frame ? 1 : depth_[frame.outer] + 1);
    }
    return found->second;
}

FrameId Compiler::deepest(const std::vector<NodeId>& nodes) const {
    FrameId found = no_frame;
    for (const NodeId node : nodes) {
        const FrameId frame = at(node).frame;
        if (frame == no_frame) continue;
        if (found == no_frame || depth_[frame] > depth_[found]) found = frame;
    }
    return found;
}

NodeId Compiler::truth_of(Op op, std::vector<NodeId> args, Span span) {
    if (std::find(args.begin(), args.end(), no_node) != args.end()) return no_node;
    if ((op == Op::all_of || op == Op::any_of) && args.size() == 1) return args.front();
    Node node;
    node.op = op;
    node.args = std::move(args);
    node.span = span;
    return emit(std::move(node));
}

void Compiler::problem(Code code, Span span, std::vector<std::string> args, std::string suggestion,
                       std::vector<Span> chain) {
    for (const auto& told : problems_)  // a definition is compiled at each call
        if (told.code == code && told.span == span && told.args == args) return;
    problems_.push_back({code, span, std::move(args), std::move(suggestion), std::move(chain)});
}

std::string Compiler::kind_name(const ValueType& type) const {
    switch (type.kind) {
        case ValueKind::truth:
            return "ja/nee";
        case ValueKind::date:
            return "datum";
        case ValueKind::number:
            return "getal";
        case ValueKind::duration:
            return "duur";
        case ValueKind::text:
            return "tekst";
        case ValueKind::choice:
            return "keuze";
        case ValueKind::rows:
            return vocabulary_.tables[type.table].concept_name;
    }
    return {};
}

bool Compiler::expect_kind(NodeId node, ValueKind kind, Span span) {
    if (node == no_node) return false;
    if (at(node).type.kind == kind) return true;
    ValueType wanted;
    wanted.kind = kind;
    wanted.table = 0;
    problem(Code::wrong_type, span, {kind_name(wanted), kind_name(at(node).type)});
    return false;
}

/// Whether two values can be equal: of one kind, options of one list, rows of one concept.
bool Compiler::expect_same(NodeId left, NodeId right, Span span) {
    if (left == no_node || !expect_kind(right, at(left).type.kind, span)) return false;
    const ValueType& a = at(left).type;
    const ValueType& b = at(right).type;
    const bool other_options = a.kind == ValueKind::choice && a.choices != b.choices;
    const bool other_units = a.kind == ValueKind::duration && !comparable(a.unit, b.unit);
    const bool other_rows =
        a.kind == ValueKind::rows &&
        vocabulary_.tables[a.table].concept_name != vocabulary_.tables[b.table].concept_name;
    if (!other_options && !other_units && !other_rows) return true;
    problem(Code::types_differ, span, {kind_name(a), kind_name(b)});
    return false;
}

/// The innermost variable of this name; null when there is none.
const Variable* Compiler::variable(const std::string& name) const {
    const auto found = std::ranges::find(scope_.rbegin(), scope_.rend(), name, &Variable::name);
    return found == scope_.rend() ? nullptr : &*found;
}

void Compiler::concept_not_chosen(const std::string& name, Span span, TableId needed) {
    const std::string& element = vocabulary_.tables[needed].element;
    problem(Code::concept_not_chosen, span, {name, element, element, element});
}

void Compiler::unknown_name(const std::string& name, Span span,
                            const std::vector<std::string>& known) {
    const std::vector<TableId> tables = vocabulary_.tables_of(name);
    if (!tables.empty() && std::find(known.begin(), known.end(), element_name(name)) == known.end())
        return concept_not_chosen(name, span, tables.front());
    problem(Code::unknown_name, span, {name}, suggestion(name, known));
}

}  // namespace toets
