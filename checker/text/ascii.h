// Characters that mean the same in every language and encoding.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace toets {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A to Z and a to z.
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr char to_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// With capitals from A to Z made small; other letters stay as they are.
inline std::string in_small_letters(std::string_view text) {
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(), to_small);
    return made;
}

/// Space, tab or end of line.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Without blanks before and after.
constexpr std::string_view trimmed(std::string_view text) {
    // Most texts start and end with something else: no loop for those.
    constexpr char last_blank = ' ';
    if (!text.empty() && text.front() > last_blank && text.back() > last_blank) return text;
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace toets
