// Rules and the tests beside them.
#include "checker/language/builder.h"
#include "checker/language/clauses.h"
#include "checker/text/months.h"

namespace toets {
namespace {

constexpr int subjects_max = 999'999;  // of one kind, in a test

ast::Statute statute(Grammar::StatuteContext& tree) {
    return has(tree, "met") ? ast::Statute::applies : ast::Statute::excluded;
}

/// The words that a clause of a rule starts with.
std::string clause_name(Grammar::ClauseContext& tree) {
    const std::string first = tree.start->getText();
    if (first == "met" || first == "zonder") return "termijnenwet";
    if (first == "bij") return "bij onbekend overtreding";
    if (first == "steunt") return "steunt op";
    return first == "alleen" ? "alleen als" : first;
}

}  // namespace

/// What a clause says that stands a second time would be lost, or merged with the first unseen.
void Builder::tell_of_second(Grammar::ClauseContext& tree, Clauses& clauses) const {
    const std::string name = clause_name(tree);
    const Span here = span(*tree.start);
    if (name == "tenzij" || name == "alleen als") return;
    const bool is_first = !clauses.place(name);
    if (name == "eis")
        clauses.once(name, here, Code::requirement_twice, {});
    else if (name == "bron" || name == "steunt op" || name == "toon")
        clauses.once(name, here, Code::list_twice, {name, name == "bron" ? ";" : ","});
    else
        clauses.once(name, here);
    if (!is_first || (name != "eis" && name != "oordeel")) return;
    if (const auto other = clauses.place(name == "eis" ? "oordeel" : "eis"))
        problems_.push_back({Code::requirement_and_judgement, here, {}, {}, {*other}});
}

ast::Rule Builder::rule(Grammar::RuleDeclContext& tree) {
    ast::Rule made;
    made.name = word(*tree.name());
    made.doc = doc(tree.DOC());
    made.demand.title = string(*tree.STRING()).text;
    made.demand.span = span(tree);
    Clauses parts(problems_);
    Clauses own(problems_);
    for (auto* each : tree.clause()) {
        if (auto* part = dynamic_cast<Grammar::PartClauseContext*>(each)) {
            ast::Demand demand;
            demand.name = word(*part->name());
            demand.span = span(*part);
            if (part->STRING() != nullptr) demand.title = string(*part->STRING()).text;
            parts.once(demand.name->text, demand.name->span, Code::double_name,
                       {demand.name->text});
            own.start_over();
            made.parts.push_back(std::move(demand));
        } else if (each != nullptr) {
            tell_of_second(*each, own);
            if (!header_clause(*each, made))
                clause(*each, made.parts.empty() ? made.demand : made.parts.back());
        }
    }
    return made;
}

/// The clauses that a part can't have of its own; false when this is none of them.
bool Builder::header_clause(Grammar::ClauseContext& tree, ast::Rule& rule) {
    const bool is_header = dynamic_cast<Grammar::SubjectClauseContext*>(&tree) != nullptr ||
                           dynamic_cast<Grammar::PrerequisiteClauseContext*>(&tree) != nullptr ||
                           dynamic_cast<Grammar::StatuteClauseContext*>(&tree) != nullptr;
    if (is_header && !rule.parts.empty())
        problems_.push_back({Code::clause_of_whole_rule, span(*tree.start), {clause_name(tree)}});
    if (auto* c = dynamic_cast<Grammar::SubjectClauseContext*>(&tree)) {
        rule.subject.push_back(domain_core(*c->domainCore()));
        if (c->expression() != nullptr) rule.subject_where.push_back(expression(*c->expression()));
        return true;
    }
    if (auto* c = dynamic_cast<Grammar::PrerequisiteClauseContext*>(&tree)) {
        for (auto* name : c->name()) rule.prerequisites.push_back(word(*name));
        return true;
    }
    if (auto* c = dynamic_cast<Grammar::StatuteClauseContext*>(&tree)) {
        rule.statute = statute(*c->statute());
        return true;
    }
    return false;
}

void Builder::clause(Grammar::ClauseContext& tree, ast::Demand& demand) {
    if (auto* c = dynamic_cast<Grammar::CertaintyClauseContext*>(&tree))
        demand.certainty = word(*c->name());
    if (auto* c = dynamic_cast<Grammar::SourceClauseContext*>(&tree))
        for (auto* each : c->citation()) demand.citations.push_back(citation(*each));
    if (auto* c = dynamic_cast<Grammar::SeverityClauseContext*>(&tree))
        demand.severity = word(*c->name());
    if (auto* c = dynamic_cast<Grammar::UrgencyClauseContext*>(&tree))
        demand.urgency = word(*c->name());
    if (auto* c = dynamic_cast<Grammar::ValidityClauseContext*>(&tree)) {
        demand.validity = span(*c);
        if (c->fromDate() == nullptr && c->toDate() == nullptr && c->value() == nullptr)
            problems_.push_back({Code::validity_without_day, span(*c), {}});
        if (c->fromDate() != nullptr) demand.valid_from = date_value(*c->fromDate()->dateLiteral());
        if (c->toDate() != nullptr) demand.valid_to = date_value(*c->toDate()->dateLiteral());
        if (c->value() != nullptr) demand.tested_on.push_back(value(*c->value()));
    }
    if (auto* c = dynamic_cast<Grammar::ExceptionClauseContext*>(&tree))
        demand.exceptions.push_back({expression(*c->expression()), string(*c->STRING()).text});
    if (auto* c = dynamic_cast<Grammar::ScopeClauseContext*>(&tree))
        demand.scope.push_back(expression(*c->expression()));
    if (auto* c = dynamic_cast<Grammar::RequirementClauseContext*>(&tree))
        demand.requirement.push_back(pendable(*c->pendable()));
    if (auto* c = dynamic_cast<Grammar::JudgementClauseContext*>(&tree))
        demand.question = string(*c->STRING());
    if (auto* c = dynamic_cast<Grammar::ShowClauseContext*>(&tree))
        for (auto* each : c->value()) demand.shown.push_back(value(*each));
    if (dynamic_cast<Grammar::BurdenClauseContext*>(&tree) != nullptr) demand.burden = span(tree);
    if (auto* c = dynamic_cast<Grammar::MessageClauseContext*>(&tree))
        demand.message = string(*c->STRING());
    if (auto* c = dynamic_cast<Grammar::RemedyClauseContext*>(&tree))
        demand.remedy = string(*c->STRING());
}

ast::Citation Builder::citation(Grammar::CitationContext& tree) {
    ast::Citation made = reference(*tree.reference());
    if (tree.expression() != nullptr) made.condition.push_back(expression(*tree.expression()));
    return made;
}

/// The numbers or letters of a list, with a comma between.
std::string Builder::joined(Grammar::RefsContext* refs) const {
    std::string text;
    if (refs == nullptr) return text;
    for (auto* ref : refs->ref()) {
        if (!text.empty()) text += ", ";
        text += written(*ref);
    }
    return text;
}

ast::Citation Builder::reference(Grammar::ReferenceContext& tree) {
    ast::Citation made;
    made.work = word(*tree.name());
    made.span = span(tree);
    if (tree.ref() != nullptr) made.article = written(*tree.ref());
    std::size_t list = 0;
    if (has(tree, "lid")) made.paragraphs = joined(tree.refs(list++));
    if (has(tree, "onder")) made.letters = joined(tree.refs(list++));
    if (has(tree, "volzin")) made.sentences = joined(tree.refs(list));
    if (tree.dateLiteral() != nullptr) made.version = date_value(*tree.dateLiteral());
    if (tree.STRING() != nullptr) made.place = string(*tree.STRING()).text;
    return made;
}

ast::Test Builder::test(Grammar::TestDeclContext& tree) {
    ast::Test made;
    made.rule = word(*tree.name());
    made.title = string(*tree.STRING()).text;
    made.span = span(tree);
    Clauses clauses(problems_);
    for (auto* each : tree.testClause()) {
        if (auto* c = dynamic_cast<Grammar::TestDateContext*>(each)) {
            clauses.once("peildatum", span(*c->start));
            made.peildatum = date_value(*c->dateLiteral());
        }
        if (auto* c = dynamic_cast<Grammar::TestSettingContext*>(each)) {
            made.settings.push_back({word(*c->name()), setting(*c->setting()), {}});
            const ast::Word& name = made.settings.back().name;
            clauses.once("stel " + name.text, name.span);
        }
        if (auto* c = dynamic_cast<Grammar::TestFactsContext*>(each))
            for (auto* f : c->fact()) made.facts.push_back(fact(*f));
        if (auto* c = dynamic_cast<Grammar::TestDocumentContext*>(each)) {
            ast::TestDocument document{string(*c->STRING(0)), {}};
            clauses.once("tekst van \"" + document.name.text + '"', document.name.span);
            for (std::size_t i = 1; i < c->STRING().size(); ++i)
                document.text += string(*c->STRING(i)).text + '\n';
            made.documents.push_back(std::move(document));
        }
        if (auto* c = dynamic_cast<Grammar::TestExpectationContext*>(each))
            made.expectations.push_back(expectation(*c));
    }
    return made;
}

ast::Fact Builder::fact(Grammar::FactContext& tree) const {
    ast::Fact made;
    made.span = span(tree);
    if (auto* f = dynamic_cast<Grammar::EmptyListContext*>(&tree)) {
        made.kind = ast::FactKind::empty_list;
        made.name = word(*f->name());
    }
    if (auto* f = dynamic_cast<Grammar::FactGroupContext*>(&tree)) {
        made.kind = ast::FactKind::group;
        made.name = word(*f->name());
        Clauses stated(problems_);
        for (auto* child : f->fact()) {
            made.children.push_back(fact(*child));
            const ast::Fact& last = made.children.back();
            if (last.kind == ast::FactKind::attribute) stated.once(last.name.text, last.name.span);
        }
    }
    if (auto* f = dynamic_cast<Grammar::FactAttributeContext*>(&tree)) {
        made.name = word(*f->name());
        auto* value = f->factValue();
        if (value->STRING() != nullptr)
            made.value = string(*value->STRING()).text;
        else if (value->dateLiteral() != nullptr && value->dateLiteral()->monthName() != nullptr) {
            auto* date = value->dateLiteral();
            // the reader's own form: day month year in digits
            const int month = month_number(written(*date->monthName())).value_or(0);
            made.value = std::string(written(*date->INT(0))) + "-" + std::to_string(month) + "-" +
                         std::string(written(*date->INT(1)));
        } else {
            made.value = written(*value);
        }
    }
    return made;
}

ast::Expectation Builder::expectation(Grammar::TestExpectationContext& tree) {
    ast::Expectation made;
    made.span = span(tree);
    auto* outcome = tree.outcome();
    made.outcome = {outcome->start->getText(), span(*outcome)};
    if (made.outcome.text == "niet") made.outcome.text = "niet van toepassing";
    if (outcome->dateLiteral() != nullptr) made.due = date_value(*outcome->dateLiteral());
    if (outcome->name() != nullptr) made.blocked_by = word(*outcome->name());
    std::size_t next = 0;
    if (has(tree, "onderdeel")) made.part = word(*tree.name(next++));
    if (has(tree, "bij")) {
        made.subject_word = word(*tree.name(next));
        made.subject = count(*tree.INT(), subjects_max);
    }
    std::size_t texts = 0;
    if (has(tree, "melding")) made.message = string(*tree.STRING(texts++));
    if (has(tree, "herstel")) made.remedy = string(*tree.STRING(texts));
    return made;
}

}  // namespace toets
