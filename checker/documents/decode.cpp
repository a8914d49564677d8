// Bytes to clean UTF-8 text, with ICU.
#include "checker/documents/decode.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "checker/documents/characters.h"
#include "checker/text/ascii.h"
#include "checker/text/source.h"

namespace toets {
namespace {

/// Names the UTF-16 variant, or null. Without a byte order mark, Dutch text shows it by its zeros.
const char* utf16_variant(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
    const auto sample = bytes.substr(0, std::min<std::size_t>(bytes.size(), 512) & ~std::size_t{1});
    if (sample.size() < 8) return nullptr;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0') ++zeros[i % 2];
    const auto most = sample.size() / 2 * 7 / 10;
    if (zeros[1] >= most && zeros[0] == 0) return "UTF-16LE";
    if (zeros[0] >= most && zeros[1] == 0) return "UTF-16BE";
    return nullptr;
}

std::string converted(std::string_view bytes, const char* encoding) {
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding);
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

std::string with_plain_line_ends(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::string plain;
    plain.reserve(text.size());
    while (true) {
        const auto end = text.find('\r');
        plain += text.substr(0, end);
        if (end == std::string_view::npos) break;
        plain += '\n';
        const bool pair = end + 1 < text.size() && text[end + 1] == '\n';
        text.remove_prefix(end + (pair ? 2 : 1));
    }
    return plain;
}

/// Text has next to no control characters; any other file has many.
bool looks_like_text(std::string_view text) {
    const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\t' && c != '\f') || byte == 0x7F;
    });
    return static_cast<std::size_t>(controls) * 200 <= text.size();
}

/// The bytes that Windows-1252 leaves open or gives to rare signs; a Dutch text holds few of them,
/// a file that is no text has as many as of any other.
bool looks_like_windows_1252(std::string_view bytes) {
    std::size_t high = 0;
    for (const char c : bytes)
        if (static_cast<unsigned char>(c) >= 0x80) ++high;
    return high * 10 <= bytes.size() * 3;
}

bool is_invisible(char32_t character) {
    return character == 0xAD || character == 0xFEFF ||
           u_charType(static_cast<UChar32>(character)) == U_FORMAT_CHAR;
}

bool is_space(char32_t character) {
    if (character < 0x80) return character <= 0x20 || character == 0x7F;
    return u_isUWhiteSpace(static_cast<UChar32>(character)) ||
           u_iscntrl(static_cast<UChar32>(character));
}

const char* spelled_out(char32_t character) {
    switch (character) {
        case 0xFB00:
            return "ff";
        case 0xFB01:
            return "fi";
        case 0xFB02:
            return "fl";
        case 0xFB03:
            return "ffi";
        case 0xFB04:
            return "ffl";
        case 0xFB05:
        case 0xFB06:
            return "st";
        case 0x0132:
            return "IJ";
        case 0x0133:
            return "ij";
        default:
            return nullptr;
    }
}

std::string composed(const std::string& utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return utf8;
    std::string result;
    nfc->normalize(icu::UnicodeString::fromUTF8(utf8), status).toUTF8String(result);
    return U_FAILURE(status) ? utf8 : result;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The name after "charset=" or "encoding=" in the opening of a page, in small letters.
std::string declared_encoding(std::string_view bytes) {
    constexpr std::size_t opening = 4096;
    std::string head(bytes.substr(0, opening));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const std::string_view key : {"charset=", "encoding="}) {
        auto start = head.find(key);
        if (start == std::string::npos) continue;
        start = head.find_first_not_of("\"' ", start + key.size());
        if (start == std::string::npos) continue;
        const auto end = head.find_first_of("\"' ;/>?", start);
        return head.substr(start, std::min(end, head.size()) - start);
    }
    return {};
}

/// Whether a page in this encoding can be told from what it was saved as. Labels that browsers
/// read as Windows-1252 and those of UTF, which these bytes are not, are no help.
bool is_of_use(const std::string& encoding) {
    if (encoding.empty() || encoding.starts_with("utf") || encoding == "iso-8859-1" ||
        encoding == "latin1" || encoding == "us-ascii" || encoding == "ascii")
        return false;
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding.c_str(), &status);
    if (converter != nullptr) ucnv_close(converter);
    return U_SUCCESS(status);
}

