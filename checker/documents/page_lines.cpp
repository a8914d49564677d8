// From lines on pages to blocks.
#include "checker/documents/page_lines.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "checker/documents/contents_table.h"
#include "checker/documents/decode.h"
#include "checker/documents/line_form.h"
#include "checker/text/ascii.h"

namespace toets {
namespace {

constexpr double margin_zone = 0.14;         ///< Head and foot, as a share of the page height.
constexpr double heading_size_ratio = 1.12;  ///< Against the type of the running text.
constexpr double paragraph_gap_sizes =
    0.35;  ///< Extra space, in type sizes, that parts paragraphs.
constexpr std::size_t heading_bytes_max = 140;

bool in_margin(const PageLine& line) {
    return line.bottom < line.page_height * margin_zone ||
           line.top > line.page_height * (1 - margin_zone);
}

std::string with_digits_masked(std::string_view text) {
    std::string masked;
    for (const char c : text) {
        if (!is_digit(c))
            masked += c;
        else if (masked.empty() || masked.back() != '#')
            masked += '#';
    }
    return masked;
}

bool is_page_number(const PageLine& line) {
    const auto masked = with_digits_masked(line.text);
    return masked == "#" || masked == "- # -" || masked == "– # –" || masked == "Pagina #" ||
           masked == "pagina #" || masked == "Pagina # van #" || masked == "# van #" ||
           masked == "# / #" || masked == "p. #";
}

/// What a browser prints above and below a page: date, time and title; address and page number.
bool is_browser_line(const PageLine& line) {
    const auto masked = with_digits_masked(line.text);
    const std::string_view text = masked;
    for (const std::string_view date : {"#/#/#, #:#", "#-#-#, #:#", "#-#-# #:#", "#.#.#, #:#"})
        if (text.starts_with(date)) return true;
    const bool address =
        text.starts_with("http://") || text.starts_with("https://") || text.starts_with("file:///");
    return address && (text.ends_with(" #/#") || text.ends_with(" # van #"));
}

/// The size that most characters have, to half a point.
double body_size(const std::vector<PageLine>& lines) {
    std::map<long, std::size_t> characters;
    for (const auto& line : lines) characters[std::lround(line.size * 2)] += line.text.size();
    const auto most = std::max_element(characters.begin(), characters.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    return most == characters.end() ? 0 : static_cast<double>(most->first) / 2;
}

/// The usual space between two lines of one paragraph.
double usual_gap(const std::vector<PageLine>& lines) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const double gap = lines[i].top - lines[i - 1].bottom;
        if (lines[i].page == lines[i - 1].page && std::abs(gap) < lines[i].size)
            gaps.push_back(gap);
    }
    if (gaps.empty()) return 0;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 3);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle;
}

class PageText {
  public:
    PageText(const std::vector<PageLine>& lines, const OutlineLevels& outline)
        : lines_(lines), outline_(outline), body_(body_size(lines)), gap_(usual_gap(lines)) {
        std::vector<std::string_view> views;
        views.reserve(lines.size());
        for (const auto& line : lines) views.emplace_back(line.text);
        contents_ = contents_lines(views);
        for (const auto& [title, level] : outline) titles_.emplace_back(title);
        std::sort(titles_.begin(), titles_.end());
        std::set<long, std::greater<>> sizes;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (is_large(i)) sizes.insert(std::lround(lines[i].size));
        heading_sizes_.assign(sizes.begin(), sizes.end());
    }

    std::vector<Block> read() {
        for (std::size_t i = 0; i < lines_.size();) i += read_lines(i);
        settle_numbered_levels();
        return std::move(blocks_);
    }

  private:
    /// Reads from line `i` on, and returns how many lines that were.
    std::size_t read_lines(std::size_t i) {
        const auto count = contents_[i] ? 0 : outline_title_lines(i);
        if (count < 2) {
            read_line(i);
            return 1;
        }
        add(BlockKind::heading, i, 0);
        for (auto next = i + 1; next < i + count; ++next) extend(next);
        blocks_.back().level = outline_.at(title_key(blocks_.back().text));
        return count;
    }

