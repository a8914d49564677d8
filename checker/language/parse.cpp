// Runs the generated parser over one source, and turns its errors into diagnostics.
#include "checker/language/parse.h"

#include <algorithm>
#include <initializer_list>

#include "checker/language/builder.h"
#include "checker/language/quick_lexer.h"
#include "checker/text/suggest.h"

namespace toets {
namespace {

/// The keywords that the parser could have read at the error, as they are written.
std::vector<std::string> expected_keywords(antlr4::Parser& parser) {
    std::vector<std::string> keywords;
    for (const auto& token : parser.getExpectedTokens().toList()) {
        if (token < 0) continue;
        const std::string literal =
            parser.getVocabulary().getLiteralName(static_cast<size_t>(token));
        if (literal.size() > 2) keywords.push_back(literal.substr(1, literal.size() - 2));
    }
    return keywords;
}

/// Every keyword of the language: a misspelt one ends what stands before it, so that the parser no
/// longer expects it there.
std::vector<std::string> all_keywords(const antlr4::Parser& parser) {
    std::vector<std::string> keywords;
    for (std::size_t token = 1; token < Grammar::JA_NEE; ++token) {
        const std::string literal = parser.getVocabulary().getLiteralName(token);
        if (literal.size() > 4) keywords.push_back(literal.substr(1, literal.size() - 2));
    }
    return keywords;
}

/// Up to six of them, for a message.
std::string listed(const std::vector<std::string>& keywords) {
    constexpr std::size_t listed_max = 6;
    std::string text;
    for (std::size_t i = 0; i < std::min(keywords.size(), listed_max); ++i)
        text += (i == 0 ? "`" : ", `") + keywords[i] + "`";
    return keywords.size() > listed_max ? text + ", ..." : text;
}

class ErrorsAsDiagnostics final : public antlr4::BaseErrorListener {
  public:
    ErrorsAsDiagnostics(SourceId source, const Builder& builder,
                        const std::vector<std::uint32_t>& offsets, Diagnostics& problems)
        : source_(source), builder_(builder), offsets_(offsets), problems_(problems) {}

    void syntaxError(antlr4::Recognizer* recognizer, antlr4::Token* token, size_t /*line*/,
                     size_t /*column*/, const std::string& /*text*/,
                     std::exception_ptr /*cause*/) override {
        if (token == nullptr) return unreadable(dynamic_cast<antlr4::Lexer&>(*recognizer));
        auto& parser = dynamic_cast<antlr4::Parser&>(*recognizer);
        last_error_ = token->getTokenIndex();
        const Span span = builder_.span(*token);
        const std::string word = token->getText();
        const std::vector<std::string> keywords = expected_keywords(parser);
        const bool name_fits =
            parser.getExpectedTokens().contains(static_cast<ssize_t>(Grammar::ID));
        const bool is_keyword = token->getType() < Grammar::JA_NEE;
        if (token->getType() == Grammar::UNFINISHED)
            problems_.push_back({Code::unfinished_text, span, {}});
        else if (token->getType() == antlr4::Token::EOF)
            problems_.push_back({name_fits ? Code::name_missing_at_end : Code::unexpected_end,
                                 span,
                                 {listed(keywords)}});
        else if (name_fits)
            problems_.push_back({is_keyword ? Code::keyword_as_name : Code::name_expected,
                                 span,
                                 {word},
                                 is_keyword ? "" : suggestion(word, keywords)});
        else
            misplaced(span, word, keywords, is_keyword ? keywords : all_keywords(parser));
    }

    /// The index of the token at the last error that the parser met.
    std::size_t last_error() const { return last_error_; }

