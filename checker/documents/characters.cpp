// Single characters in UTF-8, with ICU.
#include "checker/documents/characters.h"

#include <array>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

// ICU's macros narrow integers as they go; the values fit.
#pragma GCC diagnostic ignored "-Wconversion"

namespace toets {
namespace {

/// One character, or a negative number where the bytes are none.
UChar32 decode(std::string_view utf8, std::size_t& at) {
    // The window keeps the offsets small, whatever the size of the text.
    const auto window = utf8.substr(at, 4);
    UChar32 character = 0;
    std::int32_t moved = 0;
    U8_NEXT(window.data(), moved, static_cast<std::int32_t>(window.size()), character);
    at += static_cast<std::size_t>(moved);
    return character;
}

}  // namespace

char32_t next_character(std::string_view utf8, std::size_t& at) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x80) {
        ++at;
        return byte;
    }
    const UChar32 character = decode(utf8, at);
    return character < 0 ? 0xFFFD : static_cast<char32_t>(character);
}

char32_t first_character(std::string_view utf8) {
    std::size_t at = 0;
    return utf8.empty() ? 0 : next_character(utf8, at);
}

void append_character(std::string& utf8, char32_t character) {
    if (character < 0x80) {
        utf8 += static_cast<char>(character);
        return;
    }
    if (character > 0x10FFFF || (character >= 0xD800 && character < 0xE000)) character = 0xFFFD;
    std::array<std::uint8_t, 4> bytes{};
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, character);
    utf8.append(bytes.begin(), bytes.begin() + size);
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
        } else if (decode(bytes, at) < 0) {
            return false;
        }
    }
    return true;
}

bool is_small_letter(char32_t character) { return u_islower(static_cast<UChar32>(character)); }

bool is_capital_letter(char32_t character) { return u_isupper(static_cast<UChar32>(character)); }

}  // namespace toets
