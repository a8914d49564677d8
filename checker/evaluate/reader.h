// Private to the room: reads back, from a machine that ran for the rows of some findings, why each
// condition came out as it did.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <vector>

#include "checker/evaluate/machine.h"
#include "checker/findings/finding.h"
#include "checker/findings/value_text.h"

namespace toets {

/// Appends what kept a condition from being decided: of the undecided steps only, a dozen at most.
void collect_missing(const Reason& reason, std::vector<Reading>& out);

/// Of the rows of a list no more than this many are told.
inline constexpr std::size_t rows_shown_max = 20;

/// Reads back from a machine that ran for the rows of some findings.
class Reader {
  public:
    /// Of one step no more than `most` values are read back; more than a person reads is only for
    /// who decides by them.
    Reader(const RuleBook& book, const Vocabulary& vocabulary, const Machine& machine,
           const Input& input, UserLanguage language,
           std::size_t most = std::numeric_limits<std::size_t>::max())
        : book_(book),
          vocabulary_(vocabulary),
          machine_(machine),
          input_(input),
          language_(language),
          most_(most) {}

    Reason reason(NodeId id, FrameId frame, std::size_t position) const;
    std::string text(const Template& pieces, FrameId frame, std::size_t position) const;
    std::string value(NodeId id, FrameId frame, std::size_t position) const {
        return value(id, frame, position, language_);
    }
    void readings(NodeId id, FrameId frame, std::size_t position, std::vector<Reading>& out) const;
    void show(NodeId id, FrameId frame, std::size_t position, std::vector<Reading>& out) const;
    Truth truth(NodeId id, FrameId frame, std::size_t position) const {
        return machine_.values(id).truths[machine_.position(id, frame, position)];
    }
    RowIndex row(NodeId rows, FrameId frame, std::size_t position) const {
        return machine_.values(rows).rows[machine_.position(rows, frame, position)];
    }

  private:
    const Node& node(NodeId id) const { return book_.program.nodes[id]; }
    bool is_confidential(NodeId id) const;
    bool is_school_year(NodeId id) const;
    std::string value(NodeId id, FrameId frame, std::size_t position, UserLanguage language) const;
    Missing missing(NodeId id, FrameId frame, std::size_t position) const;
    bool is_exact(NodeId id, FrameId frame, std::size_t position) const;
    // reader.cpp
    Truth counts_within(const Node& of, std::size_t position) const;
    std::vector<std::size_t> shown_within(const Node& of, std::size_t outer, Truth whole) const;
    void add_inner(const Node& of, std::size_t outer, Reason& reason) const;
    void add_below(const Node& of, FrameId frame, std::size_t position, Reason& reason) const;
    void read_counted(FrameId over, std::size_t outer, std::size_t day,
                      std::vector<Reading>& out) const;
    void add_term(const Node& of, FrameId frame, std::size_t position, Reason& reason) const;
    void add_running_term(const Node& of, FrameId frame, std::size_t position,
                          Reason& reason) const;
    void join_same_words(const Node& of, Reason& reason) const;

    // readings.cpp
    std::span<const NodeId> arms(const Node& choice, FrameId frame, std::size_t position) const;
    std::optional<Date> asks_calendar(NodeId id, FrameId frame, std::size_t position) const;
    std::optional<Date> untold_day(Date start, bool backwards) const;
    void read_lacking_calendar(NodeId id, FrameId frame, std::size_t position,
                               std::vector<Reading>& out) const;
    void read_rows(FrameId over, NodeId where, std::span<const NodeId> values, std::size_t outer,
                   std::vector<Reading>& out) const;
    void read_calendar(std::optional<Date> untold, std::vector<Reading>& out) const;
    void read_column(const Node& of, RowIndex row, std::vector<Reading>& out) const;
    void read_event(TableId table, RowIndex row, std::vector<Reading>& out) const;
    void read_list(const Frame& frame, const FrameRows& rows, std::size_t outer,
                   std::vector<Reading>& out) const;
    void read_frame(FrameId over, std::size_t outer, std::vector<Reading>& out) const;
    void read_suspensions(const Node& of, std::size_t position, std::vector<Reading>& out) const;
    bool read_choice(NodeId rows, FrameId frame, std::size_t position,
                     std::vector<Reading>& out) const;
    void read_of_row(const Node& of, FrameId frame, std::size_t position,
                     std::vector<Reading>& out) const;
    void readings_inside(const Node& of, std::size_t outer, std::vector<Reading>& out) const;

    // read_passages.cpp, stated_values.cpp
    void read_document(const Node& of, FrameId frame, std::size_t position,
                       std::vector<Reading>& out) const;
    void read_values(const Node& of, FrameId frame, std::size_t position,
                     std::vector<Reading>& out) const;

    const RuleBook& book_;
    const Vocabulary& vocabulary_;
    const Machine& machine_;
    const Input& input_;
    UserLanguage language_;
    std::size_t most_;
};

}  // namespace toets