  private:
    /// What fits is told, unless the word is likely a misspelt one that ended what stands before
    /// it: then what fits there is of no use. Neither is it when the word itself is among it: then
    /// what fits was asked some words before.
    void misplaced(Span span, const std::string& word, const std::vector<std::string>& fitting,
                   const std::vector<std::string>& known) {
        if (std::find(fitting.begin(), fitting.end(), word) != fitting.end())
            return problems_.push_back({Code::misplaced_word, span, {word}});
        const std::string near = suggestion(word, fitting);
        const std::string elsewhere = near.empty() ? suggestion(word, known) : "";
        if (fitting.empty() || !elsewhere.empty())
            problems_.push_back({Code::misplaced_word, span, {word}, elsewhere});
        else
            problems_.push_back({Code::unexpected_word, span, {word, listed(fitting)}, near});
    }

    void unreadable(const antlr4::Lexer& lexer) {
        const std::size_t at = std::min(lexer.tokenStartCharIndex, offsets_.size() - 1);
        const std::size_t after = std::min(at + 1, offsets_.size() - 1);
        problems_.push_back(
            {Code::unreadable_character, {source_, offsets_[at], offsets_[after]}, {}});
    }

    SourceId source_;
    const Builder& builder_;
    const std::vector<std::uint32_t>& offsets_;
    Diagnostics& problems_;
    std::size_t last_error_ = 0;
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

/// An expression nested deeper than this is refused: the parser recurses.
constexpr int nested_deep_max = 200;

/// Which tokens open an item, a clause or a nesting; by token type.
class TokenRoles {
  public:
    explicit TokenRoles(const antlr4::dfa::Vocabulary& words)
        : roles_(words.getMaxTokenType() + 1) {
        const auto mark = [&](Role role, std::initializer_list<std::string_view> named) {
            for (std::size_t type = 0; type < roles_.size(); ++type)
                if (std::find(named.begin(), named.end(), words.getLiteralName(type)) !=
                    named.end())
                    roles_[type] |= role;
        };
        mark(item, {"'module'", "'gebruikt'", "'bron'", "'keuzelijst'", "'parameter'", "'stel'",
                    "'begrip'", "'definitie'", "'onderwerp'", "'kalender'", "'documenten'",
                    "'feestdag'", "'regel'", "'test'", "'ongetoetst'", "'gelijkwaardig'"});
        mark(clause,
             {"'regel'", "'begrip'", "'definitie'", "'test'", "'onderdeel'", "'eis'", "'tenzij'",
              "'bron'", "'melding'", "'herstel'", "'gegeven'", "'verwacht'", "'toon'"});
        mark(nesting, {"'niet'", "'als'", "'geldt'", "'na'", "'vanaf'", "'voor'", "'vóór'",
                       "'over'", "'vroegste'", "'recentste'", "'som'", "'grootste'", "'kleinste'",
                       "'eerste'", "'laatste'", "'aantal'"});
        mark(opening, {"'('", "'{'"});
        mark(closing, {"')'", "'}'"});
        for (std::size_t type = 0; type < roles_.size(); ++type)
            if (const std::string quoted = words.getLiteralName(type); starts_item(type))
                item_words_.push_back(quoted.substr(1, quoted.size() - 2));
        roles_[Grammar::DOC] |= item;
    }

    /// The words that start an item, as they are written.
    std::vector<std::string> item_words() const { return item_words_; }
    bool starts_item(std::size_t type) const { return has(type, item); }

    /// The first token that is nested too deep; null when there is none.
    antlr4::Token* too_deep(const std::vector<antlr4::Token*>& tokens) const {
        int brackets = 0;
        int words = 0;
        for (antlr4::Token* token : tokens) {
            const std::size_t type = token->getType();
            if (has(type, clause)) words = 0;
            if (has(type, nesting)) ++words;
            if (has(type, opening)) ++brackets;
            if (has(type, closing)) --brackets;
            if (brackets > nested_deep_max || words > nested_deep_max) return token;
        }
        return nullptr;
    }

  private:
    enum Role : std::uint8_t { item = 1, clause = 2, nesting = 4, opening = 8, closing = 16 };

    /// The end of the file is a token, of no type.
    bool has(std::size_t type, Role role) const {
        return type < roles_.size() && (roles_[type] & role) != 0;
    }

