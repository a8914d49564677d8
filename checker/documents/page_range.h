// The lines of some pages, and as bytes from one process to another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/documents/page_lines.h"

namespace toets {

/// What was read of pages that follow each other.
struct PageRange {
    std::vector<PageLine> lines;
    std::vector<std::uint32_t> letters_unknown;  ///< Pages whose fonts don't tell their letters.
    std::size_t bytes = 0;                       ///< Of text.
};

std::string bytes_of(const PageRange& range);

/// The pages in these bytes; null when they are not all there, or more.
std::optional<PageRange> page_range_of(std::string_view bytes);

}  // namespace toets
