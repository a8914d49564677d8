// Single characters in UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace toets {

/// The character at `at`, which moves past it; U+FFFD for bytes that are no character, of which
/// at least one is passed. `at` must lie within the text.
char32_t next_character(std::string_view utf8, std::size_t& at);

/// The first character, or 0 for an empty text.
char32_t first_character(std::string_view utf8);

/// Appends a character; U+FFFD for what is none.
void append_character(std::string& utf8, char32_t character);

/// Whether all bytes are well-formed UTF-8.
bool is_utf8(std::string_view bytes);

/// Whether the character is a small or a capital letter, with or without diacritics.
bool is_small_letter(char32_t character);
bool is_capital_letter(char32_t character);

}  // namespace toets
