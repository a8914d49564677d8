// Whether a word that a topic asks beside its terms stands beside one of them.
#pragma once

#include <span>

#include "checker/documents/annotated_text.h"

namespace toets {

/// Whether one of those words stands in the sentence of `hit`, in one that it leans on, in a
/// heading above it, in the title of the document, or in the line over the list that it stands in.
/// `hits` are those of the topic.
bool stands_beside(const Document& document, const AnnotatedText& text, const TermIndex& index,
                   std::span<const Hit> hits, const Hit& hit);

}  // namespace toets
