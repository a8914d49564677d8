// Private to the room: what the parser could not read, as diagnostics.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "checker/language/builder.h"

namespace toets {

/// The words that start an item, as they are written.
const std::vector<std::string>& item_words();
/// The words that start a clause of a rule or a test.
const std::vector<std::string>& clause_words();

class ErrorsAsDiagnostics final : public antlr4::BaseErrorListener {
  public:
    /// `offsets` are those of the builder.
    ErrorsAsDiagnostics(SourceId source, const Builder& builder,
                        const std::vector<std::uint32_t>& offsets, Diagnostics& problems)
        : source_(source), builder_(builder), offsets_(offsets), problems_(problems) {}

    void syntaxError(antlr4::Recognizer* recognizer, antlr4::Token* token, size_t line,
                     size_t column, const std::string& text, std::exception_ptr cause) override;

    /// The index of the token at the last error that the parser met.
    std::size_t last_error() const { return last_error_; }

  private:
    bool explained(antlr4::Parser& parser, const antlr4::Token& token);
    void misplaced(Span span, const std::string& word, const std::vector<std::string>& fitting,
                   const std::vector<std::string>& known);
    void unreadable(const antlr4::Lexer& lexer);

    SourceId source_;
    const Builder& builder_;
    const std::vector<std::uint32_t>& offsets_;
    Diagnostics& problems_;
    std::size_t last_error_ = 0;
};

}  // namespace toets
