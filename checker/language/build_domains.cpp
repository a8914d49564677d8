// Domains: what quantifiers and aggregates run over.
#include "checker/language/builder.h"

namespace toets {

using ast::DomainKind;

ast::Domain Builder::domain_core(Grammar::DomainCoreContext& tree) {
    ast::Domain made;
    made.span = span(tree);
    made.name = word(*tree.name());
    if (tree.alias() != nullptr) made.alias = word(*tree.alias()->name());
    if (tree.path() != nullptr) made.owner.push_back(path(*tree.path()));
    return made;
}

ast::Domain Builder::domain(Grammar::DomainContext& tree) {
    if (tree.derivedDomain() != nullptr) return derived_domain(*tree.derivedDomain());
    ast::Domain made = domain_core(*tree.domainCore());
    if (tree.asFarAsKnown() != nullptr) made.known = span(*tree.asFarAsKnown());
    if (auto* where = tree.expression()) {
        // `er is een A met P of Q`: is Q a condition of A, or an alternative to it?
        if (where->disjunction()->conjunction().size() > 1)
            problems_.push_back({Code::ambiguous_or, span(*where), {}});
        made.where.push_back(expression(*where));
    }
    made.span = span(tree);
    return made;
}

ast::Domain Builder::closed_domain(Grammar::ClosedDomainContext& tree) {
    if (tree.derivedDomain() != nullptr) return derived_domain(*tree.derivedDomain());
    ast::Domain made = domain_core(*tree.domainCore());
    if (tree.asFarAsKnown() != nullptr) made.known = span(*tree.asFarAsKnown());
    if (auto* filter = tree.closedFilter())
        made.where.push_back(filter->path() != nullptr ? path(*filter->path())
                                                       : expression(*filter->expression()));
    made.span = span(tree);
    return made;
}

ast::Domain Builder::derived_domain(Grammar::DerivedDomainContext& tree) {
    ast::Domain made;
    made.span = span(tree);
    made.name = {tree.start->getText(), span(*tree.start)};
    if (auto* d = dynamic_cast<Grammar::YearDomainContext*>(&tree)) {
        made.kind = DomainKind::school_years;
        if (d->alias() != nullptr) made.alias = word(*d->alias()->name());
        for (auto* each : d->value()) made.args.push_back(value(*each));
    }
    if (auto* d = dynamic_cast<Grammar::PairDomainContext*>(&tree)) {
        made.kind = DomainKind::pairs;
        made.alias = word(*d->name(0));
        made.second = word(*d->name(1));
        made.over.push_back(closed_domain(*d->closedDomain()));
        made.args.push_back(value(*d->value()));
    }
    if (auto* d = dynamic_cast<Grammar::SeriesDomainContext*>(&tree)) {
        made.kind = DomainKind::series;
        made.alias = word(*d->alias()->name());
        made.over.push_back(closed_domain(*d->closedDomain()));
        for (auto* each : d->value()) made.args.push_back(value(*each));
        if (d->unit() != nullptr) made.gap = length(*d->INT(), *d->unit()).duration;
    }
    if (auto* d = dynamic_cast<Grammar::ThresholdDomainContext*>(&tree)) {
        made.kind = DomainKind::thresholds;
        if (d->alias() != nullptr) made.alias = word(*d->alias()->name());
        for (auto* each : d->closedDomain()) made.over.push_back(closed_domain(*each));
        const auto values = d->value();
        for (std::size_t i = 0; i < 3; ++i) made.args.push_back(value(*values[i]));
        made.args.push_back(duration(*d->duration()));
        if (values.size() > 3) made.args.push_back(value(*values[3]));
    }
    return made;
}

}  // namespace toets
