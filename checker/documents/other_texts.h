// Texts that go with a document and are no policy: an advert, minutes, news, tips.
#pragma once

#include "checker/documents/annotated_text.h"
#include "checker/documents/document.h"
#include "checker/documents/term_index.h"

namespace toets {

/// Marks the clauses of sections that are such a text, by their heading or by what is only said in
/// one; the whole document when it opens with such a heading. Needs the hits of cues.
void mark_other_texts(const Document& document, const TermIndex& index, AnnotatedText& text);

}  // namespace toets
