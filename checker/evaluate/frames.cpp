// The positions of each frame in one dossier.
#include <algorithm>

#include "checker/calendar/period.h"
#include "checker/calendar/window.h"
#include "checker/evaluate/machine.h"

namespace toets {
namespace {

void clear(FrameRows& out) {
    out.outer.clear();
    out.offsets.assign(1, 0);
    out.open.clear();
    out.rows.clear();
    out.later.clear();
    out.present.clear();
    out.first.clear();
    out.last.clear();
}

/// Closes the run of the next outer position.
void close(FrameRows& out, bool open) {
    out.size = out.outer.size();
    out.offsets.push_back(static_cast<std::uint32_t>(out.size));
    out.open.push_back(open ? 1 : 0);
}

void add_period(FrameRows& out, std::size_t outer, Date first, Date last, Truth present) {
    out.outer.push_back(static_cast<std::uint32_t>(outer));
    out.first.push_back({first, first});
    out.last.push_back({last, last});
    out.present.push_back(present);
}

}  // namespace

void Machine::ensure(FrameId id) {
    if (built_[id]) return;
    const Frame& frame = book_.program.frames[id];
    if (frame.outer != no_frame) ensure(frame.outer);
    if (frame.base != no_frame) ensure(frame.base);
    if (frame.restarts != no_frame) ensure(frame.restarts);
    FrameRows& out = frames_[id];
    clear(out);
    out.size = 0;
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

void Machine::build_relation(const Frame& frame, FrameRows& out) const {
    const auto owners = rows(frame.owner);
    const std::size_t count = frames_[frame.outer].size;
    const TableId parent = vocabulary_.tables[frame.table].parent;
    const ChildRanges& ranges = input_.facts->tables[parent].children[frame.child];
    for (std::size_t p = 0; p < count; ++p) {
        const RowIndex owner = owners[p];
        if (owner == no_row || owner == unknown_row) {
            close(out, owner == unknown_row && !frame.known_only);
            continue;
        }
        for (RowIndex row = ranges.begin[owner]; row < ranges.end[owner]; ++row) {
            const Truth there = present(frame.table, row);
            if (there == Truth::no) continue;
            out.outer.push_back(static_cast<std::uint32_t>(p));
            out.rows.push_back(row);
            out.present.push_back(there);
        }
        close(out, ranges.open[owner] != 0 && !frame.known_only);
    }
}

void Machine::build_years(const Frame& frame, FrameRows& out) const {
    const std::size_t count = frame.outer == no_frame ? 1 : frames_[frame.outer].size;
    const auto from = dates(frame.owner);
    const auto until = dates(frame.until);
    for (std::size_t p = 0; p < count; ++p) {
        const DateInterval start = from[p];
        DateInterval end = until[p];
        if (is_none(end)) end = {input_.peildatum, input_.peildatum};
        if (!is_bounded(start)) {
            close(out, !is_none(start));
            continue;
        }
        const bool end_known = is_bounded(end);
        if (!end_known) end = {start.first, std::max(start.last, input_.peildatum)};
        const int last = school_year(end.last).first_year;
        for (int year = school_year(start.first).first_year; year <= last; ++year) {
            const SchoolYear each{year};
            const bool certain = start.last <= toets::end(each) && end.first >= toets::begin(each);
            add_period(out, p, toets::begin(each), toets::end(each),
                       certain ? Truth::yes : Truth::unknown);
        }
        close(out, false);
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

bool Machine::certain_days(FrameId frame, NodeId where, NodeId date, std::size_t p,
                           std::vector<Date>& days) const {
    const FrameRows& rows = frames_[frame];
    const auto when = dates(date);
    bool complete = rows.open[p] == 0;
    days.clear();
    for (std::size_t i = rows.offsets[p]; i < rows.offsets[p + 1]; ++i) {
        const Truth counts = included(frame, where, i);
        if (counts == Truth::no || is_none(when[i])) continue;
        if (counts == Truth::yes && when[i].first == when[i].last)
            days.push_back(when[i].first);
        else
            complete = false;
    }
    std::sort(days.begin(), days.end());
    return complete;
}

void Machine::build_pairs(const Frame& frame, FrameRows& out) const {
    const FrameRows& base = frames_[frame.base];
    const auto order = dates(frame.first);
    std::vector<std::pair<Date, RowIndex>> sorted;
    for (std::size_t p = 0; p + 1 < base.offsets.size(); ++p) {
        sorted.clear();
        bool open = base.open[p] != 0;
        for (std::size_t i = base.offsets[p]; i < base.offsets[p + 1]; ++i) {
            const Truth counts = included(frame.base, frame.base_where, i);
            if (counts == Truth::no || is_none(order[i])) continue;
            const bool certain = counts == Truth::yes && order[i].first == order[i].last;
            if (certain)
                sorted.emplace_back(order[i].first, base.rows[i]);
            else
                open = true;
        }
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 1; i < sorted.size(); ++i) {
            out.outer.push_back(static_cast<std::uint32_t>(p));
            out.rows.push_back(sorted[i - 1].second);
            out.later.push_back(sorted[i].second);
            // with an event that may lie between, they may not be consecutive
            out.present.push_back(open ? Truth::unknown : Truth::yes);
        }
        close(out, open);
    }
}

void Machine::build_series(const Frame& frame, FrameRows& out) const {
    const FrameRows& base = frames_[frame.base];
    const auto first = dates(frame.first);
    const auto last = dates(frame.last);
    std::vector<Period> periods;
    for (std::size_t p = 0; p + 1 < base.offsets.size(); ++p) {
        periods.clear();
        bool open = base.open[p] != 0;
        for (std::size_t i = base.offsets[p]; i < base.offsets[p + 1]; ++i) {
            const Truth counts = included(frame.base, frame.base_where, i);
            if (counts == Truth::no || is_none(first[i])) continue;
            const bool unended = is_none(last[i]);
            const bool certain = counts == Truth::yes && first[i].first == first[i].last &&
                                 (unended || last[i].first == last[i].last);
            if (!certain)
                open = true;
            else
                periods.push_back({first[i].first, unended ? last_date : last[i].first});
        }
        for (const Period& each : merge_series(periods, frame.gap_days)) {
            add_period(out, p, each.first, each.last, open ? Truth::unknown : Truth::yes);
            if (each.last == last_date) out.last.back() = no_date;
        }
        close(out, open);
    }
}

bool Machine::certain_amounts(const Frame& frame, std::size_t p,
                              std::vector<DatedAmount>& amounts) const {
    const FrameRows& base = frames_[frame.base];
    const auto date = dates(frame.first);
    const auto amount = numbers(frame.last);
    bool complete = base.open[p] == 0;
    amounts.clear();
    for (std::size_t i = base.offsets[p]; i < base.offsets[p + 1]; ++i) {
        const Truth counts = included(frame.base, frame.base_where, i);
        if (counts == Truth::no || is_none(date[i])) continue;
        const bool certain = counts == Truth::yes && date[i].first == date[i].last &&
                             amount[i].first == amount[i].last;
        if (certain)
            amounts.push_back({date[i].first, amount[i].first});
        else
            complete = false;
    }
    std::stable_sort(amounts.begin(), amounts.end(),
                     [](const auto& a, const auto& b) { return a.date < b.date; });
    return complete;
}

void Machine::build_thresholds(const Frame& frame, FrameRows& out) const {
    std::vector<DatedAmount> amounts;
    std::vector<Date> restarts;
    for (std::size_t p = 0; p + 1 < frames_[frame.base].offsets.size(); ++p) {
        bool complete = certain_amounts(frame, p, amounts);
        restarts.clear();
        if (frame.restarts != no_frame)
            complete =
                certain_days(frame.restarts, frame.restart_where, frame.restart, p, restarts) &&
                complete;
        std::optional<std::vector<Date>> days;
        if (amounts.empty())
            days.emplace();
        else if (has_school_)
            days = threshold_days(amounts, {frame.window_weeks, frame.least}, restarts, school_);
        if (days)
            for (const Date day : *days)
                add_period(out, p, day, day, complete ? Truth::yes : Truth::unknown);
        close(out, !complete || !days);
    }
}

}  // namespace toets
