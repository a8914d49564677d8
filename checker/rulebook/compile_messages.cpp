// What rules say to people: texts with places for values, and what may stand in them.
#include <algorithm>

#include "checker/rulebook/compiler.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

/// "text {path} text": each path is read in the scope of the rule's subject.
Template Compiler::text(const ast::Word& written) {
    Template made;
    std::string_view rest = written.text;
    while (true) {
        const std::size_t open = rest.find('{');
        const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
        const bool unclosed = open != std::string_view::npos && close == std::string_view::npos;
        if (unclosed || (open != std::string_view::npos && close == open + 1))
            problem(Code::broken_place, written.span);
        if (close == std::string_view::npos) break;
        Expr path;
        path.kind = ExprKind::path;
        path.span = written.span;
        std::string_view names = rest.substr(open + 1, close - open - 1);
        while (!names.empty()) {
            const std::size_t dot = std::min(names.find('.'), names.size());
            path.names.push_back({std::string(names.substr(0, dot)), written.span});
            names.remove_prefix(std::min(dot + 1, names.size()));
        }
        const NodeId node = path.names.empty() ? no_node : this->path(path);
        made.push_back(
            {std::string(rest.substr(0, open)), node == no_node ? no_node : lift(node, frame_)});
        rest.remove_prefix(close + 1);
    }
    if (!rest.empty()) made.push_back({std::string(rest), no_node});
    return made;
}

/// All kenmerken that a node rests on.
void Compiler::collect_loads(NodeId id, std::set<std::pair<TableId, ColumnId>>& loads,
                             std::set<NodeId>& seen) const {
    if (id == no_node || !seen.insert(id).second) return;
    const Node& node = at(id);
    if (node.op == Op::load || node.op == Op::is_filled || node.op == Op::elsewhere)
        loads.emplace(node.table, node.index);
    for (const NodeId arg : node.args) collect_loads(arg, loads, seen);
    collect_loads(node.where, loads, seen);
    collect_loads(node.counted, loads, seen);
    for (const FrameId each : {node.frame, node.over, node.suspensions}) {
        if (each == no_frame) continue;
        const Frame& frame = book_.program.frames[each];
        for (const NodeId inner :
             {frame.owner, frame.until, frame.base_where, frame.first, frame.last})
            collect_loads(inner, loads, seen);
    }
}

/// A message that names a fact which no part of the rule reads explains something else than the
/// rule does.
void Compiler::check_messages(const ast::Rule& from, const Rule& rule) {
    std::set<std::pair<TableId, ColumnId>> read;
    std::set<NodeId> seen;
    for (const Part& part : rule.parts) {
        for (const NodeId node : {part.requirement, part.scope, part.tested_on})
            collect_loads(node, read, seen);
        for (const auto& exception : part.exceptions)
            collect_loads(exception.condition, read, seen);
        for (const NodeId node : part.shown) collect_loads(node, read, seen);
    }
    for (std::size_t i = 0; i < rule.parts.size(); ++i) {
        const ast::Word& shared = from.demand.message;
        const ast::Word& own = from.parts.empty() ? shared : from.parts[i].message;
        check_template(rule, read, rule.parts[i].message,
                       own.text.empty() ? shared.span : own.span);
    }
}

void Compiler::check_template(const Rule& rule, const std::set<std::pair<TableId, ColumnId>>& read,
                              const Template& text, Span span) {
    for (const TemplatePiece& piece : text) {
        if (piece.value == no_node) continue;
        const Node& node = at(piece.value);
        const Node& told = node.op == Op::lift ? at(node.args.front()) : node;
        if (told.op != Op::load || read.contains({told.table, told.index})) continue;
        const Table& table = vocabulary_.tables[told.table];
        const Column& column = table.columns[told.index];
        // these only say which one it is about: its key, its day, its kind, its year, its name
        if (table.key == told.index || table.event == told.index) continue;
        if (column.type == ColumnType::choice || column.type == ColumnType::school_year) continue;
        if (column.type == ColumnType::text && told.table == rule.subject_table) continue;
        problem(Code::message_names_unread_fact, span, {column.name, table.concept_name});
    }
}

void Compiler::check_confidential(const Template& text, Span span) {
    for (const TemplatePiece& piece : text) {
        if (piece.value == no_node) continue;
        const Node& node = at(piece.value);
        const Node& told = node.op == Op::lift ? at(node.args.front()) : node;
        if (told.op != Op::load) continue;
        const Column& column = vocabulary_.tables[told.table].columns[told.index];
        if (column.confidential) problem(Code::confidential_in_message, span, {column.name});
    }
}

}  // namespace toets
