// Questions on what the dossier states: whether a kenmerk is filled in, and whether its text stands
// elsewhere too.
#include "checker/rulebook/compiler.h"

namespace toets {

using ast::Expr;

NodeId Compiler::filled(const Expr& expr, bool positive) {
    const auto found = place(expr.args[0]);
    if (!found) return no_node;
    Node node;
    node.span = positive ? expr.span : unspoken(expr.span);
    node.args = {found->rows};
    const bool whole_row =
        found->column == no_column && at(found->rows).type.kind == ValueKind::rows;
    node.op = whole_row ? Op::exists_row : Op::is_filled;
    node.index = found->column;
    node.table = whole_row || found->column == no_column ? no_table : at(found->rows).type.table;
    const NodeId made = emit(std::move(node));
    return positive ? made : truth_of(Op::negate, {made}, expr.span);
}

/// Whether the same text stands under another owner: counted once for the whole dossier, as a
/// question for each row about all others would take time and memory for each pair.
NodeId Compiler::elsewhere(const Expr& expr) {
    const auto found = place(expr.args[0]);
    if (!found) return no_node;
    const bool is_text =
        found->column != no_column &&
        vocabulary_.tables[at(found->rows).type.table].columns[found->column].type ==
            ColumnType::text;
    if (!is_text) {
        problem(Code::no_text_here, expr.args[0].span);
        return no_node;
    }
    Node node;
    node.op = Op::elsewhere;
    node.span = expr.span;
    node.args = {found->rows};
    node.table = at(found->rows).type.table;
    node.index = found->column;
    std::vector<std::string> owners;
    for (TableId table = vocabulary_.tables[node.table].parent; table != no_table;
         table = vocabulary_.tables[table].parent) {
        owners.push_back(vocabulary_.tables[table].element);
        if (owners.back() != expr.word.text) continue;
        node.code = static_cast<std::int32_t>(table);
        return emit(std::move(node));
    }
    unknown_name(expr.word.text, expr.word.span, owners);
    return no_node;
}

}  // namespace toets