    /// How many lines from `i` on are together a title of the outline; 0 for none.
    std::size_t outline_title_lines(std::size_t i) const {
        constexpr std::size_t lines_max = 4;
        std::string text;
        for (std::size_t count = 1; count <= lines_max && i + count <= lines_.size(); ++count) {
            const auto& line = lines_[i + count - 1];
            if (line.page != lines_[i].page || text.size() > heading_bytes_max) return 0;
            join_line(text, line.text);
            const auto key = title_key(text);
            const auto title = std::lower_bound(titles_.begin(), titles_.end(), key);
            if (key.empty() || title == titles_.end() || !title->starts_with(key)) return 0;
            if (*title == key) return count > 1 && !stands_apart(i) ? 0 : count;
        }
        return 0;
    }

    /// Headings of one size may stand at several depths, which their numbers then tell.
    void settle_numbered_levels() {
        int top = 0;
        for (const auto& block : blocks_)
            if (is_numbered_by_form(block, 1) && (top == 0 || block.level < top)) top = block.level;
        if (top == 0) return;
        for (auto& block : blocks_)
            for (int depth = 2; depth <= 6; ++depth)
                if (is_numbered_by_form(block, depth)) block.level = std::min(top + depth - 1, 6);
    }

    /// Whether a block is a heading that the outline doesn't know, with a number of that depth.
    bool is_numbered_by_form(const Block& block, int depth) const {
        return block.kind == BlockKind::heading && numbering(block.text).depth == depth &&
               !outline_.contains(title_key(block.text));
    }

    void read_line(std::size_t i) {
        const auto& line = lines_[i];
        const auto mark = list_mark(line.text);
        if (contents_[i]) return add(BlockKind::contents_entry, i, 0);
        if (is_last_number_of_heading(i)) return extend(i);
        if (const int level = heading_level(i); level > 0) {
            if (continues_heading(i, level)) return extend(i);
            add(BlockKind::heading, i, 0);
            blocks_.back().level = level;
            return;
        }
        if (mark > 0) return add(BlockKind::list_item, i, mark);
        if (is_numbered_item(i)) return add(BlockKind::list_item, i, numbering(line.text).length);
        const bool has_cells = line.text.find(" | ") != std::string::npos;
        if (has_cells || (looks_like_table_row(line.text) && !continues_paragraph(i)))
            return add(BlockKind::table_row, i, 0);
        if (continues_paragraph(i)) return extend(i);
        add(BlockKind::paragraph, i, 0);
    }

    void add(BlockKind kind, std::size_t i, std::size_t mark) {
        Block block;
        block.kind = kind;
        block.text = lines_[i].text.substr(mark);
        block.page = lines_[i].page;
        block.line = lines_[i].number;
        blocks_.push_back(std::move(block));
    }

    void extend(std::size_t i) {
        auto& block = blocks_.back();
        join_line(block.text, lines_[i].text);
        if (block.page == lines_[i].page)
            block.line_starts.push_back(
                static_cast<std::uint32_t>(block.text.size() - lines_[i].text.size()));
    }

    bool is_large(std::size_t i) const {
        const auto& line = lines_[i];
        return body_ > 0 && line.size >= body_ * heading_size_ratio && !contents_[i] &&
               line.text.size() <= heading_bytes_max && !line.text.ends_with(',') &&
               word_counts(line.text).words > 0;
    }

    bool stands_apart(std::size_t i) const {
        return i == 0 || lines_[i].page != lines_[i - 1].page || widens(i) ||
               ends_sentence(lines_[i - 1].text) || blocks_.back().kind == BlockKind::heading;
    }

    /// More space above this line than lines of one paragraph have between them.
    bool widens(std::size_t i) const {
        const double gap = lines_[i].top - lines_[i - 1].bottom;
        return gap > gap_ + paragraph_gap_sizes * std::max(lines_[i].size, 1.0) ||
               lines_[i].top < lines_[i - 1].top - lines_[i].size;
    }

    int heading_level(std::size_t i) const {
        const auto& line = lines_[i];
        if (const auto title = outline_.find(title_key(line.text)); title != outline_.end())
            if (stands_apart(i) && (is_large(i) || line.bold || may_be_heading(line.text)))
                return title->second;
        if (is_large(i)) {
            const auto size =
                std::find(heading_sizes_.begin(), heading_sizes_.end(), std::lround(line.size));
            return std::min(static_cast<int>(size - heading_sizes_.begin()) + 1, 6);
        }
        const bool bold_line = line.bold && may_be_heading(line.text) && stands_apart(i) &&
                               i + 1 < lines_.size() && !lines_[i + 1].bold;
        if (!bold_line) return 0;
        return std::min(static_cast<int>(heading_sizes_.size()) + 1, 6);
    }

