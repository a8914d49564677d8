// A document as bytes: numbers of four bytes, texts with their length before them.
#include "checker/documents/document_bytes.h"

#include <utility>

#include "checker/documents/byte_stream.h"

namespace toets {
namespace {

Block block_from(ByteReader& in) {
    Block block;
    block.kind =
        static_cast<BlockKind>(in.number(static_cast<std::uint32_t>(BlockKind::contents_entry)));
    block.level = static_cast<int>(in.number(6));
    block.text = in.text();
    block.page = in.number();
    block.line = in.number();
    block.from_ocr = in.number(1) != 0;
    block.line_starts = in.numbers();
    return block;
}

ReadProblem problem_from(ByteReader& in) {
    const auto last = static_cast<std::uint32_t>(ReadProblem::Kind::empty);
    ReadProblem problem;
    problem.kind = static_cast<ReadProblem::Kind>(in.number(last));
    problem.detail = in.text();
    return problem;
}

}  // namespace

std::string bytes_of(const Document& document) {
    ByteWriter out;
    out.number(static_cast<std::size_t>(document.format));
    out.number(document.pages);
    out.number(document.readable ? 1 : 0);
    out.numbers(document.pages_without_text);
    out.number(document.problems.size());
    for (const auto& problem : document.problems) {
        out.number(static_cast<std::size_t>(problem.kind));
        out.text(problem.detail);
    }
    out.number(document.blocks.size());
    for (const auto& block : document.blocks) {
        out.number(static_cast<std::size_t>(block.kind));
        out.number(static_cast<std::size_t>(block.level));
        out.text(block.text);
        out.number(block.page);
        out.number(block.line);
        out.number(block.from_ocr ? 1 : 0);
        out.numbers(block.line_starts);
    }
    return std::move(out.bytes);
}

std::optional<Document> document_of(std::string_view bytes) {
    ByteReader in(bytes);
    Document document;
    document.format = static_cast<Format>(in.number(static_cast<std::uint32_t>(Format::text)));
    document.pages = in.number();
    document.readable = in.number(1) != 0;
    document.pages_without_text = in.numbers();
    document.problems.resize(in.count(2));
    for (auto& problem : document.problems) problem = problem_from(in);
    document.blocks.resize(in.count(7));
    for (auto& block : document.blocks) block = block_from(in);
    if (!in.ended_well()) return std::nullopt;
    return document;
}

}  // namespace toets
