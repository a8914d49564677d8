// A place in a document as a reader needs it: page, line, heading and quotation.
#pragma once

#include <cstddef>
#include <cstdint>

#include "checker/documents/annotated_text.h"
#include "checker/documents/evidence.h"

namespace toets {

/// Characters of a quotation, the marks of what was left out included.
constexpr std::size_t quote_characters_max = 240;

/// The passage around a word.
Passage passage_at(const Document& document, const AnnotatedText& text, std::uint32_t token);

}  // namespace toets
