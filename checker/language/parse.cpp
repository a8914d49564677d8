// Runs the generated parser over one source, and turns its errors into diagnostics.
#include "checker/language/parse.h"

#include <algorithm>
#include <set>

#include "RegeltaalLexer.h"
#include "checker/language/builder.h"
#include "checker/text/suggest.h"

namespace toets {
namespace {

std::vector<std::uint32_t> code_point_offsets(const std::string& text) {
    std::vector<std::uint32_t> offsets;
    offsets.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
            offsets.push_back(static_cast<std::uint32_t>(i));
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
    return offsets;
}

/// A keyword that the parser could have read at the error, and that the word resembles.
std::string probable_keyword(antlr4::Parser& parser, const std::string& word) {
    std::vector<std::string> keywords;
    for (const auto& token : parser.getExpectedTokens().toList()) {
        std::string literal = parser.getVocabulary().getLiteralName(static_cast<size_t>(token));
        if (literal.size() > 3) keywords.push_back(literal.substr(1, literal.size() - 2));
    }
    return suggestion(word, keywords);
}

/// Up to six things that could have stood at the error, as they are written.
std::string expected(antlr4::Parser& parser) {
    std::string listed;
    std::size_t count = 0;
    for (const auto& token : parser.getExpectedTokens().toList()) {
        if (++count > 6) return listed + ", ...";
        if (!listed.empty()) listed += ", ";
        listed +=
            token < 0 ? "einde" : parser.getVocabulary().getDisplayName(static_cast<size_t>(token));
    }
    return listed;
}

class ErrorsAsDiagnostics final : public antlr4::BaseErrorListener {
  public:
    ErrorsAsDiagnostics(SourceId source, const std::vector<std::uint32_t>& offsets,
                        Diagnostics& problems)
        : source_(source), offsets_(offsets), problems_(problems) {}

    void syntaxError(antlr4::Recognizer* recognizer, antlr4::Token* token, size_t /*line*/,
                     size_t /*column*/, const std::string& /*text*/,
                     std::exception_ptr /*cause*/) override {
        if (token == nullptr) return unreadable(dynamic_cast<antlr4::Lexer&>(*recognizer));
        auto& parser = dynamic_cast<antlr4::Parser&>(*recognizer);
        const Span span = Builder(source_, offsets_, problems_).span(*token);
        if (token->getType() == antlr4::Token::EOF) {
            problems_.push_back({Code::unexpected_end, span, {expected(parser)}});
            return;
        }
        problems_.push_back({Code::unexpected_word,
                             span,
                             {token->getText(), expected(parser)},
                             probable_keyword(parser, token->getText())});
    }

  private:
    void unreadable(const antlr4::Lexer& lexer) {
        const std::size_t at = std::min(lexer.tokenStartCharIndex, offsets_.size() - 1);
        const std::size_t after = std::min(at + 1, offsets_.size() - 1);
        problems_.push_back(
            {Code::unreadable_character, {source_, offsets_[at], offsets_[after]}, {}});
    }

    SourceId source_;
    const std::vector<std::uint32_t>& offsets_;
    Diagnostics& problems_;
};

/// Whether the parser met an error anywhere in this tree; then its parts can't be relied on.
bool is_damaged(antlr4::tree::ParseTree& tree) {
    if (dynamic_cast<antlr4::tree::ErrorNode*>(&tree) != nullptr) return true;
    if (auto* rule = dynamic_cast<antlr4::ParserRuleContext*>(&tree);
        rule != nullptr && rule->exception != nullptr)
        return true;
    return std::any_of(tree.children.begin(), tree.children.end(),
                       [](auto* child) { return is_damaged(*child); });
}

/// Brackets nested deeper than this are refused: the parser recurses.
constexpr int brackets_deep_max = 200;

bool too_deep(const std::string& text) {
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '{') ++depth;
        if (c == ')' || c == '}') --depth;
        if (depth > brackets_deep_max) return true;
    }
    return false;
}

}  // namespace

ast::File parse(const Sources& sources, SourceId id, Diagnostics& problems) {
    ast::File file;
    file.source = id;
    const std::string& text = sources[id].text();
    if (const auto at = first_malformed_utf8(text)) {
        const auto offset = static_cast<std::uint32_t>(*at);
        problems.push_back({Code::not_utf8, {id, offset, offset + 1}, {}});
        return file;
    }
    if (too_deep(text)) {
        problems.push_back(
            {Code::nested_too_deep, {id, 0, 1}, {std::to_string(brackets_deep_max)}});
        return file;
    }
    const std::vector<std::uint32_t> offsets = code_point_offsets(text);
    ErrorsAsDiagnostics listener(id, offsets, problems);

    antlr4::ANTLRInputStream input(text);
    regeltaal::RegeltaalLexer lexer(&input);
    lexer.removeErrorListeners();
    lexer.addErrorListener(&listener);
    antlr4::CommonTokenStream tokens(&lexer);
    Grammar parser(&tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(&listener);

    const std::size_t errors_before = problems.size();
    Grammar::FileContext* tree = parser.file();
    const bool had_errors = problems.size() != errors_before;
    Builder builder(id, offsets, problems);
    for (Grammar::ItemContext* item : tree->item())
        if (!had_errors || !is_damaged(*item)) builder.item(*item, file);
    return file;
}

}  // namespace toets
