// The readers, one for each format. Each fills blocks, pages and problems of the document; what
// they can't read they report, and they never throw on bad input.
#pragma once

#include <string>
#include <string_view>

#include "checker/documents/document.h"

namespace toets {

/// Notes a problem. Returns false, so that a reader can stop with it.
bool report(Document& document, ReadProblem::Kind kind, std::string detail);

/// PDF, by its text boxes; needs bytes that start as a PDF.
void read_pdf(std::string_view bytes, const ReadLimits& limits, Document& document);

/// Word (Office Open XML); needs bytes that start as a zip file.
void read_docx(std::string_view bytes, const ReadLimits& limits, Document& document);

/// Markdown (CommonMark), decoded to UTF-8 before.
void read_markdown(const std::string& text, const ReadLimits& limits, Document& document);

/// Plain text, decoded to UTF-8 before; headings are recognised by their form.
void read_plain_text(const std::string& text, Document& document);

}  // namespace toets
