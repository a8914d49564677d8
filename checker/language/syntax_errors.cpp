#include "checker/language/syntax_errors.h"

#include <algorithm>

#include "checker/text/suggest.h"

namespace toets {

/// The words that start an item, as they are written.
const std::vector<std::string>& item_words() {
    static const std::vector<std::string> words = {"module",
                                                   "gebruikt",
                                                   "bron",
                                                   "keuzelijst",
                                                   "parameter",
                                                   "stel",
                                                   "begrip",
                                                   "definitie",
                                                   "kalender",
                                                   "documenten",
                                                   "onderwerp",
                                                   "feestdag",
                                                   "schrikkelverjaardag",
                                                   "regel",
                                                   "test",
                                                   "ongetoetst",
                                                   "gelijkwaardig"};
    return words;
}

/// The words that start a clause of a rule or a test.
const std::vector<std::string>& clause_words() {
    static const std::vector<std::string> words = {
        "bron",    "ernst",   "urgentie", "zekerheid", "geldig",    "steunt",  "tenzij",   "alleen",
        "oordeel", "melding", "herstel",  "onderdeel", "peildatum", "gegeven", "verwacht", "toon"};
    return words;
}

namespace {

/// The digits of a number that is written in words; empty when it is none.
std::string digits_of(const std::string& word) {
    constexpr const char* words[] = {"een",   "twee", "drie",  "vier", "vijf", "zes",
                                     "zeven", "acht", "negen", "tien", "elf",  "twaalf"};
    for (std::size_t i = 0; i < std::size(words); ++i)
        if (word == words[i] || (i == 0 && word == "één")) return std::to_string(i + 1);
    return {};
}

/// The keywords that the parser could have read at the error, as they are written.
std::vector<std::string> expected_keywords(antlr4::Parser& parser) {
    std::vector<std::string> keywords;
    for (const auto& token : parser.getExpectedTokens().toList()) {
        if (token < 0) continue;
        const std::string literal =
            parser.getVocabulary().getLiteralName(static_cast<size_t>(token));
        if (literal.size() > 2) keywords.push_back(literal.substr(1, literal.size() - 2));
    }
    // that something new may start here is no help where something else is meant
    const std::vector<std::string>& items = item_words();
    const auto starts_item = [&](const std::string& word) {
        return std::find(items.begin(), items.end(), word) != items.end();
    };
    if (parser.getCurrentToken()->getType() != antlr4::Token::EOF ||
        !std::all_of(keywords.begin(), keywords.end(), starts_item))
        std::erase_if(keywords, starts_item);
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

constexpr std::size_t keywords_listed_max = 6;

/// Whether a condition comes after this word.
bool asks_condition(const std::string& word) {
    for (const char* each :
         {"eis", "en", "of", "niet", "als", "dan", "anders", "tenzij", "met", "geldt"})
        if (word == each) return true;
    return false;
}

}  // namespace

void ErrorsAsDiagnostics::syntaxError(antlr4::Recognizer* recognizer, antlr4::Token* token,
                                      size_t /*line*/, size_t /*column*/,
                                      const std::string& /*text*/, std::exception_ptr /*cause*/) {
    if (token == nullptr) return unreadable(dynamic_cast<antlr4::Lexer&>(*recognizer));
    auto& parser = dynamic_cast<antlr4::Parser&>(*recognizer);
    last_error_ = token->getTokenIndex();
    const Span span = builder_.span(*token);
    const std::string word = token->getText();
    const std::vector<std::string> keywords = expected_keywords(parser);
    const bool name_fits = parser.getExpectedTokens().contains(static_cast<ssize_t>(Grammar::ID));
    const bool is_keyword = token->getType() < Grammar::JA_NEE;
    if (token->getType() != Grammar::UNFINISHED && explained(parser, *token)) return;
    if (token->getType() == Grammar::UNFINISHED)
        problems_.push_back({Code::unfinished_text, span, {}});
    else if (token->getType() == antlr4::Token::EOF)
        problems_.push_back({name_fits ? Code::name_missing_at_end : Code::unexpected_end,
                             span,
                             {listed(keywords, keywords_listed_max)}});
    else if (name_fits)
        problems_.push_back({is_keyword ? Code::keyword_as_name : Code::name_expected,
                             span,
                             {word},
                             is_keyword ? "" : suggestion(word, keywords)});
    else
        misplaced(span, word, keywords, is_keyword ? keywords : all_keywords(parser));
}

/// Mistakes of which the words around tell more than what the parser could read.
bool ErrorsAsDiagnostics::explained(antlr4::Parser& parser, const antlr4::Token& token) {
    antlr4::TokenStream& tokens = *parser.getTokenStream();
    const std::size_t at = token.getTokenIndex();
    const antlr4::Token* before = at > 0 ? tokens.get(at - 1) : nullptr;
    if (before == nullptr) return false;
    const std::string previous = before->getText();
    if (const std::string digits = digits_of(previous);
        !digits.empty() && unit_named(token.getText())) {
        problems_.push_back({Code::number_in_words, builder_.span(*before), {previous, digits}});
        return true;
    }
    const std::string next = at + 1 < tokens.size() ? tokens.get(at + 1)->getText() : "";
    const antlr4::atn::ATN& grammar = parser.getATN();
    const bool can_be_name = grammar.nextTokens(grammar.ruleToStartState[Grammar::RuleName])
                                 .contains(static_cast<ssize_t>(token.getType()));
    if (token.getType() < Grammar::JA_NEE && !can_be_name && next == ":") {
        problems_.push_back({Code::keyword_as_name, builder_.span(token), {token.getText()}});
        return true;
    }
    // `eis melding "x"`: the word of a clause was read as a name
    const std::vector<std::string>& clauses = clause_words();
    const bool is_clause = token.getType() == Grammar::STRING &&
                           std::find(clauses.begin(), clauses.end(), previous) != clauses.end();
    if (!is_clause || at < 2 || !asks_condition(tokens.get(at - 2)->getText())) return false;
    problems_.push_back({Code::condition_missing, builder_.span(*before), {previous}});
    return true;
}

/// What fits is told, unless the word is likely a misspelt one that ended what stands before
/// it: then what fits there is of no use. Neither is it when the word itself is among it: then
/// what fits was asked some words before.
void ErrorsAsDiagnostics::misplaced(Span span, const std::string& word,
                                    const std::vector<std::string>& fitting,
                                    const std::vector<std::string>& known) {
    if (std::find(fitting.begin(), fitting.end(), word) != fitting.end())
        return problems_.push_back({Code::misplaced_word, span, {word}});
    const std::string near = suggestion(word, fitting);
    const std::string elsewhere = near.empty() ? suggestion(word, known) : "";
    if (fitting.empty() || !elsewhere.empty())
        problems_.push_back({Code::misplaced_word, span, {word}, elsewhere});
    else
        problems_.push_back(
            {Code::unexpected_word, span, {word, listed(fitting, keywords_listed_max)}, near});
}

void ErrorsAsDiagnostics::unreadable(const antlr4::Lexer& lexer) {
    const std::size_t at = std::min(lexer.tokenStartCharIndex, offsets_.size() - 1);
    const bool comment = builder_.text_at(offsets_[at]).starts_with("/*");
    const std::size_t after = std::min(at + (comment ? 2 : 1), offsets_.size() - 1);
    problems_.push_back({comment ? Code::unfinished_comment : Code::unreadable_character,
                         {source_, offsets_[at], offsets_[after]},
                         {}});
}

}  // namespace toets
