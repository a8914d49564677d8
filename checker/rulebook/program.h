// What rules compile to: one graph of typed nodes over columns, shared by all rules of a rulebook.
// A node gives one value per position of its frame; it is computed once per dossier.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "checker/calendar/date.h"
#include "checker/calendar/duration.h"
#include "checker/calendar/term.h"
#include "checker/text/source.h"
#include "checker/vocabulary/vocabulary.h"

namespace toets {

using NodeId = std::uint32_t;
using FrameId = std::uint32_t;
inline constexpr NodeId no_node = 0xFFFFFFFF;
inline constexpr FrameId no_frame = 0xFFFFFFFF;

/// Kleene's three values, and a fourth that only a requirement can have: a term still runs.
enum class Truth : std::uint8_t { no, yes, unknown, pending };

enum class ValueKind : std::uint8_t { truth, date, number, duration, text, choice, rows };

/// The type of a node's values: `choices` of a choice, `table` of rows, `unit` of durations, which
/// are numbers of its base unit.
struct ValueType {
    ValueKind kind = ValueKind::truth;
    ChoiceId choices = 0;
    TableId table = no_table;
    Unit unit = Unit::days;

    bool operator==(const ValueType&) const = default;
};

enum class Op : std::uint8_t {
    // rows
    frame_rows,  ///< the row that each position of a frame stands for
    owner,       ///< arg: rows; the rows that contain them
    part,        ///< arg: rows; the one row of child `index`
    reference,   ///< arg: rows; the rows that column `index` refers to
    pair_later,  ///< the later row of each position of a pairs frame
    first_row,
    last_row,  ///< args: a key in frame `over`; the row of `over` with least/greatest key
    // values read
    load,           ///< arg: rows; column `index`
    is_filled,      ///< arg: rows; whether column `index` is known (certain)
    is_applicable,  ///< arg: rows; no where column `index` is not applicable
    exists_row,     ///< arg: rows; whether the row is there
    frame_first,
    frame_last,  ///< the begin and end of a position of a synthetic frame
    constant,    ///< `dates`, `numbers`, `code` or `text`
    peildatum,
    lift,  ///< arg: a node of the outer frame, for each position of this one
    // truth
    elsewhere,  ///< arg: rows; whether another row of table `code` holds the text of `index` too
    all_of,
    any_of,
    negate,
    implies,
    equals,           ///< args: two values of one kind; choices: `options` against one
    date_relation,    ///< args: two dates; `relation`
    number_relation,  ///< args: two numbers; `relation`
    within,           ///< args: date, start, then extension (date, condition) where `extended`
    pending_until,    ///< args: truth, date: not yet met is pending through that date; or where
                      ///< `relation` is before, until it, however long it has not happened
    treats,           ///< arg: rows of a table with documents; topic `index`, or its part
    mentions,         ///< args: rows, text or school year
    mentions_other,   ///< args: rows, text; a match of pattern `text` that is another text
    states_other,     ///< args: rows, text or number; none of the values `topic_value` is it;
                      ///< `code` 1: it is a school year, by its first
    states_two,       ///< arg: rows; two files that share none of the values `topic_value`
    // over an inner frame `over`
    exists,
    none,
    for_all,  ///< for_all arg: the truth in `over`
    count,
    earliest,
    latest,
    sum,
    greatest,
    least,      ///< arg but for count: the value in `over`
    recurring,  ///< args: start, date in `over`; `length`
    // values computed
    term_bound,   ///< args: as `within` without its date; the last day of the term
    shift,        ///< arg: date; `length` after or before it, by `relation`
    conditional,  ///< args: truth, value, value
    age,          ///< args: born, on
    words,        ///< arg: text
    year_first,
    year_last,  ///< arg: school year (number); its first and last day
    year_of,    ///< arg: date; its school year
    days_between,
    school_days_between,
    working_days_between,  ///< args: two dates
    next_month,            ///< arg: date; the first day of the month after it
};

enum class Relation : std::uint8_t {
    equal,
    after,
    from,
    before,
    no_later,  // dates; numbers: more, at least, less, at most
};

/// Of a choice: one that isn't known, or that there is none of.
inline constexpr std::int32_t unknown_code = -1;
inline constexpr std::int32_t no_code = -2;

/// Of a topic: not one of its parts.
inline constexpr std::uint32_t whole_topic = 0xFFFFFFFF;

/// One operation. Which members count follows from `op`.
struct Node {
    Op op = Op::constant;
    ValueType type;
    FrameId frame = no_frame;  ///< where its positions are; no_frame: one value for all
    std::vector<NodeId> args;
    FrameId over = no_frame;  ///< the inner frame of a reduction
    NodeId where = no_node;   ///< in `over`: the positions that count; no_node: all
    TableId table = no_table;
    std::uint32_t index = 0;  ///< column, child or topic
    std::uint32_t topic_part = whole_topic;
    std::uint32_t topic_value = 0;
    Relation relation = Relation::equal;
    bool in_requirement = false;  ///< a date that is still to come is pending
    bool extended = false;        ///< within: the term has an extension
    Roll roll = Roll::none;
    Duration length{0, Unit::days};
    NodeId counted =
        no_node;  ///< a duration: the term is so long; of `length` only the unit counts
    Duration extension_most{0, Unit::days};
    FrameId suspensions = no_frame;  ///< a frame with periods on which the term stands still
    NodeId suspended_from = no_node, suspended_to = no_node, suspended_where = no_node;
    std::vector<std::int32_t> options;  ///< of a choice: those that count, in order
    DateInterval dates{};
    std::int64_t number_first = 0, number_last = 0;
    std::int32_t code = 0;
    std::string text;
    Span span;  ///< where it was written first; empty when it only is a part of what was written
    std::uint32_t given = 0;  ///< which of the options of the program are meant in those words
};

/// In the words of a definition a parameter stands for the option that a call gives.
struct GivenOption {
    std::string parameter, option;
    bool operator==(const GivenOption&) const = default;
};

enum class FrameKind : std::uint8_t { table, relation, school_years, pairs, series, thresholds };

/// The positions that nodes have values for: all rows of a table, or for each position of the
/// outer frame a run of inner positions.
struct Frame {
    FrameKind kind = FrameKind::table;
    FrameId outer = no_frame;
    TableId table = no_table;     ///< table, relation, pairs: whose rows the positions are
    ChildId child = 0;            ///< relation
    NodeId owner = no_node;       ///< relation: rows in the outer frame; school_years: from
    bool known_only = false;      ///< relation: what may or may not be there doesn't count
    NodeId until = no_node;       ///< school_years
    FrameId base = no_frame;      ///< pairs, series, thresholds: the frame below, of the same outer
    NodeId base_where = no_node;  ///< in `base`: the positions that count
    NodeId first = no_node, last = no_node;  ///< in `base`: order or date; end of a period; amount
    int gap_days = 0;                        ///< series
    std::int64_t least = 0;                  ///< thresholds
    int window_weeks = 0;                    ///< thresholds
    FrameId restarts = no_frame;             ///< thresholds: frame of restarts, of the same outer
    NodeId restart = no_node, restart_where = no_node;  ///< thresholds: their date, in `restarts`
};

/// Nodes stand after their args, and after the frames that they are in.
struct Program {
    std::vector<Node> nodes;
    std::vector<Frame> frames;
    std::vector<std::vector<GivenOption>> given = {{}};
};

}  // namespace toets
