// Text as it stands on a page of a report.
#pragma once

#include <string>
#include <vector>

#include "checker/text/unseen.h"

namespace toets {

enum class Colour { red, yellow, blue };

/// Lines in the making. Invariant: none that it wraps is wider than the page, and no text that it
/// is given ends a line, or colours one, by itself.
class TextPage {
  public:
    explicit TextPage(bool colours) : colours_(colours) {}

    void line(const std::string& text) { add(visible(text)); }
    void heading(const std::string& text) { add(coloured("1", visible(text))); }
    /// Lines that were made elsewhere, and are fit to be shown.
    void raw(const std::string& lines) { text_ += lines; }
    /// "MARK: text", with the mark in a colour.
    void marked(std::size_t indent, Colour colour, const std::string& mark,
                const std::string& text);
    /// Text behind a label (none when empty), its lines under each other.
    void paragraph(std::size_t indent, const std::string& label, const std::string& text);
    /// A label with several texts under each other; nothing without texts.
    void list(const std::string& label, const std::vector<std::string>& texts);

    const std::string& made() const { return text_; }

  private:
    void add(const std::string& line) { text_ += line + '\n'; }
    std::string coloured(const char* code, const std::string& text) const;
    void wrap(std::size_t indent, const std::string& label, const std::string& text);

    bool colours_;
    std::string text_;
};

}  // namespace toets
