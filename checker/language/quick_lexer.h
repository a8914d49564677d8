// Private to the room: the generated lexer, with a short way for what fills most of a rule file.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include <antlr4-runtime.h>

#include "RegeltaalLexer.h"

namespace toets {

/// The byte offset of each code point that ANTLR sees (it drops a byte order mark), and the end.
std::vector<std::uint32_t> code_point_offsets(std::string_view text);

/// Gives the very tokens of the generated lexer. Blanks, comments on a line, strings without an
/// escape, words of plain letters, punctuation and short numbers are nearly all characters, and in
/// the grammar simple enough to be read by a loop over the bytes; the generated automaton takes
/// some 700 instructions for each. All else is left to it.
class QuickLexer final : public regeltaal::RegeltaalLexer {
  public:
    /// `input` was made of `text`; `offsets[i]` is the byte offset of its code point i, with one
    /// past the end. All three must outlive the lexer.
    QuickLexer(antlr4::ANTLRInputStream& input, std::string_view text,
               const std::vector<std::uint32_t>& offsets);

    std::unique_ptr<antlr4::Token> nextToken() override;

  private:
    std::unique_ptr<antlr4::Token> next_word(std::size_t at);
    std::unique_ptr<antlr4::Token> next_string(std::size_t at);
    std::unique_ptr<antlr4::Token> next_number(std::size_t at);
    std::size_t skip_blanks_and_comments();
    std::size_t here() const { return offsets_[_input->index()]; }
    /// The byte there; NUL past the end.
    char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
    std::size_t line_end(std::size_t at) const;
    std::size_t characters(std::size_t from, std::size_t to) const;
    std::unique_ptr<antlr4::Token> taken(std::size_t token_type, std::size_t length);

    std::string_view text_;
    const std::vector<std::uint32_t>& offsets_;
    antlr4::atn::LexerATNSimulator& place_;  ///< keeps line and column
};

}  // namespace toets
