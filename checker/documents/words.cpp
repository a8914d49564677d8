// Words as the search compares them, with ICU and the Snowball stemmer.
#include "checker/documents/words.h"

#include <algorithm>
#include <array>

#include <libstemmer.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "checker/documents/characters.h"
#include "checker/text/ascii.h"

namespace toets {
namespace {

bool is_mark(UChar32 character) { return u_charType(character) == U_NON_SPACING_MARK; }

/// The letter without its diacritics; itself when it has none.
UChar32 base_letter(UChar32 character) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
    if (U_FAILURE(status)) return character;
    std::array<UChar, 32> decomposition{};
    const auto length = unorm2_getDecomposition(nfd, character, decomposition.data(),
                                                decomposition.size(), &status);
    if (U_FAILURE(status) || length <= 0) return character;
    UChar32 base = 0;
    std::int32_t at = 0;
    U16_NEXT(decomposition.data(), at, length, base);
    return base;
}

void append_folded(std::string& text, char32_t character) {
    if (character < 0x80) {
        text += to_small(static_cast<char>(character));
    } else if (const auto letter = static_cast<UChar32>(character); !is_mark(letter)) {
        append_character(text, static_cast<char32_t>(u_tolower(base_letter(letter))));
    }
}

constexpr std::array<char, 256> small_letters = [] {
    std::array<char, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        const char c = static_cast<char>(byte);
        if (is_letter(c) || is_digit(c)) table[byte] = to_small(c);
    }
    return table;
}();

/// An ASCII letter made small, or a figure; 0 for any other byte.
char small_ascii(char byte) { return small_letters[static_cast<unsigned char>(byte)]; }

bool is_word_character(char32_t character) {
    if (character < 0x80) return small_ascii(static_cast<char>(character)) != '\0';
    return u_isalnum(static_cast<UChar32>(character)) || is_mark(static_cast<UChar32>(character));
}

}  // namespace

std::string folded(std::string_view utf8) {
    std::string result;
    result.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) append_folded(result, next_character(utf8, at));
    return result;
}

bool WordReader::next() {
    folded_.clear();
    std::size_t start = at_;
    while (at_ < text_.size()) {
        const std::size_t before = at_;
        if (const char letter = small_ascii(text_[at_]); letter != 0) {
            if (folded_.empty()) start = before;
            folded_ += letter;
            for (++at_; at_ < text_.size() && small_ascii(text_[at_]) != 0; ++at_)
                folded_ += small_ascii(text_[at_]);
            word_ = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at_)};
            continue;
        }
        const char32_t character = next_character(text_, at_);
        if (is_word_character(character)) {
            if (folded_.empty()) start = before;
            append_folded(folded_, character);
            word_ = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at_)};
        } else if (!folded_.empty()) {
            at_ = before;
            return true;
        }
    }
    return !folded_.empty();
}

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("dutch", "UTF_8")) {}

Stemmer::~Stemmer() { sb_stemmer_delete(stemmer_); }

std::string Stemmer::stem(const std::string& folded_word) {
    const bool has_digit = std::any_of(folded_word.begin(), folded_word.end(), is_digit);
    if (has_digit || stemmer_ == nullptr) return folded_word;
    const auto* bytes = reinterpret_cast<const sb_symbol*>(folded_word.data());
    const auto* stem = sb_stemmer_stem(stemmer_, bytes, static_cast<int>(folded_word.size()));
    if (stem == nullptr) return folded_word;
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
}

}  // namespace toets
