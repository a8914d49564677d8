// Plain text to blocks. There is no markup, so a heading is known by its form and its place: a
// short line that stops before the margin, does not end a sentence, and has text under it.
#include <algorithm>
#include <vector>

#include "checker/documents/contents_table.h"
#include "checker/documents/decode.h"
#include "checker/documents/line_form.h"
#include "checker/documents/readers.h"

namespace toets {
namespace {

constexpr int column_names_min = 2;  ///< "CITO" over a row is a heading.
constexpr std::size_t no_margin = static_cast<std::size_t>(-1) / 4;

struct SourceLine {
    std::string text;
    std::uint32_t number = 0;
    bool gap_before = false;  ///< A blank line stands before it.
    bool indented = false;
    char underline = 0;  ///< The sign of the line under it that is all of one sign.
};

/// The sign of which the whole line is made, as authors rule off a title or a part; 0 for text.
char ruled_with(std::string_view line) {
    constexpr std::size_t least = 3;
    const bool sign = std::string_view("-=~_*#+").find(line.front()) != std::string_view::npos;
    const bool same = line.find_first_not_of(line.front()) == std::string_view::npos;
    return line.size() >= least && sign && same ? line.front() : '\0';
}

std::vector<SourceLine> source_lines(const std::string& text) {
    std::vector<SourceLine> lines;
    std::uint32_t number = 0;
    bool gap = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const std::string_view raw(text.data() + at, end - at);
        ++number;
        at = end + 1;
        auto line = clean(raw);
        gap = gap || raw.find('\f') != std::string_view::npos;
        if (line.empty()) {
            gap = true;
            continue;
        }
        if (const char sign = ruled_with(line); sign != '\0') {
            if (!gap) lines.back().underline = sign;
            gap = true;
            continue;
        }
        lines.push_back(
            {std::move(line), number, gap, raw.starts_with(' ') || raw[0] == '\t', '\0'});
        gap = false;
    }
    return lines;
}

/// The width to which a text is set: a fifth of its lines or more come near to its longest.
/// Without such lines the author broke every line on purpose, and there is no margin.
std::size_t margin_of(const std::vector<SourceLine>& lines) {
    constexpr std::size_t full_share = 5;
    std::vector<std::size_t> widths;
    widths.reserve(lines.size());
    for (const auto& line : lines) widths.push_back(line.text.size());
    std::sort(widths.begin(), widths.end());
    const auto longest = widths.empty() ? 0 : widths[widths.size() - 1 - widths.size() / 20];
    const auto full = std::count_if(widths.begin(), widths.end(),
                                    [&](std::size_t width) { return width * 6 >= longest * 5; });
    if (static_cast<std::size_t>(full) * full_share < widths.size()) return no_margin;
    return std::max<std::size_t>(longest, 50);
}

/// For each line how many abbreviations name columns from there on: "VWO HAVO VMBO-t" over rows of
/// figures, also where the names are broken in lines. 0 for a line that is over no such rows.
std::vector<int> column_names(const std::vector<SourceLine>& lines) {
    std::vector<int> names(lines.size());
    for (std::size_t i = lines.size(); i-- > 0;) {
        const int own = abbreviations(lines[i].text);
        if (own == 0 || i + 1 == lines.size() || lines[i + 1].gap_before) continue;
        const bool over_row = looks_like_table_row(lines[i + 1].text);
        if (over_row || names[i + 1] > 0) names[i] = own + (over_row ? 0 : names[i + 1]);
    }
    return names;
}

/// Turns lines into blocks, one after the other.
class PlainText {
  public:
    PlainText(const std::string& text, Document& document)
        : lines_(source_lines(text)), margin_(margin_of(lines_)), document_(document) {
        std::vector<std::string_view> views;
        views.reserve(lines_.size());
        for (const auto& line : lines_) views.emplace_back(line.text);
        contents_ = contents_lines(views);
        column_names_ = column_names(lines_);
    }

    void read() {
        for (std::size_t i = 0; i < lines_.size(); ++i) read_line(i);
    }

  private:
    void read_line(std::size_t i) {
        const auto& line = lines_[i];
        const auto mark = list_mark(line.text);
        const auto number = numbering(line.text);
        if (contents_[i]) {
            add(BlockKind::contents_entry, i, 0);
        } else if (mark > 0) {
            add(BlockKind::list_item, i, mark);
        } else if (is_numbered_item(i)) {
            add(BlockKind::list_item, i, number.length);
        } else if (is_heading(i)) {
            add(BlockKind::heading, i, 0);
            document_.blocks.back().level = heading_level(i);
        } else if (looks_like_table_row(line.text)) {
            add(BlockKind::table_row, i, 0);
        } else if (continues_list_without_marks(i)) {
            add(BlockKind::list_item, i, 0);
        } else if (continues_block(i)) {
            auto& block = document_.blocks.back();
            join_line(block.text, line.text);
            block.line_starts.push_back(
                static_cast<std::uint32_t>(block.text.size() - line.text.size()));
        } else {
            add(BlockKind::paragraph, i, 0);
        }
    }

