// Decides by content which reader a file needs, and keeps its limits.
#include <algorithm>
#include <cctype>
#include <exception>
#include <new>
#include <utility>

#include "checker/documents/decode.h"
#include "checker/documents/document.h"
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

bool starts_with_tag(std::string_view text, std::string_view tag) {
    const auto start = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (start == std::string_view::npos || text.size() - start < tag.size()) return false;
    return std::equal(
        tag.begin(), tag.end(), text.begin() + static_cast<std::ptrdiff_t>(start),
        [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
}

/// An OLE file: a Word file of before 2007, or a newer one that is packed with a password.
bool report_compound_file(std::string_view bytes, Document& document) {
    using namespace std::string_view_literals;
    constexpr auto package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    if (bytes.find(package) != std::string_view::npos)
        return report(document, ReadProblem::Kind::encrypted, "docx");
    return report(document, ReadProblem::Kind::unknown_format, "ole");
}

void read_text(std::string_view bytes, const ReadLimits& limits, Document& document) {
    const auto decoded = decode_text(bytes);
    if (!decoded) {
        report(document, ReadProblem::Kind::unknown_format, "binary");
        return;
    }
    if (starts_with_tag(decoded->text, "<!doctype html") ||
        starts_with_tag(decoded->text, "<html") || starts_with_tag(decoded->text, "<?xml")) {
        report(document, ReadProblem::Kind::unknown_format, "html");
        return;
    }
    const bool markdown = has_markdown_heading(decoded->text);
    document.format = markdown ? Format::markdown : Format::text;
    const auto limit =
        markdown ? std::min(markdown_bytes_max, limits.text_bytes_max) : limits.text_bytes_max;
    if (decoded->text.size() > limit) {
        report(document, ReadProblem::Kind::too_large, "text");
        return;
    }
    if (decoded->damaged) report(document, ReadProblem::Kind::wrong_encoding, "utf-16");
    if (markdown) {
        read_markdown(decoded->text, limits, document);
    } else {
        read_plain_text(decoded->text, document);
    }
}

void read_by_content(std::string_view bytes, const ReadLimits& limits, Document& document) {
    constexpr std::size_t pdf_head = 1024;  // a PDF may have rubbish before its first line
    if (bytes.size() > limits.bytes_max) {
        report(document, ReadProblem::Kind::too_large, "file");
    } else if (bytes.substr(0, pdf_head).find("%PDF-") != std::string_view::npos) {
        read_pdf(bytes, limits, document);
    } else if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
        read_docx(bytes, limits, document);
    } else if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        report_compound_file(bytes, document);
    } else {
        read_text(bytes, limits, document);
    }
}

bool leaves_the_rest_readable(const ReadProblem& problem) {
    return problem.kind == ReadProblem::Kind::no_text_on_pages ||
           problem.kind == ReadProblem::Kind::wrong_encoding;
}

}  // namespace

Document read_document(std::string name, std::string_view bytes, const ReadLimits& limits) {
    Document document;
    document.name = std::move(name);
    try {
        read_by_content(bytes, limits, document);
    } catch (const std::bad_alloc&) {
        report(document, ReadProblem::Kind::too_large, "memory");
    } catch (const std::exception& error) {
        // The libraries report by value; whatever one of them still throws ends here.
        report(document, ReadProblem::Kind::damaged, error.what());
    }
    if (document.blocks.empty() && document.problems.empty())
        report(document, ReadProblem::Kind::empty, "");
    document.readable =
        std::all_of(document.problems.begin(), document.problems.end(), leaves_the_rest_readable);
    return document;
}

}  // namespace toets
