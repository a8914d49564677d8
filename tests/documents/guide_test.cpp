// A guide of eighty pages in two columns, set by Writer from a source that a script makes: every
// heading, paragraph, item and row comes back, in order, and nothing else.
#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/documents/rendered.h"
#include "tests/support/golden.h"

namespace toets::tests {
namespace {

namespace fs = std::filesystem;

/// What tests/documents/programs/make-cases.sh left there: the guide, and what stands in it.
fs::path folder() { return source_root() / "tests/documents/cases/guide"; }

std::vector<std::string> expected_blocks() {
    std::istringstream in(read_file(folder() / "gids.expected"));
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// The blocks of the chapters, in the form of gids.expected.
std::vector<std::string> blocks_of(const Document& document) {
    std::vector<std::string> lines;
    for (const auto& block : document.blocks) {
        if (lines.empty() && block.kind != BlockKind::heading) continue;  // the front page
        switch (block.kind) {
            case BlockKind::heading:
                lines.push_back("heading " + std::to_string(block.level) + " " + block.text);
                break;
            case BlockKind::paragraph:
                lines.push_back("paragraph " + block.text);
                break;
            case BlockKind::list_item:
                lines.push_back("item " + block.text);
                break;
            case BlockKind::table_row:
                lines.push_back("row " + block.text);
                break;
            case BlockKind::contents_entry:
                lines.push_back("contents " + block.text);
                break;
        }
    }
    return lines;
}

/// Paragraphs put together with what stands before them: where one ends at the foot of a column,
/// with a full stop, nothing on the page tells that the next line is another.
std::vector<std::string> with_paragraphs_joined(const std::vector<std::string>& blocks) {
    std::vector<std::string> joined;
    for (const auto& block : blocks) {
        const bool follows =
            block.starts_with("paragraph ") && !joined.empty() &&
            (joined.back().starts_with("paragraph ") || joined.back().starts_with("item "));
        if (follows)
            joined.back() += block.substr(std::string("paragraph").size());
        else
            joined.push_back(block);
    }
    return joined;
}

}  // namespace

TEST_CASE("a guide of eighty pages in two columns comes back block by block") {
    const auto document = document_in(folder() / "gids.pdf");
    CHECK(document.readable);
    CHECK(document.pages >= 75);
    CHECK(document.pages_without_text.empty());
    const auto expected = with_paragraphs_joined(expected_blocks());
    const auto found = with_paragraphs_joined(blocks_of(document));
    const auto ends = std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
    const auto e = ends.first;
    const auto f = ends.second;
    CAPTURE(f - found.begin());
    CHECK_MESSAGE(e == expected.end(), "expected: ", e == expected.end() ? "" : *e);
    CHECK_MESSAGE(f == found.end(), "found: ", f == found.end() ? "" : *f);
}

}  // namespace toets::tests
