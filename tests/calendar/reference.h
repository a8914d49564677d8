// The calendar told again, slowly and by other means (std::chrono, day by day), to hold the quick
// one against. Nothing here calls the room's arithmetic.
#pragma once

#include <optional>
#include <span>

#include "checker/calendar/school_calendar.h"
#include "checker/calendar/term.h"

namespace toets::tests::reference {

/// Easter by the rule of Meeus, Jones and Butcher.
Date easter(int year);

/// Whether the day is a Monday to Friday and no holiday of the Algemene termijnenwet.
bool is_ordinary_day(Date date);

/// Completed years, by counting the birthdays one by one.
int age(Date born, Date on, LeapBirthday leap_birthday);

/// `explain_term` for terms that stay within 2013..2045 and a calendar that knows every day.
Date term_end(Date start, Duration length, Roll roll, const SchoolCalendar& school,
              std::span<const Period> suspensions);

/// `before`, under the same conditions.
Date before(Date end, Duration length, const SchoolCalendar& school);

/// An invented school's calendar, of the school years that begin at most three years from this one.
const SchoolCalendar& school_around(Date date);

}  // namespace toets::tests::reference
