// Text that needs no library for files: Markdown, or plain.
#include <algorithm>
#include <utility>

#include "checker/documents/document.h"
#include "checker/documents/readers.h"

namespace toets {
namespace {

constexpr std::size_t markdown_bytes_max = 4U << 20U;

bool leaves_the_rest_readable(const ReadProblem& problem) {
    return problem.kind == ReadProblem::Kind::no_text_on_pages ||
           problem.kind == ReadProblem::Kind::no_unicode ||
           problem.kind == ReadProblem::Kind::no_ocr ||
           problem.kind == ReadProblem::Kind::wrong_encoding;
}

}  // namespace

bool report(Document& document, ReadProblem::Kind kind, std::string detail) {
    document.problems.push_back({kind, std::move(detail)});
    return false;
}

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

void read_markdown_or_plain(const std::string& text, const ReadLimits& limits, TextReader html,
                            Document& document) {
    const bool markdown = has_markdown_heading(text);
    document.format = markdown ? Format::markdown : Format::text;
    const auto limit =
        markdown ? std::min(markdown_bytes_max, limits.text_bytes_max) : limits.text_bytes_max;
    if (text.size() > limit)
        report(document, ReadProblem::Kind::too_large, "text");
    else if (markdown)
        read_markdown(text, limits, html, document);
    else
        read_plain_text(text, document);
}

void settle(Document& document) {
    if (document.blocks.empty() && document.problems.empty())
        report(document, ReadProblem::Kind::empty, "");
    document.readable =
        !document.blocks.empty() &&
        std::all_of(document.problems.begin(), document.problems.end(), leaves_the_rest_readable);
}

Document read_written(std::string name, const std::string& text) {
    Document document;
    document.name = std::move(name);
    read_markdown_or_plain(text, {}, nullptr, document);
    settle(document);
    return document;
}

}  // namespace toets
