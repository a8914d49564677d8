// A place in a document as a reader needs it.
#include "checker/documents/passages.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "checker/text/source.h"

namespace toets {
namespace {

constexpr std::size_t heading_characters_max = 80;
constexpr std::string_view ellipsis = "…";

/// Whether the text has at most `most` characters; looks no further than it must.
bool fits(std::string_view text, std::size_t most) {
    constexpr std::size_t character_bytes_max = 4;
    if (text.size() > most * character_bytes_max) return false;
    return code_points(text) <= most;
}

/// The start of `text` that has at most `most` characters and ends after a whole word.
std::string_view whole_words(std::string_view text, std::size_t most) {
    if (fits(text, most)) return text;
    std::size_t bytes = 0;
    for (std::size_t count = 0; bytes < text.size(); ++bytes)
        if (!continues_character(text[bytes]) && count++ == most) break;
    const auto space = text.rfind(' ', bytes);
    return text.substr(0, space == std::string_view::npos || space == 0 ? bytes : space);
}

/// The text from the start of the clause, so that the term stands in the quotation.
std::string quote(std::string_view text, std::uint32_t clause_begin, std::uint32_t term_end) {
    if (fits(text, quote_characters_max)) return std::string(text);
    std::size_t start = clause_begin;
    const auto room = quote_characters_max - 2;  // for the marks at both ends
    if (fits(text.substr(0, term_end), room - 40)) {
        start = 0;
    } else if (!fits(text.substr(start, term_end - start), room / 2)) {
        start = term_end - std::min<std::size_t>(term_end, room / 2);
        const auto space = text.find(' ', start);
        start = space == std::string_view::npos ? start : space + 1;
        while (start < text.size() && continues_character(text[start])) ++start;
    }
    const auto rest = text.substr(start);
    const auto shown = whole_words(rest, room);
    std::string result;
    if (start > 0) result += ellipsis;
    result += shown;
    if (shown.size() < rest.size()) result += ellipsis;
    return result;
}

std::string heading_path(const Document& document, const AnnotatedText& text,
                         std::uint32_t heading) {
    std::string path;
    for (; heading != no_heading; heading = text.places[heading].parent) {
        std::string title(whole_words(document.blocks[heading].text, heading_characters_max));
        path = path.empty() ? title : title + " > " + path;
    }
    return path;
}

}  // namespace

Passage passage_at(const Document& document, const AnnotatedText& text, std::uint32_t token) {
    const auto& word = text.tokens[token];
    const auto& block = document.blocks[word.block];
    const auto& clause = text.clauses[word.clause];
    Passage passage;
    passage.block = word.block;
    passage.page = block.page;
    passage.from_ocr = block.from_ocr;
    passage.line = block.line + static_cast<std::uint32_t>(std::count_if(
                                    block.line_starts.begin(), block.line_starts.end(),
                                    [&](std::uint32_t start) { return start <= word.begin; }));
    const auto& place = text.places[word.block];
    passage.heading_path = heading_path(
        document, text, block.kind == BlockKind::heading ? place.parent : place.heading);
    passage.quote = quote(block.text, text.tokens[clause.first].begin, word.end);
    return passage;
}

}  // namespace toets
