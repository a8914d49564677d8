#include "checker/language/quick_lexer.h"

namespace toets {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(antlr4::IntStream::EOF);

bool ends_line(std::size_t character) {
    return character == '\r' || character == '\n' || character == none;
}

}  // namespace

std::unique_ptr<antlr4::Token> QuickLexer::nextToken() {
    while (true) {
        skip_blanks();
        if (_input->LA(1) != '/' || _input->LA(2) != '/') break;
        if (_input->LA(3) == '/') return taken(DOC, line_end(4) - 1);
        skip_line();
    }
    if (_input->LA(1) != '"') return RegeltaalLexer::nextToken();
    std::size_t ahead = 2;
    while (!ends_line(_input->LA(static_cast<ssize_t>(ahead))) &&
           _input->LA(static_cast<ssize_t>(ahead)) != '"' &&
           _input->LA(static_cast<ssize_t>(ahead)) != '\\')
        ++ahead;
    if (_input->LA(static_cast<ssize_t>(ahead)) != '"') return RegeltaalLexer::nextToken();
    return taken(STRING, ahead);
}

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
    while (!ends_line(_input->LA(static_cast<ssize_t>(ahead)))) ++ahead;
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
