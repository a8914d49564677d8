// Changes to the clauses of a rule: its validity, scope, exceptions and prerequisites.
#include "checker/trial/mutator.h"

namespace toets {

bool Mutator::offer(Span place, Span context, const std::string& name) {
    if (done_) return false;
    offered_.push_back({name, place, context});
    done_ = wanted_ && *wanted_ + 1 == offered_.size();
    return done_;
}

std::vector<Mutant> Mutator::walk(ast::Rule& rule) {
    subject(rule);
    prerequisites(rule);
    demand(rule.demand);
    for (ast::Demand& part : rule.parts) demand(part);
    return std::move(offered_);
}

std::vector<Mutant> Mutator::walk(ast::Expr& body) {
    expression(body);
    return std::move(offered_);
}

void Mutator::subject(ast::Rule& rule) {
    auto& where = rule.subject_where;
    if (where.empty()) return;
    if (drop(where[0].span, where[0].span, "met ")) where.clear();
    if (!done_) expression(where[0]);
}

void Mutator::prerequisites(ast::Rule& rule) {
    auto& all = rule.prerequisites;
    for (std::size_t i = 0; i < all.size() && !done_; ++i)
        if (drop(all[i].span, all[i].span, "steunt op "))
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
}

void Mutator::bound(std::optional<Date>& bound, const ast::Demand& demand,
                    const std::string& word) {
    if (!bound) return;
    const Date written = *bound;
    for (const std::int32_t days : {1, -1}) {
        const Date other{written.days + days};
        if (offer(demand.validity, demand.validity, word + iso(written), iso(other))) bound = other;
    }
}

void Mutator::validity(ast::Demand& demand) {
    bound(demand.valid_from, demand, "geldig vanaf ");
    bound(demand.valid_to, demand, "geldig tot en met ");
    auto& tested_on = demand.tested_on;
    if (tested_on.empty()) return;
    if (drop(tested_on[0].span, demand.validity, "getoetst op ")) tested_on.clear();
    if (!done_) expression(tested_on[0]);
}

void Mutator::demand(ast::Demand& demand) {
    validity(demand);
    for (std::size_t i = 0; i < demand.scope.size() && !done_; ++i) {
        const Span span = demand.scope[i].span;
        if (drop(span, span, "alleen als "))
            demand.scope.erase(demand.scope.begin() + static_cast<std::ptrdiff_t>(i));
        else
            expression(demand.scope[i]);
    }
    for (std::size_t i = 0; i < demand.exceptions.size() && !done_; ++i) {
        const Span span = demand.exceptions[i].condition.span;
        if (drop(span, span, "tenzij "))
            demand.exceptions.erase(demand.exceptions.begin() + static_cast<std::ptrdiff_t>(i));
        else
            expression(demand.exceptions[i].condition);
    }
    for (ast::Expr& each : demand.requirement) expression(each);
    if (demand.burden && drop(*demand.burden, *demand.burden)) demand.burden.reset();
}

namespace {

template <typename Tree>
std::vector<Mutant> all_mutants(Tree copy, const Sources& sources, const RuleBook& book) {
    std::vector<Mutant> all = Mutator(sources, book, std::nullopt).walk(copy);
    std::map<std::string, int> times;
    for (Mutant& each : all) {
        const int number = ++times[each.name];
        if (number > 1) each.name += " #" + std::to_string(number);
    }
    return all;
}

template <typename Tree>
Tree changed(Tree copy, const Sources& sources, const RuleBook& book, std::size_t index) {
    Mutator(sources, book, index).walk(copy);
    return copy;
}

}  // namespace

std::vector<Mutant> mutants_of(const ast::Rule& rule, const Sources& sources,
                               const RuleBook& book) {
    return all_mutants(rule, sources, book);
}

std::vector<Mutant> mutants_of(const ast::Expr& body, const Sources& sources,
                               const RuleBook& book) {
    return all_mutants(body, sources, book);
}

ast::Rule mutated(const ast::Rule& rule, const Sources& sources, const RuleBook& book,
                  std::size_t index) {
    return changed(rule, sources, book, index);
}

ast::Expr mutated(const ast::Expr& body, const Sources& sources, const RuleBook& book,
                  std::size_t index) {
    return changed(body, sources, book, index);
}

}  // namespace toets
