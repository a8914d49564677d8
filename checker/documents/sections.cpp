// Which blocks stand under which heading, and which headings are labels of a value.
#include "checker/documents/sections.h"

#include <cstdint>
#include <vector>

#include "checker/documents/line_form.h"

namespace toets {
namespace {

constexpr std::uint32_t labels_min = 3;  ///< So many names with a value each are a list.

/// How many blocks from `start` on are labels and their values; readers take the labels for
/// headings.
std::uint32_t labels_from(const std::vector<Block>& blocks, std::uint32_t start) {
    std::uint32_t end = start;
    while (end + 1 < blocks.size() && blocks[end].kind == BlockKind::heading &&
           blocks[end + 1].kind != BlockKind::heading && is_only_value(blocks[end + 1].text))
        end += 2;
    return end - start >= 2 * labels_min ? end - start : 0;
}

}  // namespace

void place_sections(const Document& document, AnnotatedText& text) {
    std::vector<std::uint32_t> open;
    const auto& blocks = document.blocks;
    std::uint32_t labels_end = 0;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        auto& place = text.places[i];
        if (i >= labels_end) labels_end = i + labels_from(blocks, i);
        const bool label = i < labels_end;
        const bool heading = blocks[i].kind == BlockKind::heading;
        while (heading && !open.empty() &&
               blocks[open.back()].level >= blocks[i].level + (label ? 1 : 0)) {
            text.places[open.back()].section_end = i;
            open.pop_back();
        }
        if (heading) place.parent = open.empty() ? no_heading : open.back();
        if (heading && label) place.section_end = i + 2;  // its value
        if (heading && !label) open.push_back(i);
        place.heading = open.empty() ? no_heading : open.back();
    }
    for (const auto heading : open)
        text.places[heading].section_end = static_cast<std::uint32_t>(blocks.size());
}

}  // namespace toets
