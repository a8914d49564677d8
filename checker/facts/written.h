// Values as dossiers write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "checker/calendar/date.h"

namespace toets {

/// Yes or no; null when it is neither.
std::optional<bool> parse_truth(std::string_view written);

/// The value of a decimal number with comma or point in ten-thousandths; null when it is none, or
/// one that `may_be_thousands`.
std::optional<std::int64_t> parse_number(std::string_view written);

/// Whether points stand where people put them between thousands: "1.000" is a thousand to one
/// reader and one to another.
bool may_be_thousands(std::string_view written);

/// The days between which all dates of a dossier lie; one outside was mistyped, or stands for
/// something else ("9999-12-31").
inline constexpr DateInterval plausible_dates{*make_date(1900, 1, 1), *make_date(2099, 12, 31)};

/// Whether all days of a date are plausible ones.
constexpr bool is_plausible(DateInterval date) {
    return plausible_dates.first <= date.first && date.last <= plausible_dates.last;
}

}  // namespace toets
