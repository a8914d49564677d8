// From the truths of a rule's conditions to the outcome of each obligation.
#include <algorithm>
#include <numeric>

#include "checker/evaluate/evaluate.h"
#include "checker/evaluate/machine.h"
#include "checker/evaluate/needed.h"
#include "checker/evaluate/reader.h"
#include "checker/evaluate/state.h"

namespace toets {

void Needed::add(NodeId id) {
    if (id == no_node || nodes_[id]) return;
    nodes_[id] = true;
    const Node& node = program_.nodes[id];
    for (const NodeId arg : node.args) add(arg);
    add(node.where);
    add(node.counted);
    add(node.suspended_from);
    add(node.suspended_to);
    add(node.suspended_where);
    add_frame(node.frame);
    add_frame(node.over);
    add_frame(node.suspensions);
}

void Needed::add_frame(FrameId id) {
    if (id == no_frame || frames_[id]) return;
    frames_[id] = true;
    const Frame& frame = program_.frames[id];
    add_frame(frame.outer);
    add_frame(frame.base);
    add_frame(frame.restarts);
    for (const NodeId node : {frame.owner, frame.until, frame.base_where, frame.first, frame.last,
                              frame.restart, frame.restart_where})
        add(node);
}

namespace {

/// Whether the law of this part was in force on the day by which it is judged.
Truth in_force(const Part& part, DateInterval tested) {
    if (!part.valid_from && !part.valid_to) return Truth::yes;
    if (is_none(tested)) return Truth::no;
    Truth result = Truth::yes;
    if (part.valid_from) {
        if (tested.last < *part.valid_from) return Truth::no;
        if (tested.first < *part.valid_from) result = Truth::unknown;
    }
    if (part.valid_to) {
        if (tested.first > *part.valid_to) return Truth::no;
        if (tested.last > *part.valid_to) result = Truth::unknown;
    }
    return result;
}

/// Which parts of a rule block what rests on it: those of its heaviest severity.
bool blocks(const Rule& rule, const Part& part) {
    return std::all_of(rule.parts.begin(), rule.parts.end(),
                       [&](const Part& other) { return other.severity <= part.severity; });
}

Outcome outcome_of(Truth required, Truth scope, Truth excepted, bool burden) {
    const bool certain = scope == Truth::yes && excepted == Truth::no;
    switch (required) {
        case Truth::yes:
            return Outcome::met;
        case Truth::pending:
            return Outcome::pending;
        case Truth::no:
            return certain ? Outcome::violated : Outcome::unknown;
        case Truth::unknown:
            break;
    }
    return certain && burden ? Outcome::violated : Outcome::unknown;
}

}  // namespace

Evaluator::State::State(const RuleBook& rules, const Vocabulary& words, std::vector<RuleId> sorted,
                        Room given)
    : book(rules),
      vocabulary(words),
      order(std::move(sorted)),
      machine(rules, words),
      blockers(rules.rules.size()),
      is_prerequisite(rules.rules.size(), false),
      room(given) {
    Needed all(book.program);
    for (const RuleId id : order) {
        for (const RuleId each : book.rules[id].prerequisites) is_prerequisite[each] = true;
        add_rule(book.rules[id], all);
    }
    needed = all.nodes();
}

void Evaluator::State::add_rule(const Rule& rule, Needed& all) {
    all.add(rule.subject_rows);
    for (const NodeId rows : rule.prerequisite_rows) all.add(rows);
    for (const Part& part : rule.parts) add_conditions(part, all);
}

void Evaluator::State::add_conditions(const Part& part, Needed& all) {
    all.add(part.tested_on);
    all.add(part.scope);
    all.add(part.requirement);
    for (const RuleException& each : part.exceptions) all.add(each.condition);
}

Truth Evaluator::State::truth(NodeId node, std::size_t i, Truth otherwise) const {
    if (node == no_node) return otherwise;
    const Truth found = machine.values(node).truths[i];
    return found;
}

/// The first prerequisite of the row that isn't kept, as its root; null when all are.
const Blocker* Evaluator::State::blocker_of(const Rule& rule, std::size_t i) const {
    for (std::size_t p = 0; p < rule.prerequisites.size(); ++p) {
        const RowIndex row = machine.values(rule.prerequisite_rows[p]).rows[i];
        const auto& found = blockers[rule.prerequisites[p]];
        if (row < found.size() && found[row].rule != no_rule) return &found[row];
    }
    return nullptr;
}

Truth Evaluator::State::concerns(const Rule& rule, const Part& part, std::size_t i) const {
    const DateInterval today{machine.peildatum(), machine.peildatum()};
    const DateInterval tested =
        part.tested_on == no_node ? today : machine.values(part.tested_on).dates[i];
    return both(in_force(part, tested), machine.frame(rule.subject).present[i]);
}

/// Whether the dossier doesn't tell at all what a requirement needs. A date without its day was
/// told, if not precisely, and so was an event without its date: that isn't failing to show that
/// something was done.
bool Evaluator::State::is_silent(const Rule& rule, NodeId requirement, std::size_t i) const {
    const Reader reader(book, vocabulary, machine, machine.input(), UserLanguage::nl);
    std::vector<Reading> missing;
    const Reason whole = reader.reason(requirement, rule.subject, i);
    collect_missing(whole, missing);
    const auto is_undated_event = [&](const Reading& each) {
        return each.row < unknown_row && each.column != no_column &&
               each.column == vocabulary.tables[each.table].event &&
               each.state != toets::State::known;
    };
    if (std::any_of(missing.begin(), missing.end(), is_undated_event)) return false;
    return missing.empty() || rests_on_silence(whole);
}

/// Whether what isn't told makes a step undecided. Of a choice every way must be untold: what was
/// told in part may be the one that was gone.
bool Evaluator::State::rests_on_silence(const Reason& reason) const {
    const auto untold = [](const Reading& each) {
        return each.state != toets::State::known && each.state != toets::State::not_applicable;
    };
    const bool silent = std::any_of(reason.readings.begin(), reason.readings.end(), untold);
    const Op op = reason.node == no_node ? Op::all_of : book.program.nodes[reason.node].op;
    const bool chooses = op == Op::any_of || op == Op::exists;
    std::size_t undecided = 0;
    std::size_t resting = 0;
    for (const Reason& below : reason.below) {
        if (below.truth != Truth::unknown) continue;
        ++undecided;
        resting += rests_on_silence(below) ? 1 : 0;
    }
    if (chooses) return resting == undecided && (silent || resting > 0);
    return silent || resting > 0;
}

/// Whether the dossier itself says, of the row or of what contains it, that it isn't complete.
bool Evaluator::State::is_incomplete(TableId table, RowIndex row) const {
    const Facts& facts = *machine.input().facts;
    while (table != no_table && row < unknown_row) {
        const Table& shape = vocabulary.tables[table];
        for (ColumnId c = 0; c < shape.columns.size(); ++c) {
            if (!shape.columns[c].lifts_burden) continue;
            const ColumnValues& values = facts.tables[table].columns[c];
            const toets::State state = values.states[row];
            const bool said = state == toets::State::known && values.codes[row] == 1;
            if (said || state == toets::State::unknown) return true;
        }
        row = facts.tables[table].parent[row];
        table = shape.parent;
    }
    return false;
}

Finding Evaluator::State::judge(const Rule& rule, const Part& part, std::size_t i) const {
    Finding made;
    made.row = machine.frame(rule.subject).rows[i];
    made.outcome = Outcome::not_applicable;
    const Truth scope = both(concerns(rule, part, i), truth(part.scope, i, Truth::yes));
    if (scope == Truth::no) return made;
    Truth excepted = Truth::no;
    for (std::size_t e = 0; e < part.exceptions.size(); ++e) {
        const Truth each = truth(part.exceptions[e].condition, i, Truth::no);
        if (each == Truth::yes) {
            made.outcome = Outcome::excepted;
            made.exception = static_cast<std::uint32_t>(e);
            return made;
        }
        excepted = either(excepted, each);
    }
    if (const Blocker* blocker = blocker_of(rule, i)) {
        made.outcome = Outcome::blocked;
        made.blocked_by = blocker->rule;
        made.blocked_row = blocker->row;
        return made;
    }
    if (part.requirement == no_node) {
        made.outcome = Outcome::judgement;
        return made;
    }
    const Truth required = truth(part.requirement, i, Truth::yes);
    const bool burden = part.burden_of_proof && required == Truth::unknown &&
                        !is_incomplete(rule.subject_table, made.row);
    made.outcome =
        outcome_of(required, scope, excepted, burden && is_silent(rule, part.requirement, i));
    if (made.outcome == Outcome::pending) {
        const auto& due = machine.values(part.requirement).due;
        if (!due.empty() && due[i] != no_due) made.due = Date{due[i]};
    }
    return made;
}

/// The outcomes that most subjects have, told by two look-ups: the rule doesn't concern them, or is
/// kept and nothing else can change that.
class Evaluator::State::Settled {
  public:
    Settled(const State& state, const Rule& rule, const Part& part)
        : present_(state.machine.frame(rule.subject).present.data()),
          scope_(truths(state, part.scope)),
          always_in_force_(!part.valid_from && !part.valid_to) {
        if (rule.prerequisites.empty() && part.exceptions.empty())
            requirement_ = truths(state, part.requirement);
    }

