#include "checker/diagnostics/diagnostics.h"

#include <algorithm>
#include <iterator>

#include <fmt/args.h>
#include <fmt/format.h>

#include "checker/text/unseen.h"

namespace toets {
namespace {

struct Row {
    Level level;
    const char* name;
    const char* text[2];
};

constexpr Row table[] = {
#define DIAGNOSTIC(code, level, dutch, english) {Level::level, #code, {dutch, english}},
#include "checker/diagnostics/diagnostics.def"
#undef DIAGNOSTIC
};

constexpr const char* level_names[][2] = {
    {"fout", "error"}, {"waarschuwing", "warning"}, {"opmerking", "note"}};
constexpr const char* suggestion_text[2] = {"; bedoelde u `{}`?", "; did you mean `{}`?"};
constexpr const char* chain_text[2] = {"via deze regel", "by way of this line"};
constexpr const char* other_text[2] = {"zie ook deze regel", "see this line too"};

constexpr std::size_t said_characters_max = 300;  ///< of a name or a value from a file

const Row& row(Code code) { return table[static_cast<std::size_t>(code)]; }

/// The kinds of values, which the language names in Dutch, in English.
constexpr const char* kinds[][2] = {{"datum", "date"},          {"getal", "number"},
                                    {"duur", "length of time"}, {"tekst", "text"},
                                    {"keuze", "choice"},        {"ja/nee", "yes or no"}};

std::string in_english(const Diagnostic& diagnostic, const std::string& arg) {
    const bool names_kinds = diagnostic.code == Code::wrong_type ||
                             diagnostic.code == Code::types_differ ||
                             diagnostic.code == Code::no_members;
    for (const auto& kind : kinds)
        if (names_kinds && arg == kind[0]) return kind[1];
    return arg;
}

struct Detail {
    std::string_view word;
    const char* text[2];
};

constexpr Detail details[] = {
#define DETAIL(word, dutch, english) {word, {dutch, english}},
#include "checker/diagnostics/document_details.def"
#undef DETAIL
};

/// What a reader of documents said, for people; a number may follow its word.
std::string document_detail(const std::string& said, std::size_t language) {
    const auto word = std::string_view(said).substr(0, said.find(' '));
    for (const Detail& each : details)
        if (each.word == word) return each.text[language] + said.substr(word.size());
    return said;
}

/// Whether its second argument is what a reader of documents said.
bool has_document_detail(Code code) {
    return code == Code::document_of_unknown_kind || code == Code::document_damaged ||
           code == Code::document_too_large || code == Code::document_too_deep ||
           code == Code::document_broke_reader;
}

/// An argument as it is said in that language.
std::string said(const Diagnostic& diagnostic, std::size_t argument, UserLanguage language) {
    const std::string& arg = diagnostic.args[argument];
    if (argument == 1 && has_document_detail(diagnostic.code))
        return document_detail(arg, static_cast<std::size_t>(language));
    return language == UserLanguage::en ? in_english(diagnostic, arg) : arg;
}

/// Whether further places of it are the links of a circle.
bool is_circle(Code code) {
    return code == Code::circular_definition || code == Code::circular_prerequisites ||
           code == Code::contains_itself;
}

/// Where the last `count` characters of the text begin.
std::size_t last_characters(std::string_view text, std::size_t count) {
    std::size_t at = text.size();
    for (; at > 0 && count > 0; --at)
        if (!continues_character(text[at - 1])) --count;
    return at;
}

/// The source line and a row of ^ under the span, as far as it lies on that line.
void quote(std::string& out, const Source& source, Span span) {
    constexpr std::size_t shown_before = 120;
    constexpr std::size_t shown_max = 240;
    constexpr std::size_t character_bytes_max = 4;
    const std::string_view line = source.line(source.line_at(span.begin));
    const auto line_begin = static_cast<std::size_t>(line.data() - source.text().data());
    const std::size_t at = std::min(span.begin - line_begin, line.size());
    std::size_t first = 0;
    // Of a long line what stands around the span: all of it may be one line.
    if (line.size() > shown_max * character_bytes_max || code_points(line) > shown_max)
        first = last_characters(line.substr(0, at), shown_before);
    const std::string_view shown = characters(line.substr(first), 0, shown_max);
    if (first_malformed_utf8(shown)) return;  // it could not be shown
    const std::string_view before = shown.substr(0, at - first);
    const std::size_t rest = code_points(shown) - code_points(before);
    const std::size_t length = code_points(characters(
        std::string_view(source.text()).substr(span.begin, span.end - span.begin), 0, shown_max));
    const std::string indent(code_points(visible(std::string(before))), ' ');
    fmt::format_to(
        std::back_inserter(out), "    {}\n    {}{}\n", visible(std::string(shown)), indent,
        std::string(std::clamp<std::size_t>(length, 1, std::max<std::size_t>(1, rest)), '^'));
}

}  // namespace

Level level(Code code) { return row(code).level; }

std::string name(Code code) { return row(code).name; }

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return level(d.code) == Level::error; });
}

std::string message(const Diagnostic& diagnostic, UserLanguage language) {
    const auto index = static_cast<std::size_t>(language);
    fmt::dynamic_format_arg_store<fmt::format_context> args;
    for (std::size_t i = 0; i < diagnostic.args.size(); ++i)
        args.push_back(shortened(said(diagnostic, i, language), said_characters_max));
    std::string text = fmt::vformat(row(diagnostic.code).text[index], args);
    if (!diagnostic.suggestion.empty())
        text += fmt::format(fmt::runtime(suggestion_text[index]), diagnostic.suggestion);
    return text;
}

namespace {

std::string rendered(const Diagnostics& diagnostics, const Sources& sources, UserLanguage language,
                     bool with_text) {
    const auto index = static_cast<std::size_t>(language);
    std::vector<const Diagnostic*> sorted;
    for (const auto& diagnostic : diagnostics) sorted.push_back(&diagnostic);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic* a, const Diagnostic* b) {
        return std::pair(a->span.source, a->span.begin) < std::pair(b->span.source, b->span.begin);
    });
    std::string out;
    for (const Diagnostic* diagnostic : sorted) {
        const Source& source = sources[diagnostic->span.source];
        const Place place = source.place(diagnostic->span.begin);
        const auto level_index = static_cast<std::size_t>(level(diagnostic->code));
        fmt::format_to(std::back_inserter(out), "{}:{}:{}: {}: {} [{}]\n", visible(source.name()),
                       place.line, place.column, level_names[level_index][index],
                       visible(message(*diagnostic, language)), name(diagnostic->code));
        if (with_text) quote(out, source, diagnostic->span);
        for (const Span& link : diagnostic->chain) {
            const Source& there = sources[link.source];
            const Place at = there.place(link.begin);
            fmt::format_to(std::back_inserter(out), "{}:{}:{}: {}: {}\n", visible(there.name()),
                           at.line, at.column, level_names[2][index],
                           (is_circle(diagnostic->code) ? chain_text : other_text)[index]);
            if (with_text) quote(out, there, link);
        }
    }
    return out;
}

}  // namespace

std::string render(const Diagnostics& diagnostics, const Sources& sources, UserLanguage language) {
    return rendered(diagnostics, sources, language, true);
}

std::string render_without_text(const Diagnostics& diagnostics, const Sources& sources,
                                UserLanguage language) {
    return rendered(diagnostics, sources, language, false);
}

}  // namespace toets
