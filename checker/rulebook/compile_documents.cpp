// Conditions on what documents say, and conditions that can still be met up to a day.
#include <algorithm>

#include "checker/rulebook/compiler.h"
#include "checker/text/pattern.h"
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
    if (expr.kind == ExprKind::mentions || expr.kind == ExprKind::mentions_other)
        return mention(expr, std::move(node));
    node.op = Op::treats;
    const NumberedTopic* topic = topic_meant(expr.word);
    if (topic == nullptr) return no_node;
    node.index = topic->number;
    if (expr.kind == ExprKind::states_other || expr.kind == ExprKind::states_two)
        return stated_value(expr, std::move(node));
    if (!expr.names.empty() && !topic_part(expr, node)) return no_node;
    return emit(std::move(node));
}

/// The topic that a word names or, for a parameter of the definition, the option given for it. Null
/// when there is none, which is told; and in a definition that nothing calls.
const Compiler::NumberedTopic* Compiler::topic_meant(const ast::Word& written) {
    ast::Word name = written;
    const Variable* given_as = variable(written.text);
    const bool is_option = given_as != nullptr && given_as->node != no_node &&
                           at(given_as->node).type.kind == ValueKind::choice;
    if (is_option) {
        const Node& given = at(given_as->node);
        name.span = given_as->written;
        if (given.op != Op::constant) {
            problem(Code::topic_not_fixed, name.span, {written.text}, {}, {written.span});
            return nullptr;
        }
        if (given.code == unknown_code) return nullptr;
        name.text =
            vocabulary_.choices[given.type.choices].options[static_cast<std::size_t>(given.code)];
    }
    const auto topic = topics_.find(name.text);
    if (topic == topics_.end()) {
        std::vector<std::string> known;
        for (const auto& [each, number] : topics_) known.push_back(each);
        problem(Code::unknown_topic, name.span, {name.text}, suggestion(name.text, known),
                is_option ? std::vector{written.span} : std::vector<Span>{});
        return nullptr;
    }
    expect_layer(topic->second.declared, name);
    used_.insert(topic->second.declared);
    return &topic->second;
}

/// Of a topic that is a parameter of the definition: where it was given.
std::vector<Span> Compiler::given_for(const ast::Word& topic) const {
    const Variable* given_as = variable(topic.text);
    const bool is_given = given_as != nullptr && given_as->written != Span{};
    return is_given ? std::vector{given_as->written} : std::vector<Span>{};
}

/// A value that the topic states, against the dossier or between the pieces of the document.
NodeId Compiler::stated_value(const Expr& expr, Node node) {
    const ast::Word& wanted = expr.names.front();
    const Topic& topic = book_.topics[node.index];
    std::vector<std::string> known;
    for (const TopicValue& each : topic.values) known.push_back(each.name);
    const auto found = std::find(known.begin(), known.end(), wanted.text);
    if (found == known.end()) {
        problem(Code::unknown_topic_value, wanted.span, {topic.name, wanted.text},
                suggestion(wanted.text, known), given_for(expr.word));
        return no_node;
    }
    node.topic_value = static_cast<std::uint32_t>(found - known.begin());
    node.op = expr.kind == ExprKind::states_two ? Op::states_two : Op::states_other;
    if (node.op == Op::states_two) return emit(std::move(node));
    const NodeId other = value(expr.args[1]);
    if (other == no_node) return no_node;
    if (at(other).type.kind != ValueKind::number &&
        !expect_kind(other, ValueKind::text, expr.args[1].span))
        return no_node;
    node.args.push_back(other);
    node.code = is_school_year(other) ? 1 : 0;
    return emit(std::move(node));
}

/// A text of the dossier in the document; a school year in any way of writing it.
NodeId Compiler::mention(const Expr& expr, Node node) {
    node.op = expr.kind == ExprKind::mentions ? Op::mentions : Op::mentions_other;
    const NodeId wanted = value(expr.args[1]);
    node.args.push_back(wanted);
    if (wanted != no_node && node.op == Op::mentions && is_school_year(wanted))
        return emit(std::move(node));
    if (!expect_kind(wanted, ValueKind::text, expr.args[1].span)) return no_node;
    node.text = expr.word.text;
    if (node.op == Op::mentions_other && !Pattern::read(node.text)) {
        problem(Code::bad_pattern, expr.word.span, {node.text});
        return no_node;
    }
    return emit(std::move(node));
}

bool Compiler::is_school_year(NodeId id) const {
    const Node& of = at(id);
    if (of.op == Op::lift) return is_school_year(of.args[0]);
    return of.op == Op::year_of ||
           (of.op == Op::load &&
            vocabulary_.tables[of.table].columns[of.index].type == ColumnType::school_year);
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
            suggestion(wanted.text, known), given_for(expr.word));
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
    Node node;
    node.op = Op::pending_until;
    node.relation = expr.positive ? Relation::no_later : Relation::before;
    node.args = {asked, until};
    node.span = expr.span;
    return emit(std::move(node));
}

}  // namespace toets
