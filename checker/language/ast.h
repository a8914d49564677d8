// The syntax tree of Regeltaal: what was written, with its place, before any name is resolved.
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

struct Option {
    Word word;
    std::vector<Word> aliases;
};

enum class TypeKind {
    text,
    number,
    truth,
    date,
    school_year,
    duration,
    choice,
    reference,
    list,
    part,
    named
};

struct Type {
    TypeKind kind = TypeKind::text;
    Unit unit = Unit::days;       ///< duration
    Word name;                    ///< reference, list, part, named
    std::vector<Option> options;  ///< choice
    Span span;
};

struct Attribute {
    Word name;
    Type type;
    bool required = false, key = false, planned = false, confidential = false;
    std::optional<Span> lifts_burden{};  ///< zonder bewijslast
    bool absent_is_none = false;         ///< leeg is nvt
    std::optional<Word> pattern = {};
    std::string label = {};
};

struct Concept {
    Word name;
    std::string label, doc;
    std::optional<Word> event;  ///< the kenmerk whose date says when it happened
    bool root = false;
    std::vector<Attribute> attributes;
};

struct OptionList {
    Word name;
    std::vector<Option> options;
};

struct Parameter {
    Word name;
    std::string label, doc;
    Expr value;
    std::vector<Expr> bounds;  ///< none, or least and greatest
    bool fixed = false;        ///< laid down by law
};

struct Override {
    Word name;
    Expr value;
    std::string reason;
};

struct DefinitionParameter {
    Word name;
    std::optional<Type> type;  ///< none: a date
};

struct Definition {
    std::optional<Word> concept_name;  ///< the begrip it belongs to
    Word name;
    std::string doc;
    std::vector<DefinitionParameter> parameters;
    Expr body;
};

/// "Begrip.naam", or the name alone.
inline std::string full_name(const Definition& definition) {
    const auto& owner = definition.concept_name;
    return (owner ? owner->text + "." : "") + definition.name.text;
}

struct TopicPart {
    Word name;
    std::string title;
    std::vector<std::string> terms;
    bool number_required = false;
};

/// A figure or name that the passages on a topic state.
struct TopicValue {
    Word name;
    std::string title;
    Word pattern;  ///< empty: a school year
};

struct Topic {
    Word name;
    std::string title, doc;
    std::vector<std::string> headings, strong, weak, beside, outdated;
    int minimum_words = 0, minimum_weak = 0;
    bool number_required = false, date_suffices = false, pointer_counts = false;
    std::vector<TopicPart> parts;
    std::vector<TopicValue> values;
};

/// A module: a versioned set of rules in one layer (landelijk, swv, school).
struct Module {
    Word name;
    std::string title;
    Word version, layer;
};

enum class Statute { by_layer, applies, excluded };

/// A source of law or agreement that rules cite.
struct SourceWork {
    Word name;
    std::string title;
    std::optional<Word> number;  ///< BWB number
    Statute statute = Statute::by_layer;
};

struct Citation {
    Word work;
    std::string article, paragraphs, letters, sentences, place;
    std::optional<Date> version;
    std::vector<Expr> condition;  ///< none or one: where this source is the one that binds
    Span span;
};

struct Exception {
    Expr condition;
    std::string reason;
};

/// A provision that no rule keeps, on purpose, and why.
struct LeftOut {
    Citation citation;
    std::string reason;
};

/// What a rule or one part of it asks; empty members come from the rule.
struct Demand {
    std::optional<Word> name;  ///< a part's letter
    std::string title;
    Span span;
    std::optional<Word> severity, urgency, certainty;
    std::vector<Citation> citations;
    std::vector<Expr> scope;  ///< all must hold
    std::vector<Exception> exceptions;
    std::vector<Expr> requirement;  ///< none or one
    std::optional<Word> question;   ///< an open norm
    std::vector<Expr> shown;
    std::optional<Span> burden;  ///< bij onbekend overtreding
    std::optional<Date> valid_from, valid_to;
    Span validity;                ///< where these stand
    std::vector<Expr> tested_on;  ///< none or one
    Word message, remedy;
};

struct Rule {
    Word name;
    std::string doc;
    Demand demand;
    std::vector<Demand> parts;
    std::vector<Domain> subject;  ///< none or one
    std::vector<Expr> subject_where;
    std::vector<Word> prerequisites;
    Statute statute = Statute::by_layer;
};

enum class FactKind { attribute, group, empty_list };

/// A fact of a test: a kenmerk with its value as written, a nested begrip, or `geen X`.
struct Fact {
    FactKind kind = FactKind::attribute;
    Word name;
    std::string value;
    std::vector<Fact> children;
    Span span;
};

struct Expectation {
    Word outcome;  ///< as written; "niet van toepassing" as one word
    std::optional<Date> due;
    std::optional<Word> blocked_by, part, message;
    int subject = 0;  ///< from 1; 0: every subject
    Span span;
};

/// What a file that the facts of a test name says: Markdown, a text per line.
struct TestDocument {
    Word name;
    std::string text;
};

struct Test {
    Word rule;
    std::string title;
    std::optional<Date> peildatum;
    std::vector<Override> settings;
    std::vector<Fact> facts;
    std::vector<TestDocument> documents;
    std::vector<Expectation> expectations;
    Span span;
};

/// A change to a rule that no test can tell from the rule, as its author says, and why.
struct Equivalent {
    Word of;  ///< a rule, or a definition as Begrip.naam
    Word mutant;
    std::string reason;
};

/// A kenmerk of a begrip, as a calendar names it.
struct ColumnName {
    Word concept_name, column;
};

/// What a user states on the command line about a document without a dossier.
struct DocumentOption {
    Word name;
    ColumnName column;
    std::string otherwise;  ///< when the user doesn't; empty: unknown
};

/// The kenmerk that names a document's file, and that of the files of its further pieces.
struct DocumentFile {
    ColumnName file;
    std::optional<ColumnName> piece;
    std::vector<DocumentOption> options;
};

/// Where a dossier states the school's calendar.
struct Calendar {
    ColumnName lessons_from, lessons_to, holiday_from, holiday_to, day_off;
};

/// A day equated with a public holiday.
struct Holiday {
    Date date;
    std::string title;
    Span span;
};

/// When those born on 29 February become a year older, and by which reading.
struct LeapBirthdays {
    LeapBirthday day = LeapBirthday::first_of_march;
    std::string reading;
    Span span;
};

/// All of one file, each kind in the order written.
struct File {
    SourceId source{};
    std::optional<Module> module;
    std::vector<Word> uses;
    std::vector<SourceWork> works;
    std::vector<OptionList> option_lists;
    std::vector<Parameter> parameters;
    std::vector<Override> overrides;
    std::vector<Concept> concepts;
    std::vector<Definition> definitions;
    std::vector<Topic> topics;
    std::vector<Calendar> calendars;
    std::vector<DocumentFile> document_files;
    std::vector<Holiday> holidays;
    std::vector<LeapBirthdays> leap_birthdays;
    std::vector<LeftOut> left_out;
    std::vector<Rule> rules;
    std::vector<Test> tests;
    std::vector<Equivalent> equivalents;
};

}  // namespace toets::ast