    std::optional<Outcome> at(std::size_t i) const {
        const Truth scope = scope_ == nullptr ? present_[i] : both(present_[i], scope_[i]);
        if (scope == Truth::no) return Outcome::not_applicable;
        if (always_in_force_ && requirement_ != nullptr && requirement_[i] == Truth::yes)
            return Outcome::met;
        return std::nullopt;
    }

  private:
    static const Truth* truths(const State& state, NodeId node) {
        return node == no_node ? nullptr : state.machine.values(node).truths.data();
    }

    const Truth* present_;
    const Truth* scope_;
    const Truth* requirement_ = nullptr;
    bool always_in_force_;
};

void Evaluator::State::open_blockers(RuleId id, const Facts& facts) {
    blockers[id].clear();
    if (is_prerequisite[id]) blockers[id].resize(facts.tables[book.rules[id].subject_table].count);
}

/// Of the rows for which the machine ran.
void Evaluator::State::evaluate(RuleId id, const Kept& kept, Evaluation& out) {
    const Rule& rule = book.rules[id];
    const std::size_t size = machine.frame(rule.subject).size;
    auto& own = blockers[id];
    for (std::uint32_t p = 0; p < rule.parts.size(); ++p) {
        const Part& part = rule.parts[p];
        const bool may_block = is_prerequisite[id] && blocks(rule, part);
        Tally& tally = out.tallies[id][p];
        const Settled settled(*this, rule, part);
        for (std::size_t i = 0; i < size; ++i) {
            const auto outcome = settled.at(i);
            if (outcome && !kept[static_cast<std::size_t>(*outcome)]) {
                ++tally.of[static_cast<std::size_t>(*outcome)];
                continue;
            }
            Finding finding = judge(rule, part, i);
            tally.add(finding);
            if (may_block && own[finding.row].rule == no_rule) {
                if (finding.outcome == Outcome::blocked)
                    own[finding.row] = {finding.blocked_by, finding.blocked_row};
                if (finding.outcome == Outcome::violated || finding.outcome == Outcome::unknown)
                    own[finding.row] = {id, finding.row};
            }
            if (!kept[static_cast<std::size_t>(finding.outcome)]) continue;
            finding.rule = id;
            finding.part = p;
            out.findings.push_back(finding);
        }
    }
}

/// Rule by rule, each for as many of its rows at a time as there is room for.
void Evaluator::State::evaluate_in_pieces(const Input& input, const Kept& kept, Evaluation& out) {
    std::vector<RowIndex> rows;
    for (const RuleId id : order) {
        const Rule& rule = book.rules[id];
        Needed of_rule(book.program);
        add_rule(rule, of_rule);
        rows.resize(input.facts->tables[rule.subject_table].count);
        std::iota(rows.begin(), rows.end(), RowIndex{0});
        machine.forget();
        run_in_pieces(input, of_rule.nodes(), rule.subject, rows,
                      [&](std::size_t, std::size_t) { evaluate(id, kept, out); });
    }
    machine.forget();
}

Evaluator::Evaluator(const RuleBook& book, const Vocabulary& vocabulary, std::vector<RuleId> order,
                     Room room)
    : state_(std::make_unique<State>(book, vocabulary, std::move(order), room)) {}

Evaluator::~Evaluator() = default;

void Evaluator::evaluate(const Facts& facts, Date peildatum, const Documents* documents,
                         const Kept& kept, Evaluation& out) {
    State& state = *state_;
    out.findings.clear();
    out.tallies.resize(state.book.rules.size());
    for (RuleId id = 0; id < state.book.rules.size(); ++id)
        out.tallies[id].assign(state.book.rules[id].parts.size(), {});
    for (const RuleId id : state.order) state.open_blockers(id, facts);
    const Input input{&facts, peildatum, documents};
    state.ran_whole = state.machine.run(input, state.needed, state.room.at_once);
    if (state.ran_whole)
        for (const RuleId id : state.order) state.evaluate(id, kept, out);
    else
        state.evaluate_in_pieces(input, kept, out);
    std::stable_sort(
        out.findings.begin(), out.findings.end(), [](const Finding& a, const Finding& b) {
            return std::tuple(a.rule, a.part, a.row) < std::tuple(b.rule, b.part, b.row);
        });
}

}  // namespace toets
