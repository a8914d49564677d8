#include "checker/evaluate/reader.h"

#include <algorithm>
#include <iterator>

#include "checker/findings/value_text.h"

namespace toets {
namespace {

constexpr std::size_t missing_shown_max = 12;

/// Whether the same kenmerk, list or passage is among them.
bool is_read(const Reading& reading, const std::vector<Reading>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Reading& other) {
        return other.is_of_same_place(reading) && other.sought == reading.sought;
    });
}

}  // namespace

void collect_missing(const Reason& reason, std::vector<Reading>& out) {
    if (reason.node != no_node && reason.truth != Truth::unknown) return;
    for (const Reading& each : reason.readings) {
        const bool known = each.state == State::known || each.state == State::not_applicable;
        const bool unreadable =
            each.passage() != nullptr && each.passage()->grade == Grade::unreadable;
        const bool whole = known && !unreadable && !each.partly_known;
        if (whole || out.size() >= missing_shown_max) continue;
        if (!is_read(each, out)) out.push_back(each);
    }
    for (const Reason& below : reason.below) collect_missing(below, out);
}

/// A fact laid out for a person: as it was read, or what was computed from what was read.
void Reader::show(NodeId id, FrameId frame, std::size_t position, std::vector<Reading>& out) const {
    const Op op = node(id).op;
    const bool is_read =
        op == Op::load || op == Op::lift || op == Op::reference || op == Op::treats;
    if (is_read) return readings(id, frame, position, out);
    Reading made;
    made.expression = id;
    made.value = value(id, frame, position);
    if (made.value.empty()) made.state = State::unknown;
    const Node& of = node(id);
    if (of.op == Op::count && of.where == no_node) {
        const Frame& over = book_.program.frames[of.over];
        if (over.kind == FrameKind::relation)
            made.counted = vocabulary_.tables[vocabulary_.tables[over.table].parent]
                               .children[over.child]
                               .label;
    }
    out.push_back(std::move(made));
}

/// Whether a value is one that the vocabulary keeps out of reports, or the pick of such values.
bool Reader::is_confidential(NodeId id) const {
    const Node& of = node(id);
    switch (of.op) {
        case Op::load:
            return vocabulary_.tables[of.table].columns[of.index].confidential;
        case Op::lift:
        case Op::earliest:
        case Op::latest:
        case Op::greatest:
        case Op::least:
        case Op::conditional:
            return std::any_of(of.args.begin(), of.args.end(),
                               [&](NodeId arg) { return is_confidential(arg); });
        default:
            return false;
    }
}

/// Whether a number is a school year, by its first year: one that is read or reckoned, or the pick
/// of such.
bool Reader::is_school_year(NodeId id) const {
    const Node& of = node(id);
    switch (of.op) {
        case Op::year_of:
            return true;
        case Op::load:
            return of.table != no_table &&
                   vocabulary_.tables[of.table].columns[of.index].type == ColumnType::school_year;
        case Op::lift:
            return is_school_year(of.args[0]);
        case Op::conditional:
            return is_school_year(of.args[1]) || is_school_year(of.args[2]);
        default:
            return false;
    }
}

std::string Reader::value(NodeId id, FrameId frame, std::size_t position,
                          UserLanguage language) const {
    if (is_confidential(id)) return {};
    const Node& of = node(id);
    const Values& values = machine_.values(id);
    const std::size_t i = machine_.position(id, frame, position);
    switch (of.type.kind) {
        case ValueKind::date: {
            const DateInterval date = values.dates[i];
            return is_none(date) || is_any(date) ? "" : date_text(date, language);
        }
        case ValueKind::number: {
            const NumberInterval number = values.numbers[i];
            if (number.first != number.last) return {};
            return is_school_year(id) ? school_year_text(number.first)
                                      : number_text(number.first, language);
        }
        case ValueKind::duration: {
            const NumberInterval length = values.numbers[i];
            if (length.first != length.last) return {};
            return duration_text(from_base_unit(length.first, of.type.unit), language);
        }
        case ValueKind::truth:
            if (values.truths[i] == Truth::yes || values.truths[i] == Truth::no)
                return truth_text(values.truths[i] == Truth::yes, language);
            return {};
        case ValueKind::choice:
            if (values.codes[i] < 0) return {};
            return vocabulary_.choices[of.type.choices]
                .options[static_cast<std::size_t>(values.codes[i])];
        case ValueKind::text:
            return values.texts[i].state == State::known ? std::string(values.texts[i].text) : "";
        case ValueKind::rows:
            return row_text(vocabulary_, *input_.facts, of.type.table, values.rows[i], language);
    }
    return {};
}

