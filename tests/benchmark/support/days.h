// Days, as the generator and the hand-written checker count them: on purpose not by the checker's
// own calendar, so that a mistake there shows.
#pragma once

#include <string>

namespace toets::benchmark {

/// A day as the number of days since 1970-01-01.
using Day = int;

Day day_of(int year, int month, int day);
int year_of(Day day);
/// 1 is Monday, 7 is Sunday.
int weekday_of(Day day);
/// The day as 2026-11-01.
std::string written(Day day);

/// The first year of the school year (1 August up to and including 31 July).
int school_year_of(Day day);
Day first_of_school_year(int year);
Day last_of_school_year(int year);

/// No Saturday, Sunday or public holiday as meant in article 3 of the Algemene termijnenwet.
bool is_working_day(Day day);
/// The n-th working day after the day.
Day working_days_after(Day day, int n);
/// The end of a term of weeks that ends on `day`: the day itself, or the next working day.
Day rolled(Day day);

/// Completed years from `born` to `on`; 29 February counts as 1 March in other years.
int age_on(Day born, Day on);

/// The day as of which the benchmark checks.
inline constexpr Day peildatum = 20758;  // 2026-11-01

}  // namespace toets::benchmark
