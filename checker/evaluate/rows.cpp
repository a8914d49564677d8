// Rows, the values read from their columns, and constants.
#include <string_view>
#include <unordered_map>

#include "checker/evaluate/machine.h"

namespace toets {
namespace {

/// A date as it stands at the peildatum: what lies after it has not happened, unless planned; a
/// partly known date around it may not have.
DateInterval as_of(State state, DateInterval date, bool planned, Date peildatum) {
    if (state == State::not_applicable) return no_date;
    if (state != State::known) return any_date;
    if (planned || date.last <= peildatum) return date;
    return date.first > peildatum ? no_date : any_date;
}

/// Whether what is stated of a date has happened; unknown where the peildatum lies within it.
Truth happened(DateInterval date, Date peildatum) {
    if (date.first > peildatum) return Truth::no;
    return date.last > peildatum ? Truth::unknown : Truth::yes;
}

std::int32_t code_of(State state, std::int32_t code) {
    if (state == State::known) return code;
    return state == State::not_applicable ? no_code : unknown_code;
}

constexpr NumberInterval no_number{1, 0};

NumberInterval number_of(State state, std::int64_t number) {
    if (state == State::known) return {number, number};
    return state == State::not_applicable ? no_number : any_number;
}

Truth truth_of(State state, std::int32_t code) {
    if (state == State::known) return code == 1 ? Truth::yes : Truth::no;
    return state == State::not_applicable ? Truth::no : Truth::unknown;
}

/// The row, as far as it is there.
RowIndex if_there(Truth there, RowIndex row) {
    if (there == Truth::yes) return row;
    return there == Truth::no ? no_row : unknown_row;
}

}  // namespace

/// Goes from each row to the one that `step` gives; from no row, and an unknown one, to the same.
template <typename Step>
void Machine::follow(const Node& node, Values& out, Step step) {
    const auto from = rows(node.args[0]);
    const std::size_t size = size_of(node);
    out.rows.resize(size);
    for (std::size_t i = 0; i < size; ++i)
        out.rows[i] = from[i] >= unknown_row ? from[i] : step(from[i]);
}

void Machine::owner(const Node& node, Values& out) {
    const auto& parent = input_.facts->tables[node.table].parent;
    follow(node, out, [&](RowIndex row) { return parent[row]; });
}

void Machine::part(const Node& node, Values& out) {
    const ChildRanges& ranges = input_.facts->tables[node.table].children[node.index];
    follow(node, out, [&](RowIndex row) {
        if (ranges.begin[row] == ranges.end[row])
            return ranges.open[row] != 0 ? unknown_row : no_row;
        return if_there(present(node.type.table, ranges.begin[row]), ranges.begin[row]);
    });
}

void Machine::reference(const Node& node, Values& out) {
    const ColumnValues& values = input_.facts->tables[node.table].columns[node.index];
    follow(node, out, [&](RowIndex row) {
        if (values.states[row] != State::known)
            return values.states[row] == State::not_applicable ? no_row : unknown_row;
        const auto to = static_cast<RowIndex>(values.codes[row]);
        return if_there(present_with_owners(node.type.table, to), to);
    });
}

/// Reads `read(row)` where there is a row, `none` where there certainly is none, `unknown` where
/// there may be one.
template <typename T, typename Read>
void read_rows(const Machine::Column<RowIndex>& from, std::vector<T>& out, T none, T unknown,
               Read read) {
    for (std::size_t i = 0; i < out.size(); ++i) {
        const RowIndex row = from[i];
        if (row < unknown_row)
            out[i] = read(row);
        else
            out[i] = row == no_row ? none : unknown;
    }
}

void Machine::load(const Node& node, Values& out) {
    const auto from = rows(node.args[0]);
    const std::size_t size = size_of(node);
    const ColumnValues& values = input_.facts->tables[node.table].columns[node.index];
    switch (node.type.kind) {
        case ValueKind::date: {
            const bool planned = vocabulary_.tables[node.table].columns[node.index].planned;
            out.dates.resize(size);
            return read_rows(from, out.dates, no_date, any_date, [&](RowIndex row) {
                return as_of(values.states[row], values.dates[row], planned, input_.peildatum);
            });
        }
        case ValueKind::number:
        case ValueKind::duration:
            out.numbers.resize(size);
            return read_rows(from, out.numbers, no_number, any_number, [&](RowIndex row) {
                return number_of(values.states[row], values.numbers[row]);
            });
        case ValueKind::truth:
            out.truths.resize(size);
            return read_rows(from, out.truths, Truth::no, Truth::unknown, [&](RowIndex row) {
                return truth_of(values.states[row], values.codes[row]);
            });
        case ValueKind::choice:
            out.codes.resize(size);
            return read_rows(from, out.codes, no_code, unknown_code, [&](RowIndex row) {
                return code_of(values.states[row], values.codes[row]);
            });
        case ValueKind::text:
            out.texts.resize(size);
            return read_rows(from, out.texts, TextValue{{}, State::not_applicable},
                             TextValue{{}, State::unknown}, [&](RowIndex row) {
                                 return TextValue{values.texts[row], values.states[row]};
                             });
        case ValueKind::rows:
            return;
    }
}

void Machine::is_filled(const Node& node, Values& out) {
    const std::size_t size = size_of(node);
    out.truths.resize(size);
    if (node.table == no_table) {  // of a computed date
        const auto date = dates(node.args[0]);
        for (std::size_t i = 0; i < size; ++i)
            out.truths[i] = is_none(date[i])  ? Truth::no
                            : is_any(date[i]) ? Truth::unknown
                                              : Truth::yes;
        return;
    }
    const auto from = rows(node.args[0]);
    const ColumnValues& values = input_.facts->tables[node.table].columns[node.index];
    const auto& shape = vocabulary_.tables[node.table].columns[node.index];
    const bool happens = shape.type == ColumnType::date && !shape.planned;
    NodeId rows_node = node.args[0];
    while (this->node(rows_node).op == Op::lift) rows_node = this->node(rows_node).args[0];
    // a part or reference that isn't stated states nothing; a choice from a list may yet be there
    const Op reached = this->node(rows_node).op;
    const Truth unreached =
        reached == Op::part || reached == Op::reference ? Truth::no : Truth::unknown;
    for (std::size_t i = 0; i < size; ++i) {
        const RowIndex row = from[i];
        if (row >= unknown_row) {
            out.truths[i] = row == no_row ? Truth::no : unreached;
            continue;
        }
        out.truths[i] = values.states[row] == State::known ? Truth::yes : Truth::no;
        if (out.truths[i] == Truth::no) continue;
        // what has not happened yet can't be referred to
        if (shape.type == ColumnType::reference)
            out.truths[i] = stated(shape.target, static_cast<RowIndex>(values.codes[row]));
        if (happens) out.truths[i] = happened(values.dates[row], input_.peildatum);
    }
}

void Machine::is_applicable(const Node& node, Values& out) {
    const auto from = rows(node.args[0]);
    const std::size_t size = size_of(node);
    const ColumnValues& values = input_.facts->tables[node.table].columns[node.index];
    out.truths.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        const bool none = from[i] == no_row || (from[i] != unknown_row &&
                                                values.states[from[i]] == State::not_applicable);
        out.truths[i] = none ? Truth::no : Truth::yes;
    }
}

