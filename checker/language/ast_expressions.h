// Expressions of Regeltaal as they were written, with their places.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checker/calendar/date.h"
#include "checker/calendar/term.h"
#include "checker/text/source.h"

namespace toets::ast {

/// A word that the author wrote, and where.
struct Word {
    std::string text;
    Span span;
    bool operator==(const std::string& other) const { return text == other; }
};

/// A number in ten-thousandths, so that 0,25 is exact.
struct Number {
    std::int64_t ten_thousandths = 0;
};

enum class ExprKind {
    // literals
    number,    ///< `number`
    truth,     ///< `number` is 1 for ja, 0 for nee
    date,      ///< `date`
    text,      ///< `word`
    duration,  ///< `duration`
    option,    ///< a word that can only be an option of a keuzelijst (16-uur)
    // names
    path,    ///< `names`; args are call arguments
    member,  ///< args[0] is an expression, `names` are read from it
    // truth
    implies,
    any_of,
    all_of,
    negated,  ///< args in order
    is_filled,
    is_missing,  ///< args[0]; `positive` false for `is niet ingevuld`
    equals,      ///< args[0] against the options args[1..]; `positive`
    at_least,
    at_most,
    more_than,
    less_than,  ///< args[0], args[1]
    after,
    from,
    before,
    no_later,
    through,
    until,            ///< dates args[0], args[1]; or T na D
    within,           ///< args: date, length, start, then TermChange expressions
    at_least_before,  ///< args: date, length, bound: date is at least length before bound
    treats,           ///< args[0] a document; `word` the topic; names: none, or its part
    mentions_other,   ///< args: a document, a text; `word` a pattern
    elsewhere,        ///< args[0] a kenmerk; `word` the owner of other rows with the same text
    states_other,     ///< args: a document, a value; `word` the topic; names: its value
    states_two,       ///< args[0] a document; `word` the topic; names: its value
    pending_until,    ///< args: a condition, and the day up to which it can still be met; that day
                      ///< counts where `positive`
    mentions,         ///< args[0] a document, args[1] a text
    // over domains
    exists,
    none,  ///< domain
    count_at_least,
    count_at_most,
    count_exactly,  ///< domain, args[0]
    for_all,        ///< domain, args[0]
    recurring,      ///< domain; args: length, start, date of each
    count,          ///< domain
    earliest,
    latest,
    sum,
    greatest,
    least,  ///< domain, args[0]
    first_row,
    last_row,     ///< domain, args[0] the date or number that orders
    conditional,  ///< args: condition, then, else
    // changes of a term, only as args of `within`
    extension,   ///< args: new end, length at most, condition
    suspension,  ///< domain; args: begin, end
};

struct Expr;

enum class DomainKind { relation, school_years, pairs, series, thresholds };

/// What a quantifier runs over.
struct Domain {
    DomainKind kind = DomainKind::relation;
    Word name;                   ///< relation: the kenmerk or begrip
    std::optional<Word> alias;   ///< the variable; by default the name
    std::optional<Word> second;  ///< pairs: the variable of the later one
    std::vector<Expr> owner;     ///< relation: none or one path
    std::vector<Expr> where;     ///< relation: none or one condition
    std::optional<Span> known;   ///< relation: `voor zover bekend`, where it stands
    std::vector<Domain>
        over;  ///< pairs, series, thresholds: the domain below; thresholds: restarts
    /// school_years: from, to. pairs: date. series: begin, end. thresholds: amount, date, least
    /// amount, window, then the date of a restart where there is a second domain in `over`.
    std::vector<Expr> args;
    Duration gap{0, Unit::days};  ///< series: the longest gap that does not break it
    Span span;
};

/// An expression; which members count follows from `kind`.
struct Expr {
    ExprKind kind = ExprKind::truth;
    Span span;
    std::vector<Expr> args = {};
    std::vector<Word> names = {};
    Word word = {};
    Number number = {};
    Date date = {};
    Duration duration{0, Unit::days};
    bool positive = true;
    std::vector<Domain> domain = {};
};

}  // namespace toets::ast
