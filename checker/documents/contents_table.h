// Finds tables of contents by their form: dot leaders, page numbers that rise, a title above.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace toets {

/// For each line, in reading order and without blank ones, whether it belongs to a table of
/// contents. A line with a dot leader always does; lines that end with rising page numbers do in
/// the opening of a document; short lines under a title such as "Inhoud" do up to the first
/// running text or the first title that comes back.
std::vector<bool> contents_lines(std::span<const std::string_view> lines);

/// What the form of a paragraph tells about a table of contents that lost its line ends.
enum class RunOnContents {
    none,
    titles,  ///< A row of titles without a sentence: a table only where one is to be expected.
    pages,   ///< Titles with page numbers that rise.
    headed,  ///< It starts with "Inhoud".
    title,   ///< It is "Inhoud" and hardly more.
};
RunOnContents run_on_contents(std::string_view paragraph);

/// Whether a paragraph can be `headed`, `title` or `pages` at all; cheap, as most are not.
bool may_be_run_on_contents(std::string_view paragraph);

}  // namespace toets