    std::vector<std::uint8_t> roles_;
    std::vector<std::string> item_words_;
};

/// After a mistake: on to the next item, which starts a line.
void skip_to_item(antlr4::TokenStream& tokens, const TokenRoles& roles) {
    while (tokens.LA(1) != antlr4::Token::EOF) {
        const antlr4::Token* next = tokens.LT(1);
        if (roles.starts_item(next->getType()) && next->getCharPositionInLine() == 0) return;
        tokens.consume();
    }
}

/// Parses the item where the tokens stand: quickly, and if that meets a mistake once more,
/// thoroughly. The quick way of predicting is right whenever it meets no mistake (Parr, Harwell and
/// Fisher, Adaptive LL(*) Parsing, 2014); the thorough way is the one that tells what is wrong.
class ItemParser {
  public:
    /// `problems` gets what the parser meets.
    ItemParser(Grammar& parser, Diagnostics& problems) : parser_(parser), problems_(problems) {}

    Grammar::ItemAndNextContext* next() {
        const std::size_t start = parser_.getTokenStream()->index();
        const auto told = static_cast<std::ptrdiff_t>(problems_.size());
        auto* const prediction = parser_.getInterpreter<antlr4::atn::ParserATNSimulator>();
        prediction->setPredictionMode(antlr4::atn::PredictionMode::SLL);
        parser_.setErrorHandler(giving_up_);
        try {
            return parser_.itemAndNext();
        } catch (const antlr4::ParseCancellationException&) {
            prediction->setPredictionMode(antlr4::atn::PredictionMode::LL);
            parser_.setErrorHandler(going_on_);
            parser_.reset();
            problems_.erase(problems_.begin() + told, problems_.end());
            parser_.getTokenStream()->seek(start);
            return parser_.itemAndNext();
        }
    }

    void forget_errors() { going_on_->reset(&parser_); }

  private:
    Grammar& parser_;
    Diagnostics& problems_;
    std::shared_ptr<antlr4::ANTLRErrorStrategy> giving_up_ =
        std::make_shared<antlr4::BailErrorStrategy>();
    std::shared_ptr<antlr4::ANTLRErrorStrategy> going_on_ =
        std::make_shared<antlr4::DefaultErrorStrategy>();
};

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
    const std::vector<std::uint32_t> offsets = code_point_offsets(text);
    Builder builder(id, text, offsets, problems);
    ErrorsAsDiagnostics listener(id, builder, offsets, problems);

    antlr4::ANTLRInputStream input(text);
    QuickLexer lexer(input, text, offsets);
    lexer.removeErrorListeners();
    lexer.addErrorListener(&listener);
    antlr4::CommonTokenStream tokens(&lexer);
    tokens.fill();
    static const TokenRoles roles(lexer.getVocabulary());  // the same for every file
    if (const antlr4::Token* token = roles.too_deep(tokens.getTokens())) {
        problems.push_back(
            {Code::nested_too_deep, builder.span(*token), {std::to_string(nested_deep_max)}});
        return file;
    }
    Grammar parser(&tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(&listener);
    ItemParser items(parser, problems);
    while (tokens.LA(1) != antlr4::Token::EOF) {
        antlr4::Token* first = tokens.LT(1);
        if (!roles.starts_item(first->getType())) {
            problems.push_back({Code::item_expected,
                                builder.span(*first),
                                {first->getText()},
                                suggestion(first->getText(), roles.item_words())});
            tokens.consume();
            skip_to_item(tokens, roles);
            continue;
        }
        const std::size_t told = problems.size();
        Grammar::ItemAndNextContext* tree = items.next();
        Grammar::ItemContext* item = tree->item();
        if (problems.size() == told) {
            builder.item(*item, file);
            tokens.seek(item->getStop()->getTokenIndex() + 1);
            continue;
        }
        if (item != nullptr && !is_damaged(*tree)) builder.item(*item, file);
        tokens.seek(std::max(listener.last_error(), first->getTokenIndex() + 1));
        skip_to_item(tokens, roles);
        items.forget_errors();
    }
    return file;
}

}  // namespace toets
