// The lines of a paged document with their place and type, and what that tells: running headers,
// headings, paragraphs.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "checker/documents/document.h"

namespace toets {

/// A line as set on a page. Coordinates in points from the top left corner of the page.
struct PageLine {
    std::string text;
    std::uint32_t page = 0;
    std::uint32_t number = 0;  ///< 1-based on its page.
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    double page_height = 0;
    double size = 0;  ///< Of the type, in points; 0 when unknown.
    bool bold = false;
    int cell_gaps = 0;    ///< Spaces as wide as between cells; a " | " in the text for each.
    double gap_left = 0;  ///< Of the last one.
    double gap_right = 0;
    int column = 0;  ///< 1 or 2 on a page with two columns of text, for a line within one.
};

/// Levels (1 to 6) of the titles in the outline of a document, by `title_key`.
using OutlineLevels = std::unordered_map<std::string, int>;

/// Removes page numbers, and lines in the head or foot of the page that stand at the same height
/// on many pages with the same words.
void remove_running_lines(std::vector<PageLine>& lines, std::uint32_t pages);

/// Joins lines into blocks: headings by the outline, the size and the weight of their type;
/// paragraphs by the space between lines; contents entries by their form.
std::vector<Block> blocks_from_lines(const std::vector<PageLine>& lines,
                                     const OutlineLevels& outline);

}  // namespace toets
