// Where a text lists subjects instead of treating them.
#pragma once

#include "checker/documents/annotated_text.h"

namespace toets {

/// Marks the clauses and blocks that only name what stands elsewhere: enumerations of topics,
/// announced lists, tables of contents set as one paragraph. Needs the cues among the hits.
void mark_listings(const Document& document, const TermIndex& index, AnnotatedText& text);

}  // namespace toets
