// The readers, one for each format. Each fills blocks, pages and problems of the document; what
// they can't read they report, and they never throw on bad input.
#pragma once

#include <string>
#include <string_view>

#include "checker/documents/document.h"

namespace toets {

class PackedFile;

/// Notes a problem. Returns false, so that a reader can stop with it.
bool report(Document& document, ReadProblem::Kind kind, std::string detail);

/// Says that an empty document is empty, and whether a document can be judged.
void settle(Document& document);

/// Whether a line is a heading of Markdown: one to six "#" and a space, or underlined with "=".
bool has_markdown_heading(std::string_view text);

/// The text from its first tag that is no comment and no XML declaration.
std::string_view from_first_tag(std::string_view text);

/// Whether a text is a page, by the tag that it opens with and those that it holds. Markdown with
/// a heading is none, whatever tags stand in it, nor is text that has a tag between its words.
bool is_html(std::string_view text);

/// Reads a text of one format, decoded to UTF-8 before.
using TextReader = void (*)(const std::string& text, const ReadLimits& limits, Document& document);

/// Markdown when it has such a heading, else plain text; decoded to UTF-8 before. `html` reads the
/// raw HTML in Markdown; without one its lines are text.
void read_markdown_or_plain(const std::string& text, const ReadLimits& limits, TextReader html,
                            Document& document);

/// PDF, by its text boxes; needs bytes that start as a PDF. With `ocr`, pages without text by what
/// tesseract sees on them.
void read_pdf(std::string_view bytes, const ReadLimits& limits, bool ocr, Document& document);

/// Whether a packed file holds a Word text.
bool is_docx(const PackedFile& file);

/// Word (Office Open XML); needs a file that `is_docx`.
void read_docx(const PackedFile& file, const ReadLimits& limits, Document& document);

/// Its unpacked parts; one that the file lacks is an empty text.
struct WordParts {
    std::string_view body, styles, footnotes, endnotes;
};
void read_docx_xml(const WordParts& parts, const ReadLimits& limits, Document& document);

/// OpenDocument text; needs a file that holds content.xml.
void read_odt(const PackedFile& file, const ReadLimits& limits, Document& document);

/// The same from its unpacked parts, or from a flat one (.fodt), which holds its own styles.
void read_odt_xml(std::string_view content, std::string_view styles, const ReadLimits& limits,
                  Document& document);

/// HTML, decoded to UTF-8 before, as browsers read it: nothing in it is an error.
void read_html(const std::string& text, const ReadLimits& limits, Document& document);

/// Markdown (CommonMark), decoded to UTF-8 before; `html` as above.
void read_markdown(const std::string& text, const ReadLimits& limits, TextReader html,
                   Document& document);

/// Plain text, decoded to UTF-8 before; headings are recognised by their form.
void read_plain_text(const std::string& text, Document& document);

}  // namespace toets