    void add(BlockKind kind, std::size_t i, std::size_t mark) {
        Block block;
        block.kind = kind;
        block.text = lines_[i].text.substr(mark);
        block.line = lines_[i].number;
        document_.blocks.push_back(std::move(block));
    }

    /// The next word would have fitted, so the author chose to stop here.
    bool stops_early(std::size_t i) const {
        if (i + 1 >= lines_.size() || lines_[i + 1].gap_before) return true;
        const auto& next = lines_[i + 1].text;
        const auto word = std::min(next.find(' '), next.size());
        return lines_[i].text.size() + 1 + word <= margin_;
    }

    bool is_numbered_item(std::size_t i) const {
        const auto number = numbering(lines_[i].text);
        if (number.depth != 1) return false;
        const auto follows = [&](std::size_t a, std::size_t b) {
            const auto first = numbering(lines_[a].text);
            const auto second = numbering(lines_[b].text);
            return first.depth == 1 && second.depth == 1 && second.last == first.last + 1;
        };
        return (i > 0 && !lines_[i].gap_before && follows(i - 1, i)) ||
               (i + 1 < lines_.size() && !lines_[i + 1].gap_before && follows(i, i + 1));
    }

    bool starts_fresh(std::size_t i) const {
        if (i == 0 || lines_[i].gap_before || contents_[i - 1]) return true;
        const auto& previous = lines_[i - 1].text;
        const auto kind = document_.blocks.back().kind;
        return ends_sentence(previous) || previous.back() == ':' || previous.back() == ']' ||
               kind == BlockKind::heading || kind == BlockKind::table_row ||
               (previous.back() != ',' && stops_early(i - 1));
    }

    bool is_heading(std::size_t i) const {
        if (lines_[i].underline != '\0' && may_be_heading(lines_[i].text))
            return i + 1 < lines_.size();
        if (!may_be_heading(lines_[i].text) || !stops_early(i) || !starts_fresh(i)) return false;
        if (lines_[i].text.back() == '?' && i > 0 && !lines_[i].gap_before) return false;
        if (column_names_[i] >= column_names_min) return false;
        return i + 1 < lines_.size() && !contents_[i + 1];
    }

    int heading_level(std::size_t i) {
        if (const int depth = numbering(lines_[i].text).depth; depth > 0) {
            numbered_level_ = depth;
            return depth;
        }
        if (const char sign = lines_[i].underline; sign != '\0') return sign == '=' ? 1 : 2;
        const bool first = document_.blocks.size() == 1;
        if (first && may_be_heading(lines_[i + 1].text)) return 1;
        if (is_all_capitals(lines_[i].text)) return 1;
        return std::min(numbered_level_ + 1, 6);
    }

    /// After "we doen dit:" short lines that start small are items, also without a bullet.
    bool continues_list_without_marks(std::size_t i) const {
        if (i == 0 || !stops_early(i) || !starts_small(lines_[i].text)) return false;
        const auto& last = document_.blocks.back();
        if (ends_sentence(lines_[i].text) && last.kind == BlockKind::paragraph) return false;
        const bool after_colon = last.kind == BlockKind::paragraph && last.text.ends_with(':');
        const bool after_item = last.kind == BlockKind::list_item && stops_early(i - 1);
        return after_colon || after_item;
    }

    bool continues_block(std::size_t i) const {
        if (i == 0 || lines_[i].gap_before) return false;
        const auto kind = document_.blocks.back().kind;
        if (kind == BlockKind::list_item) return !stops_early(i - 1) || lines_[i].indented;
        if (kind != BlockKind::paragraph) return false;
        const auto& previous = lines_[i - 1].text;
        const bool goes_on = !ends_with_punctuation(previous) || previous.back() == ',';
        return goes_on || previous.size() * 3 >= margin_ * 2;
    }

    std::vector<SourceLine> lines_;
    std::vector<bool> contents_;
    std::vector<int> column_names_;
    std::size_t margin_;
    int numbered_level_ = 1;
    Document& document_;
};

}  // namespace

void read_plain_text(const std::string& text, Document& document) {
    PlainText(text, document).read();
}

}  // namespace toets
