// The public holidays of the Algemene termijnenwet, and the working days between them.
#pragma once

#include <optional>
#include <span>

#include "checker/calendar/date.h"

namespace toets {

/// The holidays that a statutory term does not end on. Source: Algemene termijnenwet art. 3.
enum class Holiday {
    new_years_day,
    good_friday,  ///< Equated with the holidays by art. 3 paragraph 2.
    easter_monday,
    kings_day,
    liberation_day,  ///< 5 May, each year.
    ascension_day,
    whit_monday,
    christmas_day,
    second_christmas_day,
    equated_day,  ///< Equated by royal decree, art. 3 paragraph 3; such days are data.
};

/// Easter Sunday of a year 1..9999, by the Gregorian reckoning also before 1583.
Date easter(int year);

/// The holiday on this day; null when it is none. Two holidays on one day give the one with a fixed
/// date. The King's birthday is 27 April, before 2014 the Queen's 30 April; a day earlier on a
/// Sunday.
std::optional<Holiday> holiday(Date date);

/// As above, with the days `equated` by royal decree, in any order.
std::optional<Holiday> holiday(Date date, std::span<const Date> equated);

/// Whether the day is a recognised holiday, or `equated` with one by royal decree.
bool is_holiday(Date date, std::span<const Date> equated = {});

/// Whether the day is a Monday to Friday, and no holiday.
bool is_working_day(Date date, std::span<const Date> equated = {});

/// The day itself when it is a working day, and else the first working day after it.
Date roll_to_working_day(Date date, std::span<const Date> equated = {});

}  // namespace toets