/// Whether a line end falls in "2025-2026" or "030-1234567", after the dash.
bool breaks_between_figures(std::string_view paragraph, std::string_view line) {
    if (!is_digit(line.front())) return false;
    for (const std::string_view dash : {"-", "–", "/"})
        if (paragraph.ends_with(dash) && paragraph.size() > dash.size() &&
            is_digit(paragraph[paragraph.size() - dash.size() - 1]))
            return true;
    return false;
}

bool starts_with_word(std::string_view line, std::string_view word) {
    return line.starts_with(word) && (line.size() == word.size() || line[word.size()] == ' ');
}

}  // namespace

std::optional<DecodedText> decode_text(std::string_view bytes) {
    DecodedText decoded;
    if (const char* utf16 = utf16_variant(bytes)) {
        decoded.text = with_plain_line_ends(converted(bytes, utf16));
        decoded.damaged = decoded.text.find("\xEF\xBF\xBD") != std::string::npos;
    } else if (is_utf8(bytes)) {
        decoded.text = with_plain_line_ends(bytes);
    } else if (looks_like_windows_1252(bytes)) {
        decoded.text = with_plain_line_ends(converted(bytes, "windows-1252"));
    } else {
        return std::nullopt;
    }
    if (!looks_like_text(decoded.text)) return std::nullopt;
    return decoded;
}

std::optional<DecodedText> decode_html(std::string_view bytes) {
    const auto encoding = declared_encoding(bytes);
    if (utf16_variant(bytes) != nullptr || is_utf8(bytes) || !is_of_use(encoding))
        return decode_text(bytes);
    DecodedText decoded{with_plain_line_ends(converted(bytes, encoding.c_str()))};
    decoded.damaged = decoded.text.find("\xEF\xBF\xBD") != std::string::npos;
    if (!looks_like_text(decoded.text)) return std::nullopt;
    return decoded;
}

std::string clean(std::string_view utf8) {
    std::string text;
    text.reserve(utf8.size());
    bool space = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t character = next_character(utf8, at);
        if (character >= 0x80 && is_invisible(character)) continue;
        if (is_space(character)) {
            space = !text.empty();
            continue;
        }
        if (space) text += ' ';
        space = false;
        if (character < 0x80) {
            text += static_cast<char>(character);
        } else if (const char* letters = spelled_out(character)) {
            text += letters;
        } else {
            append_character(text, character);
        }
    }
    return is_ascii(text) ? text : composed(text);
}

void join_line(std::string& paragraph, std::string_view line) {
    if (paragraph.empty() || line.empty()) {
        paragraph += line;
        return;
    }
    const bool hyphen = paragraph.size() > 1 && paragraph.back() == '-' &&
                        paragraph[paragraph.size() - 2] != ' ' &&
                        is_small_letter(first_character(line));
    const bool conjunction = starts_with_word(line, "en") || starts_with_word(line, "of") ||
                             starts_with_word(line, "and") || starts_with_word(line, "dan") ||
                             starts_with_word(line, "tot");
    if (hyphen && !conjunction) {
        paragraph.pop_back();
    } else if (!breaks_between_figures(paragraph, line)) {
        paragraph += ' ';
    }
    paragraph += line;
}

int count_words(std::string_view utf8) {
    int words = 0;
    bool inside = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const bool letter = u_isalnum(static_cast<UChar32>(next_character(utf8, at)));
        if (letter && !inside) ++words;
        inside = letter;
    }
    return words;
}

std::string_view cut_at_character(std::string_view utf8, std::size_t bytes_max) {
    if (utf8.size() <= bytes_max) return utf8;
    while (bytes_max > 0 && continues_character(utf8[bytes_max])) --bytes_max;
    return utf8.substr(0, bytes_max);
}

}  // namespace toets
