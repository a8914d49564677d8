// Private to the room: computes the nodes of a program over the columns of one dossier, a whole
// frame at a time. The same code serves all subjects at once and one subject with its reasons.
#pragma once

#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "checker/calendar/school_calendar.h"
#include "checker/calendar/window.h"
#include "checker/evaluate/evidence.h"
#include "checker/evaluate/term_memo.h"
#include "checker/facts/facts.h"
#include "checker/rulebook/rulebook.h"

namespace toets {

/// No day at all: a date that has not happened. Its first lies after its last.
inline constexpr DateInterval no_date{{std::numeric_limits<std::int32_t>::max()},
                                      {std::numeric_limits<std::int32_t>::min()}};
inline constexpr DateInterval any_date{{std::numeric_limits<std::int32_t>::min()},
                                       {std::numeric_limits<std::int32_t>::max()}};
inline constexpr NumberInterval any_number{std::numeric_limits<std::int64_t>::min(),
                                           std::numeric_limits<std::int64_t>::max()};
inline constexpr std::int32_t no_due = std::numeric_limits<std::int32_t>::max();

constexpr bool is_none(DateInterval date) { return date.first > date.last; }
constexpr bool is_any(DateInterval date) {
    return date.first == any_date.first && date.last == any_date.last;
}

/// Whether both ends are days: not none, not open to one side.
constexpr bool is_bounded(DateInterval date) {
    return !is_none(date) && first_date <= date.first && date.last <= last_date;
}

struct TextValue {
    std::string_view text;
    State state = State::known;
};

/// The values of one node; the vector of its kind is in use. `due` is empty, or goes with truths.
struct Values {
    std::vector<Truth> truths;
    std::vector<std::int32_t> due;
    std::vector<DateInterval> dates;
    std::vector<NumberInterval> numbers;
    std::vector<std::int32_t> codes;
    std::vector<TextValue> texts;
    std::vector<RowIndex> rows;
};

/// The positions of one frame in one dossier. `offsets` has one entry per outer position and one
/// more; position i belongs to the outer position whose range holds it.
struct FrameRows {
    std::size_t size = 0;
    std::vector<std::uint32_t> outer;  ///< outer position of each
    std::vector<std::uint32_t> offsets;
    std::vector<std::uint8_t> open;     ///< per outer position: there may be more
    std::vector<RowIndex> rows, later;  ///< the row of each; pairs: the later one too
    std::vector<Truth> present;         ///< whether it has happened by the peildatum
    /// Synthetic frames: the begin and end of each. Not one day each where rows that may count, or
    /// that aren't known by day, can move them; it then certainly lies within.
    std::vector<DateInterval> first, last;
    std::vector<Date> since;  ///< thresholds: the amounts from here on reach it by themselves
    std::vector<std::uint8_t> uncharted;  ///< thresholds, per outer position: for want of calendar

    void clear();
    /// Adds a position of a synthetic frame to the run of outer position `p`.
    void add(std::size_t p, DateInterval begin, DateInterval end, Truth there);
    /// Ends the run of the next outer position.
    void close(bool may_be_more);
    /// Whether the run of outer position `p` could be another if more were known.
    bool is_doubtful(std::size_t p) const;
};

/// The amounts that a threshold counts, sorted by date.
struct Amounts {
    std::vector<DatedAmount> certain;
    std::vector<DatedAmount> possible;   ///< with the others that may count, each at its most
    std::vector<DateInterval> doubtful;  ///< where those others may lie
    bool all_placed = true;              ///< `possible` holds them all
};

/// All that a run needs to know of its dossier.
struct Input {
    const Facts* facts = nullptr;
    Date peildatum{};
    const Documents* documents = nullptr;
};

class Machine {
  public:
    /// The values of a node by position; one value for all positions where it has no frame.
    template <typename T>
    struct Column {
        const T* values;
        std::size_t step;
        const T& operator[](std::size_t i) const { return values[i * step]; }
    };

    Machine(const RuleBook& book, const Vocabulary& vocabulary);

    /// Computes all `needed` nodes (one flag per node); false, with nothing to be read, when they
    /// have more values together than `most`.
    [[nodiscard]] bool run(const Input& input, const std::vector<bool>& needed, std::size_t most);
    /// The same, where the positions of a table frame are these of its rows, not all.
    [[nodiscard]] bool run_for(const Input& input, const std::vector<bool>& needed, FrameId frame,
                               std::span<const RowIndex> rows, std::size_t most);
    /// Gives back the memory of what was computed.
    void forget();
    /// What `noemt bij` finds that differs, for position `i` of its arguments.
    Conflict conflict(const Node& node, std::size_t i, const DocumentAnswers& answers) const;
    /// Where `noemt` finds what it seeks, for position `i` of its arguments.
    Mention mention(const Node& node, std::size_t i, const DocumentAnswers& answers) const;

