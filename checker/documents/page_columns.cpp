// Puts the lines of pages in two columns in reading order.
#include "checker/documents/page_columns.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace toets {
namespace {

constexpr std::size_t column_lines_min = 8;
constexpr double step_points = 2;
constexpr double outer_share = 0.3;      ///< Of the width: nearer to the edge there is no gutter.
constexpr double margin_points = 15;     ///< A line that starts so near stands at the margin.
constexpr double full_line_share = 0.6;  ///< Of the column's width: such a line is running text.

using Lines = std::vector<PageLine>::iterator;

bool crosses(const PageLine& line, double x) { return line.left < x && line.right > x; }

/// Whether the lines on one side of the gutter are a column of text: most of them fill it.
bool is_column(Lines first, Lines end, double gutter, bool left_side) {
    std::size_t all = 0;
    std::size_t full = 0;
    double width = 0;
    const auto is_on_side = [&](const PageLine& line) {
        return left_side ? line.right <= gutter : line.left >= gutter;
    };
    for (auto line = first; line != end; ++line)
        if (is_on_side(*line)) width = std::max(width, line->right - line->left);
    for (auto line = first; line != end; ++line) {
        if (!is_on_side(*line)) continue;
        ++all;
        full += line->right - line->left >= width * full_line_share ? 1U : 0U;
    }
    return all >= column_lines_min && full * 2 >= all;
}

/// The place between two columns of a page; null when it isn't set so.
std::optional<double> gutter_of(Lines first, Lines end) {
    if (static_cast<std::size_t>(end - first) < column_lines_min * 2) return std::nullopt;
    double left = first->left;
    double right = first->right;
    for (auto line = first; line != end; ++line) {
        left = std::min(left, line->left);
        right = std::max(right, line->right);
    }
    const double outer = (right - left) * outer_share;
    auto fewest = static_cast<std::ptrdiff_t>(end - first);
    double gutter = 0;
    const auto steps = static_cast<int>((right - left - 2 * outer) / step_points);
    for (int step = 0; step <= steps; ++step) {
        const double x = left + outer + step * step_points;
        const auto crossing =
            std::count_if(first, end, [&](const PageLine& line) { return crosses(line, x); });
        if (crossing >= fewest) continue;
        fewest = crossing;
        gutter = x;
    }
    if (fewest * 5 > end - first || !is_column(first, end, gutter, true) ||
        !is_column(first, end, gutter, false))
        return std::nullopt;
    return gutter;
}

/// Parts the lines of both columns that stand at one height and were taken for one.
void part_lines(std::vector<PageLine>& lines, double gutter) {
    double margin = std::numeric_limits<double>::max();  // of the right column
    for (const auto& line : lines)
        if (line.left >= gutter) margin = std::min(margin, line.left);
    constexpr std::string_view mark = " | ";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& left = lines[i];
        const auto at = left.cell_gaps == 1 ? left.text.find(mark) : std::string::npos;
        if (at == std::string::npos || left.gap_left > gutter || left.gap_right < gutter ||
            left.gap_right > margin + margin_points)
            continue;
        PageLine right = left;
        right.text.erase(0, at + mark.size());
        right.left = left.gap_right;
        right.cell_gaps = 0;
        left.text.erase(at);
        left.right = left.gap_left;
        left.cell_gaps = 0;
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(right));
        ++i;
    }
}

/// Orders the lines of one page.
void order_page(std::vector<PageLine>& lines) {
    const auto gutter = gutter_of(lines.begin(), lines.end());
    if (!gutter) return;
    part_lines(lines, *gutter);
    const auto first = lines.begin();
    const auto end = lines.end();
    std::vector<double> crossing;
    for (auto line = first; line != end; ++line)
        if (crosses(*line, *gutter)) crossing.push_back(line->top);
    std::sort(crossing.begin(), crossing.end());
    // Between two lines over both columns stands a band: its left column, then its right one.
    const auto place = [&](const PageLine& line) {
        const auto above = std::lower_bound(crossing.begin(), crossing.end(), line.top);
        const auto band = (above - crossing.begin()) * 3;
        if (crosses(line, *gutter)) return band + 2;
        return line.left >= *gutter ? band + 1 : band;
    };
    for (auto line = first; line != end; ++line)
        if (!crosses(*line, *gutter)) line->column = line->left >= *gutter ? 2 : 1;
    // poppler may give a heading after the text of both columns, so their own order is by height.
    std::stable_sort(first, end, [&](const PageLine& a, const PageLine& b) {
        const auto [one, other] = std::pair(place(a), place(b));
        return one != other ? one < other : a.top < b.top;
    });
}

}  // namespace

void order_columns(std::vector<PageLine>& lines) {
    std::vector<PageLine> ordered;
    ordered.reserve(lines.size());
    for (auto first = lines.begin(); first != lines.end();) {
        const auto end = std::find_if(
            first, lines.end(), [&](const PageLine& line) { return line.page != first->page; });
        std::vector<PageLine> page(std::make_move_iterator(first), std::make_move_iterator(end));
        order_page(page);
        std::move(page.begin(), page.end(), std::back_inserter(ordered));
        first = end;
    }
    lines = std::move(ordered);
}

}  // namespace toets
