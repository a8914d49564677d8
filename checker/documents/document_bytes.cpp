// A document as bytes: numbers of four bytes, texts with their length before them.
#include "checker/documents/document_bytes.h"

#include <cstring>
#include <limits>

namespace toets {
namespace {

class Writer {
  public:
    void number(std::size_t value) {
        const auto four = static_cast<std::uint32_t>(value);
        char raw[sizeof four];
        std::memcpy(raw, &four, sizeof four);
        bytes.append(raw, sizeof raw);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes += value;
    }
    void numbers(const std::vector<std::uint32_t>& values) {
        number(values.size());
        for (const auto value : values) number(value);
    }

    std::string bytes;
};

/// Reads until something doesn't fit; from then on everything is zero and `fine` is false.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number(std::uint32_t most = std::numeric_limits<std::uint32_t>::max()) {
        std::uint32_t value = 0;
        if (rest_.size() < sizeof value) return fail();
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value <= most ? value : fail();
    }
    /// The length of a list whose entries take so many numbers each, or more.
    std::uint32_t count(std::size_t numbers_each) {
        const auto value = number();
        return value <= rest_.size() / (numbers_each * sizeof value) ? value : fail();
    }
    std::string text() {
        const auto size = number();
        if (size > rest_.size()) fail();
        std::string value(rest_.substr(0, fine_ ? size : 0));
        rest_.remove_prefix(value.size());
        return value;
    }
    std::vector<std::uint32_t> numbers() {
        std::vector<std::uint32_t> values(count(1));
        for (auto& value : values) value = number();
        return values;
    }
    bool ended_well() const { return fine_ && rest_.empty(); }

  private:
    std::uint32_t fail() {
        fine_ = false;
        rest_ = {};
        return 0;
    }

    std::string_view rest_;
    bool fine_ = true;
};

Block block_from(Reader& in) {
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

ReadProblem problem_from(Reader& in) {
    const auto last = static_cast<std::uint32_t>(ReadProblem::Kind::empty);
    ReadProblem problem;
    problem.kind = static_cast<ReadProblem::Kind>(in.number(last));
    problem.detail = in.text();
    return problem;
}

}  // namespace

std::string bytes_of(const Document& document) {
    Writer out;
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
    Reader in(bytes);
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
