#include "checker/report/text_page.h"

#include <algorithm>
#include <array>

#include "checker/text/source.h"

namespace toets {
namespace {

constexpr std::size_t width = 100;
constexpr std::size_t label_width = 10;

}  // namespace

std::string TextPage::coloured(const char* code, const std::string& text) const {
    return colours_ ? std::string("\033[") + code + "m" + text + "\033[0m" : text;
}

void TextPage::marked(std::size_t indent, Colour colour, const std::string& mark,
                      const std::string& text) {
    constexpr std::array<const char*, 3> codes = {"1;31", "1;33", "36"};
    wrap(indent, "",
         coloured(codes[static_cast<std::size_t>(colour)], mark) + ": " + visible(text));
}

void TextPage::paragraph(std::size_t indent, const std::string& label, const std::string& text) {
    wrap(indent, label, visible(text));
}

void TextPage::wrap(std::size_t indent, const std::string& label, const std::string& text) {
    const std::size_t left = indent + (label.empty() ? 0 : label_width);
    std::string current(indent, ' ');
    current += label;
    if (!label.empty()) current.resize(std::max(current.size(), left), ' ');
    std::size_t used = code_points(current);
    bool first = true;
    std::size_t at = 0;
    if (!label.empty() &&
        code_points(label) + 2 > label_width) {  // a long label stands on its own line
        add(current);
        current.assign(left, ' ');
        used = left;
    }
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        const std::size_t length = code_points(word);
        if (length == 0) {  // several blanks are one
            at = end + 1;
            continue;
        }
        if (!first && used + 1 + length > width) {
            add(current);
            current.assign(left, ' ');
            used = left;
            first = true;
        }
        if (!first) {
            current += ' ';
            ++used;
        }
        current += word;
        used += length;
        first = false;
        at = end + 1;
    }
    add(current);
}

void TextPage::list(const std::string& label, const std::vector<std::string>& texts) {
    constexpr std::size_t indent = 4;
    for (const std::string& each : texts) {
        const bool first = &each == &texts.front();
        paragraph(first ? indent : indent + label_width, first ? label : "", each);
    }
}

}  // namespace toets
