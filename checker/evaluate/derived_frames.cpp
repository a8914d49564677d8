// Frames made from the rows of another: pairs, series and days on which a threshold was reached. A
// row that may not count, or whose day isn't known, leaves certain what it can't reach.
#include <algorithm>
#include <utility>

#include "checker/calendar/period.h"
#include "checker/calendar/window.h"
#include "checker/evaluate/machine.h"

namespace toets {

void FrameRows::clear() {
    size = 0;
    outer.clear();
    offsets.assign(1, 0);
    open.clear();
    rows.clear();
    later.clear();
    present.clear();
    first.clear();
    last.clear();
    uncharted.clear();
    since.clear();
}

void FrameRows::close(bool may_be_more) {
    size = outer.size();
    offsets.push_back(static_cast<std::uint32_t>(size));
    open.push_back(may_be_more ? 1 : 0);
}

void FrameRows::add(std::size_t p, DateInterval begin, DateInterval end, Truth there) {
    outer.push_back(static_cast<std::uint32_t>(p));
    first.push_back(begin);
    last.push_back(end);
    present.push_back(there);
}

bool FrameRows::is_doubtful(std::size_t p) const {
    if (open[p] != 0) return true;
    const auto is_exact = [](DateInterval date) {
        return is_none(date) || date.first == date.last;
    };
    for (std::size_t i = offsets[p]; i < offsets[p + 1]; ++i) {
        if (present[i] != Truth::yes) return true;
        if (!first.empty() && !(is_exact(first[i]) && is_exact(last[i]))) return true;
    }
    return false;
}

void Machine::days_of(FrameId frame, NodeId where, NodeId date, std::size_t p,
                      std::vector<Date>& days, std::vector<DateInterval>& doubtful) const {
    const FrameRows& rows = frames_[frame];
    const auto when = dates(date);
    days.clear();
    doubtful.clear();
    if (rows.open[p] != 0) doubtful.push_back(any_date);
    for (std::size_t i = rows.offsets[p]; i < rows.offsets[p + 1]; ++i) {
        const Truth counts = included(frame, where, i);
        if (counts == Truth::no || is_none(when[i])) continue;
        if (counts == Truth::yes && when[i].first == when[i].last)
            days.push_back(when[i].first);
        else
            doubtful.push_back(when[i]);
    }
    std::sort(days.begin(), days.end());
}

namespace {

/// A day, and the place in the dossier that decides between rows of one day.
using Moment = std::pair<Date, std::size_t>;

/// A row that counts or may, with the first and the last moment that it can have.
struct Ordered {
    Moment first, last;
    RowIndex row;
    bool counts;
};

/// Per place in a row of rows, sorted by their first moment, whether all before it certainly come
/// before all after it.
void find_cuts(const std::vector<Ordered>& sorted, std::vector<bool>& cuts) {
    cuts.assign(sorted.size() + 1, true);
    Moment latest{};
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i > 0) cuts[i] = latest < sorted[i].first;
        latest = i == 0 ? sorted[i].last : std::max(latest, sorted[i].last);
    }
}

}  // namespace

void Machine::build_pairs(const Frame& frame, FrameRows& out) const {
    const FrameRows& base = frames_[frame.base];
    const auto order = dates(frame.first);
    std::vector<Ordered> sorted;
    std::vector<bool> cuts;
    for (std::size_t p = 0; p + 1 < base.offsets.size(); ++p) {
        sorted.clear();
        for (std::size_t i = base.offsets[p]; i < base.offsets[p + 1]; ++i) {
            const Truth counts = included(frame.base, frame.base_where, i);
            if (counts == Truth::no || is_none(order[i])) continue;
            sorted.push_back(
                {{order[i].first, i}, {order[i].last, i}, base.rows[i], counts == Truth::yes});
        }
        std::sort(sorted.begin(), sorted.end(),
                  [](const Ordered& a, const Ordered& b) { return a.first < b.first; });
        find_cuts(sorted, cuts);
        const bool open = base.open[p] != 0;
        bool complete = !open;
        for (const Ordered& each : sorted) complete = complete && each.counts;
        for (std::size_t i = 1; i < sorted.size(); ++i) {
            const Ordered& one = sorted[i - 1];
            const Ordered& next = sorted[i];
            // the one right before the other, whatever else is learned
            const bool certain =
                !open && one.counts && next.counts && cuts[i - 1] && cuts[i] && cuts[i + 1];
            complete = complete && certain;
            out.outer.push_back(static_cast<std::uint32_t>(p));
            out.rows.push_back(one.row);
            out.later.push_back(next.row);
            out.present.push_back(certain ? Truth::yes : Truth::unknown);
        }
        out.close(!complete);
    }
}

