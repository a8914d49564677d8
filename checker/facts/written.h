// Values as dossiers write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace toets {

/// Yes or no; null when it is neither.
std::optional<bool> parse_truth(std::string_view written);

/// The value of a decimal number with comma or point in ten-thousandths; null when it is none.
std::optional<std::int64_t> parse_number(std::string_view written);

}  // namespace toets