bool Reader::is_exact(NodeId id, FrameId frame, std::size_t position) const {
    const Values& values = machine_.values(id);
    const std::size_t i = machine_.position(id, frame, position);
    const ValueKind kind = node(id).type.kind;
    if (kind == ValueKind::date) return values.dates[i].first == values.dates[i].last;
    if (kind == ValueKind::number || kind == ValueKind::duration)
        return values.numbers[i].first == values.numbers[i].last;
    return kind != ValueKind::truth || values.truths[i] != Truth::unknown;
}

/// Why a value can't be shown: it isn't known, or it is known that there is none.
Missing Reader::missing(NodeId id, FrameId frame, std::size_t position) const {
    const Values& values = machine_.values(id);
    const std::size_t i = machine_.position(id, frame, position);
    switch (node(id).type.kind) {
        case ValueKind::date:
            return is_none(values.dates[i]) ? Missing::none : Missing::date;
        case ValueKind::number:
        case ValueKind::duration:
            return values.numbers[i].first > values.numbers[i].last ? Missing::none
                                                                    : Missing::value;
        case ValueKind::choice:
            return values.codes[i] == no_code ? Missing::none : Missing::value;
        case ValueKind::text:
            return values.texts[i].state == State::not_applicable ? Missing::none : Missing::value;
        case ValueKind::rows:
            return values.rows[i] == no_row ? Missing::none : Missing::value;
        case ValueKind::truth:
            break;
    }
    return Missing::value;
}

std::string Reader::text(const Template& pieces, FrameId frame, std::size_t position) const {
    constexpr UserLanguage written_in = UserLanguage::nl;  // rules are Dutch
    std::string out;
    for (const TemplatePiece& piece : pieces) {
        out += piece.text;
        if (piece.value == no_node) continue;
        const std::string shown = value(piece.value, frame, position, written_in);
        const bool is_date = node(piece.value).type.kind == ValueKind::date;
        if (shown.empty()) {
            out += missing_text(missing(piece.value, frame, position), written_in);
            continue;
        }
        if (is_date && !is_exact(piece.value, frame, position))
            append_uncertain_date(out, shown);
        else
            out += shown;
    }
    return out;
}

/// Whether a position of a quantifier is one that it asks: it is there, and its condition may hold.
Truth Reader::counts_within(const Node& of, std::size_t position) const {
    const FrameRows& rows = machine_.frame(of.over);
    const bool is_event =
        !rows.rows.empty() && rows.rows[position] < unknown_row &&
        vocabulary_.tables[book_.program.frames[of.over].table].event != no_column;
    const Truth there =
        is_event && rows.present[position] == Truth::unknown ? Truth::unknown : Truth::yes;
    return of.where == no_node ? there : both(there, truth(of.where, of.over, position));
}

/// The positions of a quantifier that are shown: of many, first those that made it what it is.
std::vector<std::size_t> Reader::shown_within(const Node& of, std::size_t outer,
                                              Truth whole) const {
    const FrameRows& rows = machine_.frame(of.over);
    std::vector<std::size_t> deciding;
    std::vector<std::size_t> others;
    for (std::size_t i = rows.offsets[outer]; i < rows.offsets[outer + 1]; ++i) {
        Truth each = counts_within(of, i);
        if (of.op == Op::for_all && each == Truth::no) continue;
        if (of.op == Op::for_all) each = truth(of.args[0], of.over, i);
        (each == whole ? deciding : others).push_back(i);
    }
    const std::size_t shown = std::min(deciding.size(), rows_shown_max);
    deciding.resize(shown);
    others.resize(std::min(others.size(), rows_shown_max - shown));
    deciding.insert(deciding.end(), others.begin(), others.end());
    std::sort(deciding.begin(), deciding.end());
    return deciding;
}

/// The rows of a quantifier, each with what decided about it. Where one suffices, the others stand
/// aside.
void Reader::add_inner(const Node& of, std::size_t outer, Reason& reason) const {
    const FrameRows& rows = machine_.frame(of.over);
    for (const std::size_t i : shown_within(of, outer, reason.truth)) {
        Reason each;
        each.truth = counts_within(of, i);
        if (!rows.rows.empty()) {
            each.table = book_.program.frames[of.over].table;
            each.row = rows.rows[i];
            if (rows.present[i] == Truth::unknown && each.row < unknown_row)
                read_event(each.table, each.row, each.readings);
        } else {
            each.value = day_within_text(rows.first[i], language_);
            read_counted(of.over, outer, i, each.readings);
        }
        if (of.where != no_node) each.below.push_back(this->reason(of.where, of.over, i));
        if (of.op == Op::for_all) {
            each.truth = truth(of.args[0], of.over, i);
            each.below.push_back(this->reason(of.args[0], of.over, i));
        }
        reason.below.push_back(std::move(each));
    }
    const bool by_one = of.op == Op::for_all || of.op == Op::exists;
    const auto decides = [&](const Reason& each) { return each.truth == reason.truth; };
    if (by_one && std::any_of(reason.below.begin(), reason.below.end(), decides))
        for (Reason& each : reason.below) each.is_aside = !decides(each);
}

