// Bytes to clean UTF-8 text: encodings, and the characters that only matter to a typesetter.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace toets {

/// A text file as UTF-8 with "\n" line ends.
struct DecodedText {
    std::string text;
    bool damaged = false;  ///< Some characters were not valid in the encoding, and were replaced.
};

/// Decodes UTF-8, UTF-16 (with or without byte order mark) and else Windows-1252.
/// Null when the bytes are no text: control characters where text has none.
std::optional<DecodedText> decode_text(std::string_view bytes);

/// As decode_text, for HTML: what is no UTF goes by the encoding that the page declares in its
/// opening, if that is a known one, and else by Windows-1252, as browsers have it.
std::optional<DecodedText> decode_html(std::string_view bytes);

/// One line of text as readers hand it out: no soft hyphens or invisible characters, ligatures
/// spelled out, every run of white space one space, none at the ends, composed characters (NFC).
std::string clean(std::string_view utf8);

/// Appends a following line to a paragraph: with a space, or without where a word was broken
/// with a hyphen. "basis- en" keeps its hyphen, as the word after it is a conjunction.
void join_line(std::string& paragraph, std::string_view line);

/// The number of words: runs of letters and digits.
int count_words(std::string_view utf8);

/// Drops what sits at the end of a text after `bytes_max` bytes, at a character border.
std::string_view cut_at_character(std::string_view utf8, std::size_t bytes_max);

}  // namespace toets
