// Private to the room: from ANTLR's parse tree to our syntax tree, one typed function per rule of
// the grammar. No other room includes this header or anything of ANTLR.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <antlr4-runtime.h>

#include "RegeltaalParser.h"
#include "checker/diagnostics/diagnostics.h"
#include "checker/language/ast.h"

namespace toets {

using Grammar = regeltaal::RegeltaalParser;

class Clauses;

class Builder {
  public:
    /// `offsets[i]` is the byte offset in `text` of code point i, with one past the end.
    Builder(SourceId source, std::string_view text, const std::vector<std::uint32_t>& offsets,
            Diagnostics& problems)
        : source_(source), text_(text), offsets_(offsets), problems_(problems) {}

    void item(Grammar::ItemContext& tree, ast::File& file);

    Span span(const antlr4::Token& token) const;
    Span span(const antlr4::ParserRuleContext& tree) const;

    /// The text from this byte on.
    std::string_view text_at(std::uint32_t offset) const { return text_.substr(offset); }

  private:
    /// What stands in the source from the first to the last token.
    std::string_view written(const antlr4::ParserRuleContext& tree) const;
    std::string_view written(antlr4::tree::TerminalNode& node) const;

    // declarations: build_declarations.cpp
    ast::Word word(const antlr4::ParserRuleContext& tree) const;
    ast::Word string(antlr4::tree::TerminalNode& node) const;
    std::vector<std::string> texts(Grammar::StringsContext& tree) const;
    std::string doc(const std::vector<antlr4::tree::TerminalNode*>& lines) const;
    ast::DocumentFile document_file(Grammar::DocumentsDeclContext& tree) const;
    ast::Module module(Grammar::ModuleDeclContext& tree) const;
    ast::SourceWork work(Grammar::SourceDeclContext& tree) const;
    ast::Option option(Grammar::OptionDefContext& tree) const;
    ast::Type type(Grammar::TypeContext& tree) const;
    ast::Attribute attribute(Grammar::AttributeContext& tree) const;
    ast::Concept concept_(Grammar::ConceptDeclContext& tree) const;
    ast::Parameter parameter(Grammar::ParameterDeclContext& tree);
    ast::Override override_(Grammar::OverrideDeclContext& tree);
    ast::Definition definition(Grammar::DefinitionDeclContext& tree);
    void tell_of_second(Grammar::TopicClauseContext& tree, Clauses& clauses) const;
    ast::Topic topic(Grammar::TopicDeclContext& tree) const;

    // rules and tests: build_rules.cpp
    ast::Rule rule(Grammar::RuleDeclContext& tree);
    void clause(Grammar::ClauseContext& tree, ast::Demand& demand);
    bool header_clause(Grammar::ClauseContext& tree, ast::Rule& rule);
    void tell_of_second(Grammar::ClauseContext& tree, Clauses& clauses) const;
    ast::Citation citation(Grammar::CitationContext& tree);
    std::string joined(Grammar::RefsContext* refs) const;
    ast::Citation reference(Grammar::ReferenceContext& tree);
    ast::Test test(Grammar::TestDeclContext& tree);
    ast::Fact fact(Grammar::FactContext& tree) const;
    ast::Expectation expectation(Grammar::TestExpectationContext& tree);

    // expressions: build_expressions.cpp
    std::optional<LeapBirthday> leap_birthday(Grammar::LeapBirthdayDeclContext& tree) const;
    ast::Expr setting(Grammar::SettingContext& tree);
    ast::Expr expression(Grammar::ExpressionContext& tree);
    ast::Expr implication(Grammar::ImplicationContext& tree);
    ast::Expr disjunction(Grammar::DisjunctionContext& tree);
    ast::Expr conjunction(Grammar::ConjunctionContext& tree);
    ast::Expr negation(Grammar::NegationContext& tree);
    ast::Expr comparison(Grammar::ComparisonContext& tree);
    ast::Expr misplaced_length(Grammar::ComparisonContext& tree);
    std::vector<ast::Expr> options(Grammar::OptionListContext& tree);
    ast::Expr within(ast::Expr left, Grammar::TermContext& tree, Span whole);
    ast::Expr quantifier(Grammar::QuantifierContext& tree);
    ast::Domain domain(Grammar::DomainContext& tree);
    ast::Domain closed_domain(Grammar::ClosedDomainContext& tree);
    ast::Domain derived_domain(Grammar::DerivedDomainContext& tree);
    ast::Domain domain_core(Grammar::DomainCoreContext& tree);
    ast::Expr value(Grammar::ValueContext& tree);
    ast::Expr operand(Grammar::OperandContext& tree);
    ast::Expr primary(Grammar::PrimaryContext& tree);
    ast::Expr pendable(Grammar::PendableContext& tree);
    ast::Expr path(Grammar::PathContext& tree);
    ast::Expr duration(Grammar::DurationContext& tree);
    Unit unit(Grammar::UnitContext& tree) const;
    ast::Expr length(antlr4::tree::TerminalNode& count, Grammar::UnitContext& unit) const;
    ast::Expr literal(Grammar::LiteralContext& tree);
    ast::Expr number(Grammar::NumberContext& tree) const;
    /// The number in digits that stands there; a problem and the highest if it is higher.
    std::int64_t whole(Span digits, std::int64_t highest) const;
    int count(antlr4::tree::TerminalNode& digits, int highest) const;
    ast::Expr date(Grammar::DateLiteralContext& tree);
    std::optional<Date> date_value(Grammar::DateLiteralContext& tree);

    SourceId source_;
    std::string_view text_;
    const std::vector<std::uint32_t>& offsets_;
    Diagnostics& problems_;
};

/// Whether a literal token of the grammar, of plain letters, stands directly under `tree`.
bool has(const antlr4::ParserRuleContext& tree, std::string_view literal);

}  // namespace toets
