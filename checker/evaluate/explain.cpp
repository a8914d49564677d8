// Why: each finding with its texts, its sources, its reasoning and what is missing.
#include <algorithm>

#include "checker/evaluate/evaluate.h"
#include "checker/evaluate/machine.h"
#include "checker/evaluate/reader.h"
#include "checker/evaluate/state.h"

namespace toets {
namespace {

bool may_lack_facts(const Finding& finding, const Part& part) {
    return finding.outcome == Outcome::unknown || part.burden_of_proof;
}

/// One finding with its texts, sources, reasoning and missing facts.
class Explainer {
  public:
    Explainer(const Rule& rule, const Reader& reader, Reasoning reasoning)
        : rule_(rule), reader_(reader), reasoning_(reasoning) {}

    Explanation explain(const Finding& finding, std::size_t i) const {
        const Part& part = rule_.parts[finding.part];
        const auto reason = [&](NodeId node) { return reader_.reason(node, rule_.subject, i); };
        Explanation made;
        made.finding = finding;
        made.message = reader_.text(part.message, rule_.subject, i);
        made.remedy = reader_.text(part.remedy, rule_.subject, i);
        made.question = reader_.text(part.question, rule_.subject, i);
        if (part.requirement != no_node) made.requirement = reason(part.requirement);
        const bool lacks = may_lack_facts(finding, part);
        if (lacks || reasoning_ == Reasoning::whole) {
            if (part.scope != no_node) made.scope = reason(part.scope);
            for (const RuleException& each : part.exceptions)
                made.exceptions.push_back(reason(each.condition));
        }
        for (const NodeId shown : part.shown) reader_.show(shown, rule_.subject, i, made.shown);
        made.citations = citations(part, i);
        if (lacks) add_missing(part, i, made);
        return made;
    }

  private:
    /// The sources that bind this subject; those that may when which one binds is unknown.
    std::vector<std::uint32_t> citations(const Part& part, std::size_t i) const {
        std::vector<std::uint32_t> binding;
        std::vector<std::uint32_t> possible;
        for (std::uint32_t c = 0; c < part.citations.size(); ++c) {
            const NodeId condition = part.citations[c].condition;
            const Truth binds =
                condition == no_node ? Truth::yes : reader_.truth(condition, rule_.subject, i);
            if (binds == Truth::yes) binding.push_back(c);
            if (binds != Truth::no) possible.push_back(c);
        }
        return binding.empty() ? possible : binding;
    }

    void add_missing(const Part& part, std::size_t i, Explanation& made) const {
        if (part.tested_on != no_node) {
            Reason tested;
            reader_.readings(part.tested_on, rule_.subject, i, tested.readings);
            collect_missing(tested, made.missing);
        }
        if (made.scope) collect_missing(*made.scope, made.missing);
        for (const Reason& exception : made.exceptions) collect_missing(exception, made.missing);
        if (made.requirement) collect_missing(*made.requirement, made.missing);
    }

    const Rule& rule_;
    const Reader& reader_;
    Reasoning reasoning_;
};

/// All nodes that the explanation of a part reads.
void add_explained(const Part& part, Needed& needed) {
    for (const auto* text : {&part.message, &part.remedy, &part.question})
        for (const TemplatePiece& piece : *text) needed.add(piece.value);
    for (const NodeId shown : part.shown) needed.add(shown);
    for (const Citation& cited : part.citations) needed.add(cited.condition);
}

}  // namespace

std::vector<Explanation> Evaluator::explain(const Facts& facts, Date peildatum,
                                            const Documents* documents,
                                            std::span<const Finding> findings,
                                            UserLanguage language, Reasoning reasoning) {
    std::vector<Explanation> made;
    made.reserve(findings.size());
    if (findings.empty()) return made;
    State& state = *state_;
    const Rule& rule = state.book.rules[findings.front().rule];
    Needed needed(state.book.program);
    std::vector<RowIndex> rows;
    needed.add(rule.subject_rows);
    for (const Finding& each : findings) {
        const Part& part = rule.parts[each.part];
        if (reasoning == Reasoning::whole || may_lack_facts(each, part))
            State::add_conditions(part, needed);
        else
            needed.add(part.requirement);
        add_explained(rule.parts[each.part], needed);
        rows.push_back(each.row);
    }
    const Input input{&facts, peildatum, documents};
    state.machine.run_for(input, needed.nodes(), rule.subject, rows);
    const Reader reader(state.book, state.vocabulary, state.machine, input, language);
    const Explainer explainer(rule, reader, reasoning);
    for (std::size_t i = 0; i < findings.size(); ++i)
        made.push_back(explainer.explain(findings[i], i));
    return made;
}

}  // namespace toets
