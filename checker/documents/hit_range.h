// A stretch of words, and the terms in it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "checker/documents/annotated_text.h"

namespace toets {

/// Tokens [first, end).
struct Range {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

/// The hits, of those in reading order, that begin in the range.
inline std::span<const Hit> hits_in(std::span<const Hit> hits, Range range) {
    const auto begins_before = [](const Hit& hit, std::uint32_t at) { return hit.first < at; };
    const auto from = std::lower_bound(hits.begin(), hits.end(), range.first, begins_before);
    return {from, std::lower_bound(from, hits.end(), range.end, begins_before)};
}

}  // namespace toets
