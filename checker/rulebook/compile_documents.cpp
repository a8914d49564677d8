// Conditions on what documents say, and conditions that can still be met up to a day.
#include "checker/rulebook/compiler.h"
#include "checker/text/suggest.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

NodeId Compiler::document_condition(const Expr& expr) {
    const NodeId document = value(expr.args[0]);
    if (!expect_kind(document, ValueKind::rows, expr.args[0].span)) return no_node;
    Node node;
    node.span = expr.span;
    node.table = at(document).type.table;
    node.args = {document};
    if (expr.kind == ExprKind::mentions) {
        node.op = Op::mentions;
        node.args.push_back(value(expr.args[1]));
        if (!expect_kind(node.args.back(), ValueKind::text, expr.args[1].span)) return no_node;
        return emit(std::move(node));
    }
    node.op = Op::treats;
    const auto topic = topics_.find(expr.word.text);
    if (topic == topics_.end()) {
        std::vector<std::string> known;
        for (const auto& [name, number] : topics_) known.push_back(name);
        problem(Code::unknown_topic, expr.word.span, {expr.word.text},
                suggestion(expr.word.text, known));
        return no_node;
    }
    node.index = topic->second;
    if (!expr.names.empty() && !topic_part(expr, node)) return no_node;
    return emit(std::move(node));
}

bool Compiler::topic_part(const Expr& expr, Node& node) {
    const ast::Word& wanted = expr.names.front();
    const Topic& topic = book_.topics[node.index];
    std::vector<std::string> known;
    for (std::uint32_t i = 0; i < topic.parts.size(); ++i) {
        if (topic.parts[i].name == wanted.text) node.topic_part = i;
        known.push_back(topic.parts[i].name);
    }
    if (node.topic_part != whole_topic) return true;
    problem(Code::unknown_topic_part, wanted.span, {topic.name, wanted.text},
            suggestion(wanted.text, known));
    return false;
}

/// Only a requirement can still be met: a filter or an exception asks how things stand.
NodeId Compiler::pending_until(const Expr& expr) {
    if (!requirement_) {
        problem(Code::pending_outside_requirement, expr.span);
        return no_node;
    }
    const NodeId asked = truth(expr.args[0]);
    if (!expect_kind(asked, ValueKind::truth, expr.args[0].span)) return no_node;
    const NodeId until = value(expr.args[1]);
    if (!expect_kind(until, ValueKind::date, expr.args[1].span)) return no_node;
    if (at(asked).frame == no_frame) problem(Code::constant_requirement, expr.args[0].span);
    return truth_of(Op::pending_until, {asked, until}, expr.span);
}

}  // namespace toets
