// PDF to lines on pages, with poppler. Words come in reading order, columns one after the other,
// with the size and the name of their font.
#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#include <poppler/cpp/poppler-toc.h>

#include "checker/documents/characters.h"
#include "checker/documents/decode.h"
#include "checker/documents/line_form.h"
#include "checker/documents/page_lines.h"
#include "checker/documents/page_rows.h"
#include "checker/documents/readers.h"

namespace toets {
namespace {

constexpr double look_pixels = 100;  ///< Size at which a page without text is looked at.
constexpr int outline_depth_max = 6;
constexpr std::size_t outline_entries_max = 5'000;

/// poppler's own conversion opens a converter for every word, which costs more than all the rest.
void append_utf8(std::string& text, const poppler::ustring& utf16) {
    for (std::size_t at = 0; at < utf16.size(); ++at) {
        char32_t character = utf16[at];
        const bool leads = character >= 0xD800 && character < 0xDC00 && at + 1 < utf16.size();
        if (leads && utf16[at + 1] >= 0xDC00 && utf16[at + 1] < 0xE000)
            character = 0x10000 + ((character - 0xD800) << 10U) + (utf16[++at] - 0xDC00U);
        append_character(text, character);
    }
}

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

/// Appends the lines of a page. Returns the bytes of text on it.
std::size_t add_page_lines(const poppler::page& page, std::uint32_t number,
                           std::vector<PageLine>& lines) {
    const double height = page.page_rect().height();
    const auto first = lines.size();
    std::size_t bytes = 0;
    bool space_due = false;
    for (const auto& box : page.text_list(poppler::page::text_list_include_font)) {
        const auto place = box.bbox();
        if (lines.size() == first || !is_on_line(lines.back(), place)) {
            PageLine line;
            line.page = number;
            line.number = static_cast<std::uint32_t>(lines.size() - first + 1);
            line.page_height = height;
            line.left = place.left();
            line.top = place.top();
            line.bottom = place.bottom();
            line.bold = true;
            lines.push_back(std::move(line));
            space_due = false;
        }
        auto& line = lines.back();
        const bool apart = place.left() - line.right > place.height() * 0.15;
        if (!line.text.empty() && (space_due || apart)) line.text += ' ';
        const auto before = line.text.size();
        append_utf8(line.text, box.text());
        bytes += line.text.size() - before;
        line.right = place.right();
        if (box.has_font_info()) {
            line.size = std::max(line.size, box.get_font_size());
            line.bold = line.bold && is_bold(box);
        }
        space_due = box.has_space_after();
    }
    for (auto i = first; i < lines.size(); ++i) lines[i].text = clean(lines[i].text);
    return bytes;
}

/// Whether anything is drawn on a page: a blank page misses no text, a scan does.
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

void add_outline(const poppler::toc_item* item, int level, OutlineLevels& levels) {
    if (item == nullptr || level > outline_depth_max) return;
    for (const auto* child : item->children()) {
        if (levels.size() >= outline_entries_max) return;
        std::string title;
        append_utf8(title, child->title());
        const auto key = title_key(clean(title));
        if (!key.empty()) levels.emplace(key, level);
        add_outline(child, level + 1, levels);
    }
}

OutlineLevels outline_of(const poppler::document& pdf) {
    OutlineLevels levels;
    const std::unique_ptr<poppler::toc> toc(pdf.create_toc());
    if (toc) add_outline(toc->root(), 1, levels);
    return levels;
}

void silence_poppler() {
    static std::once_flag once;
    std::call_once(
        once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

/// Notes the pages that hold no line and are not blank.
void note_textless_pages(const poppler::document& pdf, const std::vector<PageLine>& lines,
                         const ReadLimits& limits, Document& document) {
    std::vector<bool> has_text(document.pages + 1, false);
    for (const auto& line : lines) has_text[line.page] = true;
    std::uint32_t looked_at = 0;
    for (std::uint32_t number = 1; number <= document.pages; ++number) {
        if (has_text[number]) continue;
        bool shows = true;
        if (looked_at++ < limits.textless_pages_looked_at) {
            const std::unique_ptr<poppler::page> page(
                pdf.create_page(static_cast<int>(number) - 1));
            shows = !page || shows_something(*page);
        }
        if (shows) document.pages_without_text.push_back(number);
    }
    if (!document.pages_without_text.empty())
        report(document, ReadProblem::Kind::no_text_on_pages,
               std::to_string(document.pages_without_text.size()));
}

}  // namespace

void read_pdf(std::string_view bytes, const ReadLimits& limits, Document& document) {
    silence_poppler();
    document.format = Format::pdf;
    const std::unique_ptr<poppler::document> pdf(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!pdf) {
        report(document, ReadProblem::Kind::damaged, "pdf");
        return;
    }
    if (pdf->is_locked()) {
        report(document, ReadProblem::Kind::encrypted, "pdf");
        return;
    }
    const int pages = pdf->pages();
    if (pages <= 0 || static_cast<std::uint32_t>(pages) > limits.pages_max) {
        report(document, pages <= 0 ? ReadProblem::Kind::damaged : ReadProblem::Kind::too_large,
               std::to_string(pages) + " pages");
        return;
    }
    document.pages = static_cast<std::uint32_t>(pages);
    std::vector<PageLine> lines;
    std::size_t text_bytes = 0;
    for (int i = 0; i < pages; ++i) {
        const std::unique_ptr<poppler::page> page(pdf->create_page(i));
        if (page) text_bytes += add_page_lines(*page, static_cast<std::uint32_t>(i) + 1, lines);
        if (text_bytes > limits.text_bytes_max) {
            report(document, ReadProblem::Kind::too_large, "text");
            return;
        }
    }
    std::erase_if(lines, [](const PageLine& line) { return line.text.empty(); });
    remove_running_lines(lines, document.pages);
    join_rows(lines);
    note_textless_pages(*pdf, lines, limits, document);
    document.blocks = blocks_from_lines(lines, outline_of(*pdf));
}

}  // namespace toets
