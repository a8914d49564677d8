// What a value was made from: the kenmerken that were read, the lists that are empty or not known,
// and the calendar where nothing else is missing.
#include <algorithm>
#include <array>

#include "checker/evaluate/reader.h"

namespace toets {

void Reader::read_column(const Node& of, RowIndex row, std::vector<Reading>& out) const {
    if (of.table == no_table) return;
    Reading made;
    made.table = of.table;
    made.row = row;
    made.column = of.index;
    const auto same = [&](const Reading& other) { return other.is_of_same_place(made); };
    if (std::any_of(out.begin(), out.end(), same)) return;
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
    out.push_back(std::move(made));
}

/// Whether a row has happened follows from its date.
void Reader::read_event(TableId table, RowIndex row, std::vector<Reading>& out) const {
    Node event;
    event.table = table;
    event.index = vocabulary_.tables[table].event;
    if (event.index != no_column) read_column(event, row, out);
}

/// That a list is not stated or not completely; or that it is, and holds nothing that has happened.
void Reader::read_list(const Frame& frame, const FrameRows& rows, std::size_t outer,
                       std::vector<Reading>& out) const {
    Reading made;
    made.table = vocabulary_.tables[frame.table].parent;
    made.row = row(frame.owner, frame.outer, outer);
    made.child = frame.child;
    made.state = State::not_supplied;
    if (rows.open[outer] != 0) {
        if (made.row != unknown_row || !read_choice(frame.owner, frame.outer, outer, out))
            out.push_back(std::move(made));
        return;
    }
    if (made.row >= unknown_row || rows.offsets[outer] != rows.offsets[outer + 1]) return;
    const ChildRanges& ranges = input_.facts->tables[made.table].children[frame.child];
    if (ranges.open[made.row] != 0) return;
    for (RowIndex each = ranges.begin[made.row]; each < ranges.end[made.row]; ++each)
        read_event(frame.table, each, out);
    made.state = State::known;
    if (ranges.begin[made.row] == ranges.end[made.row]) out.push_back(std::move(made));
}

/// What the positions of a frame were made from, as far as they could be others if more were known.
void Reader::read_frame(FrameId over, std::size_t outer, std::vector<Reading>& out) const {
    const Frame& frame = book_.program.frames[over];
    const FrameRows& rows = machine_.frame(over);
    if (frame.kind == FrameKind::relation) return read_list(frame, rows, outer, out);
    if (frame.kind == FrameKind::school_years) {
        if (!rows.is_doubtful(outer)) return;
        readings(frame.owner, frame.outer, outer, out);
        return readings(frame.until, frame.outer, outer, out);
    }
    if (frame.base == no_frame) return;
    const auto read_base = [&](FrameId base, NodeId where, std::span<const NodeId> values) {
        if (rows.is_doubtful(outer)) read_rows(base, where, values, outer, out);
        read_frame(base, outer, out);
    };
    if (frame.kind == FrameKind::thresholds && rows.uncharted[outer] != 0)
        read_calendar(std::nullopt, out);
    const std::array values{frame.first, frame.last};
    read_base(frame.base, frame.base_where,
              std::span(values).first(frame.kind == FrameKind::pairs ? 1 : 2));
    if (frame.restarts != no_frame && rows.is_doubtful(outer))
        read_base(frame.restarts, frame.restart_where, std::array{frame.restart});
}

/// Of a threshold day: the amounts that reached it, each with its date unless that is how the row
/// is called.
void Reader::read_counted(FrameId over, std::size_t outer, std::size_t day,
                          std::vector<Reading>& out) const {
    const Frame& frame = book_.program.frames[over];
    if (frame.kind != FrameKind::thresholds) return;
    const FrameRows& days = machine_.frame(over);
    const FrameRows& base = machine_.frame(frame.base);
    const Node& when = node(frame.first);
    const bool names_row =
        when.op == Op::load && vocabulary_.tables[when.table].event == when.index;
    std::size_t shown = 0;
    for (std::size_t i = base.offsets[outer]; i < base.offsets[outer + 1]; ++i) {
        const DateInterval date =
            machine_.values(frame.first).dates[machine_.position(frame.first, frame.base, i)];
        const bool counts =
            base.present[i] == Truth::yes &&
            (frame.base_where == no_node || truth(frame.base_where, frame.base, i) == Truth::yes);
        const bool inside = days.since[day] <= date.first && date.last <= days.last[day].last;
        if (!counts || is_none(date) || !inside || ++shown > rows_shown_max) continue;
        if (!names_row) readings(frame.first, frame.base, i, out);
        readings(frame.last, frame.base, i, out);
    }
}

/// The periods on which a term stands still.
void Reader::read_suspensions(const Node& of, std::size_t position,
                              std::vector<Reading>& out) const {
    if (of.suspensions == no_frame) return;
    read_rows(of.suspensions, of.suspended_where, std::array{of.suspended_from, of.suspended_to},
              position, out);
    if (machine_.frame(of.suspensions).open[position] != 0)
        read_frame(of.suspensions, position, out);
}

/// That the calendar of the school isn't stated, or not for these days.
void Reader::read_calendar(std::optional<Date> untold, std::vector<Reading>& out) const {
    TableId table = book_.calendar.lessons;
    if (table == no_table) return;
    while (vocabulary_.tables[vocabulary_.tables[table].parent].parent != no_table)
        table = vocabulary_.tables[table].parent;
    Reading made;
    made.table = vocabulary_.tables[table].parent;
    made.row = 0;
    made.child = vocabulary_.tables[table].slot;
    made.state = State::not_supplied;
    if (untold) made.value = school_year_text(school_year(*untold).first_year);
    out.push_back(std::move(made));
}

/// The first day, from `start` on or back, of which the calendar of the school doesn't tell whether
/// there were lessons; none if it tells all that a term could reach.
std::optional<Date> Reader::untold_day(Date start, bool backwards) const {
    constexpr int days_max = 3 * 366;
    const SchoolCalendar* school = machine_.school();
    for (int i = 0; i < days_max; ++i) {
        const Date day = start + (backwards ? -i : i);
        if (!in_calendar(day)) break;
        if (school == nullptr || !school->knows(day)) return day;
    }
    return std::nullopt;
}

/// Of `als A dan B anders C`: the arm that is taken, and both while A isn't decided.
std::span<const NodeId> Reader::arms(const Node& choice, FrameId frame,
                                     std::size_t position) const {
    const std::span<const NodeId> both = std::span(choice.args).subspan(1);
    const Truth condition = truth(choice.args[0], frame, position);
    if (condition == Truth::yes) return both.first(1);
    return condition == Truth::no ? both.last(1) : both;
}

/// Where an operation could not be reckoned though all that it starts from is known, for the
/// calendar of the school doesn't tell: from which day on, or back, it was asked.
std::optional<Date> Reader::asks_calendar(NodeId id, FrameId frame, std::size_t position) const {
    const Node& of = node(id);
    const auto by_school = [](Unit unit) {
        return unit == Unit::school_days || unit == Unit::lesson_weeks;
    };
    const auto date = [&](NodeId arg) {
        return machine_.values(arg).dates[machine_.position(arg, frame, position)];
    };
    const auto is_day = [](DateInterval day) { return is_bounded(day) && day.first == day.last; };
    const std::size_t i = machine_.position(id, frame, position);
    if (of.op == Op::school_days_between) {
        const DateInterval from = date(of.args[0]);
        const DateInterval to = date(of.args[1]);
        if (!is_day(from) || !is_day(to) || is_exact(id, frame, position)) return std::nullopt;
        return std::min(from.first, to.first);
    }
    if (of.length.count == 0 || !by_school(of.length.unit)) return std::nullopt;
    if (of.op == Op::shift) {
        const DateInterval from = date(of.args[0]);
        const bool is_lacking = is_bounded(from) && is_any(machine_.values(id).dates[i]);
        return is_lacking ? std::optional(from.first) : std::nullopt;
    }
    if (of.counted != no_node && !is_exact(of.counted, frame, position)) return std::nullopt;
    const auto has_no_end = [&](Date start) { return !machine_.term(of, start, i); };
    const DateInterval start = date(of.args[of.op == Op::within ? 1 : 0]);
    if (!is_bounded(start)) return std::nullopt;
    if (has_no_end(start.first)) return start.first;
    if (has_no_end(start.last)) return start.last;
    if (of.op != Op::recurring || machine_.values(id).truths[i] != Truth::unknown)
        return std::nullopt;
    const FrameRows& events = machine_.frame(of.over);
    for (std::size_t event = events.offsets[i]; event < events.offsets[i + 1]; ++event) {
        const DateInterval day =
            machine_.values(of.args[1]).dates[machine_.position(of.args[1], of.over, event)];
        if (is_bounded(day) && has_no_end(day.last)) return day.last;
    }
    return std::nullopt;
}

void Reader::read_lacking_calendar(NodeId id, FrameId frame, std::size_t position,
                                   std::vector<Reading>& out) const {
    const Node& of = node(id);
    const bool backwards = of.op == Op::shift && of.relation == Relation::before;
    if (const auto start = asks_calendar(id, frame, position))
        read_calendar(untold_day(*start, backwards), out);
}

/// What was read of the rows that count, or may: why they may, and the values taken of them.
void Reader::read_rows(FrameId over, NodeId where, std::span<const NodeId> values,
                       std::size_t outer, std::vector<Reading>& out) const {
    const FrameRows& rows = machine_.frame(over);
    const Frame& frame = book_.program.frames[over];
    std::size_t shown = 0;
    for (std::size_t i = rows.offsets[outer]; i < rows.offsets[outer + 1] && shown < rows_shown_max;
         ++i) {
        const Truth holds = where == no_node ? Truth::yes : truth(where, over, i);
        const Truth counts = both(rows.present[i], holds);
        if (counts == Truth::no || (counts == Truth::unknown && frame.known_only)) continue;
        ++shown;
        if (rows.present[i] == Truth::unknown && !rows.rows.empty())
            read_event(frame.table, rows.rows[i], out);
        if (holds != Truth::yes) readings(where, over, i, out);
        for (const NodeId value : values) readings(value, over, i, out);
    }
}

void Reader::readings_inside(const Node& of, std::size_t outer, std::vector<Reading>& out) const {
    const bool starts_outside = of.op == Op::recurring;
    if (starts_outside) {
        readings(of.args[0], of.frame, outer, out);
        readings(of.counted, of.frame, outer, out);
    }
    read_rows(of.over, of.where, std::span(of.args).subspan(starts_outside ? 1 : 0), outer, out);
    read_frame(of.over, outer, out);
}

/// What kept it from being known which row is meant: the rows that it is chosen from, or the
/// reference. False when there is no such choice.
bool Reader::read_choice(NodeId rows, FrameId frame, std::size_t position,
                         std::vector<Reading>& out) const {
    const Node& of = node(rows);
    if (of.op == Op::lift) {
        const std::size_t here = machine_.position(rows, frame, position);
        const FrameRows& inner = machine_.frame(of.frame);
        return read_choice(of.args[0], book_.program.frames[of.frame].outer, inner.outer[here],
                           out);
    }
    if (of.op == Op::owner || of.op == Op::part)
        return row(of.args[0], frame, position) == unknown_row &&
               read_choice(of.args[0], frame, position, out);
    if (of.over == no_frame && of.op != Op::reference) return false;
    readings(rows, frame, position, out);
    return true;
}

/// A kenmerk of a row; and of a row that was chosen, what it was chosen by. Of a row that isn't
/// known it isn't the kenmerk that is missing.
void Reader::read_of_row(const Node& of, FrameId frame, std::size_t position,
                         std::vector<Reading>& out) const {
    const RowIndex at = row(of.args[0], frame, position);
    if (at == unknown_row && read_choice(of.args[0], frame, position, out)) return;
    read_column(of, at, out);
    const Node& rows = node(of.args[0]);
    if (rows.over != no_frame || rows.op == Op::reference)
        readings(of.args[0], frame, position, out);
}

void Reader::readings(NodeId id, FrameId frame, std::size_t position,
                      std::vector<Reading>& out) const {
    if (id == no_node || out.size() >= most_) return;
    const Node& of = node(id);
    if (of.op == Op::lift) {
        const FrameId outer = book_.program.frames[of.frame].outer;
        const std::size_t here = machine_.position(id, frame, position);
        return readings(of.args[0], outer, machine_.frame(of.frame).outer[here], out);
    }
    if (of.op == Op::load || of.op == Op::is_filled || of.op == Op::is_applicable ||
        of.op == Op::elsewhere) {
        if (of.table == no_table) return readings(of.args[0], frame, position, out);
        return read_of_row(of, frame, position, out);
    }
    if (of.op == Op::reference) return read_column(of, row(of.args[0], frame, position), out);
    if (of.op == Op::treats || of.op == Op::mentions || of.op == Op::mentions_other)
        return read_document(of, frame, position, out);
    if (of.op == Op::states_other || of.op == Op::states_two)
        return read_values(of, frame, position, out);
    if (of.op == Op::conditional) {
        readings(of.args[0], frame, position, out);
        for (const NodeId arm : arms(of, frame, position)) readings(arm, frame, position, out);
    } else if (of.over != no_frame) {
        readings_inside(of, machine_.position(id, frame, position), out);
    } else {
        for (const NodeId arg : of.args)
            if (node(arg).type.kind != ValueKind::rows) readings(arg, frame, position, out);
        readings(of.counted, frame, position, out);
        read_suspensions(of, machine_.position(id, frame, position), out);
    }
    read_lacking_calendar(id, frame, position, out);
}

}  // namespace toets
