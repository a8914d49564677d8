// Domains: what quantifiers and aggregates run over, each a frame of its own.
#include "checker/rulebook/compiler.h"
#include "checker/text/suggest.h"

namespace toets {

using ast::Domain;
using ast::DomainKind;

void Compiler::leave(const Mark& mark) {
    scope_.resize(mark.variables);
    frame_ = mark.frame;
    requirement_ = mark.requirement;
}

std::optional<CompiledDomain> Compiler::enter(const Domain& domain) {
    requirement_ = false;
    switch (domain.kind) {
        case DomainKind::relation:
            return enter_relation(domain);
        case DomainKind::school_years:
            return enter_years(domain);
        case DomainKind::pairs:
            return enter_pairs(domain);
        case DomainKind::series:
            return enter_series(domain);
        case DomainKind::thresholds:
            return enter_thresholds(domain);
    }
    return std::nullopt;
}

/// The child by its own name, or by its concept's name when only one child has that concept.
std::optional<ChildId> Compiler::child_named(TableId table, const std::string& name) const {
    const Table& shape = vocabulary_.tables[table];
    if (const auto exact = shape.child(name)) return exact;
    std::optional<ChildId> found;
    for (ChildId i = 0; i < shape.children.size(); ++i) {
        const TableId of = shape.children[i].table;
        if (of == no_table || vocabulary_.tables[of].element != name) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

NodeId Compiler::owner_of(const Domain& domain, ChildId& child) {
    const auto has_child = [&](NodeId rows) {
        if (rows == no_node || at(rows).type.kind != ValueKind::rows) return false;
        const auto found = child_named(at(rows).type.table, domain.name.text);
        child = found.value_or(0);
        return found.has_value();
    };
    if (!domain.owner.empty()) {
        const NodeId rows = path(domain.owner.front());
        if (rows == no_node || !expect_kind(rows, ValueKind::rows, domain.owner.front().span))
            return no_node;
        if (has_child(rows)) return rows;
        const Table& table = vocabulary_.tables[at(rows).type.table];
        std::vector<std::string> known;
        for (const auto& each : table.children) {
            known.push_back(each.name);
            if (each.table != no_table) known.push_back(vocabulary_.tables[each.table].element);
        }
        problem(Code::no_such_list, domain.name.span, {table.concept_name, domain.name.text},
                suggestion(domain.name.text, known));
        return no_node;
    }
    for (auto variable = scope_.rbegin(); variable != scope_.rend(); ++variable) {
        if (variable->node == no_node || at(variable->node).type.kind != ValueKind::rows) continue;
        TableId table = at(variable->node).type.table;
        for (; table != no_table; table = vocabulary_.tables[table].parent) {
            if (!child_named(table, domain.name.text)) continue;
            const NodeId rows =
                owner_named(variable->node, vocabulary_.tables[table].element, domain.span);
            if (has_child(rows)) return rows;
        }
    }
    const std::vector<TableId> tables = vocabulary_.tables_of(domain.name.text);
    const TableId parent = tables.empty() ? no_table : vocabulary_.tables[tables.front()].parent;
    if (parent == no_table)
        unknown_name(domain.name.text, domain.name.span, names_in_scope());
    else
        concept_not_chosen(domain.name.text, domain.name.span, parent);
    return no_node;
}

std::optional<CompiledDomain> Compiler::enter_relation(const Domain& domain) {
    Frame frame;
    const NodeId owner = owner_of(domain, frame.child);
    if (owner == no_node) return std::nullopt;
    const TableId parent = at(owner).type.table;
    frame.kind = FrameKind::relation;
    frame.outer = frame_ != no_frame ? frame_ : at(owner).frame;
    frame.owner = lift(owner, frame.outer);
    frame.known_only = domain.known.has_value();
    frame.table = vocabulary_.tables[parent].children[frame.child].table;
    if (frame.table == no_table) return std::nullopt;
    const FrameId id = add_frame(frame);
    Node rows;
    rows.op = Op::frame_rows;
    rows.type = {ValueKind::rows, 0, frame.table};
    rows.frame = id;
    rows.span = domain.span;
    frame_ = id;
    scope_.push_back(
        {domain.alias ? domain.alias->text : domain.name.text, emit(std::move(rows)), no_frame});
    CompiledDomain made{id, no_node};
    if (!domain.where.empty()) {
        const NodeId where = condition(domain.where.front());
        if (where == no_node) return std::nullopt;
        made.where = lift(where, id);
    }
    return made;
}

std::optional<CompiledDomain> Compiler::enter_years(const Domain& domain) {
    Frame frame;
    frame.kind = FrameKind::school_years;
    const NodeId from = value(domain.args[0]);
    const NodeId until = value(domain.args[1]);
    if (!expect_kind(from, ValueKind::date, domain.args[0].span)) return std::nullopt;
    if (!expect_kind(until, ValueKind::date, domain.args[1].span)) return std::nullopt;
    frame.outer = frame_;
    frame.owner = lift(from, frame_);
    frame.until = lift(until, frame_);
    const FrameId id = add_frame(frame);
    scope_.push_back({domain.alias ? domain.alias->text : domain.name.text, no_node, id});
    frame_ = id;
    return CompiledDomain{id, no_node};
}

std::optional<CompiledDomain> Compiler::enter_pairs(const Domain& domain) {
    const Mark before = mark();
    const auto base = enter(domain.over.front());
    const NodeId order = base ? value(domain.args[0]) : no_node;
    if (!expect_kind(order, ValueKind::date, domain.args[0].span)) return std::nullopt;
    Frame frame;
    frame.kind = FrameKind::pairs;
    frame.base = base->frame;
    frame.base_where = base->where;
    frame.first = lift(order, base->frame);
    frame.outer = book_.program.frames[base->frame].outer;
    frame.table = book_.program.frames[base->frame].table;
    leave(before);
    if (frame.table == no_table) {
        problem(Code::no_rows_here, domain.over.front().span);
        return std::nullopt;
    }
    const FrameId id = add_frame(frame);
    for (const bool later : {false, true}) {
        Node rows;
        rows.op = later ? Op::pair_later : Op::frame_rows;
        rows.type = {ValueKind::rows, 0, frame.table};
        rows.frame = id;
        rows.span = domain.span;
        scope_.push_back(
            {later ? domain.second->text : domain.alias->text, emit(std::move(rows)), no_frame});
    }
    frame_ = id;
    return CompiledDomain{id, no_node};
}

std::optional<CompiledDomain> Compiler::enter_series(const Domain& domain) {
    const Mark before = mark();
    const auto base = enter(domain.over.front());
    if (!base) return std::nullopt;
    const NodeId first = value(domain.args[0]);
    const NodeId last = value(domain.args[1]);
    if (!expect_kind(first, ValueKind::date, domain.args[0].span)) return std::nullopt;
    if (!expect_kind(last, ValueKind::date, domain.args[1].span)) return std::nullopt;
    Frame frame;
    frame.kind = FrameKind::series;
    frame.base = base->frame;
    frame.base_where = base->where;
    frame.first = lift(first, base->frame);
    frame.last = lift(last, base->frame);
    frame.outer = book_.program.frames[base->frame].outer;
    if (domain.gap.unit != Unit::days && domain.gap.unit != Unit::weeks)
        problem(Code::gap_not_in_days, domain.span);
    frame.gap_days = domain.gap.unit == Unit::weeks ? 7 * domain.gap.count : domain.gap.count;
    leave(before);
    const FrameId id = add_frame(frame);
    scope_.push_back({domain.alias->text, no_node, id});
    frame_ = id;
    return CompiledDomain{id, no_node};
}

std::optional<CompiledDomain> Compiler::enter_thresholds(const Domain& domain) {
    const Mark before = mark();
    const auto base = enter(domain.over.front());
    if (!base) return std::nullopt;
    const NodeId amount = value(domain.args[0]);
    const NodeId date = value(domain.args[1]);
    if (!expect_kind(amount, ValueKind::number, domain.args[0].span)) return std::nullopt;
    if (!expect_kind(date, ValueKind::date, domain.args[1].span)) return std::nullopt;
    Frame frame;
    frame.kind = FrameKind::thresholds;
    frame.base = base->frame;
    frame.base_where = base->where;
    frame.first = lift(date, base->frame);
    frame.last = lift(amount, base->frame);
    frame.outer = book_.program.frames[base->frame].outer;
    leave(before);
    const NodeId least = value(domain.args[2]);
    const auto window = duration(domain.args[3]);
    if (!expect_kind(least, ValueKind::number, domain.args[2].span) || !window) return std::nullopt;
    if (at(least).op != Op::constant || window->unit != Unit::lesson_weeks) {
        problem(Code::window_not_in_lesson_weeks, domain.args[3].span);
        return std::nullopt;
    }
    frame.least = at(least).number_first;
    frame.window_weeks = window->count;
    if (domain.over.size() > 1) {
        const auto restarts = enter(domain.over[1]);
        const NodeId restart = restarts ? value(domain.args[4]) : no_node;
        if (!expect_kind(restart, ValueKind::date, domain.args[4].span)) return std::nullopt;
        frame.restarts = restarts->frame;
        frame.restart = lift(restart, restarts->frame);
        frame.restart_where = restarts->where;
        leave(before);
    }
    const FrameId id = add_frame(frame);
    scope_.push_back({domain.alias ? domain.alias->text : domain.name.text, no_node, id});
    frame_ = id;
    return CompiledDomain{id, no_node};
}

}  // namespace toets
