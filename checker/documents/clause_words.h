// The words of a clause as they are written, for what is asked too seldom to be a cue.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "checker/documents/annotated_text.h"
#include "checker/documents/document.h"

namespace toets {

/// A word of a text.
inline std::string_view word_text(const Document& document, const AnnotatedText& text,
                                  std::uint32_t token) {
    const Token& of = text.tokens[token];
    return std::string_view(document.blocks[of.block].text).substr(of.begin, of.end - of.begin);
}

/// Whether a word of the range is one of these, written as here.
inline bool has_word(const Document& document, const AnnotatedText& text, std::uint32_t first,
                     std::uint32_t end, std::span<const std::string_view> words) {
    for (; first < end; ++first)
        if (std::find(words.begin(), words.end(), word_text(document, text, first)) != words.end())
            return true;
    return false;
}

}  // namespace toets
