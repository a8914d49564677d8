// The positions of each frame in one dossier.
#include <algorithm>

#include "checker/evaluate/machine.h"

namespace toets {

void Machine::ensure(FrameId id) {
    if (built_[id]) return;
    const Frame& frame = book_.program.frames[id];
    if (frame.outer != no_frame) ensure(frame.outer);
    if (frame.base != no_frame) ensure(frame.base);
    if (frame.restarts != no_frame) ensure(frame.restarts);
    if (is_full_) return;
    FrameRows& out = frames_[id];
    out.clear();
    switch (frame.kind) {
        case FrameKind::table:
            build_table(frame, out);
            break;
        case FrameKind::relation:
            build_relation(frame, out);
            break;
        case FrameKind::school_years:
            build_years(frame, out);
            break;
        case FrameKind::pairs:
            build_pairs(frame, out);
            break;
        case FrameKind::series:
            build_series(frame, out);
            break;
        case FrameKind::thresholds:
            build_thresholds(frame, out);
            break;
    }
    built_[id] = true;
}

/// Whether a row counts as a subject: an event that the dossier states without its date counts,
/// though it is no certain evidence for anything else.
Truth Machine::stated(TableId table, RowIndex row) const {
    Truth result = Truth::yes;
    while (true) {
        const ColumnId event = vocabulary_.tables[table].event;
        const TableRows& rows = input_.facts->tables[table];
        if (event != no_column && rows.columns[event].states[row] == State::known)
            result = both(result, present(table, row));
        if (vocabulary_.tables[table].parent == no_table) return result;
        row = rows.parent[row];
        table = vocabulary_.tables[table].parent;
    }
}

void Machine::build_table(const Frame& frame, FrameRows& out) const {
    const bool restricted = restricted_ != no_frame && &frame == &book_.program.frames[restricted_];
    if (restricted) {
        out.rows.assign(restriction_.begin(), restriction_.end());
    } else {
        out.rows.resize(input_.facts->tables[frame.table].count);
        for (RowIndex row = 0; row < out.rows.size(); ++row) out.rows[row] = row;
    }
    out.size = out.rows.size();
    out.present.resize(out.size);
    for (std::size_t i = 0; i < out.size; ++i) out.present[i] = stated(frame.table, out.rows[i]);
}

void Machine::build_relation(const Frame& frame, FrameRows& out) {
    const auto owners = rows(frame.owner);
    const std::size_t count = frames_[frame.outer].size;
    const TableId parent = vocabulary_.tables[frame.table].parent;
    const ChildRanges& ranges = input_.facts->tables[parent].children[frame.child];
    for (std::size_t p = 0; p < count; ++p) {
        const RowIndex owner = owners[p];
        if (owner == no_row || owner == unknown_row) {
            out.close(owner == unknown_row && !frame.known_only);
            continue;
        }
        if (!take(ranges.end[owner] - ranges.begin[owner])) return;
        for (RowIndex row = ranges.begin[owner]; row < ranges.end[owner]; ++row) {
            const Truth there = present(frame.table, row);
            if (there == Truth::no) continue;
            out.outer.push_back(static_cast<std::uint32_t>(p));
            out.rows.push_back(row);
            out.present.push_back(there);
        }
        out.close(ranges.open[owner] != 0 && !frame.known_only);
    }
}

void Machine::build_years(const Frame& frame, FrameRows& out) {
    const std::size_t count = frame.outer == no_frame ? 1 : frames_[frame.outer].size;
    const auto from = dates(frame.owner);
    const auto until = dates(frame.until);
    for (std::size_t p = 0; p < count; ++p) {
        const DateInterval start = from[p];
        DateInterval end = until[p];
        if (is_none(end)) end = {input_.peildatum, input_.peildatum};
        if (!is_bounded(start)) {
            out.close(!is_none(start));
            continue;
        }
        const bool end_known = is_bounded(end);
        if (!end_known) end = {start.first, std::max(start.last, input_.peildatum)};
        const int first_of_all = school_year(start.first).first_year;
        const int last = school_year(end.last).first_year;
        if (!take(static_cast<std::size_t>(std::max(last - first_of_all + 1, 0)))) return;
        for (int year = first_of_all; year <= last; ++year) {
            const SchoolYear each{year};
            const bool certain = start.last <= toets::end(each) && end.first >= toets::begin(each);
            const Date first = toets::begin(each);
            const Date day = toets::end(each);
            out.add(p, {first, first}, {day, day}, certain ? Truth::yes : Truth::unknown);
        }
        out.close(false);
    }
}

Truth Machine::included(FrameId frame, NodeId where, std::size_t i) const {
    Truth result = frames_[frame].present[i];
    if (where != no_node) {
        const Truth holds = truths(where)[i];
        result = both(result, holds == Truth::pending ? Truth::unknown : holds);
    }
    const bool doubt_counts = !book_.program.frames[frame].known_only;
    return result == Truth::unknown && !doubt_counts ? Truth::no : result;
}

}  // namespace toets
