// PDF to blocks, with poppler. Words come in reading order, columns one after the other; headings
// follow from the outline or from the size and the weight of their type.
#include <algorithm>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-toc.h>

#include "checker/documents/decode.h"
#include "checker/documents/line_form.h"
#include "checker/documents/page_columns.h"
#include "checker/documents/page_lines.h"
#include "checker/documents/page_range.h"
#include "checker/documents/page_rows.h"
#include "checker/documents/pdf_page.h"
#include "checker/documents/process_limits.h"
#include "checker/documents/readers.h"
#include "checker/documents/side_process.h"

namespace toets {
namespace {

constexpr int outline_depth_max = 6;
constexpr std::size_t outline_entries_max = 5'000;
constexpr std::size_t outline_pages_max = 3;  ///< For each title of an outline that is relied on.
constexpr std::uint32_t side_pages_min = 8;   ///< Fewer are not worth a process.
constexpr unsigned ocr_seconds_per_page = 60;

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

class PdfReader {
  public:
    PdfReader(const poppler::document& pdf, const ReadLimits& limits, Document& document)
        : pdf_(pdf), limits_(limits), document_(document), outline_(outline_of(pdf)) {}

    void read(bool ocr) {
        if (!read_lines()) return;
        std::erase_if(lines_, [](const PageLine& line) { return line.text.empty(); });
        remove_running_lines(lines_, document_.pages);
        order_columns(lines_);
        join_rows(lines_);
        note_textless_pages();
        document_.blocks = blocks_from_lines(lines_, outline_);
        if (ocr) read_pictures();
        report_unread_pages();
    }

  private:
    std::unique_ptr<poppler::page> page(std::uint32_t number) const {
        return std::unique_ptr<poppler::page>(pdf_.create_page(static_cast<int>(number) - 1));
    }

    PageRange read_range(std::uint32_t first, std::uint32_t last) const {
        // Asking for the fonts takes a fifth of the time. An outline that is more than a list of
        // chapters tells the headings without.
        const bool fonts = outline_.size() * outline_pages_max < document_.pages;
        PageRange range;
        for (std::uint32_t number = first; number <= last; ++number) {
            const auto here = page(number);
            if (!here) continue;
            const auto yield = add_page_lines(*here, number, fonts, range.lines);
            if (yield.letters_unknown) range.letters_unknown.push_back(number);
            if (range.bytes += yield.bytes; range.bytes > limits_.text_bytes_max) break;
        }
        return range;
    }

    /// Reads all pages; of a long document the second half beside the first.
    bool read_lines() {
        const auto middle =
            document_.pages < side_pages_min * 2 ? document_.pages : document_.pages / 2;
        std::optional<SideProcess> side;
        if (middle < document_.pages)
            side.emplace([&] { return bytes_of(read_range(middle + 1, document_.pages)); });
        auto range = read_range(1, middle);
        if (side) {
            const auto sent = side->take();
            auto rest = sent ? page_range_of(*sent) : std::nullopt;
            if (!rest) rest = read_range(middle + 1, document_.pages);
            range.bytes += rest->bytes;
            std::move(rest->lines.begin(), rest->lines.end(), std::back_inserter(range.lines));
            range.letters_unknown.insert(range.letters_unknown.end(), rest->letters_unknown.begin(),
                                         rest->letters_unknown.end());
        }
        letters_unknown_.assign(document_.pages + 1, false);
        for (const auto number : range.letters_unknown) letters_unknown_[number] = true;
        if (range.bytes > limits_.text_bytes_max)
            return report(document_, ReadProblem::Kind::too_large, "text");
        lines_ = std::move(range.lines);
        return true;
    }

    /// Notes the pages that hold no line and are not blank.
    void note_textless_pages() {
        std::vector<bool> has_text(document_.pages + 1, false);
        for (const auto& line : lines_) has_text[line.page] = true;
        std::uint32_t looked_at = 0;
        for (std::uint32_t number = 1; number <= document_.pages; ++number) {
            if (has_text[number]) continue;
            bool shows = true;
            if (!letters_unknown_[number] && looked_at++ < limits_.textless_pages_looked_at) {
                const auto here = page(number);
                shows = !here || shows_something(*here);
            }
            if (shows) document_.pages_without_text.push_back(number);
        }
    }

    /// Reads pages without text from their pictures; those that gave words are no longer without.
    void read_pictures() {
        auto& unread = document_.pages_without_text;
        if (unread.empty()) return;
        if (const auto missing = missing_for_ocr()) {
            report(document_, ReadProblem::Kind::no_ocr, *missing);
            return;
        }
        std::vector<std::uint32_t> left;
        std::uint32_t tried = 0;
        for (const auto number : unread)
            if (tried++ >= limits_.ocr_pages_max || !read_picture(number)) left.push_back(number);
        unread = std::move(left);
    }

    bool read_picture(std::uint32_t number) {
        start_clock_anew(ocr_seconds_per_page);
        const auto here = page(number);
        const auto picture = here ? picture_of(*here) : GreyPicture{};
        if (picture.width == 0) return false;
        const auto text = text_on(picture);
        if (!text) return false;
        Document recognised;
        read_plain_text(*text, recognised);
        for (auto& block : recognised.blocks) {
            block.page = number;
            block.from_ocr = true;
        }
        auto& blocks = document_.blocks;
        const auto place = std::find_if(blocks.begin(), blocks.end(),
                                        [&](const Block& block) { return block.page > number; });
        blocks.insert(place, std::make_move_iterator(recognised.blocks.begin()),
                      std::make_move_iterator(recognised.blocks.end()));
        return !recognised.blocks.empty();
    }

    void report_unread_pages() {
        std::size_t scans = 0;
        std::size_t unknown = 0;
        for (const auto number : document_.pages_without_text)
            ++(letters_unknown_[number] ? unknown : scans);
        if (scans > 0)
            report(document_, ReadProblem::Kind::no_text_on_pages, std::to_string(scans));
        if (unknown > 0) report(document_, ReadProblem::Kind::no_unicode, std::to_string(unknown));
    }

    const poppler::document& pdf_;
    const ReadLimits& limits_;
    Document& document_;
    OutlineLevels outline_;
    std::vector<PageLine> lines_;
    std::vector<bool> letters_unknown_;  ///< By page number.
};

}  // namespace

void read_pdf(std::string_view bytes, const ReadLimits& limits, bool ocr, Document& document) {
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
               "pages");
        return;
    }
    document.pages = static_cast<std::uint32_t>(pages);
    PdfReader(*pdf, limits, document).read(ocr);
}

}  // namespace toets
