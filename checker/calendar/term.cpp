// One reckoning serves both questions, when a term ends and why: the steps are noted only when
// there is a list to note them in.
#include "checker/calendar/term.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "checker/calendar/period.h"

namespace toets {

namespace {

/// What is asked: the arguments of `explain_term`, with the suspensions sorted and disjoint.
struct Question {
    Date start;
    Duration length;
    Roll roll;
    const SchoolCalendar* school;
    std::span<const Date> equated_holidays;
    std::span<const Period> suspensions;
    std::optional<Extension> extension;
};

/// Later or earlier in time.
enum class Direction : int { forward = 1, backward = -1 };

/// The end of a term while it is reckoned, and a list of the steps that moved it, unless null.
class MovingEnd {
  public:
    MovingEnd(Date start, std::vector<TermStep>* steps) : date_(start), steps_(steps) {
        note({TermStep::Kind::start, start, 0});
    }

    Date date() const { return date_; }

    /// A step that belongs to every term of its sort, also when it moves nothing.
    void move_to(Date date, TermStep::Kind kind, std::optional<Duration> duration = {},
                 std::optional<Holiday> holiday = {}) {
        note({kind, date, date - date_, holiday, duration});
        date_ = date;
    }

    /// A step that is worth telling only when it moves the end.
    void move_if_changed(Date date, TermStep::Kind kind) {
        if (date != date_) move_to(date, kind);
    }

  private:
    void note(const TermStep& step) {
        if (steps_ != nullptr) steps_->push_back(step);
    }

