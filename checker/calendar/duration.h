// Lengths of time as rules and laws state them: a number and a unit.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// The unit of a Dutch word such as `week` or `weken`; null for any other word.
std::optional<Unit> unit_named(std::string_view word);

/// The Dutch word for more than one: `weken`.
std::string units_word(Unit unit);

/// The words for this unit and for those that can be compared with it: dag, dagen, week, weken.
std::vector<std::string> comparable_words(Unit unit);

/// A length as rules and dossiers write it: `6 weken`, `1 maand`.
std::string duration_words(Duration length);

/// Reads what `duration_words` writes, up to 9999 of a unit; null for any other text.
std::optional<Duration> parse_duration(std::string_view written);

/// The smallest unit of which this one is a multiple: days for weeks, months for years.
Unit base_unit(Unit unit);

/// How many of its base unit a length is: 42 for 6 weeks.
std::int64_t in_base_unit(Duration length);

/// The length of so many of the base unit of `unit`: in that unit where it is a whole number of
/// them, so that 42 days are 6 weeks and 40 days stay days.
Duration from_base_unit(std::int64_t count, Unit unit);

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