void Reader::add_term(const Node& of, FrameId frame, std::size_t position, Reason& reason) const {
    const NodeId start = of.args[of.op == Op::within ? 1 : 0];
    const DateInterval from =
        machine_.values(start).dates[machine_.position(start, frame, position)];
    if (is_none(from) || is_any(from) || from.first != from.last) return;
    if (const auto end = machine_.term(of, from.first, position)) {
        reason.term = end->steps;
        if (!end->steps.empty() && end->steps.front().kind != TermStep::Kind::start)
            reason.term.insert(reason.term.begin(), {TermStep::Kind::start, from.first, 0, {}, {}});
    }
}

/// Of what recurs: the term in which the next time must come, from the time before it.
void Reader::add_running_term(const Node& of, FrameId frame, std::size_t position,
                              Reason& reason) const {
    if (!reason.due) return;
    const auto try_from = [&](DateInterval since) {
        if (!is_bounded(since)) return;
        const auto end = machine_.term(of, since.first, position);
        if (end && end->last_day == *reason.due) reason.term = end->steps;
    };
    const NodeId start = of.args[0];
    try_from(machine_.values(start).dates[machine_.position(start, frame, position)]);
    const FrameRows& events = machine_.frame(of.over);
    for (std::size_t i = events.offsets[position]; i < events.offsets[position + 1]; ++i)
        try_from(machine_.values(of.args[1]).dates[machine_.position(of.args[1], of.over, i)]);
}

void Reader::add_below(const Node& of, FrameId frame, std::size_t position, Reason& reason) const {
    switch (of.op) {
        case Op::all_of:
        case Op::any_of:
        case Op::negate:
        case Op::implies:
            for (const NodeId arg : of.args)
                reason.below.push_back(this->reason(arg, frame, position));
            return;
        case Op::pending_until:
            reason.below.push_back(this->reason(of.args[0], frame, position));
            readings(of.args[1], frame, position, reason.readings);
            return;
        case Op::conditional:
            reason.below.push_back(this->reason(of.args[0], frame, position));
            for (const NodeId arm : arms(of, frame, position))
                reason.below.push_back(this->reason(arm, frame, position));
            return;
        case Op::exists:
        case Op::none:
        case Op::for_all:
            add_inner(of, position, reason);
            read_frame(of.over, position, reason.readings);
            return;
        case Op::recurring:
            return add_running_term(of, frame, position, reason);
        case Op::within:
            add_term(of, frame, position, reason);
            for (const NodeId arg : of.args) readings(arg, frame, position, reason.readings);
            readings(of.counted, frame, position, reason.readings);
            read_suspensions(of, position, reason.readings);
            return;
        default:
            return;
    }
}

/// A step below that stands in the same words, or in none of its own, is the same step to a reader:
/// what it read and rests on is taken over, its own truth isn't told.
void Reader::join_same_words(const Node& of, Reason& reason) const {
    const auto adds_words = [&](const Reason& each) {
        if (each.node == no_node) return true;
        const Span& span = node(each.node).span;
        return span != of.span && span.begin != span.end;
    };
    if (std::all_of(reason.below.begin(), reason.below.end(), adds_words)) return;
    std::vector<Reason> below;
    for (Reason& each : reason.below) {
        if (adds_words(each)) {
            below.push_back(std::move(each));
            continue;
        }
        for (Reading& reading : each.readings)
            if (!is_read(reading, reason.readings)) reason.readings.push_back(std::move(reading));
        std::move(each.term.begin(), each.term.end(), std::back_inserter(reason.term));
        std::move(each.below.begin(), each.below.end(), std::back_inserter(below));
    }
    reason.below = std::move(below);
}

Reason Reader::reason(NodeId id, FrameId frame, std::size_t position) const {
    const Node& of = node(id);
    if (of.op == Op::lift) {
        const FrameId outer = book_.program.frames[of.frame].outer;
        const std::size_t here = machine_.position(id, frame, position);
        return reason(of.args[0], outer, machine_.frame(of.frame).outer[here]);
    }
    Reason made;
    made.node = id;
    const std::size_t i = machine_.position(id, frame, position);
    made.truth = machine_.values(id).truths[i];
    const auto& due = machine_.values(id).due;
    if (made.truth == Truth::pending && !due.empty() && due[i] != no_due) made.due = Date{due[i]};
    const FrameId own = of.frame == no_frame ? frame : of.frame;
    const std::size_t here = of.frame == no_frame ? position : i;
    add_below(of, own, here, made);
    if (made.below.empty() && made.readings.empty())
        readings(id, frame, position, made.readings);
    else
        read_lacking_calendar(id, own, here, made.readings);
    join_same_words(of, made);
    return made;
}

}  // namespace toets
