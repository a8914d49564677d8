// Of whom a text speaks: of this school, or of any school, as the law and a word list do.
#pragma once

#include "checker/documents/annotated_text.h"
#include "checker/documents/document.h"
#include "checker/documents/term_index.h"

namespace toets {

/// Marks the clauses that hold for any school or another one: from the first that says so ("elke
/// school", "een school mag", "in Nederland") to where the writer speaks of itself or to the
/// reader, or the section ends. And those that define a word, with the sentences that go on about
/// it. Needs the hits of cues.
void mark_general(const Document& document, const TermIndex& index, AnnotatedText& text);

}  // namespace toets
