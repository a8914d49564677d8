// Where readers of marked-up files put their blocks: cleaned, without empty ones, within the
// limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "checker/documents/document.h"

namespace toets {

/// Appends blocks to a document.
class BlockWriter {
  public:
    BlockWriter(const ReadLimits& limits, Document& document)
        : limits_(limits), document_(document) {}

    /// Adds a block with the text as `clean` makes it, unless nothing is left of it. An item loses
    /// its bullet. False, with a problem noted, when the document holds too much text.
    bool add(BlockKind kind, int level, std::string_view raw, std::uint32_t line);

    /// The number of blocks so far; a place to join from.
    std::size_t mark() const { return document_.blocks.size(); }

    /// Makes one table row of all blocks since the first cell, the cells apart by " | ". Each cell
    /// starts at its mark; `line` is that of the row.
    void join_row(const std::vector<std::size_t>& cells, std::uint32_t line);

    /// Notes a problem that ends the reading. Returns false.
    bool stop(ReadProblem::Kind kind, const char* detail);

    const ReadLimits& limits() const { return limits_; }

  private:
    const ReadLimits& limits_;
    Document& document_;
    std::size_t text_bytes_ = 0;
};

/// Paragraphs and items that are contents entries by their form become so, as in a table of
/// contents that was typed by hand.
void mark_contents_by_form(std::vector<Block>& blocks);

}  // namespace toets
