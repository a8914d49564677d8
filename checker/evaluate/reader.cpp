#include "checker/evaluate/reader.h"

#include <algorithm>
#include <array>

#include "checker/findings/value_text.h"

namespace toets {
namespace {

constexpr std::size_t rows_shown_max = 20;
constexpr std::size_t missing_shown_max = 12;

}  // namespace

void collect_missing(const Reason& reason, std::vector<Reading>& out) {
    if (reason.node != no_node && reason.truth != Truth::unknown) return;
    for (const Reading& each : reason.readings) {
        const bool known = each.state == State::known || each.state == State::not_applicable;
        const bool unreadable =
            each.passage() != nullptr && each.passage()->grade == Grade::unreadable;
        const bool whole = known && !unreadable && !each.partly_known;
        if (whole || out.size() >= missing_shown_max) continue;
        const bool told = std::any_of(out.begin(), out.end(), [&](const Reading& other) {
            return other.table == each.table && other.row == each.row &&
                   other.column == each.column && other.child == each.child;
        });
        if (!told) out.push_back(each);
    }
    for (const Reason& below : reason.below) collect_missing(below, out);
}

void Reader::read_column(const Node& of, RowIndex row, std::vector<Reading>& out) const {
    if (of.table == no_table) return;
    Reading made;
    made.table = of.table;
    made.row = row;
    made.column = of.index;
    made.state = State::not_applicable;
    if (row == unknown_row) made.state = State::not_supplied;
    if (row < unknown_row) {
        const Facts& facts = *input_.facts;
        const ColumnValues& values = facts.tables[of.table].columns[of.index];
        const Column& shape = vocabulary_.tables[of.table].columns[of.index];
        made.state = values.states[row];
        made.value = value_text(vocabulary_, facts, of.table, row, of.index, language_);
        made.still_to_come = shape.type == ColumnType::date && !shape.planned &&
                             made.state == State::known &&
                             values.dates[row].first > input_.peildatum;
        made.partly_known = shape.type == ColumnType::date && made.state == State::known &&
                            values.dates[row].first != values.dates[row].last;
    }
    const auto same = [&](const Reading& other) {
        return other.table == made.table && other.row == made.row && other.column == made.column &&
               !other.child;
    };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(std::move(made));
}

/// That a list is not stated, or not completely.
void Reader::read_list(FrameId over, std::size_t outer, std::vector<Reading>& out) const {
    const Frame& frame = book_.program.frames[over];
    const FrameRows& rows = machine_.frame(over);
    if (frame.kind != FrameKind::relation) {
        if (rows.open[outer] != 0 && frame.kind == FrameKind::thresholds) read_calendar(out);
        if (frame.base == no_frame) return;
        // what it could not be made of: rows that may count, dates and amounts that aren't known
        if (rows.open[outer] != 0)
            read_rows(frame.base, frame.base_where, std::array{frame.first, frame.last}, outer,
                      out);
        return read_list(frame.base, outer, out);
    }
    if (rows.open[outer] == 0) return;
    Reading made;
    made.table = vocabulary_.tables[frame.table].parent;
    made.row = row(frame.owner, frame.outer, outer);
    made.child = frame.child;
    made.state = State::not_supplied;
    out.push_back(std::move(made));
}

/// That the calendar of the school isn't stated, or not for these days.
void Reader::read_calendar(std::vector<Reading>& out) const {
    TableId table = book_.calendar.lessons;
    if (table == no_table) return;
    while (vocabulary_.tables[vocabulary_.tables[table].parent].parent != no_table)
        table = vocabulary_.tables[table].parent;
    Reading made;
    made.table = vocabulary_.tables[table].parent;
    made.row = 0;
    made.child = vocabulary_.tables[table].slot;
    made.state = State::not_supplied;
    out.push_back(std::move(made));
}

/// Whether an operation counts by the calendar of the school.
bool Reader::counts_lessons(const Node& of) const {
    const auto by_school = [](Unit unit) {
        return unit == Unit::school_days || unit == Unit::lesson_weeks;
    };
    return of.op == Op::school_days_between || (of.length.count != 0 && by_school(of.length.unit));
}

/// What was read of the rows that count, or may: why they may, and the values taken of them.
void Reader::read_rows(FrameId over, NodeId where, std::span<const NodeId> values,
                       std::size_t outer, std::vector<Reading>& out) const {
    const FrameRows& rows = machine_.frame(over);
    const bool doubt_counts = !book_.program.frames[over].known_only;
    std::size_t shown = 0;
    for (std::size_t i = rows.offsets[outer]; i < rows.offsets[outer + 1] && shown < rows_shown_max;
         ++i) {
        const Truth counts = where == no_node ? Truth::yes : truth(where, over, i);
        if (counts == Truth::no || (counts == Truth::unknown && !doubt_counts)) continue;
        ++shown;
        if (counts != Truth::yes) readings(where, over, i, out);
        for (const NodeId value : values) readings(value, over, i, out);
    }
}

void Reader::readings_inside(const Node& of, std::size_t outer, std::vector<Reading>& out) const {
    read_rows(of.over, of.where, of.args, outer, out);
    read_list(of.over, outer, out);
}

void Reader::readings(NodeId id, FrameId frame, std::size_t position,
                      std::vector<Reading>& out) const {
    if (id == no_node) return;
    const Node& of = node(id);
    if (of.op == Op::lift) {
        const FrameId outer = book_.program.frames[of.frame].outer;
        const std::size_t here = machine_.position(id, frame, position);
        return readings(of.args[0], outer, machine_.frame(of.frame).outer[here], out);
    }
    if (of.op == Op::load || of.op == Op::is_filled || of.op == Op::is_applicable ||
        of.op == Op::elsewhere) {
        if (of.table == no_table) return readings(of.args[0], frame, position, out);
        read_column(of, row(of.args[0], frame, position), out);
        const Node& rows = node(of.args[0]);
        if (rows.over != no_frame || rows.op == Op::reference)
            readings(of.args[0], frame, position, out);
        return;
    }
    if (of.op == Op::reference) return read_column(of, row(of.args[0], frame, position), out);
    if (of.op == Op::treats || of.op == Op::mentions || of.op == Op::mentions_other)
        return read_document(of, frame, position, out);
    if (of.op == Op::states_other || of.op == Op::states_two)
        return read_values(of, frame, position, out);
    if (of.over != no_frame)
        return readings_inside(of, machine_.position(id, frame, position), out);
    for (const NodeId arg : of.args)
        if (node(arg).type.kind != ValueKind::rows) readings(arg, frame, position, out);
    if (counts_lessons(of) && !is_exact(id, frame, position)) read_calendar(out);
}

/// A fact laid out for a person: as it was read, or what was computed from what was read.
void Reader::show(NodeId id, FrameId frame, std::size_t position, std::vector<Reading>& out) const {
    const Op op = node(id).op;
    const bool is_read =
        op == Op::load || op == Op::lift || op == Op::reference || op == Op::treats;
    if (is_read) return readings(id, frame, position, out);
    Reading made;
    made.expression = id;
    made.value = value(id, frame, position);
    if (made.value.empty()) made.state = State::unknown;
    const Node& of = node(id);
    if (of.op == Op::count && of.where == no_node) {
        const Frame& over = book_.program.frames[of.over];
        if (over.kind == FrameKind::relation)
            made.counted = vocabulary_.tables[vocabulary_.tables[over.table].parent]
                               .children[over.child]
                               .label;
    }
    out.push_back(std::move(made));
}

/// Whether a value is one that the vocabulary keeps out of reports, or the pick of such values.
bool Reader::is_confidential(NodeId id) const {
    const Node& of = node(id);
    switch (of.op) {
        case Op::load:
            return vocabulary_.tables[of.table].columns[of.index].confidential;
        case Op::lift:
        case Op::earliest:
        case Op::latest:
        case Op::greatest:
        case Op::least:
        case Op::conditional:
            return std::any_of(of.args.begin(), of.args.end(),
                               [&](NodeId arg) { return is_confidential(arg); });
        default:
            return false;
    }
}

std::string Reader::value(NodeId id, FrameId frame, std::size_t position) const {
    if (is_confidential(id)) return {};
    const Node& of = node(id);
    const Values& values = machine_.values(id);
    const std::size_t i = machine_.position(id, frame, position);
    switch (of.type.kind) {
        case ValueKind::date: {
            const DateInterval date = values.dates[i];
            return is_none(date) || is_any(date) ? "" : date_text(date, language_);
        }
        case ValueKind::number: {
            const NumberInterval number = values.numbers[i];
            if (number.first != number.last) return {};
            const bool year =
                of.op == Op::year_of ||
                (of.op == Op::load &&
                 vocabulary_.tables[of.table].columns[of.index].type == ColumnType::school_year);
            return year ? school_year_text(number.first) : number_text(number.first, language_);
        }
        case ValueKind::truth:
            if (values.truths[i] == Truth::yes || values.truths[i] == Truth::no)
                return truth_text(values.truths[i] == Truth::yes, language_);
            return {};
        case ValueKind::choice:
            if (values.codes[i] < 0) return {};
            return vocabulary_.choices[of.type.choices]
                .options[static_cast<std::size_t>(values.codes[i])];
        case ValueKind::text:
            return values.texts[i].state == State::known ? std::string(values.texts[i].text) : "";
        case ValueKind::rows:
            return row_text(vocabulary_, *input_.facts, of.type.table, values.rows[i], language_);
    }
    return {};
}

bool Reader::is_exact(NodeId id, FrameId frame, std::size_t position) const {
    const Values& values = machine_.values(id);
    const std::size_t i = machine_.position(id, frame, position);
    const ValueKind kind = node(id).type.kind;
    if (kind == ValueKind::date) return values.dates[i].first == values.dates[i].last;
    if (kind == ValueKind::number) return values.numbers[i].first == values.numbers[i].last;
    return kind != ValueKind::truth || values.truths[i] != Truth::unknown;
}

/// Why a value can't be shown: it isn't known, or it is known that there is none.
Missing Reader::missing(NodeId id, FrameId frame, std::size_t position) const {
    const Values& values = machine_.values(id);
    const std::size_t i = machine_.position(id, frame, position);
    switch (node(id).type.kind) {
        case ValueKind::date:
            return is_none(values.dates[i]) ? Missing::none : Missing::date;
        case ValueKind::number:
            return values.numbers[i].first > values.numbers[i].last ? Missing::none
                                                                    : Missing::value;
        case ValueKind::choice:
            return values.codes[i] == no_code ? Missing::none : Missing::value;
        case ValueKind::text:
            return values.texts[i].state == State::not_applicable ? Missing::none : Missing::value;
        case ValueKind::rows:
            return values.rows[i] == no_row ? Missing::none : Missing::value;
        case ValueKind::truth:
            break;
    }
    return Missing::value;
}

std::string Reader::text(const Template& pieces, FrameId frame, std::size_t position) const {
    std::string out;
    for (const TemplatePiece& piece : pieces) {
        out += piece.text;
        if (piece.value == no_node) continue;
        const std::string shown = value(piece.value, frame, position);
        const bool is_date = node(piece.value).type.kind == ValueKind::date;
        if (shown.empty()) {
            out += missing_text(missing(piece.value, frame, position), language_);
            continue;
        }
        if (is_date && out.ends_with(" op ") && !is_exact(piece.value, frame, position))
            out.replace(out.size() - 3, 2, "in");  // messages are Dutch: "in oktober 2026"
        out += shown;
    }
    return out;
}

/// That it isn't known whether a row has happened: for want of its date.
void Reader::read_event(TableId table, RowIndex row, Reason& reason) const {
    Node event;
    event.table = table;
    event.index = vocabulary_.tables[table].event;
    if (event.index == no_column) return;
    reason.truth = Truth::unknown;
    read_column(event, row, reason.readings);
}

/// The rows of a quantifier, each with what decided about it.
void Reader::add_inner(const Node& of, std::size_t outer, Reason& reason) const {
    const FrameRows& rows = machine_.frame(of.over);
    const std::size_t inner = rows.offsets[outer + 1] - rows.offsets[outer];
    reason.below.reserve(std::min(inner, rows_shown_max));
    for (std::size_t i = rows.offsets[outer];
         i < rows.offsets[outer + 1] && reason.below.size() < rows_shown_max; ++i) {
        Reason each;
        each.truth = Truth::yes;
        if (!rows.rows.empty()) {
            each.table = book_.program.frames[of.over].table;
            each.row = rows.rows[i];
        } else {
            each.value = day_within_text(rows.first[i], language_);
        }
        if (rows.present[i] == Truth::unknown && each.row < unknown_row)
            read_event(each.table, each.row, each);
        if (of.where != no_node) {
            each.truth = both(each.truth, truth(of.where, of.over, i));
            each.below.push_back(this->reason(of.where, of.over, i));
        }
        if (of.op == Op::for_all) {
            if (of.where != no_node && each.truth == Truth::no) continue;
            each.truth = truth(of.args[0], of.over, i);
            each.below.push_back(this->reason(of.args[0], of.over, i));
        }
        reason.below.push_back(std::move(each));
    }
}

void Reader::add_term(const Node& of, FrameId frame, std::size_t position, Reason& reason) const {
    const NodeId start = of.args[of.op == Op::within ? 1 : 0];
    const DateInterval from =
        machine_.values(start).dates[machine_.position(start, frame, position)];
    if (is_none(from) || is_any(from) || from.first != from.last) return;
    if (const auto end = machine_.term(of, from.first, position)) {
        reason.term = end->steps;
        if (!end->steps.empty() && end->steps.front().kind != TermStep::Kind::start)
            reason.term.insert(reason.term.begin(), {TermStep::Kind::start, from.first, 0, {}, {}});
    }
}

void Reader::add_below(const Node& of, FrameId frame, std::size_t position, Reason& reason) const {
    switch (of.op) {
        case Op::all_of:
        case Op::any_of:
        case Op::negate:
        case Op::implies:
            for (const NodeId arg : of.args)
                reason.below.push_back(this->reason(arg, frame, position));
            return;
        case Op::pending_until:
            reason.below.push_back(this->reason(of.args[0], frame, position));
            readings(of.args[1], frame, position, reason.readings);
            return;
        case Op::conditional:
            reason.below.push_back(this->reason(of.args[0], frame, position));
            readings(of.args[1], frame, position, reason.readings);
            readings(of.args[2], frame, position, reason.readings);
            return;
        case Op::exists:
        case Op::none:
        case Op::for_all:
            add_inner(of, position, reason);
            read_list(of.over, position, reason.readings);
            return;
        case Op::within:
            add_term(of, frame, position, reason);
            for (const NodeId arg : of.args) readings(arg, frame, position, reason.readings);
            return;
        default:
            return;
    }
}

Reason Reader::reason(NodeId id, FrameId frame, std::size_t position) const {
    const Node& of = node(id);
    if (of.op == Op::lift) {
        const FrameId outer = book_.program.frames[of.frame].outer;
        const std::size_t here = machine_.position(id, frame, position);
        return reason(of.args[0], outer, machine_.frame(of.frame).outer[here]);
    }
    Reason made;
    made.node = id;
    const std::size_t i = machine_.position(id, frame, position);
    made.truth = machine_.values(id).truths[i];
    const auto& due = machine_.values(id).due;
    if (made.truth == Truth::pending && !due.empty() && due[i] != no_due) made.due = Date{due[i]};
    const FrameId own = of.frame == no_frame ? frame : of.frame;
    add_below(of, own, of.frame == no_frame ? position : i, made);
    if (made.below.empty() && made.readings.empty())
        readings(id, frame, position, made.readings);
    else if (counts_lessons(of) && made.truth == Truth::unknown)
        read_calendar(made.readings);
    return made;
}

}  // namespace toets
