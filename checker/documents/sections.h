// Which blocks stand under which heading.
#pragma once

#include "checker/documents/annotated_text.h"
#include "checker/documents/document.h"

namespace toets {

/// Gives every block its heading, and every heading the end of its section and the heading above
/// it. A name with no more than a date or a figure under it, in a row of them, is a label and heads
/// no section: a list of holidays whose table was lost.
void place_sections(const Document& document, AnnotatedText& text);

}  // namespace toets
