// Finds tables of contents by their form.
#include "checker/documents/contents_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>

#include "checker/documents/line_form.h"
#include "checker/documents/words.h"

namespace toets {
namespace {

constexpr std::size_t opening_lines_min = 60;  ///< A table stands within these, or ...
constexpr std::size_t opening_share = 4;       ///< ... within the first quarter of a document.
constexpr std::size_t entry_bytes_max = 110;
constexpr std::size_t gap_lines_max = 2;  ///< Entries without a number between numbered ones.
constexpr std::size_t run_entries_min = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_dot_leader(std::string_view line) {
    constexpr std::array<std::string_view, 5> leaders = {"....", " . . .", "……", "____", "…."};
    return std::any_of(leaders.begin(), leaders.end(), [&](std::string_view leader) {
        const auto at = line.find(leader);
        if (at == std::string_view::npos || at == 0) return false;
        // After the leader only the page number may come.
        return line.find_first_not_of(" .0123456789_\xE2\x80\xA6", at) == std::string_view::npos;
    });
}

/// The page number at the end of a short line of words, or null.
std::optional<int> trailing_page(std::string_view line) {
    if (line.size() > entry_bytes_max) return std::nullopt;
    std::size_t start = line.size();
    while (start > 0 && is_digit(line[start - 1])) --start;
    const std::size_t digits = line.size() - start;
    if (digits == 0 || digits > 3 || start < 3) return std::nullopt;
    if (line[start - 1] != ' ' && line[start - 1] != '.') return std::nullopt;
    const auto title = line.substr(0, start - 1);
    const auto counts = word_counts(title.substr(numbering(title).length));
    if (counts.words == 0 || counts.numbers > 1) return std::nullopt;
    return std::stoi(std::string(line.substr(start)));
}

bool is_contents_title(std::string_view line) {
    constexpr std::array<std::string_view, 6> titles = {"inhoud",         "inhoudsopgave",
                                                        "inhoudsopgaven", "inhoudsoverzicht",
                                                        "contents",       "table of contents"};
    if (line.size() > 40) return false;
    const std::string key = title_key(line);
    return std::any_of(titles.begin(), titles.end(), [&](std::string_view title) {
        return key == title || (key.starts_with(title) && key.find(" (") == title.size());
    });
}

bool is_running_text(std::string_view line) {
    return line.size() > entry_bytes_max || (ends_sentence(line) && !has_dot_leader(line)) ||
           line.ends_with(',') || line.ends_with(';');
}

/// Marks lines under the title at `title`; the last short line before running text is the heading
/// of that text unless it carries a page number.
std::size_t mark_under_title(std::span<const std::string_view> lines, std::size_t title,
                             std::vector<bool>& is_entry) {
    std::unordered_set<std::string> seen;
    std::size_t at = title + 1;
    for (; at < lines.size(); ++at) {
        if (is_contents_title(lines[at])) continue;
        const bool has_page = trailing_page(lines[at]).has_value() || has_dot_leader(lines[at]);
        if (!has_page && is_running_text(lines[at])) break;
        if (!seen.insert(title_key(lines[at])).second && !has_page) break;
    }
    const bool stopped_by_text = at < lines.size() && is_running_text(lines[at]);
    std::size_t end = at;
    if (stopped_by_text && end > title + 1 && !trailing_page(lines[end - 1]) &&
        !has_dot_leader(lines[end - 1]))
        --end;
    if (end - title <= 2) return title;  // one line is no table
    for (std::size_t i = title; i < end; ++i) is_entry[i] = true;
    return end - 1;
}

/// Marks a run of lines with rising page numbers that starts at `start`; returns its last line.
std::size_t mark_numbered_run(std::span<const std::string_view> lines, std::size_t start,
                              std::vector<bool>& is_entry) {
    const int first = *trailing_page(lines[start]);
    int previous = first;
    std::size_t last = start;
    std::size_t entries = 1;
    for (std::size_t at = start + 1; at < lines.size() && at - last <= gap_lines_max + 1; ++at) {
        const auto page = trailing_page(lines[at]);
        if (!page) {
            if (is_running_text(lines[at])) break;
            continue;
        }
        if (*page < previous) break;
        previous = *page;
        last = at;
        ++entries;
    }
    if (entries < run_entries_min) return start;
    if (previous <= first) return last;  // one page for all of them: no table, and none within it
    for (std::size_t i = start; i <= last; ++i) is_entry[i] = true;
    return last;
}

}  // namespace

std::vector<bool> contents_lines(std::span<const std::string_view> lines) {
    std::vector<bool> is_entry(lines.size(), false);
    const std::size_t opening = std::max(opening_lines_min, lines.size() / opening_share);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_entry[i]) continue;
        if (has_dot_leader(lines[i])) {
            is_entry[i] = true;
        } else if (i < opening && is_contents_title(lines[i])) {
            i = mark_under_title(lines, i, is_entry);
        } else if (i < opening && trailing_page(lines[i])) {
            i = mark_numbered_run(lines, i, is_entry);
        }
    }
    return is_entry;
}

}  // namespace toets
