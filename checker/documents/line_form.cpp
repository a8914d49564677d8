// What the form of a single line tells.
#include "checker/documents/line_form.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <unicode/uchar.h>

#include "checker/documents/characters.h"
#include "checker/documents/words.h"
#include "checker/text/ascii.h"
#include "checker/text/months.h"

namespace toets {
namespace {

constexpr std::size_t heading_bytes_max = 80;
constexpr int heading_words_max = 11;

/// "Hoofdstuk 2", "Deel 1", "Bijlage 3": a word for a part of a document before its number.
std::size_t division_word(std::string_view line) {
    constexpr std::array<std::string_view, 4> words = {"hoofdstuk ", "paragraaf ", "deel ",
                                                       "bijlage "};
    for (const auto word : words) {
        if (line.size() <= word.size()) continue;
        bool same = true;
        for (std::size_t i = 0; i < word.size() && same; ++i)
            same = std::tolower(static_cast<unsigned char>(line[i])) == word[i];
        if (same && is_digit(line[word.size()])) return word.size();
    }
    return 0;
}

bool has_label(std::string_view line) {
    const auto colon = line.find(": ");
    return colon != std::string_view::npos && numbering(line).length <= colon;
}

}  // namespace

Numbering numbering(std::string_view line) {
    const std::size_t word = division_word(line);
    std::size_t at = word;
    Numbering found;
    while (at < line.size() && is_digit(line[at])) {
        int number = 0;
        const std::size_t start = at;
        while (at < line.size() && is_digit(line[at]) && at - start < 3)
            number = number * 10 + (line[at++] - '0');
        if (at < line.size() && is_digit(line[at])) return {};
        ++found.depth;
        found.last = number;
        if (at < line.size() && line[at] == '.') ++at;
    }
    if (found.depth == 0 || found.depth > 6 || at >= line.size()) return {};
    if (word > 0 && (line[at] == ':' || line[at] == '.')) ++at;
    if (at >= line.size() || line[at] != ' ') return {};
    while (at < line.size() && (line[at] == ' ' || line[at] == '-')) ++at;
    if (at >= line.size()) return {};
    found.length = at;
    const char32_t first = first_character(line.substr(at));
    const bool dotted = line[at - 2] == '.' || word > 0 || found.depth > 1;
    if (!is_capital_letter(first) && !(dotted && u_isalpha(static_cast<UChar32>(first)))) return {};
    return found;
}

std::size_t list_mark(std::string_view line) {
    constexpr std::array<std::string_view, 12> marks = {"- ", "* ", "o ", "+ ", "• ", "– ",
                                                        "— ", "▪ ", "◦ ", "● ", "‣ ", "✓ "};
    for (const auto mark : marks)
        if (line.starts_with(mark)) return mark.size();
    // Symbol fonts in Word and PDF put their bullets in the private use area.
    const char32_t first = first_character(line);
    if (first >= 0xE000 && first <= 0xF8FF) return line.size() > 3 && line[3] == ' ' ? 4U : 3U;
    if (line.size() > 3 && std::islower(static_cast<unsigned char>(line[0])) != 0 &&
        (line[1] == ')' || line[1] == '.') && line[2] == ' ')
        return 3;
    return 0;
}

bool ends_with_punctuation(std::string_view line) {
    return ends_sentence(line) ||
           (!line.empty() && (line.back() == ';' || line.back() == ':' || line.back() == ','));
}

bool ends_sentence(std::string_view line) {
    while (!line.empty() && (line.back() == ')' || line.back() == '"' || line.back() == '\''))
        line.remove_suffix(1);
    return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?');
}

bool is_all_capitals(std::string_view line) {
    int capitals = 0;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t character = next_character(line, at);
        if (is_small_letter(character)) return false;
        if (is_capital_letter(character)) ++capitals;
    }
    return capitals >= 4;
}

bool starts_as_title(std::string_view line) {
    return is_capital_letter(first_character(line)) || numbering(line).depth > 0;
}

bool starts_small(std::string_view line) { return is_small_letter(first_character(line)); }

bool is_question_word(std::string_view folded) {
    constexpr std::array<std::string_view, 9> words = {
        "wat", "hoe", "wie", "waar", "wanneer", "welke", "welk", "waarom", "hoeveel"};
    return std::find(words.begin(), words.end(), folded) != words.end();
}

