// Text as it stands on a page of a report.
#pragma once

#include <string>
#include <vector>

namespace toets {

/// Lines in the making. Invariant: none that it wraps is wider than the page.
class TextPage {
  public:
    void line(const std::string& text) { text_ += text + '\n'; }
    /// Lines that were made elsewhere.
    void raw(const std::string& lines) { text_ += lines; }
    /// Text behind a label (none when empty), its lines under each other.
    void paragraph(std::size_t indent, const std::string& label, const std::string& text);
    /// A label with several texts under each other; nothing without texts.
    void list(const std::string& label, const std::vector<std::string>& texts);

    const std::string& made() const { return text_; }

  private:
    std::string text_;
};

}  // namespace toets
