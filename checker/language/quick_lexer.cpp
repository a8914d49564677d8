#include "checker/language/quick_lexer.h"

#include <string>
#include <unordered_map>

namespace toets {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(antlr4::IntStream::EOF);

bool ends_line(std::size_t character) {
    return character == '\r' || character == '\n' || character == none;
}

bool starts_word(std::size_t character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           character == '_';
}

bool in_word(std::size_t character) {
    return starts_word(character) || (character >= '0' && character <= '9') || character == '-';
}

/// The types of the words that the grammar names.
std::unordered_map<std::string, std::size_t> keywords_of(const antlr4::dfa::Vocabulary& words) {
    std::unordered_map<std::string, std::size_t> made;
    for (std::size_t type = 1; type <= words.getMaxTokenType(); ++type) {
        const std::string quoted = words.getLiteralName(type);
        if (quoted.size() > 2 && starts_word(static_cast<unsigned char>(quoted[1])))
            made.emplace(quoted.substr(1, quoted.size() - 2), type);
    }
    return made;
}

}  // namespace

std::unique_ptr<antlr4::Token> QuickLexer::nextToken() {
    while (true) {
        skip_blanks();
        if (_input->LA(1) != '/' || _input->LA(2) != '/') break;
        if (_input->LA(3) == '/') return taken(DOC, line_end(4) - 1);
        skip_line();
    }
    const std::size_t first = _input->LA(1);
    if (first == '"') return next_string();
    if (starts_word(first)) return next_word();
    return RegeltaalLexer::nextToken();
}

/// A string that ends on its line and has no escape; of others the automaton knows more.
std::unique_ptr<antlr4::Token> QuickLexer::next_string() {
    std::size_t ahead = 2;
    std::size_t next = at(ahead);
    for (; !ends_line(next) && next != '"' && next != '\\'; next = at(ahead)) ++ahead;
    return next == '"' ? taken(STRING, ahead) : RegeltaalLexer::nextToken();
}

/// A keyword or a name. With other letters, or with the slash of `ja/nee`, it is left alone.
std::unique_ptr<antlr4::Token> QuickLexer::next_word() {
    static const auto keywords = keywords_of(getVocabulary());
    std::string word;
    std::size_t next = at(1);
    for (; in_word(next); next = at(word.size() + 1)) word += static_cast<char>(next);
    if (next == '/' || (next > 0x7F && next != none)) return RegeltaalLexer::nextToken();
    const auto found = keywords.find(word);
    return taken(found == keywords.end() ? std::size_t{ID} : found->second, word.size());
}

std::size_t QuickLexer::at(std::size_t ahead) { return _input->LA(static_cast<ssize_t>(ahead)); }

void QuickLexer::skip_blanks() {
    std::size_t line = getLine();
    std::size_t column = getCharPositionInLine();
    for (std::size_t next = _input->LA(1);
         next == ' ' || next == '\t' || next == '\r' || next == '\n'; next = _input->LA(1)) {
        ++column;
        if (next == '\n') {
            ++line;
            column = 0;
        }
        _input->consume();
    }
    setLine(line);
    setCharPositionInLine(column);
}

/// The first position at or after `ahead`, counted from 1, where the line ends.
std::size_t QuickLexer::line_end(std::size_t ahead) {
    while (!ends_line(at(ahead))) ++ahead;
    return ahead;
}

void QuickLexer::skip_line() {
    const std::size_t length = line_end(1) - 1;
    _input->seek(_input->index() + length);
    setCharPositionInLine(getCharPositionInLine() + length);
}

/// The next characters, all on one line, as a token.
std::unique_ptr<antlr4::Token> QuickLexer::taken(std::size_t token_type, std::size_t length) {
    token.reset();
    channel = antlr4::Token::DEFAULT_CHANNEL;
    type = token_type;
    tokenStartCharIndex = _input->index();
    tokenStartLine = getLine();
    tokenStartCharPositionInLine = getCharPositionInLine();
    _text.clear();
    _input->seek(tokenStartCharIndex + length);
    setCharPositionInLine(tokenStartCharPositionInLine + length);
    emit();
    return std::move(token);
}

}  // namespace toets