    Date date_;
    std::vector<TermStep>* steps_;
};

std::optional<Date> if_in_calendar(std::int64_t days) {
    if (days < first_date.days || days > last_date.days) return std::nullopt;
    return Date{static_cast<std::int32_t>(days)};
}

bool is_suspended(Date date, std::span<const Period> suspensions) {
    return std::ranges::any_of(suspensions, [date](const Period& p) { return p.contains(date); });
}

/// Steps `stride` days at a time until `count` of the days met are counted. `counts` tells of a day
/// whether it does, or null when nobody knows; then so is the outcome, as outside the calendar.
template <typename Counts>
std::optional<Date> walk(Date from, std::int32_t count, int stride, Counts counts) {
    if (count > last_date - first_date) return std::nullopt;  // no need to try
    Date day = from;
    while (count > 0) {
        day = day + stride;
        if (!in_calendar(day)) return std::nullopt;
        const std::optional<bool> counted = counts(day);
        if (!counted) return std::nullopt;
        if (*counted) --count;
    }
    return day;
}

std::optional<bool> counts_as_school_day(Date date, const SchoolCalendar& school) {
    if (school.is_school_day(date)) return true;
    if (weekday(date) > 5 || school.knows(date)) return false;
    return std::nullopt;
}

std::optional<bool> counts_as_lesson_week(Date date, const SchoolCalendar& school) {
    if (school.is_lesson_week(date)) return true;
    if (school.knows_week(date)) return false;
    return std::nullopt;
}

/// The day `length` after or before `from`. Of working days and school days, those in `suspensions`
/// don't count; other units leave suspensions alone.
std::optional<Date> shifted(Date from, Duration length, Direction direction, const Question& term,
                            std::span<const Period> suspensions) {
    const int sign = static_cast<int>(direction);
    const auto days_away = [from, sign](std::int64_t days) {
        return if_in_calendar(from.days + sign * days);
    };
    const auto months_away = [from, sign](std::int64_t months) {
        constexpr std::int64_t most_months = 120'000;  // past year 9999 from any day
        return if_in_calendar(
            add_months(from, sign * static_cast<int>(std::min(months, most_months))).days);
    };
    const std::int64_t count = length.count;
    const SchoolCalendar* const school = term.school;
    switch (length.unit) {
        case Unit::days:
            return days_away(count);
        case Unit::weeks:
            return days_away(count * 7);
        case Unit::hours:
            return days_away((count + 23) / 24);
        case Unit::months:
            return months_away(count);
        case Unit::years:
            return months_away(count * 12);
        case Unit::working_days:
            return walk(from, length.count, sign, [&](Date day) -> std::optional<bool> {
                return is_working_day(day, term.equated_holidays) &&
                       !is_suspended(day, suspensions);
            });
        case Unit::school_days:
            if (school == nullptr) return std::nullopt;
            return walk(from, length.count, sign, [&](Date day) -> std::optional<bool> {
                if (is_suspended(day, suspensions)) return false;
                return counts_as_school_day(day, *school);
            });
        case Unit::lesson_weeks:
            if (school == nullptr) return std::nullopt;
            return walk(from, length.count, 7 * sign,
                        [&](Date day) { return counts_as_lesson_week(day, *school); });
    }
    return std::nullopt;
}

/// The length by which the term was extended; null when it wasn't, or was extended to a date.
std::optional<Duration> extension_length(const Question& term) {
    if (!term.extension) return std::nullopt;
    const auto* const length = std::get_if<Duration>(&*term.extension);
    return length != nullptr ? std::optional(*length) : std::nullopt;
}

/// What a term consists of: a length, and an extension that could not be added to it.
struct Lengths {
    Duration first;
    std::optional<Duration> second;
};

/// The length and its extension, as one where they are in the same unit or in months and years:
/// one and then two months from 31 January end on 30 April, not on 28 April.
Lengths joined(Duration length, std::optional<Duration> extension) {
    const auto in_months = [](Duration d) -> std::optional<std::int64_t> {
        if (d.unit == Unit::months) return d.count;
        if (d.unit == Unit::years) return std::int64_t{12} * d.count;
        return std::nullopt;
    };
    // A count that doesn't fit lies past year 9999 in every unit; so does the largest that fits.
    const auto clamped = [](std::int64_t count, Unit unit) {
        constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
        return Lengths{{static_cast<std::int32_t>(std::min(count, most)), unit}, {}};
    };
    if (!extension) return {length, {}};
    if (length.unit == extension->unit) {
        return clamped(std::int64_t{length.count} + extension->count, length.unit);
    }
    const auto months = in_months(length);
    const auto more_months = in_months(*extension);
    if (months && more_months) return clamped(*months + *more_months, Unit::months);
    return {length, extension};
}

/// A term that stands still ends as many days later as it stood still while it ran.
std::optional<Date> after_standing_still(Date start, Date end,
                                         std::span<const Period> suspensions) {
    std::int64_t last = end.days;
    for (const Period& suspension : suspensions) {
        const Date first = std::max(suspension.first, start + 1);
        if (suspension.last < first) continue;
        if (first.days > last) break;
        last += suspension.last - first + 1;
    }
    return if_in_calendar(last);
}

/// The end of one length, with the days on which it stood still.
std::optional<Date> elapsed(Date from, Duration length, const Question& term,
                            std::span<const Period> suspensions) {
    const auto end = shifted(from, length, Direction::forward, term, suspensions);
    const bool suspended_days_not_counted =
        length.unit == Unit::working_days || length.unit == Unit::school_days;
    if (!end || suspensions.empty() || suspended_days_not_counted) return end;
    return after_standing_still(from, *end, suspensions);
}

/// The end of a term by its lengths and suspensions alone.
std::optional<Date> end_of(const Lengths& lengths, const Question& term,
                           std::span<const Period> suspensions) {
    const auto end = elapsed(term.start, lengths.first, term, suspensions);
    if (!end || !lengths.second) return end;
    return elapsed(*end, *lengths.second, term, suspensions);
}

/// Whether the Algemene termijnenwet applies. Its exceptions look at how the law describes a term,
/// so a length and its extension are each judged by themselves.
bool is_statutory(const Question& term) {
    if (term.roll == Roll::none || is_exempt_from_statutory_roll(term.length)) return false;
    const std::optional<Duration> extension = extension_length(term);
    return !extension || !is_exempt_from_statutory_roll(*extension);
}

/// Whether a term is one "of at least three days". Weeks and months are.
bool lasts_three_days(Duration length) {
    switch (length.unit) {
        case Unit::days:
        case Unit::working_days:
        case Unit::school_days:
            return length.count >= 3;
        case Unit::weeks:
        case Unit::months:
        case Unit::lesson_weeks:
            return length.count >= 1;
        case Unit::years:
        case Unit::hours:
            break;  // art. 4 excepts them altogether
    }
    return false;
}

/// Algemene termijnenwet art. 2: the end moves on until the term holds two working days.
void hold_two_working_days(MovingEnd& end, const Question& term) {
    // A fortnight has ten weekdays, and the law itself never puts nine holidays in one.
    const bool is_plain = term.suspensions.empty() && term.equated_holidays.empty();
    if (is_plain && end.date() - term.start >= 14) return;
    Date day = term.start;
    for (int held = 0; held < 2;) {
        day = day + 1;
        if (is_suspended(day, term.suspensions)) continue;
        if (is_working_day(day, term.equated_holidays)) ++held;
    }
    end.move_if_changed(std::max(end.date(), day), TermStep::Kind::minimum_working_days);
}

/// Algemene termijnenwet art. 1: the end moves on to a working day, a step for each obstacle.
void roll(MovingEnd& end, const Question& term) {
    while (true) {
        const int day = weekday(end.date());
        if (day > 5) {
            end.move_to(end.date() + (8 - day), TermStep::Kind::roll_weekend);
            continue;
        }
        const std::optional<Holiday> obstacle = holiday(end.date(), term.equated_holidays);
        if (!obstacle) return;
        end.move_to(end.date() + 1, TermStep::Kind::roll_holiday, {}, obstacle);
    }
}

/// Moves the end over the length, the extension by a length and the suspensions. False when there
/// is no such end.
bool run(MovingEnd& end, const Question& term, std::optional<Duration> extension) {
    const auto end_of_length = elapsed(term.start, term.length, term, {});
    if (!end_of_length) return false;
    end.move_to(*end_of_length, TermStep::Kind::length, term.length);

    const Lengths total = joined(term.length, extension);
    if (extension) {
        const auto extended = end_of(total, term, {});
        if (!extended) return false;
        end.move_to(*extended, TermStep::Kind::extension, extension);
    }
    if (!term.suspensions.empty()) {
        const auto suspended = end_of(total, term, term.suspensions);
        if (!suspended) return false;
        end.move_if_changed(*suspended, TermStep::Kind::suspension);
    }
    return true;
}

/// The end of the term; notes its steps in `steps`, unless null.
std::optional<Date> reckon(const Question& term, std::vector<TermStep>* steps) {
    const std::optional<Duration> extension = extension_length(term);
    if (!in_calendar(term.start) || term.length.count < 0) return std::nullopt;
    if (extension && extension->count < 0) return std::nullopt;

    MovingEnd end(term.start, steps);
    if (!run(end, term, extension)) return std::nullopt;
    if (is_statutory(term)) {
        const Duration total = joined(term.length, extension).first;
        if (lasts_three_days(total)) hold_two_working_days(end, term);
        roll(end, term);
    }
    const auto* const new_end = term.extension ? std::get_if<Date>(&*term.extension) : nullptr;
    if (new_end != nullptr && *new_end > end.date()) {
        end.move_to(*new_end, TermStep::Kind::extension);
    }
    return if_in_calendar(end.date().days);
}

}  // namespace

std::optional<Date> term_end(Date start, Duration length, Roll roll, const SchoolCalendar* school,
                             std::span<const Date> equated_holidays) {
    return reckon({start, length, roll, school, equated_holidays, {}, {}}, nullptr);
}

std::optional<TermEnd> explain_term(Date start, Duration length, Roll roll,
                                    const SchoolCalendar* school,
                                    std::span<const Date> equated_holidays,
                                    std::span<const Period> suspensions,
                                    const std::optional<Extension>& extension) {
    const std::vector<Period> disjoint = merge_series(suspensions, 0);
    TermEnd end{start, {}};
    const auto last_day =
        reckon({start, length, roll, school, equated_holidays, disjoint, extension}, &end.steps);
    if (!last_day) return std::nullopt;
    end.last_day = *last_day;
    return end;
}

std::optional<Date> before(Date end, Duration length, const SchoolCalendar* school,
                           std::span<const Date> equated_holidays) {
    if (!in_calendar(end) || length.count < 0) return std::nullopt;
    const Question term{end, length, Roll::none, school, equated_holidays, {}, {}};
    return shifted(end, length, Direction::backward, term, {});
}

}  // namespace toets
