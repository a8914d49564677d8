// Runs the generated parser over one source, and turns its errors into diagnostics.
#include "checker/language/parse.h"

#include <algorithm>
#include <initializer_list>

#include "checker/language/builder.h"
#include "checker/language/quick_lexer.h"
#include "checker/language/syntax_errors.h"
#include "checker/text/suggest.h"

namespace toets {
namespace {

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
        for (std::size_t type = 0; type < roles_.size(); ++type)
            if (const std::string quoted = words.getLiteralName(type); quoted.size() > 2)
                for (const std::string& each : item_words())
                    if (quoted == "'" + each + "'") roles_[type] |= item;
        mark(clause,
             {"'regel'", "'begrip'", "'definitie'", "'test'", "'onderdeel'", "'eis'", "'tenzij'",
              "'bron'", "'melding'", "'herstel'", "'gegeven'", "'verwacht'", "'toon'"});
        mark(nesting, {"'niet'", "'als'", "'geldt'", "'na'", "'vanaf'", "'voor'", "'vóór'",
                       "'over'", "'vroegste'", "'recentste'", "'som'", "'grootste'", "'kleinste'",
                       "'eerste'", "'laatste'", "'aantal'"});
        mark(opening, {"'('", "'{'"});
        mark(closing, {"')'", "'}'"});
        roles_[Grammar::DOC] |= item;
    }

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
};

/// Whether the item ends where another starts, and the mistake is in that one.
bool ended_well(Grammar::ItemAndNextContext& tree, const TokenRoles& roles, std::size_t mistake) {
    auto* next = tree.nextItem();
    return !is_damaged(tree) ||
           (next != nullptr && next->start != nullptr &&
            roles.starts_item(next->start->getType()) && mistake > next->start->getTokenIndex());
}

/// After a mistake: on to the next item, which starts a line, or to what is probably a misspelt
/// one. A misspelt clause on the way is told too.
class Recovery {
  public:
    Recovery(antlr4::CommonTokenStream& tokens, const TokenRoles& roles, const Builder& builder,
             Diagnostics& problems)
        : tokens_(tokens), roles_(roles), builder_(builder), problems_(problems) {}

    void skip_to_item() {
        std::size_t line = 0;
        for (; tokens_.LA(1) != antlr4::Token::EOF; tokens_.consume()) {
            const antlr4::Token& next = *tokens_.LT(1);
            const bool starts_line = next.getLine() != line;
            line = next.getLine();
            if (next.getCharPositionInLine() == 0 &&
                (roles_.starts_item(next.getType()) || !near(next, item_words()).empty()))
                return;
            if (starts_line) tell_of_clause(next);
        }
    }

    /// The next word starts no item: that is told.
    void skip_misplaced() {
        const antlr4::Token& next = *tokens_.LT(1);
        problems_.push_back({Code::item_expected,
                             builder_.span(next),
                             {next.getText()},
                             suggestion(next.getText(), item_words())});
        tokens_.consume();
        skip_to_item();
    }

    /// On from the token of that number, which was told.
    void skip_to_item_from(std::size_t told) {
        tokens_.seek(told);
        if (tokens_.LA(1) != antlr4::Token::EOF && !roles_.starts_item(tokens_.LT(1)->getType()))
            tokens_.consume();
        skip_to_item();
    }

  private:
    /// The word that a name at the start of a line, before a text or a name, was probably meant as.
    std::string near(const antlr4::Token& token, const std::vector<std::string>& known) const {
        if (token.getType() != Grammar::ID) return {};
        const std::size_t after = token.getTokenIndex() + 1;
        const std::size_t type =
            after < tokens_.size() ? tokens_.get(after)->getType() : antlr4::Token::EOF;
        const bool fits = type == Grammar::STRING || type == Grammar::ID || type < Grammar::JA_NEE;
        const std::string text = after < tokens_.size() ? tokens_.get(after)->getText() : "";
        if (!fits || text == "." || text == ":" || text == "(" || text == "{" || text == ",")
            return {};
        return suggestion(token.getText(), known);
    }

    void tell_of_clause(const antlr4::Token& token) {
        const std::string meant = near(token, clause_words());
        if (meant.empty()) return;
        const Span span = builder_.span(token);
        const bool told = std::any_of(problems_.begin(), problems_.end(),
                                      [&](const Diagnostic& each) { return each.span == span; });
        if (!told) problems_.push_back({Code::misplaced_word, span, {token.getText()}, meant});
    }

    antlr4::CommonTokenStream& tokens_;
    const TokenRoles& roles_;
    const Builder& builder_;
    Diagnostics& problems_;
};

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

/// Keeps what stands from this token to where the parser is, of which no tree was built.
void lose(antlr4::CommonTokenStream& tokens, std::size_t from, ast::Lost& lost) {
    bool declares = true;  // the first may be a misspelt word
    for (; from < tokens.index(); ++from) {
        const antlr4::Token& next = *tokens.get(from + 1);
        lost.words.insert(tokens.get(from)->getText());
        if (declares) lost.declared.insert(next.getText());
        declares = next.getCharPositionInLine() == 0;
    }
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
    Recovery recovery(tokens, roles, builder, problems);
    while (tokens.LA(1) != antlr4::Token::EOF) {
        antlr4::Token* first = tokens.LT(1);
        if (!roles.starts_item(first->getType())) {
            recovery.skip_misplaced();
            lose(tokens, first->getTokenIndex(), file.lost);
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
        std::size_t lost = first->getTokenIndex();
        if (item != nullptr && !is_damaged(*item) &&
            ended_well(*tree, roles, listener.last_error())) {
            builder.item(*item, file);
            lost = item->getStop()->getTokenIndex() + 1;
        }
        recovery.skip_to_item_from(std::max(listener.last_error(), first->getTokenIndex() + 1));
        lose(tokens, lost, file.lost);
        items.forget_errors();
    }
    return file;
}

void forget_choices() {
    antlr4::CommonTokenStream tokens(nullptr);
    Grammar parser(&tokens);
    parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->clearDFA();
}

}  // namespace toets
