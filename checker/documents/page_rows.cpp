// Puts back together what stands at one height on a page.
#include "checker/documents/page_rows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include "checker/documents/line_form.h"

namespace toets {
namespace {

constexpr int cell_words_max = 5;
constexpr std::size_t row_lines_max = 64;  ///< Looked at on either side; no honest row has more.

bool at_same_height(const PageLine& a, const PageLine& b) {
    const double middle = (b.top + b.bottom) / 2;
    return middle > a.top && middle < a.bottom;
}

bool is_bullet(const PageLine& line) {
    return line.text.size() <= 4 && list_mark(line.text + " ") > line.text.size();
}

bool is_cell(const PageLine& line) {
    const auto counts = word_counts(line.text);
    return counts.words + counts.numbers > 0 && counts.words <= cell_words_max &&
           !ends_with_punctuation(line.text);
}

/// Lines of one page, by number in the whole. Removed lines keep their place with an empty text.
class PageRows {
  public:
    PageRows(std::vector<PageLine>& lines, std::size_t first, std::size_t end) : lines_(lines) {
        for (auto i = first; i < end; ++i) by_height_.push_back(i);
        std::stable_sort(by_height_.begin(), by_height_.end(), [&](std::size_t a, std::size_t b) {
            return lines_[a].top < lines_[b].top;
        });
    }

    void join() {
        for (std::size_t at = 0; at < by_height_.size(); ++at)
            if (is_bullet(lines_[by_height_[at]])) join_bullet(at);
        for (std::size_t at = 0; at < by_height_.size(); ++at) join_cells(at);
    }

  private:
    /// The lines at the height of the one at `at` in the order of height, itself included.
    std::vector<std::size_t> same_height(std::size_t at) const {
        const auto& line = lines_[by_height_[at]];
        std::vector<std::size_t> row;
        auto start = at;
        while (start > 0 && at - start < row_lines_max &&
               lines_[by_height_[start - 1]].top > line.top - line.size - 1)
            --start;
        for (auto i = start; i < std::min(by_height_.size(), at + row_lines_max); ++i) {
            const auto& other = lines_[by_height_[i]];
            if (other.top > line.bottom) break;
            const bool beside = other.column == line.column && at_same_height(line, other);
            if (!other.text.empty() && beside) row.push_back(by_height_[i]);
        }
        return row;
    }

    void join_bullet(std::size_t at) {
        const auto bullet = by_height_[at];
        std::size_t item = bullet;
        for (const auto i : same_height(at)) {
            if (i == bullet || lines_[i].left < lines_[bullet].right) continue;
            if (item == bullet || lines_[i].left < lines_[item].left) item = i;
        }
        if (item == bullet) return;
        lines_[item].text = lines_[bullet].text + " " + lines_[item].text;
        lines_[bullet].text.clear();
    }

    /// Whether the second line stands right under the first, at the same margin, or at the top of
    /// the next column or page.
    bool is_next(std::size_t above, std::size_t below) const {
        const auto& a = lines_[above];
        const auto& b = lines_[below];
        const double gap = b.top - a.bottom;
        if (a.page != b.page || b.top < a.top - a.size) return true;
        return std::abs(a.left - b.left) < a.size * 1.5 && gap > -a.size * 0.6 &&
               gap < a.size * 0.6;
    }

    /// Whether a sentence runs on from one line to the other, as it does not between cells.
    bool runs_on(std::size_t above, std::size_t below) const {
        const auto& a = lines_[above].text;
        const auto& b = lines_[below].text;
        return is_next(above, below) && !ends_sentence(a) &&
               (a.ends_with('-') || (word_counts(a).words >= 3 && starts_small(b)));
    }

    /// Whether the line is of a paragraph, so that what stands beside it is another column.
    bool is_running_text(std::size_t i) const {
        return (i > 0 && runs_on(i - 1, i)) || (i + 1 < lines_.size() && runs_on(i, i + 1));
    }

    /// The lines of the row around the one at `at` that are its cells, from left to right. Running
    /// text of another column of the page ends the row.
    std::vector<std::size_t> cells_around(std::size_t at) const {
        const auto& line = lines_[by_height_[at]];
        auto row = same_height(at);
        std::sort(row.begin(), row.end(),
                  [&](std::size_t a, std::size_t b) { return lines_[a].left < lines_[b].left; });
        const auto is_other = [&](std::size_t i) {
            return !is_cell(lines_[i]) || std::abs(lines_[i].size - line.size) > 0.3 ||
                   is_running_text(i);
        };
        const auto here = std::find(row.begin(), row.end(), by_height_[at]);
        if (here == row.end() || is_other(*here)) return {};
        const auto before = std::find_if(std::make_reverse_iterator(here), row.rend(), is_other);
        return {before.base(), std::find_if(here, row.end(), is_other)};
    }

    void join_cells(std::size_t at) {
        if (lines_[by_height_[at]].text.empty() || !is_cell(lines_[by_height_[at]])) return;
        const auto row = cells_around(at);
        if (row.size() < 2) return;
        const auto place = *std::min_element(row.begin(), row.end());
        std::string text;
        for (const auto i : row) {
            if (!text.empty()) text += " | ";
            text += lines_[i].text;
            if (i != place) lines_[i].text.clear();
        }
        lines_[place].text = text;
        lines_[place].left = lines_[row.front()].left;
        lines_[place].right = lines_[row.back()].right;
    }

    std::vector<PageLine>& lines_;
    std::vector<std::size_t> by_height_;
};

}  // namespace

void join_rows(std::vector<PageLine>& lines) {
    for (std::size_t first = 0; first < lines.size();) {
        auto end = first;
        while (end < lines.size() && lines[end].page == lines[first].page) ++end;
        PageRows(lines, first, end).join();
        first = end;
    }
    std::erase_if(lines, [](const PageLine& line) { return line.text.empty(); });
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool same_page = i > 0 && lines[i - 1].page == lines[i].page;
        lines[i].number = same_page ? lines[i - 1].number + 1 : 1;
    }
}

}  // namespace toets
