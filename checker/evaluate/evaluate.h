// Rules and facts to findings: pure, without I/O, log or clock.
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <vector>

#include "checker/calendar/date.h"
#include "checker/evaluate/evidence.h"
#include "checker/facts/facts.h"
#include "checker/findings/finding.h"
#include "checker/rulebook/rulebook.h"

namespace toets {

/// How many obligations of one part of one rule had each outcome, and when the first pending one
/// is due.
struct Tally {
    std::array<std::uint32_t, outcome_count> of{};
    std::optional<Date> first_due;

    void add(const Finding& finding) {
        ++of[static_cast<std::size_t>(finding.outcome)];
        if (finding.due) first_due = std::min(first_due.value_or(*finding.due), *finding.due);
    }
};

/// The findings of one dossier, by rule, part and row; and the tally of every part of every rule.
struct Evaluation {
    std::vector<Finding> findings;
    std::vector<std::vector<Tally>> tallies;
};

/// Which outcomes become findings; the others are only tallied.
using Kept = std::array<bool, outcome_count>;

/// How much of the reasoning an explanation holds: all of it, or none beside the evidence and what
/// is missing, as reports tell it.
enum class Reasoning { whole, told };

/// Which truths each node of a program was seen to have: a bit per Truth, and one for a value that
/// is no truth.
constexpr std::uint8_t observed_value = 0x80;
using ObservedTruths = std::vector<std::uint8_t>;
constexpr std::uint8_t observed_bit(Truth truth) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(truth));
}

/// How many values may be held together: of a dossier as a whole, or of as many of its subjects as
/// fit; and for one subject alone. A value takes 1 to 24 bytes, some 5 on average.
struct Room {
    std::size_t at_once = std::size_t{32} << 20;
    std::size_t for_one = std::size_t{64} << 20;
};

/// Evaluates dossier after dossier with the same rules; holds the working memory of one thread.
class Evaluator {
  public:
    /// `order` gives every rule to evaluate after those that it rests on.
    Evaluator(const RuleBook& book, const Vocabulary& vocabulary, std::vector<RuleId> order,
              Room room = {});
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    /// All obligations of one dossier as of `peildatum`. `documents` may be null: then what rules
    /// ask of documents is unknown. Same input, same result, whatever the room. Throws
    /// std::bad_alloc when there is no room for one subject alone.
    void evaluate(const Facts& facts, Date peildatum, const Documents* documents, const Kept& kept,
                  Evaluation& out);

    /// The reasoning behind findings of one rule, in their order, for the same dossier.
    std::vector<Explanation> explain(const Facts& facts, Date peildatum, const Documents* documents,
                                     std::span<const Finding> findings, UserLanguage language,
                                     Reasoning reasoning = Reasoning::whole);

    /// Of the evaluation that ran last: adds the truths of all conditions that were asked to come
    /// to this finding. What lies behind a scope that doesn't hold, or behind an exception that
    /// does, was not asked. `seen` has an entry per node; nothing is added of a dossier that had to
    /// be evaluated in pieces.
    void observe(const Finding& finding, ObservedTruths& seen) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace toets
