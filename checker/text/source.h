// The texts that users wrote, and spans in them: what every message points at.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toets {

/// A source's number in its `Sources`.
enum class SourceId : std::uint32_t {};

/// A stretch of bytes [begin, end) of one source.
struct Span {
    SourceId source{};
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const Span&) const = default;
};

/// A place as people count: lines and columns from 1, columns in code points.
struct Place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// Whether a byte of UTF-8 goes on with the character before it.
constexpr bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The length of the well-formed UTF-8 character at `at`; 0 when there is none.
/// Source: Unicode standard 15, table 3-7.
std::size_t character_length(std::string_view text, std::size_t at);

/// The offset of the first byte that is not well-formed UTF-8; null when all of it is.
std::optional<std::size_t> first_malformed_utf8(std::string_view text);

/// The number of code points in well-formed UTF-8 text.
std::size_t code_points(std::string_view text);

/// `count` characters of well-formed UTF-8 from the character numbered `first` (from 0); less where
/// the text ends.
std::string_view characters(std::string_view text, std::size_t first, std::size_t count);

/// The text, or its first `most` characters and an ellipsis.
std::string shortened(std::string_view text, std::size_t most);

/// One text with its name. Lines and, in a long line, columns are counted at the first question
/// about a place: not for two threads at once.
class Source {
  public:
    Source(std::string name, std::string text);

    const std::string& name() const { return name_; }
    const std::string& text() const { return text_; }

    /// The place of a byte offset; past the end counts as the end.
    Place place(std::size_t offset) const;

    /// The line of a byte offset, as in its place.
    std::uint32_t line_at(std::size_t offset) const;

    /// The line (from 1) without its line end; empty past the last.
    std::string_view line(std::uint32_t number) const;

  private:
    std::string name_;
    std::string text_;
    const std::vector<std::uint32_t>& newlines_to_step() const;
    std::size_t start_of(std::uint32_t line) const;
    std::size_t characters_to(std::size_t offset) const;
    mutable std::vector<std::uint32_t> newlines_to_step_;  ///< Before each step of bytes.
    mutable std::vector<std::size_t> characters_to_step_;
};

/// All texts of one run, by number.
class Sources {
  public:
    SourceId add(std::string name, std::string text);
    const Source& operator[](SourceId id) const { return sources_[static_cast<std::size_t>(id)]; }
    std::size_t size() const { return sources_.size(); }

  private:
    std::vector<Source> sources_;
};

/// The text of a span on one line: without comments, one blank between words.
std::string words_of(const Sources& sources, Span span);

}  // namespace toets
