#include "checker/text/source.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace toets {
namespace {

constexpr std::size_t step_bytes = 4096;  ///< Columns are counted from the last of such steps.

struct Utf8Range {
    unsigned char lead_first, lead_last, second_first, second_last;
    std::size_t length;
};

constexpr Utf8Range well_formed[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

}  // namespace

std::size_t character_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return 1;
    for (const auto& row : well_formed) {
        if (lead < row.lead_first || lead > row.lead_last) continue;
        if (at + row.length > text.size()) return 0;
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (second < row.second_first || second > row.second_last) return 0;
        for (std::size_t i = 2; i < row.length; ++i)
            if (!continues_character(text[at + i])) return 0;
        return row.length;
    }
    return 0;
}

namespace {

/// The length of the run of ASCII from `at`, in whole steps: most text is nothing else.
std::size_t ascii_run(std::string_view text, std::size_t at) {
    constexpr std::size_t step = 4 * sizeof(std::uint64_t);
    const std::size_t begin = at;
    std::array<std::uint64_t, 4> words{};
    for (; text.size() - at >= step; at += step) {
        std::memcpy(words.data(), text.data() + at, step);
        if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) != 0) break;
    }
    return at - begin;
}

}  // namespace

std::optional<std::size_t> first_malformed_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        at += ascii_run(text, at);
        for (std::size_t end = std::min(text.size(), at + 32); at < end;) {
            const std::size_t length = character_length(text, at);
            if (length == 0) return at;
            at += length;
        }
    }
    return std::nullopt;
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return !continues_character(byte); }));
}

std::string_view characters(std::string_view text, std::size_t first, std::size_t count) {
    const auto skip = [](std::string_view from, std::size_t number) {
        std::size_t at = 0;
        for (; at < from.size(); ++at)
            if (!continues_character(from[at]) && number-- == 0) break;
        return at;
    };
    text.remove_prefix(skip(text, first));
    return text.substr(0, skip(text, count));
}

std::string shortened(std::string_view text, std::size_t most) {
    const std::string_view first = characters(text, 0, most);
    return first.size() == text.size() ? std::string(text) : std::string(first) + "…";
}

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)) {}

const std::vector<std::uint32_t>& Source::line_starts() const {
    if (!line_starts_.empty()) return line_starts_;
    line_starts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
        line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
    return line_starts_;
}

/// How many characters begin before a byte.
std::size_t Source::characters_to(std::size_t offset) const {
    const std::string_view text = text_;
    for (std::size_t at = 0; characters_to_step_.size() <= text.size() / step_bytes;
         at += step_bytes) {
        const auto before = characters_to_step_.empty() ? 0 : characters_to_step_.back();
        const std::size_t counted = std::min(at, step_bytes);
        characters_to_step_.push_back(before + code_points(text.substr(at - counted, counted)));
    }
    const std::size_t step = offset / step_bytes;
    const std::size_t begin = step * step_bytes;
    return characters_to_step_[step] + code_points(text.substr(begin, offset - begin));
}

Place Source::place(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const std::uint32_t line = line_at(offset);
    const std::size_t start = line_starts()[line - 1];
    const std::size_t before =
        offset - start <= step_bytes
            ? code_points(std::string_view(text_).substr(start, offset - start))
            : characters_to(offset) - characters_to(start);
    return {line, static_cast<std::uint32_t>(before + 1)};
}

std::uint32_t Source::line_at(std::size_t offset) const {
    const auto& starts = line_starts();
    const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
    return static_cast<std::uint32_t>(after - starts.begin());
}

std::string_view Source::line(std::uint32_t number) const {
    const auto& starts = line_starts();
    if (number == 0 || number > starts.size()) return {};
    const std::size_t start = starts[number - 1];
    const std::size_t end = number < starts.size() ? starts[number] - 1 : text_.size();
    std::string_view rest = std::string_view(text_).substr(start, end - start);
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    return rest;
}

SourceId Sources::add(std::string name, std::string text) {
    sources_.emplace_back(std::move(name), std::move(text));
    return static_cast<SourceId>(sources_.size() - 1);
}

std::string words_of(const Sources& sources, Span span) {
    const std::string_view all = sources[span.source].text();
    const std::size_t begin = std::min<std::size_t>(span.begin, all.size());
    std::string_view rest = all.substr(begin, std::max(span.end, span.begin) - span.begin);
    std::string words;
    bool quoted = false;
    while (!rest.empty()) {
        const bool comment = !quoted && rest.starts_with("//");
        const bool block = !quoted && rest.starts_with("/*");
        const bool blank = std::string_view(" \t\r\n").find(rest.front()) != std::string_view::npos;
        if (rest.front() == '"') quoted = !quoted;
        if (!comment && !block && !blank) {
            words += rest.front();
            rest.remove_prefix(1);
            continue;
        }
        const std::size_t end = comment ? rest.find('\n') : block ? rest.find("*/", 2) + 1 : 0;
        rest.remove_prefix(std::min(end, rest.size() - 1) + 1);
        if (!words.empty() && words.back() != ' ') words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

}  // namespace toets
