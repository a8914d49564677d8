// Finds tables of contents by their form.
#include "checker/documents/contents_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>

#include "checker/documents/characters.h"
#include "checker/documents/line_form.h"
#include "checker/documents/words.h"
#include "checker/text/ascii.h"

namespace toets {
namespace {

constexpr std::size_t opening_lines_min = 60;  ///< A table stands within these, or ...
constexpr std::size_t opening_share = 4;       ///< ... within the first quarter of a document.
constexpr std::size_t entry_bytes_max = 110;
constexpr std::size_t gap_lines_max = 2;  ///< Entries without a number between numbered ones.
constexpr std::size_t run_entries_min = 3;
constexpr std::size_t run_titles_min = 5;   ///< Of a table that runs on in one paragraph.
constexpr std::size_t run_pages_min = 6;    ///< The same where only its pages tell it.
constexpr std::size_t title_share = 7;      ///< On average a title is no longer than this.
constexpr std::size_t title_words_max = 2;  ///< "Inhoud H": the title of a table alone.

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

constexpr std::array<std::string_view, 9> titles = {
    "inhoud",           "inhoudsopgave",      "inhoudsopgaven", "inhoudsoverzicht", "contents",
    "overzicht pagina", "inhoud deze pagina", "op deze pagina", "table of contents"};

bool is_contents_title(std::string_view line) {
    if (line.size() > 40) return false;
    const std::string key = title_key(line);
    return std::any_of(titles.begin(), titles.end(), [&](std::string_view title) {
        return key == title || (key.starts_with(title) && key.find(" (") == title.size());
    });
}

bool is_running_text(std::string_view line) {
    if (line.ends_with('?') && numbering(line).depth > 0 && may_be_heading(line)) return false;
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

/// Whether a mark between two words ends a sentence; dot leaders, and a point after a number or a
/// letter ("H 2. Pesten"), do not.
bool closes_sentence(std::string_view between, std::string_view before, bool capital_after) {
    const auto mark = between.find_first_of(".!?");
    if (mark == std::string_view::npos || !capital_after ||
        between.find("..") != std::string_view::npos)
        return false;
    return between[mark] != '.' || (before.size() > 1 && !is_digit(before.back()));
}

/// Counts of what a run-on table of contents is made of.
struct TitleRun {
    std::size_t words = 0;
    std::size_t titles = 0;  ///< Words with a capital after one without, or after a number.
    std::size_t pages = 0;   ///< Numbers with a title after them.
    bool rises = true;       ///< No page before the one that was named last.
    bool has_sentence = false;
    bool headed = false;
};

TitleRun title_run(std::string_view text) {
    TitleRun run;
    std::string_view previous_word;
    bool previous_capital = false;
    std::size_t previous_end = 0;
    int page = 0;
    const auto end_number = [&](bool title_after) {
        const bool is_page = !previous_word.empty() && previous_word.size() <= 3 &&
                             std::all_of(previous_word.begin(), previous_word.end(), is_digit);
        if (!is_page || !title_after) return;
        const int number = std::stoi(std::string(previous_word));
        run.rises = run.rises && number >= page;
        page = number;
        ++run.pages;
    };
    for (WordReader reader(text); reader.next();) {
        const auto [begin, end] = reader.word();
        const auto word = text.substr(begin, end - begin);
        const auto between = text.substr(previous_end, begin - previous_end);
        const bool number = is_digit(word.front());
        const bool capital = is_capital_letter(first_character(word));
        if (!number && run.words == 0)
            run.headed = std::find(titles.begin(), titles.end(), reader.folded()) != titles.end();
        if (run.words > 0 && closes_sentence(between, previous_word, capital))
            run.has_sentence = true;
        if (capital && !previous_capital) {
            ++run.titles;
            end_number(between == " ");
        }
        if (!number) ++run.words;
        previous_word = word;
        previous_capital = capital;
        previous_end = end;
    }
    end_number(true);
    run.has_sentence =
        run.has_sentence || closes_sentence(text.substr(previous_end), previous_word, true);
    return run;
}

}  // namespace

bool may_be_run_on_contents(std::string_view paragraph) {
    constexpr std::size_t title_within = 24;  // after a page number, say
    const auto start = paragraph.substr(0, title_within);
    if (start.find("nhoud") != std::string_view::npos ||
        start.find("NHOUD") != std::string_view::npos ||
        start.find("ontents") != std::string_view::npos)
        return true;
    std::size_t numbers = 0;
    for (auto at = paragraph.find(' '); at != std::string_view::npos;
         at = paragraph.find(' ', at + 1))
        numbers += at > 0 && is_digit(paragraph[at - 1]) ? 1 : 0;
    return numbers + 1 >= run_pages_min;
}

RunOnContents run_on_contents(std::string_view paragraph) {
    const auto run = title_run(paragraph);
    if (run.headed && run.words <= title_words_max) return RunOnContents::title;
    const bool titles_only =
        !run.has_sentence && run.titles >= run_titles_min && run.titles * title_share >= run.words;
    if (!titles_only) return RunOnContents::none;
    if (run.headed) return RunOnContents::headed;
    return run.pages >= run_pages_min && run.rises ? RunOnContents::pages : RunOnContents::titles;
}

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
