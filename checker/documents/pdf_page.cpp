// One page of a PDF, with poppler.
#include "checker/documents/pdf_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>

#include "checker/documents/characters.h"
#include "checker/documents/decode.h"
#include "checker/documents/line_form.h"

namespace toets {
namespace {

constexpr double look_pixels = 100;      ///< Size at which a page without text is looked at.
constexpr double picture_dpi = 300;      ///< What tesseract reads best.
constexpr double picture_pixels = 4200;  ///< The longest side; A4 at 300 dpi has 3508.
/// A box reaches from the descender to the ascender: more than the size of its type.
constexpr double box_to_type_size = 0.87;

constexpr double word_gap = 0.15;  ///< Against the height of a line.
constexpr double cell_gap = 1.8;   ///< Wider than any space between words of a justified line.

bool is_bold(const poppler::text_box& box) {
    const std::string font = box.get_font_name();
    return font.find("Bold") != std::string::npos || font.find("bold") != std::string::npos ||
           font.find("Black") != std::string::npos || font.find("Heavy") != std::string::npos ||
           font.find("Demi") != std::string::npos;
}

/// Whether the box stands on the line: at its height and to the right of it.
bool is_on_line(const PageLine& line, const poppler::rectf& box) {
    const double middle = (box.top() + box.bottom()) / 2;
    return middle > line.top && middle < line.bottom && box.left() > line.right - box.height();
}

/// Counts characters that no text has: what a font without a table of its letters leaves.
class LetterCount {
  public:
    void add(const poppler::ustring& utf16) {
        for (const auto unit : utf16) {
            ++all_;
            const bool control = unit < 0x20 || (unit >= 0x7F && unit < 0xA0);
            if (control || unit == 0xFFFD) ++impossible_;
            if (unit >= 0xE000 && unit < 0xF900) ++private_;  // bullets, mostly
        }
    }
    bool are_unknown() const { return impossible_ * 20 > all_ || private_ * 3 > all_; }

  private:
    std::size_t all_ = 0;
    std::size_t impossible_ = 0;
    std::size_t private_ = 0;
};

PageLine line_at(const poppler::rectf& place, std::uint32_t page, std::size_t number,
                 double page_height) {
    PageLine line;
    line.page = page;
    line.number = static_cast<std::uint32_t>(number);
    line.page_height = page_height;
    line.left = place.left();
    line.top = place.top();
    line.bottom = place.bottom();
    return line;
}

}  // namespace

void append_utf8(std::string& text, const poppler::ustring& utf16) {
    for (std::size_t at = 0; at < utf16.size(); ++at) {
        char32_t character = utf16[at];
        const bool leads = character >= 0xD800 && character < 0xDC00 && at + 1 < utf16.size();
        if (leads && utf16[at + 1] >= 0xDC00 && utf16[at + 1] < 0xE000)
            character = 0x10000 + ((character - 0xD800) << 10U) + (utf16[++at] - 0xDC00U);
        append_character(text, character);
    }
}

PageYield add_page_lines(const poppler::page& page, std::uint32_t number, bool fonts,
                         std::vector<PageLine>& lines) {
    const double height = page.page_rect().height();
    const auto first = lines.size();
    PageYield yield;
    LetterCount letters;
    bool space_due = false;
    std::size_t longest = 0;
    for (const auto& box : page.text_list(fonts ? poppler::page::text_list_include_font : 0)) {
        const auto place = box.bbox();
        if (lines.size() == first || !is_on_line(lines.back(), place)) {
            lines.push_back(line_at(place, number, lines.size() - first + 1, height));
            lines.back().bold = fonts;
            space_due = false;
            longest = 0;
        }
        auto& line = lines.back();
        const double gap = place.left() - line.right;
        if (gap > place.height() * cell_gap && word_counts(line.text).words > 0) {
            line.text += " | ";
            ++line.cell_gaps;
            line.gap_left = line.right;
            line.gap_right = place.left();
        } else if (!line.text.empty() && (space_due || gap > place.height() * word_gap)) {
            line.text += ' ';
        }
        const auto text = box.text();
        letters.add(text);
        const auto before = line.text.size();
        append_utf8(line.text, text);
        const auto added = line.text.size() - before;
        yield.bytes += added;
        line.right = place.right();
        if (fonts && box.has_font_info()) {
            line.size = std::max(line.size, box.get_font_size());
            line.bold = line.bold && is_bold(box);
        } else if (!fonts && added > longest) {
            line.size =
                place.height() * box_to_type_size;  // of its longest word: no bullet or sign
            longest = added;
        }
        space_due = box.has_space_after();
    }
    yield.letters_unknown = letters.are_unknown();
    if (yield.letters_unknown) lines.resize(first);
    for (auto i = first; i < lines.size(); ++i) lines[i].text = clean(lines[i].text);
    return yield;
}

bool shows_something(const poppler::page& page) {
    const auto rect = page.page_rect();
    const double longest = std::max(rect.width(), rect.height());
    if (!(longest > 0) || !poppler::page_renderer::can_render()) return true;
    poppler::page_renderer renderer;
    const double dpi = 72 * look_pixels / longest;
    const auto image = renderer.render_page(&page, dpi, dpi);
    if (!image.is_valid()) return true;
    const auto* bytes = reinterpret_cast<const unsigned char*>(image.const_data());
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const auto* pixel = bytes + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row() +
                                static_cast<std::ptrdiff_t>(x) * 4;
            if (pixel[0] < 245 || pixel[1] < 245 || pixel[2] < 245) return true;
        }
    return false;
}

GreyPicture picture_of(const poppler::page& page) {
    GreyPicture picture;
    const auto rect = page.page_rect();
    const double longest = std::max(rect.width(), rect.height());
    if (!(longest > 0) || !poppler::page_renderer::can_render()) return picture;
    const double dpi = std::min(picture_dpi, 72 * picture_pixels / longest);
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
    const auto image = renderer.render_page(&page, dpi, dpi);
    if (!image.is_valid() || image.format() != poppler::image::format_gray8) return picture;
    picture.width = image.width();
    picture.height = image.height();
    picture.dots_per_inch = static_cast<int>(std::lround(dpi));
    for (int y = 0; y < image.height(); ++y)
        picture.points.append(
            image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row(),
            static_cast<std::size_t>(image.width()));
    return picture;
}

}  // namespace toets
