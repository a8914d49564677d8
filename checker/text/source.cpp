#include "checker/text/source.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace toets {
namespace {

constexpr std::size_t step_bytes = 512;  ///< Lines and columns are counted from such steps on.

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

namespace {

/// In bytes of one register at a time: most files are only counted, and never looked into.
std::uint32_t newlines(std::string_view text) {
    constexpr std::size_t run_bytes = 128;  // as many as a byte can count
    std::uint32_t all = 0;
    for (; !text.empty(); text.remove_prefix(std::min(run_bytes, text.size()))) {
        unsigned char of_run = 0;
        for (const char each : text.substr(0, run_bytes))
            of_run = static_cast<unsigned char>(of_run + (each == '\n' ? 1 : 0));
        all += of_run;
    }
    return all;
}

}  // namespace

const std::vector<std::uint32_t>& Source::newlines_to_step() const {
    const std::string_view text = text_;
    if (newlines_to_step_.empty()) newlines_to_step_.push_back(0);
    for (std::size_t at = 0; newlines_to_step_.size() <= text.size() / step_bytes; at += step_bytes)
        newlines_to_step_.push_back(newlines_to_step_.back() +
                                    newlines(text.substr(at, step_bytes)));
    return newlines_to_step_;
}

/// Where a line begins; past the last, where the text ends.
std::size_t Source::start_of(std::uint32_t line) const {
    const std::uint32_t before = line - 1;  // so many newlines
    if (before == 0) return 0;
    const auto& steps = newlines_to_step();
    const auto step = std::lower_bound(steps.begin(), steps.end(), before) - steps.begin() - 1;
    std::uint32_t seen = steps[static_cast<std::size_t>(step)];
    std::size_t at = static_cast<std::size_t>(step) * step_bytes;
    for (; seen < before && at < text_.size(); ++seen) {
        const std::size_t found = text_.find('\n', at);
        if (found == std::string::npos) return text_.size();
        at = found + 1;
    }
    return at;
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
    const std::size_t start = start_of(line);
    const std::size_t before =
        offset - start <= step_bytes
            ? code_points(std::string_view(text_).substr(start, offset - start))
            : characters_to(offset) - characters_to(start);
    return {line, static_cast<std::uint32_t>(before + 1)};
}

std::uint32_t Source::line_at(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const std::size_t step = offset / step_bytes;
    const std::size_t begin = step * step_bytes;
    return newlines_to_step()[step] +
           newlines(std::string_view(text_).substr(begin, offset - begin)) + 1;
}

std::string_view Source::line(std::uint32_t number) const {
    if (number == 0 || number > line_at(text_.size())) return {};
    const std::size_t start = start_of(number);
    std::string_view rest = std::string_view(text_).substr(start);
    rest = rest.substr(0, rest.find('\n'));
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