    const Values& values(NodeId node) const { return values_[node]; }
    const FrameRows& frame(FrameId frame) const { return frames_[frame]; }
    /// The position in a node's own values for a position of a frame inside or equal to its own.
    std::size_t position(NodeId id, FrameId frame, std::size_t position) const;
    /// Whether a row has happened by the peildatum, given that what contains it has.
    Truth present(TableId table, RowIndex row) const;
    Truth present_with_owners(TableId table, RowIndex row) const;
    std::span<const Date> equated_holidays() const { return book_.equated_holidays; }
    const SchoolCalendar* school() const { return has_school_ ? &school_ : nullptr; }
    Date peildatum() const { return input_.peildatum; }
    const Input& input() const { return input_; }

    /// The last day of the term of `node` (within or term_bound) that starts on one known
    /// day, for the position; with its steps. Null when it can't be told.
    std::optional<TermEnd> term(const Node& node, Date start, std::size_t i) const;

  private:
    // machine.cpp
    void share_memos();
    void prepare(const Input& input);
    bool execute_all(const std::vector<bool>& needed);
    void execute(NodeId id);
    void find_events();
    void read_school_calendar();
    bool is_complete(TableId table, RowIndex row) const;
    const Node& node(NodeId id) const { return book_.program.nodes[id]; }
    std::size_t size_of(const Node& node) const {
        return node.frame == no_frame ? 1 : frames_[node.frame].size;
    }
    template <typename T>
    Column<T> column(const std::vector<T>& values, NodeId of) const {
        return {values.data(), node(of).frame == no_frame ? std::size_t{0} : std::size_t{1}};
    }
    Column<Truth> truths(NodeId id) const { return column(values_[id].truths, id); }
    Column<DateInterval> dates(NodeId id) const { return column(values_[id].dates, id); }
    Column<NumberInterval> numbers(NodeId id) const { return column(values_[id].numbers, id); }
    Column<std::int32_t> codes(NodeId id) const { return column(values_[id].codes, id); }
    Column<TextValue> texts(NodeId id) const { return column(values_[id].texts, id); }
    Column<RowIndex> rows(NodeId id) const { return column(values_[id].rows, id); }
    std::int32_t due(NodeId id, std::size_t i) const {
        return values_[id].due.empty() ? no_due
                                       : values_[id].due[node(id).frame == no_frame ? 0 : i];
    }
    static void set_pending(Values& out, std::size_t size, std::size_t i, std::int32_t due);

    /// Takes room for values; false when there isn't so much left.
    bool take(std::size_t count) {
        is_full_ = is_full_ || count > room_;
        if (!is_full_) room_ -= count;
        return !is_full_;
    }

    // frames.cpp
    void ensure(FrameId id);
    Truth stated(TableId table, RowIndex row) const;
    void build_table(const Frame& frame, FrameRows& out) const;
    void build_relation(const Frame& frame, FrameRows& out);
    void build_years(const Frame& frame, FrameRows& out);
    /// Whether position i of a frame counts: it is there, and the condition holds.
    Truth included(FrameId frame, NodeId where, std::size_t i) const;

    // derived_frames.cpp
    void build_pairs(const Frame& frame, FrameRows& out) const;
    void build_series(const Frame& frame, FrameRows& out) const;
    void build_thresholds(const Frame& frame, FrameRows& out) const;
    void amounts_of(const Frame& frame, std::size_t p, Amounts& found) const;
    /// The days of the positions that certainly count, of outer position p, sorted; and in
    /// `doubtful` the days on which others may lie: they may not count, or aren't known by day.
    void days_of(FrameId frame, NodeId where, NodeId date, std::size_t p, std::vector<Date>& days,
                 std::vector<DateInterval>& doubtful) const;

    // rows.cpp
    void load(const Node& node, Values& out);
    template <typename Step>
    void follow(const Node& node, Values& out, Step step);
    void owner(const Node& node, Values& out);
    void part(const Node& node, Values& out);
    void reference(const Node& node, Values& out);
    void lift(const Node& node, Values& out);
    void constant(const Node& node, Values& out);
    void is_filled(const Node& node, Values& out);
    void is_applicable(const Node& node, Values& out);
    void exists_row(const Node& node, Values& out);