namespace {

/// A period that counts or may, as far as its days are known.
struct Stretch {
    DateInterval begin, end;
    bool counts;

    /// All days that it may have.
    Period hull() const {
        return {std::max(begin.first, first_date),
                is_none(end) ? last_date : std::min(end.last, last_date)};
    }
    /// The days that it certainly has; empty where it may have none.
    Period core() const {
        if (!counts || begin.last > last_date) return {last_date, first_date};
        return {begin.last, is_none(end) ? last_date : end.first};
    }
    bool has_core() const { return core().first <= core().last; }
};

/// The end of a series between these days; a series without end has none.
DateInterval end_between(Date least, Date most) {
    if (least == last_date) return no_date;
    return most == last_date ? any_date : DateInterval{least, most};
}

/// Adds the series that stretches which may touch each other certainly form, and for each stretch
/// that may not be in one of those, the one that it may be in.
void add_series(std::span<const Stretch> touching, int gap_days, std::size_t p, FrameRows& out) {
    if (touching.size() == 1) {
        const Stretch& only = touching.front();
        DateInterval begin = only.begin;
        DateInterval end = only.end;
        if (!is_none(end)) {  // none of its days lies outside of it
            begin.last = std::min(begin.last, end.last);
            end.first = std::max(end.first, begin.first);
        }
        return out.add(p, begin, end, only.has_core() ? Truth::yes : Truth::unknown);
    }
    Period hull{last_date, first_date};
    std::vector<Period> cores;
    for (const Stretch& each : touching) {
        hull.first = std::min(hull.first, each.hull().first);
        hull.last = std::max(hull.last, each.hull().last);
        if (each.has_core()) cores.push_back(each.core());
    }
    const Date first = hull.first == first_date ? any_date.first : hull.first;
    for (const Period& each : merge_series(cores, gap_days))
        out.add(p, {first, each.first}, end_between(each.last, hull.last), Truth::yes);
    for (const Stretch& each : touching) {
        if (each.has_core()) continue;
        const Date ends = is_none(each.end) ? last_date : std::max(each.end.first, hull.first);
        const Date begins = std::min(each.begin.last, hull.last);
        out.add(p, {first, begins == last_date ? any_date.last : begins},
                end_between(ends, hull.last), Truth::unknown);
    }
}

}  // namespace

void Machine::build_series(const Frame& frame, FrameRows& out) const {
    const FrameRows& base = frames_[frame.base];
    const auto first = dates(frame.first);
    const auto last = dates(frame.last);
    std::vector<Stretch> stretches;
    for (std::size_t p = 0; p + 1 < base.offsets.size(); ++p) {
        stretches.clear();
        const bool open = base.open[p] != 0;
        if (open) stretches.push_back({any_date, any_date, false});
        for (std::size_t i = base.offsets[p]; i < base.offsets[p + 1]; ++i) {
            const Truth counts = included(frame.base, frame.base_where, i);
            if (counts == Truth::no || is_none(first[i])) continue;
            const Stretch each{first[i], last[i], counts == Truth::yes};
            if (each.hull().first <= each.hull().last) stretches.push_back(each);
        }
        std::stable_sort(
            stretches.begin(), stretches.end(),
            [](const Stretch& a, const Stretch& b) { return a.hull().first < b.hull().first; });
        for (std::size_t from = 0; from < stretches.size();) {
            std::size_t to = from;
            Date reached = stretches[from].hull().last;
            while (++to < stretches.size() &&
                   stretches[to].hull().first - reached - 1 <= frame.gap_days)
                reached = std::max(reached, stretches[to].hull().last);
            add_series(std::span(stretches).subspan(from, to - from), frame.gap_days, p, out);
            from = to;
        }
        out.close(open);
    }
}

/// Sorts what has an amount and a date into what certainly counts and what may.
void Machine::amounts_of(const Frame& frame, std::size_t p, Amounts& found) const {
    const FrameRows& base = frames_[frame.base];
    const auto date = dates(frame.first);
    const auto amount = numbers(frame.last);
    found.certain.clear();
    found.possible.clear();
    found.doubtful.clear();
    found.all_placed = base.open[p] == 0;
    if (base.open[p] != 0) found.doubtful.push_back(any_date);
    for (std::size_t i = base.offsets[p]; i < base.offsets[p + 1]; ++i) {
        const Truth counts = included(frame.base, frame.base_where, i);
        const bool adds = amount[i].first <= amount[i].last;
        if (counts == Truth::no || is_none(date[i]) || !adds) continue;
        const bool placed = date[i].first == date[i].last;
        const bool certain = counts == Truth::yes && placed && amount[i].first == amount[i].last;
        if (certain) found.certain.push_back({date[i].first, amount[i].first});
        if (!certain) found.doubtful.push_back(date[i]);
        const bool bounded = placed && amount[i].last != any_number.last;
        found.all_placed = found.all_placed && bounded;
        if (bounded && (certain || amount[i].last > 0))
            found.possible.push_back({date[i].first, amount[i].last});
    }
    for (auto* amounts : {&found.certain, &found.possible})
        std::stable_sort(amounts->begin(), amounts->end(),
                         [](const auto& one, const auto& other) { return one.date < other.date; });
}

