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

constexpr std::size_t evidence_max = 40;
constexpr std::size_t readings_of_step_max = 128;

bool seeks_the_same(const Sought* one, const Sought* other) {
    if (one == nullptr || other == nullptr) return one == other;
    return one->topic == other->topic && one->about == other->about &&
           one->pattern == other->pattern;
}

void collect(const Reason& reason, std::vector<Reading>& out) {
    for (const Reading& each : reason.readings) {
        if (out.size() >= evidence_max) return;
        const bool told = std::any_of(out.begin(), out.end(), [&](const Reading& other) {
            return other.is_of_same_place(each) &&
                   seeks_the_same(other.sought.get(), each.sought.get());
        });
        if (!told) out.push_back(each);
    }
    for (const Reason& below : reason.below)
        if (!below.is_aside) collect(below, out);
}

/// What a reason rests on, each thing once.
std::vector<Reading> readings_of(const Reason& reason) {
    std::vector<Reading> found;
    collect(reason, found);
    return found;
}

bool reads_document(const Reason& reason) {
    const auto is_passage = [](const Reading& each) { return each.passage() != nullptr; };
    return std::any_of(reason.readings.begin(), reason.readings.end(), is_passage) ||
           std::any_of(reason.below.begin(), reason.below.end(), reads_document);
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
        if (part.requirement != no_node) {
            made.requirement = reason(part.requirement);
            made.evidence = readings_of(*made.requirement);
            made.reads_document = reads_document(*made.requirement);
        }
        const bool lacks = may_lack_facts(finding, part);
        if (lacks || reasoning_ == Reasoning::whole) {
            if (part.scope != no_node) made.scope = reason(part.scope);
            for (const RuleException& each : part.exceptions)
                made.exceptions.push_back(reason(each.condition));
        }
        for (const NodeId shown : part.shown) reader_.show(shown, rule_.subject, i, made.shown);
        made.citations = citations(part, i);
        if (lacks) add_missing(part, i, made);
        if (reasoning_ == Reasoning::told) {  // a tree is some hundred times what is told of it
            made.scope.reset();
            made.requirement.reset();
            made.exceptions = {};
        }
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
    const Reader reader(state.book, state.vocabulary, state.machine, input, language,
                        readings_of_step_max);
    const Explainer explainer(rule, reader, reasoning);
    state.run_in_pieces(input, needed.nodes(), rule.subject, rows,
                        [&](std::size_t from, std::size_t count) {
                            for (std::size_t i = 0; i < count; ++i)
                                made.push_back(explainer.explain(findings[from + i], i));
                        });
    return made;
}

}  // namespace toets