    void elsewhere(const Node& node, Values& out) const;

    // conditions.cpp
    void connective(const Node& node, Values& out);
    void equals(const Node& node, Values& out);
    void date_relation(const Node& node, Values& out);
    void number_relation(const Node& node, Values& out);
    void pending_until(const Node& node, Values& out);

    void documents(const Node& node, Values& out);

    // terms.cpp
    DateInterval term_bound(const Node& node, DateInterval start, std::size_t i) const;
    bool suspensions_of(const Node& node, std::size_t i, std::vector<Period>& periods) const;
    bool has_no_length(const Node& node, std::size_t i) const;
    std::optional<Duration> length_at(const Node& node, std::size_t i) const;
    std::optional<TermEnd> term_until(const Node& node, Duration length, Date start,
                                      std::span<const Period> suspensions,
                                      std::optional<Date> until) const;
    /// Where the ends of a node's terms are remembered; null when they differ from row to row or
    /// from school to school.
    TermMemo* memo_of(const Node& node) const;
    DateInterval ends_of(const Node& node, Date start, std::size_t i) const;
    void within(const Node& node, Values& out);
    void term_bound(const Node& node, Values& out);
    void shift(const Node& node, Values& out);

    // recurring.cpp
    void recurring(const Node& node, Values& out);
    std::optional<Date> end_of_period(const Node& node, Duration length, Date since) const;
    std::optional<Date> certainly_kept_until(const Node& node, Duration length, Date since,
                                             std::span<const DateInterval> events) const;
    std::optional<Date> possibly_kept_until(const Node& node, Duration length, Date since,
                                            std::span<const DateInterval> events) const;

    // reductions.cpp
    void quantify(const Node& node, Values& out);
    Truth exists_in(const Node& node, std::size_t p) const;
    Truth all_in(const Node& node, std::size_t p, std::int32_t& first_due) const;
    void count(const Node& node, Values& out);
    void extreme_date(const Node& node, Values& out);
    void total(const Node& node, Values& out);
    void extreme_number(const Node& node, Values& out);
    void choose(const Node& node, Values& out);
    RowIndex chosen(const Node& node, std::size_t p) const;

    // computed.cpp
    void conditional(const Node& node, Values& out);
    void computed(const Node& node, Values& out);
    DateInterval computed_date(const Node& node, std::size_t i) const;
    NumberInterval computed_number(const Node& node, std::size_t i) const;

    const RuleBook& book_;
    const Vocabulary& vocabulary_;
    Input input_;
    std::vector<Values> values_;
    std::vector<FrameRows> frames_;
    std::vector<bool> built_;
    std::vector<const ColumnValues*> events_;  ///< per table: the days of its events, if it has any
    SchoolCalendar school_;
    bool has_school_ = false;
    mutable std::deque<TermMemo> memos_;  ///< 16 KB each: never moved, none to spare
    std::vector<std::uint32_t> memo_of_;  ///< per node
    std::size_t room_ = 0;                ///< how many values more there may be
    bool is_full_ = false;
    FrameId restricted_ = no_frame;
    std::span<const RowIndex> restriction_;
};

/// Whether `a` stands in the relation to `b`; a date that has not happened stands in none.
Truth compare_dates(Relation relation, DateInterval a, DateInterval b);

/// Kleene's connectives. With `en` a running term counts for less than unknown; with `of` it counts
/// for more.
constexpr Truth both(Truth a, Truth b) {
    using enum Truth;
    constexpr Truth table[4][4] = {
        // b: no, yes, unknown, pending
        {no, no, no, no},
        {no, yes, unknown, pending},
        {no, unknown, unknown, unknown},
        {no, pending, unknown, pending},
    };
    return table[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
}

constexpr Truth either(Truth a, Truth b) {
    using enum Truth;
    constexpr Truth table[4][4] = {
        {no, yes, unknown, pending},
        {yes, yes, yes, yes},
        {unknown, yes, unknown, pending},
        {pending, yes, pending, pending},
    };
    return table[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
}

constexpr Truth opposite(Truth a) {
    constexpr Truth table[4] = {Truth::yes, Truth::no, Truth::unknown, Truth::pending};
    return table[static_cast<std::size_t>(a)];
}

}  // namespace toets
