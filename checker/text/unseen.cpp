#include "checker/text/unseen.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "checker/text/source.h"

namespace toets {
namespace {

struct Range {
    char32_t first, last;
};

/// Source: Unicode standard 15, general categories Cc, Cf, Zl and Zp, and the noncharacters; but
/// not the soft hyphen, nor the marks of scripts that show.
constexpr Range unseen[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x061C, 0x061C},   {0x180E, 0x180E},
    {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},   {0xFDD0, 0xFDEF},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
};
constexpr std::array<char32_t, 8> blanks = {'\t', '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029};
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_unseen(char32_t code) {
    constexpr char32_t last_two = 0xFFFE;  // of each plane these are no characters
    return (code & last_two) == last_two ||
           std::any_of(std::begin(unseen), std::end(unseen),
                       [&](const Range& each) { return code >= each.first && code <= each.last; });
}

constexpr bool is_plain(char c) { return c >= ' ' && c <= '~'; }

/// The length of the run of plain characters from `at`, in whole steps: most text is nothing else.
/// Adds up in bytes, so that the compiler can look at many at once.
std::size_t plain_run(std::string_view text, std::size_t at) {
    constexpr std::size_t step = 32;
    const std::size_t begin = at;
    for (; text.size() - at >= step; at += step) {
        unsigned char others = 0;
        for (std::size_t i = 0; i < step; ++i)
            others = static_cast<unsigned char>(others | (is_plain(text[at + i]) ? 0U : 1U));
        if (others != 0) break;
    }
    return at - begin;
}

/// The code point of a well-formed character.
char32_t code_of(std::string_view character) {
    const auto lead = static_cast<unsigned char>(character.front());
    if (character.size() == 1) return lead;
    char32_t code = lead & (0x7FU >> character.size());
    for (const char c : character.substr(1))
        code = (code << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    return code;
}

/// `\u202e`; past the first plane as two halves, as JSON has it.
std::string escape(char32_t code) {
    if (code <= 0xFFFF) return fmt::format("\\u{:04x}", static_cast<unsigned>(code));
    const auto rest = static_cast<unsigned>(code - 0x10000);
    return fmt::format("\\u{:04x}\\u{:04x}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
}

/// The text with `shown` of each unseen character in its place.
template <typename Shown>
std::string replaced(std::string text, Shown shown) {
    std::string made;
    std::size_t copied = 0;
    for (std::size_t at = plain_run(text, 0); at < text.size();) {
        if (is_plain(text[at])) {
            ++at;
            continue;
        }
        const std::size_t length = character_length(text, at);
        const std::size_t end = at + std::max<std::size_t>(length, 1);
        const char32_t code = length == 0 ? 0 : code_of(std::string_view(text).substr(at, length));
        if (length == 0 || is_unseen(code)) {
            made.append(text, copied, at - copied);
            made += length == 0 ? std::string(replacement) : shown(code);
            copied = end;
        }
        at = end + plain_run(text, end);
    }
    if (copied == 0) return text;
    return made.append(text, copied);
}

}  // namespace

std::string visible(std::string text) {
    return replaced(std::move(text), [](char32_t code) {
        const bool is_blank = std::find(blanks.begin(), blanks.end(), code) != blanks.end();
        return is_blank ? std::string(1, ' ') : escape(code);
    });
}

std::string with_escapes(std::string json) { return replaced(std::move(json), escape); }

}  // namespace toets
