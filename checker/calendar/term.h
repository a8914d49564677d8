// Terms: a start and a length in, the last day on which the term is still kept out.
#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "checker/calendar/date.h"
#include "checker/calendar/duration.h"
#include "checker/calendar/holidays.h"
#include "checker/calendar/school_calendar.h"

namespace toets {

/// What happens to a term that ends on a day that is no working day.
enum class Roll {
    none,       ///< It ends there: agreements, policies, the GDPR.
    statutory,  ///< The Algemene termijnenwet applies: art. 1, 2 and 4.
};

/// One step of the reckoning of a term. A step leads to a date on which the term would end if no
/// step followed, so the `days` of all steps add up to the days from start to end.
struct TermStep {
    enum class Kind {
        start,                 ///< The day of the event, which doesn't count itself.
        length,                ///< The length of the term.
        extension,             ///< An extension by a length, or to a date.
        suspension,            ///< Days on which the term stood still.
        minimum_working_days,  ///< A term of three days or more holds two working days (art. 2).
        roll_weekend,          ///< It ended on a Saturday or Sunday (art. 1).
        roll_holiday,          ///< It ended on `holiday` (art. 1).
    };

    Kind kind;
    Date date;                              ///< The end of the term after this step.
    int days;                               ///< By how many days this step moves the end.
    std::optional<Holiday> holiday = {};    ///< Of `roll_holiday`.
    std::optional<Duration> duration = {};  ///< Of `length`, and of `extension` by a length.

    bool operator==(const TermStep&) const = default;
};

/// The end of a term, and how it was found.
struct TermEnd {
    Date last_day;
    std::vector<TermStep> steps;
};

/// How a term was extended: by a length, or to a date that takes the place of its end.
using Extension = std::variant<Duration, Date>;

/// The last day on which a term of `length` after `start` is still kept; `start` itself is day 0.
/// Months and years clamp to the end of the month. A term in lesson weeks ends on the weekday of
/// its start, one in hours on the last day on which it can end. Null when `length` is negative,
/// when `school` is missing or doesn't know a day that counts, and past year 9999.
std::optional<Date> term_end(Date start, Duration length, Roll roll,
                             const SchoolCalendar* school = nullptr,
                             std::span<const Date> equated_holidays = {});

/// As `term_end`, with the steps. `suspensions` are the days on which the term stands still, in any
/// order, overlaps counted once. Each one inside the running term adds a day, or, where working or
/// school days are counted, isn't counted. An extension by a length joins the length of the term
/// before anything else happens (6 weeks and 4 weeks are 10 weeks). An extension to a date is
/// final: nothing rolls it, though it never shortens the term.
std::optional<TermEnd> explain_term(Date start, Duration length, Roll roll,
                                    const SchoolCalendar* school = nullptr,
                                    std::span<const Date> equated_holidays = {},
                                    std::span<const Period> suspensions = {},
                                    const std::optional<Extension>& extension = {});

/// The date that lies `length` before `end`, which doesn't count itself. Never rolled, since the
/// Algemene termijnenwet leaves terms that are counted backwards alone (art. 1 paragraph 2).
/// Null as with `term_end`, and before year 1.
std::optional<Date> before(Date end, Duration length, const SchoolCalendar* school = nullptr,
                           std::span<const Date> equated_holidays = {});

}  // namespace toets
