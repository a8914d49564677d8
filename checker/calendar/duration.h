// Lengths of time as rules and laws state them: a number and a unit.
#pragma once

#include <compare>
#include <cstdint>

namespace toets {

/// What a length of time is counted in.
enum class Unit {
    days,
    weeks,
    months,
    years,
    working_days,  ///< Monday to Friday, holidays excepted.
    school_days,   ///< Days on which the school gives lessons.
    lesson_weeks,  ///< ISO weeks with at least one school day.
    hours,
};

/// A length of time, such as 6 weeks. It has no fixed number of days until it is given a start.
struct Duration {
    std::int32_t count;
    Unit unit;

    bool operator==(const Duration&) const = default;
};

/// Whether lengths in these units can be compared: days with weeks, months with years, and else a
/// unit only with itself.
bool comparable(Unit left, Unit right);

/// How two lengths compare: 2 weeks are longer than 10 days. Unordered when their units can't be
/// compared; 14 days and 2 weeks are equivalent, though `==` tells them apart.
std::partial_ordering compare(Duration left, Duration right);

/// Whether the Algemene termijnenwet leaves a term of this length alone: one in hours, in years, or
/// of more than 90 days, 12 weeks or 3 months. Source: art. 4 under a.
bool is_exempt_from_statutory_roll(Duration length);

}  // namespace toets