void Machine::exists_row(const Node& node, Values& out) {
    const auto from = rows(node.args[0]);
    const std::size_t size = size_of(node);
    out.truths.resize(size);
    for (std::size_t i = 0; i < size; ++i)
        out.truths[i] = from[i] == no_row        ? Truth::no
                        : from[i] == unknown_row ? Truth::unknown
                                                 : Truth::yes;
}

void Machine::constant(const Node& node, Values& out) {
    switch (node.type.kind) {
        case ValueKind::truth:
            out.truths.assign(1, node.code != 0 ? Truth::yes : Truth::no);
            return;
        case ValueKind::date:
            out.dates.assign(1, node.dates);
            return;
        case ValueKind::number:
        case ValueKind::duration:
            out.numbers.assign(1, {node.number_first, node.number_last});
            return;
        case ValueKind::text:
            out.texts.assign(1, {node.text, State::known});
            return;
        case ValueKind::choice:
            out.codes.assign(1, node.code);
            return;
        case ValueKind::rows:
            return;
    }
}

void Machine::lift(const Node& node, Values& out) {
    const Values& from = values_[node.args[0]];
    const bool single = this->node(node.args[0]).frame == no_frame;
    const std::vector<std::uint32_t>& outer = frames_[node.frame].outer;
    const auto gather = [&](const auto& source, auto& target) {
        target.resize(outer.size());
        for (std::size_t i = 0; i < outer.size(); ++i) target[i] = source[single ? 0 : outer[i]];
    };
    switch (node.type.kind) {
        case ValueKind::truth:
            gather(from.truths, out.truths);
            if (!from.due.empty()) gather(from.due, out.due);
            return;
        case ValueKind::date:
            return gather(from.dates, out.dates);
        case ValueKind::number:
        case ValueKind::duration:
            return gather(from.numbers, out.numbers);
        case ValueKind::text:
            return gather(from.texts, out.texts);
        case ValueKind::choice:
            return gather(from.codes, out.codes);
        case ValueKind::rows:
            return gather(from.rows, out.rows);
    }
}

namespace {

/// The owners of the rows with one text: the first, and whether there is another.
struct Holders {
    RowIndex first = no_row;
    bool more = false;
};

}  // namespace

void Machine::elsewhere(const Node& node, Values& out) const {
    const TableRows& table = input_.facts->tables[node.table];
    const ColumnValues& column = table.columns[node.index];
    const auto owner_of = [&](RowIndex row) {
        for (TableId at = node.table; at != static_cast<TableId>(node.code);
             at = vocabulary_.tables[at].parent)
            row = input_.facts->tables[at].parent[row];
        return row;
    };
    std::unordered_map<std::string_view, Holders> holders;
    for (RowIndex row = 0; row < table.count; ++row) {
        if (column.states[row] != State::known || present(node.table, row) == Truth::no) continue;
        const RowIndex owner = owner_of(row);
        Holders& found =
            holders.try_emplace(column.texts[row], Holders{owner, false}).first->second;
        found.more = found.more || found.first != owner;
    }
    const auto from = rows(node.args[0]);
    out.truths.assign(size_of(node), Truth::no);
    for (std::size_t i = 0; i < out.truths.size(); ++i) {
        if (from[i] == no_row) continue;
        const State state = from[i] == unknown_row ? State::unknown : column.states[from[i]];
        if (state == State::known) {
            const auto found = holders.find(column.texts[from[i]]);
            const bool other = found != holders.end() &&
                               (found->second.more || found->second.first != owner_of(from[i]));
            out.truths[i] = other ? Truth::yes : Truth::no;
        } else if (state != State::not_applicable) {
            out.truths[i] = Truth::unknown;
        }
    }
}

}  // namespace toets
