// Limits that keep one run of a fuzz target short; they are the same paths as with high ones.
#pragma once

#include <cstdint>
#include <string_view>

#include "checker/documents/document.h"

namespace toets::tests {

inline constexpr ReadLimits low_limits{.bytes_max = 1U << 20U,
                                       .text_bytes_max = 1U << 18U,
                                       .markup_bytes_max = 1U << 20U,
                                       .unpack_ratio_max = 250,
                                       .packed_parts_max = 100,
                                       .pages_max = 20,
                                       .depth_max = 200,
                                       .textless_pages_looked_at = 2,
                                       .ocr_pages_max = 0};

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Every block has a text, and a level when it is a heading.
inline bool is_well_made(const Document& document) {
    for (const auto& block : document.blocks) {
        const bool heading = block.kind == BlockKind::heading;
        if (block.text.empty() && block.kind != BlockKind::list_item) return false;
        if (heading != (block.level >= 1 && block.level <= 6)) return false;
    }
    return true;
}

}  // namespace toets::tests
