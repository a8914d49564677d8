// Numbers as people write them.
#pragma once

#include <cstdint>
#include <string>

namespace toets {

/// A number of ten-thousandths with no more digits than it needs: `16`, `1,5`, `-0,25`.
inline std::string decimal_text(std::int64_t ten_thousandths, char separator = ',') {
    constexpr std::uint64_t one = 10000;
    const bool negative = ten_thousandths < 0;
    const auto bits = static_cast<std::uint64_t>(ten_thousandths);
    const std::uint64_t size = negative ? 0 - bits : bits;  // the least number has no opposite
    std::string text = (negative ? "-" : "") + std::to_string(size / one);
    std::string digits = std::to_string(one + size % one).substr(1);
    while (digits.ends_with('0')) digits.pop_back();
    return digits.empty() ? text : text + separator + digits;
}

}  // namespace toets