bool ends_clause(std::string_view between, std::string_view after) {
    if (between.size() < 2) return false;
    const auto mark = between.find_first_of(".!?;:");
    if (mark == std::string_view::npos || between.find(' ', mark) == std::string_view::npos)
        return false;
    // "bijv. een" goes on; a sentence starts with a capital or a figure.
    return between[mark] != '.' || !starts_small(after);
}

WordCounts word_counts(std::string_view line) {
    WordCounts counts;
    bool in_number = false;
    bool in_word = false;
    for (std::size_t at = 0; at < line.size();) {
        const auto byte = static_cast<unsigned char>(line[at]);
        bool digit = is_digit(line[at]);
        bool letter = is_letter(line[at]);
        if (byte < 0x80) {
            ++at;
        } else {
            const auto character = static_cast<UChar32>(next_character(line, at));
            digit = u_isdigit(character);
            letter = u_isalpha(character);
        }
        counts.numbers += digit && !in_number ? 1 : 0;
        counts.words += letter && !in_word ? 1 : 0;
        in_number = digit;
        in_word = letter;
    }
    return counts;
}

int abbreviations(std::string_view line) {
    constexpr std::size_t letters_min = 2;
    constexpr std::size_t letters_max = 5;
    int found = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto start = at;
        bool capitals = true;
        for (; at < line.size() && is_letter(line[at]); ++at)
            capitals = capitals && line[at] >= 'A' && line[at] <= 'Z';
        const auto letters = at - start;
        found += capitals && letters >= letters_min && letters <= letters_max ? 1 : 0;
        if (letters == 0) ++at;
    }
    return found;
}

bool looks_like_table_row(std::string_view line) {
    if (line.find('|') != std::string_view::npos) return true;
    const auto counts = word_counts(line);
    return counts.numbers >= 3 && counts.numbers >= counts.words && !ends_sentence(line);
}

bool is_only_value(std::string_view line) {
    constexpr std::size_t value_bytes_max = 60;
    constexpr std::array<std::string_view, 18> words = {
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
        "zondag",  "t",       "m",        "tot",       "en",      "met",
        "van",     "vanaf",   "om",       "uur",       "euro",    "per"};
    if (line.size() > value_bytes_max) return false;
    bool has_number = false;
    for (WordReader reader(line); reader.next();) {
        const auto& word = reader.folded();
        const bool number = is_digit(word.front());
        const bool known = number || month_number(word).has_value() ||
                           std::find(words.begin(), words.end(), word) != words.end();
        if (!known) return false;
        has_number = has_number || number;
    }
    return has_number;
}

bool may_be_heading(std::string_view line) {
    if (line.size() < 3 || line.size() > heading_bytes_max || !starts_as_title(line)) return false;
    if (ends_with_punctuation(line) && line.back() != '?') return false;
    const auto counts = word_counts(line.substr(numbering(line).length));
    if (counts.words == 0 || counts.words > heading_words_max || counts.numbers > 2) return false;
    if (line.find_first_of("%=@|\t") != std::string_view::npos) return false;
    return !has_label(line);
}

int telling_words(std::string_view title) {
    constexpr std::array<std::string_view, 9> empty = {"de",  "het", "een", "onze",  "ons",
                                                       "van", "en",  "op",  "school"};
    int words = 0;
    for (WordReader reader(title); reader.next();) {
        const auto& word = reader.folded();
        const bool tells = std::find(empty.begin(), empty.end(), word) == empty.end();
        words += tells && !is_digit(word.front()) ? 1 : 0;
    }
    return words;
}

std::string title_key(std::string_view line) {
    line.remove_prefix(numbering(line).length);
    std::string key = folded(line);
    while (!key.empty() &&
           (is_digit(key.back()) || key.back() == '.' || key.back() == ' ' || key.back() == '|' ||
            static_cast<unsigned char>(key.back()) >= 0x80 || key.back() == '_'))
        key.pop_back();
    while (!key.empty() && (is_digit(key.front()) || key.front() == '.' || key.front() == ' '))
        key.erase(0, 1);
    return key;
}

}  // namespace toets
