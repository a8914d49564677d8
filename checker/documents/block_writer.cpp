// Where readers of marked-up files put their blocks.
#include "checker/documents/block_writer.h"

#include <utility>

#include "checker/documents/contents_table.h"
#include "checker/documents/decode.h"
#include "checker/documents/line_form.h"
#include "checker/documents/readers.h"

namespace toets {

bool BlockWriter::add(BlockKind kind, int level, std::string_view raw, std::uint32_t line) {
    Block block;
    block.text = clean(raw);
    if (block.text.empty()) return true;
    if (text_bytes_ += block.text.size(); text_bytes_ > limits_.text_bytes_max)
        return stop(ReadProblem::Kind::too_large, "text");
    const auto bullet = list_mark(block.text);
    if (kind == BlockKind::paragraph && bullet > 0) kind = BlockKind::list_item;
    if (kind == BlockKind::list_item) block.text.erase(0, bullet);
    block.kind = kind;
    block.level = kind == BlockKind::heading ? level : 0;
    block.line = line;
    document_.blocks.push_back(std::move(block));
    return true;
}

void BlockWriter::join_row(const std::vector<std::size_t>& cells, std::uint32_t line) {
    auto& blocks = document_.blocks;
    if (cells.empty() || cells.front() == blocks.size()) return;
    Block row;
    row.kind = BlockKind::table_row;
    row.line = line;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        const auto end = cell + 1 < cells.size() ? cells[cell + 1] : blocks.size();
        if (!row.text.empty()) row.text += " |";
        for (auto i = cells[cell]; i < end; ++i) join_line(row.text, blocks[i].text);
    }
    blocks.resize(cells.front());
    blocks.push_back(std::move(row));
}

bool BlockWriter::stop(ReadProblem::Kind kind, const char* detail) {
    return report(document_, kind, detail);
}

void mark_contents_by_form(std::vector<Block>& blocks) {
    std::vector<std::string_view> lines;
    lines.reserve(blocks.size());
    for (const auto& block : blocks) lines.emplace_back(block.text);
    const auto is_entry = contents_lines(lines);
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (is_entry[i] &&
            (blocks[i].kind == BlockKind::paragraph || blocks[i].kind == BlockKind::list_item))
            blocks[i].kind = BlockKind::contents_entry;
}

}  // namespace toets
