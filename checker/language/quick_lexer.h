// Private to the room: the generated lexer, with a short way for what fills most of a rule file.
#pragma once

#include <memory>

#include <antlr4-runtime.h>

#include "RegeltaalLexer.h"

namespace toets {

/// Gives the very tokens of the generated lexer. Blanks, comments on a line, strings without an
/// escape and words of plain letters are nearly all characters, and in the grammar simple enough to
/// be read by a loop; the generated automaton takes some 700 instructions for each. All else is
/// left to it.
class QuickLexer final : public regeltaal::RegeltaalLexer {
  public:
    using RegeltaalLexer::RegeltaalLexer;

    std::unique_ptr<antlr4::Token> nextToken() override;

  private:
    void skip_blanks();
    std::unique_ptr<antlr4::Token> next_word();
    std::unique_ptr<antlr4::Token> next_string();
    std::size_t at(std::size_t ahead);
    std::size_t line_end(std::size_t ahead);
    void skip_line();
    std::unique_ptr<antlr4::Token> taken(std::size_t token_type, std::size_t length);
};

}  // namespace toets