    /// A heading may take two lines of the same type; one with its own number is another heading.
    bool continues_heading(std::size_t i, int level) const {
        if (i == 0 || blocks_.empty() || lines_[i].page != lines_[i - 1].page) return false;
        const auto& last = blocks_.back();
        return last.kind == BlockKind::heading && last.level == level && !widens(i) &&
               std::abs(lines_[i].size - lines_[i - 1].size) < 0.3 &&
               numbering(lines_[i].text).depth == 0 &&
               !outline_.contains(title_key(lines_[i].text)) &&
               !outline_.contains(title_key(last.text));
    }

    /// Of a heading that takes two lines, the second may hold but a number: "Groep", "5".
    bool is_last_number_of_heading(std::size_t i) const {
        if (i == 0 || blocks_.empty() || blocks_.back().kind != BlockKind::heading) return false;
        const auto& line = lines_[i];
        const auto& above = lines_[i - 1];
        const auto counts = word_counts(line.text);
        const bool as_heading =
            line.size >= body_ * heading_size_ratio || (line.bold && above.bold);
        return counts.words == 0 && counts.numbers > 0 && as_heading && line.page == above.page &&
               std::abs(line.size - above.size) < 0.3 && !widens(i);
    }

    bool is_numbered_item(std::size_t i) const {
        const auto number = numbering(lines_[i].text);
        if (number.depth != 1 || lines_[i].bold) return false;
        const bool after = i > 0 && numbering(lines_[i - 1].text).last + 1 == number.last;
        const bool before =
            i + 1 < lines_.size() && numbering(lines_[i + 1].text).last == number.last + 1;
        return after || before || !blocks_.empty();
    }

    bool continues_paragraph(std::size_t i) const {
        if (i == 0 || blocks_.empty()) return false;
        const auto kind = blocks_.back().kind;
        if (kind != BlockKind::paragraph && kind != BlockKind::list_item) return false;
        if (lines_[i].page == lines_[i - 1].page && !widens(i)) return true;
        // A paragraph that runs on in the next column or on the next page.
        const bool breaks_off =
            !ends_with_punctuation(lines_[i - 1].text) || lines_[i - 1].text.ends_with(',');
        const bool moved =
            lines_[i].page != lines_[i - 1].page || lines_[i].top < lines_[i - 1].top;
        return moved && breaks_off && starts_small(lines_[i].text);
    }

    const std::vector<PageLine>& lines_;
    const OutlineLevels& outline_;
    std::vector<bool> contents_;
    std::vector<std::string_view> titles_;  ///< Of the outline, folded, in order.
    std::vector<long> heading_sizes_;       ///< Largest first.
    double body_;
    double gap_;
    std::vector<Block> blocks_;
};

}  // namespace

void remove_running_lines(std::vector<PageLine>& lines, std::uint32_t pages) {
    using Key = std::pair<std::string, long>;
    std::map<Key, std::set<std::uint32_t>> pages_of;
    const auto key = [](const PageLine& line) {
        return Key{with_digits_masked(line.text), std::lround(line.top / 4)};
    };
    for (const auto& line : lines)
        if (in_margin(line)) pages_of[key(line)].insert(line.page);
    // A page number is the outermost line: a figure between others is a cell of a table.
    std::map<std::uint32_t, std::pair<double, double>> edges;
    for (const auto& line : lines) {
        auto& [top, bottom] = edges.try_emplace(line.page, line.top, line.bottom).first->second;
        top = std::min(top, line.top);
        bottom = std::max(bottom, line.bottom);
    }
    const auto is_outermost = [&](const PageLine& line) {
        const auto& [top, bottom] = edges[line.page];
        const double height = line.bottom - line.top;
        return line.top - top < height || bottom - line.bottom < height;
    };
    // Left and right pages may differ, so a running line need not stand on half of the pages.
    const std::size_t many = std::max<std::size_t>(3, pages / 3);
    std::erase_if(lines, [&](const PageLine& line) {
        return in_margin(line) &&
               (((is_page_number(line) || is_browser_line(line)) && is_outermost(line)) ||
                pages_of[key(line)].size() >= many);
    });
}

std::vector<Block> blocks_from_lines(const std::vector<PageLine>& lines,
                                     const OutlineLevels& outline) {
    return PageText(lines, outline).read();
}

}  // namespace toets
