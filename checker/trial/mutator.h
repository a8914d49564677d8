// Private to the room: walks over a syntax tree, and offers or makes changes to it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/trial/mutants.h"

namespace toets {

class Mutator {
  public:
    /// Without `wanted` a walk only lists; with it, the change of that number is made.
    Mutator(const Sources& sources, const RuleBook& book, std::optional<std::size_t> wanted)
        : sources_(sources), book_(book), wanted_(wanted) {}

    /// Walks over a whole rule or expression, or as far as the change that is made.
    std::vector<Mutant> walk(ast::Rule& rule);
    std::vector<Mutant> walk(ast::Expr& body);

  private:
    /// Whether this change is the one to make now; then nothing else is offered.
    bool offer(Span place, Span context, const std::string& name);
    bool offer(Span place, Span context, const std::string& was, const std::string& becomes) {
        return offer(place, context, was + " => " + becomes);
    }
    bool drop(Span place, Span context, const std::string& before = {}) {
        return offer(place, context, "zonder " + before + words_of(sources_, place));
    }

    // mutate_clauses.cpp
    void demand(ast::Demand& demand);
    void validity(ast::Demand& demand);
    void bound(std::optional<Date>& bound, const ast::Demand& demand, const std::string& word);
    void prerequisites(ast::Rule& rule);
    void subject(ast::Rule& rule);

    // mutate_expressions.cpp
    void expression(ast::Expr& expr) { expression(expr, expr.span); }
    void expression(ast::Expr& expr, Span context);
    void relation(ast::Expr& expr);
    void filled(ast::Expr& expr);
    void equality(ast::Expr& expr);
    void connective(ast::Expr& expr);
    void conditional(ast::Expr& expr);
    void quantifier(ast::Expr& expr);
    void aggregate(ast::Expr& expr);
    void literal(ast::Expr& expr, Span context);
    void length(ast::Expr& expr, Duration from, const std::string& was, Span context);
    void number(ast::Expr& expr, std::int64_t from, const std::string& was, Span context);
    void domain(ast::Domain& domain);
    const ParameterValue* parameter(const ast::Expr& expr) const;
    bool is_shift(const ast::Expr& expr) const;
    Span between(const ast::Expr& left, const ast::Expr& right) const;

    const Sources& sources_;
    const RuleBook& book_;
    std::optional<std::size_t> wanted_;
    std::vector<Mutant> offered_;
    bool done_ = false;
};

}  // namespace toets
