// What a rule concluded about one subject of a dossier, and why.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checker/calendar/date.h"
#include "checker/documents/evidence.h"
#include "checker/facts/facts.h"
#include "checker/rulebook/rulebook.h"

namespace toets {

enum class Outcome : std::uint8_t {
    violated,
    unknown,
    blocked,
    judgement,
    pending,
    met,
    excepted,
    not_applicable,
};
inline constexpr std::size_t outcome_count = 8;

/// An obligation with its outcome: one part of one rule for one row.
struct Finding {
    RuleId rule = 0;
    std::uint32_t part = 0;
    RowIndex row = 0;  ///< of the rule's subject table
    Outcome outcome = Outcome::met;
    std::optional<Date> due;        ///< of pending: the last day on which it can still be met
    std::uint32_t exception = 0;    ///< of excepted: which
    RuleId blocked_by = no_rule;    ///< of blocked: the rule at the root
    RowIndex blocked_row = no_row;  ///< its subject
};

/// What was sought in a document, and what came of it.
struct Sought {
    std::string about{};
    std::string pattern{};                      ///< sought was what fits this, not `about`
    std::optional<std::uint32_t> topic{};       ///< sought was this topic
    std::optional<std::uint32_t> topic_part{};  ///< of the topic: this part
    std::vector<SearchedFile> searched{};       ///< where
    std::optional<TopicEvidence> found{};       ///< none when the document could not be searched
};

/// A value that was read, and where: a kenmerk of a row, or a passage of a document.
struct Reading {
    TableId table = no_table;
    RowIndex row = no_row;
    ColumnId column = no_column;   ///< no_column: the list `child`, or the row itself
    std::optional<ChildId> child;  ///< a list: known when it is empty, else not stated completely
    State state = State::known;
    std::string value;            ///< as people write it; empty when not known; of a list that is
                                  ///< not stated completely, the school year that it lacks
    bool still_to_come = false;   ///< the date lies after the peildatum
    bool partly_known = false;    ///< a date without its day, or its month
    NodeId expression = no_node;  ///< of a computed value: what was computed
    std::string counted;          ///< of a number of rows that all count: what they are
    /// Of a document: what was sought in it. Large and rare beside the kenmerken, so it is shared.
    std::shared_ptr<const Sought> sought;

    /// Whether the other was read at the same place: the same kenmerk, list or row.
    bool is_of_same_place(const Reading& other) const {
        return table == other.table && row == other.row && column == other.column &&
               child == other.child;
    }

    /// What the document says; null when nothing was sought, or the document wasn't searched.
    const TopicEvidence* passage() const {
        return sought && sought->found ? &*sought->found : nullptr;
    }
};

/// One step of the reasoning: a condition as it stands in the rule, its truth, what it read, the
/// days of a term, and the steps below it.
struct Reason {
    NodeId node = no_node;
    TableId table = no_table;  ///< of a step about one row of a list: which
    RowIndex row = no_row;
    Truth truth = Truth::yes;
    bool is_aside = false;  ///< of a step about one row: others made the whole what it is
    std::optional<Date> due;
    std::string value;  ///< of a computed value: what it came to
    std::vector<Reading> readings;
    std::vector<TermStep> term;
    std::vector<Reason> below;
};

/// A finding with all that a person needs: the text with its values filled in, the facts that it
/// rests on and those that are missing, the sources that bind this subject; and where it was asked
/// for, the reasoning.
struct Explanation {
    Finding finding;
    std::string message, remedy, question;
    std::optional<Reason> scope, requirement;  ///< of the whole reasoning only
    std::vector<Reason> exceptions;            ///< likewise
    std::vector<Reading> evidence;  ///< what the requirement rests on, each thing once, some dozens
    bool reads_document = false;    ///< whether something was sought in a document for it
    std::vector<Reading> missing;
    std::vector<Reading> shown;
    std::vector<std::uint32_t> citations;  ///< of the part: those that bind
};

}  // namespace toets
