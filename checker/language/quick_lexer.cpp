#include "checker/language/quick_lexer.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "checker/text/ascii.h"
#include "checker/text/source.h"

namespace toets {
namespace {

bool ends_line(char c) { return c == '\r' || c == '\n' || c == '\0'; }

bool starts_word(char c) { return is_letter(c) || c == '_'; }

bool in_word(char c) { return starts_word(c) || is_digit(c) || c == '-'; }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// The types of the words that the grammar names. The keys live as long as the program.
using Keywords = std::unordered_map<std::string_view, std::size_t>;

Keywords keywords_of(const antlr4::dfa::Vocabulary& words) {
    static std::vector<std::string> kept;
    kept.reserve(words.getMaxTokenType() + 1);
    Keywords made;
    for (std::size_t type = 1; type <= words.getMaxTokenType(); ++type) {
        const std::string quoted = words.getLiteralName(type);
        if (quoted.size() <= 2 || !starts_word(quoted[1])) continue;
        kept.push_back(quoted.substr(1, quoted.size() - 2));
        made.emplace(kept.back(), type);
    }
    return made;
}

/// The type of each character that is a token by itself, whatever follows; 0 for the others.
using Punctuation = std::array<std::size_t, 128>;

Punctuation punctuation_of(const antlr4::dfa::Vocabulary& words) {
    Punctuation made{};
    for (std::size_t type = 1; type <= words.getMaxTokenType(); ++type)
        if (const std::string quoted = words.getLiteralName(type);
            quoted.size() == 3 && is_ascii(quoted[1]) && !in_word(quoted[1]))
            made[static_cast<std::size_t>(quoted[1])] = type;
    return made;
}

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

std::vector<std::uint32_t> code_point_offsets(std::string_view text) {
    std::vector<std::uint32_t> offsets;
    offsets.reserve(text.size() + 1);
    for (std::size_t i = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
         i < text.size(); ++i)
        if (!continues_character(text[i])) offsets.push_back(static_cast<std::uint32_t>(i));
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
    return offsets;
}

QuickLexer::QuickLexer(antlr4::ANTLRInputStream& input, std::string_view text,
                       const std::vector<std::uint32_t>& offsets)
    : RegeltaalLexer(&input),
      text_(text),
      offsets_(offsets),
      place_(*getInterpreter<antlr4::atn::LexerATNSimulator>()) {}

std::unique_ptr<antlr4::Token> QuickLexer::nextToken() {
    static const Punctuation punctuation = punctuation_of(getVocabulary());
    const std::size_t at = skip_blanks_and_comments();
    const char first = byte(at);
    if (starts_word(first)) return next_word(at);
    if (first == '"') return next_string(at);
    if (is_digit(first)) return next_number(at);
    if (first == '/' && text_.substr(at).starts_with("///"))
        return taken(DOC, characters(at, line_end(at)));
    if (is_ascii(first) && punctuation[static_cast<std::size_t>(first)] != 0)
        return taken(punctuation[static_cast<std::size_t>(first)], 1);
    return RegeltaalLexer::nextToken();
}

/// A string that ends on its line and has no escape; of others the automaton knows more.
std::unique_ptr<antlr4::Token> QuickLexer::next_string(std::size_t at) {
    std::size_t last = at + 1;
    while (!ends_line(byte(last)) && byte(last) != '"' && byte(last) != '\\') ++last;
    return byte(last) == '"' ? taken(STRING, characters(at, last + 1))
                             : RegeltaalLexer::nextToken();
}

/// A keyword or a name. With other letters, or with the slash of `ja/nee`, it is left alone.
std::unique_ptr<antlr4::Token> QuickLexer::next_word(std::size_t at) {
    static const Keywords keywords = keywords_of(getVocabulary());
    std::size_t last = at;
    while (in_word(byte(last))) ++last;
    if (byte(last) == '/' || !is_ascii(byte(last))) return RegeltaalLexer::nextToken();
    const auto found = keywords.find(text_.substr(at, last - at));
    return taken(found == keywords.end() ? std::size_t{ID} : found->second, last - at);
}

/// Digits that end with a blank or a bracket. Others may be a date or a reference.
std::unique_ptr<antlr4::Token> QuickLexer::next_number(std::size_t at) {
    std::size_t last = at;
    while (is_digit(byte(last))) ++last;
    const bool alone = byte(last) == ' ' || byte(last) == '\n' || byte(last) == ')';
    return alone ? taken(INT, last - at) : RegeltaalLexer::nextToken();
}

/// The byte at which the next token starts.
std::size_t QuickLexer::skip_blanks_and_comments() {
    std::size_t line = place_.getLine();
    std::size_t column = place_.getCharPositionInLine();
    const std::size_t start = here();
    std::size_t at = start;
    while (true) {
        const char next = byte(at);
        const bool is_comment = next == '/' && byte(at + 1) == '/' && byte(at + 2) != '/';
        if (is_comment) {
            const std::size_t end = line_end(at);
            column += characters(at, end);
            at = end;
        } else if (next == '\n') {
            ++line;
            column = 0;
            ++at;
        } else if (next == ' ' || next == '\t' || next == '\r') {
            ++column;
            ++at;
        } else {
            break;
        }
    }
    if (at == start) return at;
    _input->seek(_input->index() + characters(start, at));
    place_.setLine(line);
    place_.setCharPositionInLine(column);
    return at;
}

/// The first byte at or after `at` where the line ends.
std::size_t QuickLexer::line_end(std::size_t at) const {
    return std::min(text_.find_first_of("\r\n", at), text_.size());
}

std::size_t QuickLexer::characters(std::size_t from, std::size_t to) const {
    return code_points(text_.substr(from, to - from));
}

/// The next characters, all on one line, as a token.
std::unique_ptr<antlr4::Token> QuickLexer::taken(std::size_t token_type, std::size_t length) {
    const std::size_t start = _input->index();
    const std::size_t column = place_.getCharPositionInLine();
    std::pair<antlr4::TokenSource*, antlr4::CharStream*> source(this, _input);
    auto made = std::make_unique<antlr4::CommonToken>(
        source, token_type, antlr4::Token::DEFAULT_CHANNEL, start, start + length - 1);
    made->setLine(place_.getLine());
    made->setCharPositionInLine(column);
    _input->seek(start + length);
    place_.setCharPositionInLine(column + length);
    return made;
}

}  // namespace toets
