// Decides by content which reader a file needs, and keeps its limits.
#include <algorithm>
#include <cctype>
#include <exception>
#include <new>
#include <utility>

#include "checker/documents/decode.h"
#include "checker/documents/document.h"
#include "checker/documents/packed_file.h"
#include "checker/documents/readers.h"

namespace toets {

bool report(Document& document, ReadProblem::Kind kind, std::string detail) {
    document.problems.push_back({kind, std::move(detail)});
    return false;
}

namespace {

constexpr std::size_t markdown_bytes_max = 4U << 20U;

/// A heading line of Markdown: one to six "#" and a space, or a line underlined with "=".
bool has_markdown_heading(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        const auto marks = line.find_first_not_of('#');
        if (marks >= 1 && marks <= 6 && marks < line.size() && line[marks] == ' ') return true;
        if (at > 0 && line.size() >= 3 && line.find_first_not_of('=') == std::string_view::npos)
            return true;
        at = end + 1;
    }
    return false;
}

bool same_letters(char a, char small) {
    return std::tolower(static_cast<unsigned char>(a)) == small;
}

bool starts_with_tag(std::string_view text, std::string_view tag) {
    return text.size() >= tag.size() &&
           std::equal(text.begin(), text.begin() + tag.size(), tag.begin(), same_letters);
}

/// The text from its first tag that is no comment and no XML declaration.
std::string_view from_first_tag(std::string_view text) {
    while (true) {
        const auto start = text.find_first_not_of(" \t\r\n");
        text.remove_prefix(std::min(start, text.size()));
        const bool comment = text.starts_with("<!--");
        if (!comment && !starts_with_tag(text, "<?xml")) return text;
        const auto end = text.find(comment ? "-->" : "?>");
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + (comment ? 3 : 2));
    }
}

bool is_html(std::string_view text) {
    const auto opening = from_first_tag(text);
    for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body"})
        if (starts_with_tag(opening, tag)) return true;
    if (has_markdown_heading(text)) return false;
    for (const std::string_view tag :
         {"<div", "<section", "<article", "<main", "<h1", "<h2", "<h3", "<p>", "<p "})
        if (starts_with_tag(opening, tag)) return true;
    return false;
}

/// An OLE file: a Word file of before 2007, or a newer one that is packed with a password.
bool report_compound_file(std::string_view bytes, Document& document) {
    using namespace std::string_view_literals;
    constexpr auto package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    if (bytes.find(package) != std::string_view::npos)
        return report(document, ReadProblem::Kind::encrypted, "docx");
    return report(document, ReadProblem::Kind::unknown_format, "ole");
}

/// Reads a text, decoded, by the reader that its form asks for.
void read_decoded(const DecodedText& decoded, const ReadLimits& limits, Document& document) {
    const auto& text = decoded.text;
    const bool markdown = document.format == Format::unknown && has_markdown_heading(text);
    if (document.format == Format::unknown)
        document.format = markdown ? Format::markdown : Format::text;
    const auto limit =
        markdown ? std::min(markdown_bytes_max, limits.text_bytes_max) : limits.text_bytes_max;
    if (text.size() > limit) {
        report(document, ReadProblem::Kind::too_large, "text");
        return;
    }
    if (decoded.damaged) report(document, ReadProblem::Kind::wrong_encoding, "");
    if (document.format == Format::html) {
        read_html(text, limits, document);
    } else if (markdown) {
        read_markdown(text, limits, document);
    } else {
        read_plain_text(text, document);
    }
}

void read_text(std::string_view bytes, const ReadLimits& limits, Document& document) {
    auto decoded = decode_text(bytes);
    if (decoded && is_html(decoded->text)) {
        document.format = Format::html;
        decoded = decode_html(bytes);
    }
    if (!decoded) {
        report(document, ReadProblem::Kind::unknown_format, "binary");
        return;
    }
    const auto opening = from_first_tag(decoded->text);
    if (opening.starts_with("<office:document")) {
        read_odt_xml(decoded->text, "", limits, document);
    } else if (document.format == Format::unknown && decoded->text.starts_with("<?xml")) {
        report(document, ReadProblem::Kind::unknown_format, "xml");
    } else {
        read_decoded(*decoded, limits, document);
    }
}

/// A packed file is what its parts say; one that only holds other files is no document.
void read_packed(std::string_view bytes, const ReadLimits& limits, Document& document) {
    const PackedFile file(bytes, limits);
    if (file.problem()) {
        document.problems.push_back(*file.problem());
    } else if (is_docx(file)) {
        read_docx(file, limits, document);
    } else if (file.has("content.xml")) {
        read_odt(file, limits, document);
    } else {
        report(document, ReadProblem::Kind::unknown_format, "zip");
    }
}

void read_by_content(std::string_view bytes, const ReadLimits& limits, bool ocr,
                     Document& document) {
    constexpr std::size_t pdf_head = 1024;  // a PDF may have rubbish before its first line
    if (bytes.size() > limits.bytes_max) {
        report(document, ReadProblem::Kind::too_large, "file");
    } else if (bytes.substr(0, pdf_head).find("%PDF-") != std::string_view::npos) {
        read_pdf(bytes, limits, ocr, document);
    } else if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
        read_packed(bytes, limits, document);
    } else if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        report_compound_file(bytes, document);
    } else {
        read_text(bytes, limits, document);
    }
}

bool leaves_the_rest_readable(const ReadProblem& problem) {
    return problem.kind == ReadProblem::Kind::no_text_on_pages ||
           problem.kind == ReadProblem::Kind::no_unicode ||
           problem.kind == ReadProblem::Kind::no_ocr ||
           problem.kind == ReadProblem::Kind::wrong_encoding;
}

}  // namespace

Document read_document(std::string name, std::string_view bytes, const ReadLimits& limits,
                       bool ocr) {
    Document document;
    document.name = std::move(name);
    try {
        read_by_content(bytes, limits, ocr, document);
    } catch (const std::bad_alloc&) {
        report(document, ReadProblem::Kind::too_large, "memory");
    } catch (const std::exception& error) {
        // The libraries report by value; whatever one of them still throws ends here.
        report(document, ReadProblem::Kind::damaged, error.what());
    }
    if (document.blocks.empty() && document.problems.empty())
        report(document, ReadProblem::Kind::empty, "");
    document.readable =
        !document.blocks.empty() &&
        std::all_of(document.problems.begin(), document.problems.end(), leaves_the_rest_readable);
    return document;
}

}  // namespace toets
