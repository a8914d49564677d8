// The months as Dutch writes them.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace toets {

inline constexpr std::array<std::string_view, 12> dutch_months = {
    "januari", "februari", "maart",     "april",   "mei",      "juni",
    "juli",    "augustus", "september", "oktober", "november", "december"};

/// 1 for januari to 12 for december; null for what is no month, written in full in small letters.
constexpr std::optional<int> month_number(std::string_view word) {
    const auto found = std::find(dutch_months.begin(), dutch_months.end(), word);
    if (found == dutch_months.end()) return std::nullopt;
    return static_cast<int>(found - dutch_months.begin()) + 1;
}

}  // namespace toets
