// Decides by content which reader a file needs, and keeps its limits.
#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "checker/documents/decode.h"
#include "checker/documents/document.h"
#include "checker/documents/packed_file.h"
#include "checker/documents/readers.h"

namespace toets {

namespace {

/// An OLE file: a Word file of before 2007, or a newer one that is packed with a password.
bool report_compound_file(std::string_view bytes, Document& document) {
    using namespace std::string_view_literals;
    constexpr auto package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    if (bytes.find(package) != std::string_view::npos)
        return report(document, ReadProblem::Kind::encrypted, "docx");
    return report(document, ReadProblem::Kind::unknown_format, "ole");
}

struct Opening {
    std::string_view bytes;
    const char* format;
};

/// How files begin that people take for documents, and that hold no text that can be read.
constexpr Opening unreadable_openings[] = {
    {"{\\rtf", "rtf"},      {"\x89PNG\r\n", "picture"},   {"\xFF\xD8\xFF", "picture"},
    {"GIF8", "picture"},    {{"II*\0", 4}, "picture"},    {{"MM\0*", 4}, "picture"},
    {"\x1F\x8B", "packed"}, {"7z\xBC\xAF\x27", "packed"}, {"Rar!\x1A", "packed"},
};

const char* unreadable_format(std::string_view bytes) {
    for (const Opening& each : unreadable_openings)
        if (bytes.starts_with(each.bytes)) return each.format;
    return nullptr;
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
    } else if (decoded->text.size() > limits.text_bytes_max) {
        report(document, ReadProblem::Kind::too_large, "text");
    } else {
        if (decoded->damaged) report(document, ReadProblem::Kind::wrong_encoding, "");
        if (document.format == Format::html)
            read_html(decoded->text, limits, document);
        else
            read_markdown_or_plain(decoded->text, limits, read_html, document);
    }
}

/// Why a packed file is no text document: its kind, or the part that its kind promises.
ReadProblem packed_without_text(const PackedFile& file) {
    using Kind = ReadProblem::Kind;
    if (file.has("xl/workbook.xml")) return {Kind::unknown_format, "office:spreadsheet"};
    if (file.has("ppt/presentation.xml")) return {Kind::unknown_format, "office:presentation"};
    if (file.has("[Content_Types].xml")) return {Kind::no_part, "word/document.xml"};
    if (file.has("META-INF/manifest.xml") && file.has("styles.xml"))
        return {Kind::no_part, "content.xml"};
    return {Kind::unknown_format, "packed"};
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
        document.problems.push_back(packed_without_text(file));
    }
}

void read_by_content(std::string_view bytes, const ReadLimits& limits, bool ocr,
                     Document& document) {
    constexpr std::size_t pdf_head = 1024;  // a PDF may have rubbish before its first line
    if (bytes.empty()) {
        report(document, ReadProblem::Kind::no_bytes, "");
    } else if (bytes.size() > limits.bytes_max) {
        report(document, ReadProblem::Kind::too_large, "file");
    } else if (bytes.substr(0, pdf_head).find("%PDF-") != std::string_view::npos) {
        read_pdf(bytes, limits, ocr, document);
    } else if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
        read_packed(bytes, limits, document);
    } else if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        report_compound_file(bytes, document);
    } else if (const char* format = unreadable_format(bytes)) {
        report(document, ReadProblem::Kind::unknown_format, format);
    } else {
        read_text(bytes, limits, document);
    }
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
    } catch (const std::exception&) {
        // The libraries report by value; whatever one of them still throws ends here.
        report(document, ReadProblem::Kind::damaged, "contents");
    }
    settle(document);
    return document;
}

}  // namespace toets
