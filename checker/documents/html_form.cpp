// Tells HTML from text by its tags: pages are also saved without the head that names them.
#include <algorithm>
#include <array>
#include <string>

#include "checker/documents/readers.h"
#include "checker/text/ascii.h"

namespace toets {
namespace {

/// Nothing but a page opens with these.
constexpr auto of_page = std::to_array<std::string_view>(
    {"html", "head", "body", "meta", "title", "link", "base", "frameset"});

/// These divide a page, and stand in Markdown only as a block of HTML.
constexpr auto of_block = std::to_array<std::string_view>(
    {"address", "article", "aside",    "blockquote", "caption",  "center", "dd",
     "details", "div",     "dl",       "dt",         "fieldset", "figure", "footer",
     "form",    "h1",      "h2",       "h3",         "h4",       "h5",     "h6",
     "header",  "hr",      "iframe",   "li",         "main",     "nav",    "noscript",
     "ol",      "p",       "pre",      "script",     "section",  "style",  "table",
     "tbody",   "td",      "template", "th",         "thead",    "tr",     "ul"});

/// These stand in Markdown too, between its words.
constexpr auto of_words = std::to_array<std::string_view>(
    {"a", "abbr", "b", "big", "br", "button", "em", "font", "i", "img", "input", "label", "mark",
     "small", "span", "strong", "sub", "sup", "u"});

template <std::size_t Count>
bool is_in(const std::array<std::string_view, Count>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The name of the element that a text opens or, with "/", closes at its start; empty for none.
std::string tag_at(std::string_view text) {
    constexpr std::size_t name_max = 10;
    if (!text.starts_with('<')) return {};
    text.remove_prefix(text.starts_with("</") ? 2 : 1);
    const auto is_of_name = [](char c) { return is_letter(c) || is_digit(c); };
    const auto end = static_cast<std::size_t>(
        std::find_if_not(text.begin(), text.end(), is_of_name) - text.begin());
    const bool ends =
        end < text.size() && std::string_view("> /\t\n").find(text[end]) != std::string_view::npos;
    return ends && end <= name_max ? in_small_letters(text.substr(0, end)) : std::string();
}

/// Whether a tag of a block stands in a text, or one that hides what is in it.
bool has_blocks(std::string_view text) {
    constexpr std::size_t attributes_max = 200;
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::string tag = tag_at(text.substr(at));
        if (is_in(of_block, tag) || is_in(of_page, tag)) return true;
        if (!is_in(of_words, tag)) continue;
        const auto within = text.substr(at, attributes_max);
        const std::string attributes = in_small_letters(within.substr(0, within.find('>')));
        for (const auto* hiding : {" hidden", "display:", "visibility:"})
            if (attributes.find(hiding) != std::string::npos) return true;
    }
    return false;
}

/// Whether a text holds the end of what no reader of a page sees, or of the page.
bool ends_page(std::string_view text) {
    for (auto at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 1))
        if (const std::string tag = tag_at(text.substr(at));
            tag == "script" || tag == "style" || tag == "body" || tag == "html")
            return true;
    return false;
}

}  // namespace

std::string_view from_first_tag(std::string_view text) {
    while (true) {
        const auto start = text.find_first_not_of(" \t\r\n");
        text.remove_prefix(std::min(start, text.size()));
        const bool comment = text.starts_with("<!--");
        if (!comment && in_small_letters(text.substr(0, 5)) != "<?xml") return text;
        const auto end = text.find(comment ? "-->" : "?>");
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + (comment ? 3 : 2));
    }
}

bool is_html(std::string_view text) {
    constexpr std::string_view doctype = "<!doctype html";
    const auto opening = from_first_tag(text);
    const std::string tag = tag_at(opening);
    if (is_in(of_page, tag) || in_small_letters(opening.substr(0, doctype.size())) == doctype)
        return true;
    if (has_markdown_heading(text)) return false;
    if (is_in(of_block, tag)) return true;
    // Paragraphs between empty lines are Markdown, also where a word in them is <b>bold</b>.
    if (is_in(of_words, tag))
        return has_blocks(opening) || opening.find("\n\n") == std::string_view::npos;
    return ends_page(opening);
}

}  // namespace toets
