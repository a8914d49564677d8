// The walk over the nodes of a program.
#include "checker/evaluate/machine.h"

#include <algorithm>
#include <limits>

namespace toets {

namespace {

/// Whether a term's end follows from its start alone, whatever the row and the school.
bool is_same_everywhere(const Node& node) {
    if (node.op != Op::within && node.op != Op::term_bound && node.op != Op::shift) return false;
    const bool varies = node.suspensions != no_frame || node.extended || node.counted != no_node;
    if (varies) return false;
    return node.length.unit != Unit::school_days && node.length.unit != Unit::lesson_weeks;
}

}  // namespace

Machine::Machine(const RuleBook& book, const Vocabulary& vocabulary)
    : book_(book),
      vocabulary_(vocabulary),
      values_(book.program.nodes.size()),
      frames_(book.program.frames.size()),
      built_(book.program.frames.size(), false),
      events_(vocabulary.tables.size(), nullptr) {
    share_memos();
}

/// Terms of one length share what is remembered of them, whatever rule they are in.
void Machine::share_memos() {
    memo_of_.assign(book_.program.nodes.size(), std::numeric_limits<std::uint32_t>::max());
    for (NodeId id = 0; id < memo_of_.size(); ++id) {
        const Node& each = node(id);
        if (!is_same_everywhere(each)) continue;
        const bool backwards = each.op == Op::shift;
        const auto known = std::find_if(memos_.begin(), memos_.end(), [&](const TermMemo& memo) {
            return memo.is_for(each.length, each.roll, backwards);
        });
        memo_of_[id] = static_cast<std::uint32_t>(known - memos_.begin());
        if (known == memos_.end()) memos_.emplace_back(each.length, each.roll, backwards);
    }
}

bool Machine::run(const Input& input, const std::vector<bool>& needed, std::size_t most) {
    return run_for(input, needed, no_frame, {}, most);
}

bool Machine::run_for(const Input& input, const std::vector<bool>& needed, FrameId frame,
                      std::span<const RowIndex> rows, std::size_t most) {
    restricted_ = frame;
    restriction_ = rows;
    room_ = most;
    prepare(input);
    return execute_all(needed);
}

void Machine::forget() {
    for (Values& each : values_) each = {};
    for (FrameRows& each : frames_) each = {};
}

void Machine::prepare(const Input& input) {
    input_ = input;
    is_full_ = false;
    std::fill(built_.begin(), built_.end(), false);
    find_events();
    read_school_calendar();
}

void Machine::find_events() {
    for (TableId id = 0; id < events_.size(); ++id) {
        const ColumnId event = vocabulary_.tables[id].event;
        events_[id] = event == no_column ? nullptr : &input_.facts->tables[id].columns[event];
    }
}

Truth Machine::present(TableId table, RowIndex row) const {
    if (row == no_row) return Truth::no;
    if (row == unknown_row) return Truth::unknown;
    const ColumnValues* event = events_[table];
    if (event == nullptr) return Truth::yes;
    if (event->states[row] != State::known) return Truth::unknown;
    const DateInterval day = event->dates[row];
    if (day.first > input_.peildatum) return Truth::no;
    return day.last > input_.peildatum ? Truth::unknown : Truth::yes;
}

/// As `present`, for a row and all that contains it.
Truth Machine::present_with_owners(TableId table, RowIndex row) const {
    Truth result = present(table, row);
    while (row < unknown_row && vocabulary_.tables[table].parent != no_table) {
        row = input_.facts->tables[table].parent[row];
        table = vocabulary_.tables[table].parent;
        result = both(result, present(table, row));
    }
    return result;
}

/// Whether the dossier states all days without lessons of a school year; else that year isn't
/// known.
bool Machine::is_complete(TableId table, RowIndex row) const {
    const CalendarColumns& columns = book_.calendar;
    if (table != columns.lessons) return true;
    for (const TableId inner : {columns.holidays, columns.days_off}) {
        if (inner == no_table || vocabulary_.tables[inner].parent != table) continue;
        if (input_.facts->tables[table].children[vocabulary_.tables[inner].slot].open[row] != 0)
            return false;
    }
    return true;
}

void Machine::read_school_calendar() {
    const CalendarColumns& columns = book_.calendar;
    has_school_ = false;
    if (columns.lessons == no_table) return;
    school_.school_years.clear();
    school_.holidays.clear();
    school_.days_off.clear();
    const auto add_periods = [&](TableId table, ColumnId from, ColumnId to,
                                 std::vector<Period>& out) {
        if (table == no_table) return;
        const TableRows& rows = input_.facts->tables[table];
        for (RowIndex row = 0; row < rows.count; ++row)
            if (rows.columns[from].states[row] == State::known &&
                rows.columns[to].states[row] == State::known && is_complete(table, row))
                out.push_back(
                    {rows.columns[from].dates[row].first, rows.columns[to].dates[row].last});
    };
    add_periods(columns.lessons, columns.lessons_from, columns.lessons_to, school_.school_years);
    add_periods(columns.holidays, columns.holiday_from, columns.holiday_to, school_.holidays);
    if (columns.days_off != no_table) {
        const TableRows& rows = input_.facts->tables[columns.days_off];
        for (RowIndex row = 0; row < rows.count; ++row)
            if (rows.columns[columns.day_off].states[row] == State::known)
                school_.days_off.push_back(rows.columns[columns.day_off].dates[row].first);
    }
    has_school_ = !school_.school_years.empty();
}

bool Machine::execute_all(const std::vector<bool>& needed) {
    for (NodeId id = 0; id < values_.size() && !is_full_; ++id)
        if (needed[id]) execute(id);
    return !is_full_;
}

std::size_t Machine::position(NodeId id, FrameId frame, std::size_t position) const {
    const FrameId own = node(id).frame;
    if (own == no_frame) return 0;
    while (frame != own) {
        position = frames_[frame].outer[position];
        frame = book_.program.frames[frame].outer;
    }
    return position;
}

void Machine::set_pending(Values& out, std::size_t size, std::size_t i, std::int32_t due) {
    out.truths[i] = Truth::pending;
    if (out.due.empty()) out.due.assign(size, no_due);
    out.due[i] = due;
}

// NOLINTNEXTLINE(readability-function-size): one line for each operation
void Machine::execute(NodeId id) {
    const Node& n = node(id);
    if (n.frame != no_frame) ensure(n.frame);
    if (n.over != no_frame) ensure(n.over);
    if (n.suspensions != no_frame) ensure(n.suspensions);
    if (!take(size_of(n))) return;
    Values& out = values_[id];
    out.due.clear();
    switch (n.op) {
        case Op::frame_rows:
            out.rows = frames_[n.frame].rows;
            return;
        case Op::pair_later:
            out.rows = frames_[n.frame].later;
            return;
        case Op::owner:
            return owner(n, out);
        case Op::part:
            return part(n, out);
        case Op::reference:
            return reference(n, out);
        case Op::first_row:
        case Op::last_row:
            return choose(n, out);
        case Op::load:
            return load(n, out);
        case Op::is_filled:
            return is_filled(n, out);
        case Op::is_applicable:
            return is_applicable(n, out);
        case Op::exists_row:
            return exists_row(n, out);
        case Op::frame_first:
            out.dates = frames_[n.frame].first;
            return;
        case Op::frame_last:
            out.dates = frames_[n.frame].last;
            return;
        case Op::constant:
            return constant(n, out);
        case Op::peildatum:
            out.dates.assign(1, {input_.peildatum, input_.peildatum});
            return;
        case Op::lift:
            return lift(n, out);
        case Op::elsewhere:
            return elsewhere(n, out);
        case Op::all_of:
        case Op::any_of:
        case Op::negate:
        case Op::implies:
            return connective(n, out);
        case Op::equals:
            return equals(n, out);
        case Op::date_relation:
            return date_relation(n, out);
        case Op::number_relation:
            return number_relation(n, out);
        case Op::within:
            return within(n, out);
        case Op::pending_until:
            return pending_until(n, out);
        case Op::treats:
        case Op::mentions:
        case Op::mentions_other:
        case Op::states_other:
        case Op::states_two:
            return documents(n, out);
        case Op::exists:
        case Op::none:
        case Op::for_all:
            return quantify(n, out);
        case Op::count:
            return count(n, out);
        case Op::earliest:
        case Op::latest:
            return extreme_date(n, out);
        case Op::sum:
            return total(n, out);
        case Op::greatest:
        case Op::least:
            return extreme_number(n, out);
        case Op::recurring:
            return recurring(n, out);
        case Op::term_bound:
            return term_bound(n, out);
        case Op::shift:
            return shift(n, out);
        case Op::conditional:
            return conditional(n, out);
        case Op::age:
        case Op::words:
        case Op::year_first:
        case Op::year_last:
        case Op::year_of:
        case Op::days_between:
        case Op::school_days_between:
        case Op::working_days_between:
        case Op::next_month:
            return computed(n, out);
    }
}

}  // namespace toets
