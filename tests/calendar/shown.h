// Dates as text, so that a table of cases reads like the law and a failure shows what it got.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "checker/calendar/date.h"

namespace toets {

inline std::ostream& operator<<(std::ostream& out, Date date) { return out << iso(date); }

}  // namespace toets

namespace toets::tests {

/// The day that a test states; fails the test when there is no such day.
inline Date day(std::string_view text) {
    const std::optional<Date> date = parse_iso_date(text);
    REQUIRE_MESSAGE(date.has_value(), "a test states ", std::string(text));
    return *date;
}

/// The day in ISO 8601, or "none".
inline std::string shown(std::optional<Date> date) { return date ? iso(*date) : "none"; }

/// The interval as 2025-03-01..2025-03-31, or "none".
inline std::string shown(std::optional<DateInterval> interval) {
    return interval ? iso(interval->first) + ".." + iso(interval->last) : "none";
}

}  // namespace toets::tests