namespace {

/// What certainly counts for threshold days, and where there may be more.
struct Counting {
    Amounts amounts;
    std::vector<Date> restarts;
    std::vector<DateInterval> more_restarts;

    /// The last restart before the day: counting began the day after it.
    Date restart_before(Date day) const {
        const auto after = std::lower_bound(restarts.begin(), restarts.end(), day);
        return after == restarts.begin() ? any_date.first : *std::prev(after);
    }

    /// The threshold was reached by what certainly counts. More can only have it reached earlier,
    /// unless counting started again in between.
    void add_day(const ThresholdDay& reached, std::size_t p, FrameRows& out) const {
        DateInterval day = reached.day;
        const bool may_restart = std::any_of(
            more_restarts.begin(), more_restarts.end(),
            [&](DateInterval each) { return each.first < day.last && each.last >= reached.since; });
        const Date restart = restart_before(day.last);
        const Date from = restart == any_date.first ? restart : restart + 1;
        for (const DateInterval& each : amounts.doubtful)
            if (each.last >= from && each.first < day.first) day.first = std::max(each.first, from);
        out.add(p, day, day, may_restart ? Truth::unknown : Truth::yes);
        out.since.push_back(reached.since);
    }

    /// Whether all that may count, in one go, reaches the threshold; starting again only makes that
    /// harder.
    bool can_reach(SlidingWindow window, const SchoolCalendar& school) const {
        if (!amounts.all_placed) return true;
        const ThresholdDays most = threshold_days(amounts.possible, window, {}, school);
        return !most.all_known || !most.days.empty();
    }

    /// Whether counting may have started again before something that counts, or may.
    bool may_count_anew() const {
        Date latest = amounts.certain.empty() ? any_date.first : amounts.certain.back().date;
        for (const DateInterval& each : amounts.doubtful) latest = std::max(latest, each.last);
        return std::any_of(more_restarts.begin(), more_restarts.end(),
                           [&](DateInterval each) { return each.first < latest; });
    }

    /// Whether more amounts may reach the threshold between two restarts where what certainly
    /// counts doesn't. Where it is known how much may count on which day, that can be reckoned.
    bool may_reach_more(const std::vector<ThresholdDay>& days, SlidingWindow window,
                        const SchoolCalendar& school) const {
        if (amounts.doubtful.empty()) return false;
        if (amounts.all_placed) {
            const ThresholdDays most = threshold_days(amounts.possible, window, restarts, school);
            return !most.all_known || most.days.size() > days.size();
        }
        Date from = any_date.first;
        for (std::size_t i = 0; i <= restarts.size(); ++i) {
            const Date to = i < restarts.size() ? restarts[i] : any_date.last;
            const auto inside = [&](DateInterval each) {
                return from < to && each.last > from && each.first <= to;
            };
            const bool reached =
                std::any_of(days.begin(), days.end(), [&](const ThresholdDay& each) {
                    return from < each.day.last && each.day.last <= to;
                });
            if (!reached && std::any_of(amounts.doubtful.begin(), amounts.doubtful.end(), inside))
                return true;
            from = to;
        }
        return false;
    }
};

}  // namespace

void Machine::build_thresholds(const Frame& frame, FrameRows& out) const {
    Counting counting;
    for (std::size_t p = 0; p + 1 < frames_[frame.base].offsets.size(); ++p) {
        amounts_of(frame, p, counting.amounts);
        if (frame.restarts != no_frame)
            days_of(frame.restarts, frame.restart_where, frame.restart, p, counting.restarts,
                    counting.more_restarts);
        const SlidingWindow window{frame.window_weeks, frame.least};
        if (!counting.can_reach(window, school_)) {
            out.uncharted.push_back(0);
            out.close(false);
            continue;
        }
        const ThresholdDays found =
            threshold_days(counting.amounts.certain, window, counting.restarts, school_);
        bool charted = found.all_known;
        for (const ThresholdDay& each : found.days) {
            charted = charted && each.day.first == each.day.last;
            counting.add_day(each, p, out);
        }
        out.uncharted.push_back(charted ? 0 : 1);
        out.close(!found.all_known || counting.may_count_anew() ||
                  counting.may_reach_more(found.days, window, school_));
    }
}

}  // namespace toets
