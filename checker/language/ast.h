// The syntax tree of Regeltaal: what was written, with its place, before any name is resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checker/calendar/date.h"
#include "checker/calendar/term.h"
#include "checker/language/ast_expressions.h"
#include "checker/text/source.h"

namespace toets::ast {

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
    std::optional<Span> lifts_burden{};              ///< zonder bewijslast
    bool absent_is_none = false;                     ///< leeg is nvt
    std::optional<Word> pattern = {}, example = {};  ///< patroon "…" als "…"
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
    bool number_required = false, date_suffices = false, pointer_counts = false,
         general_counts = false;
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
    std::optional<Word> blocked_by, part, message, remedy;
    std::optional<Word> subject_word;
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

/// What stands in text that was told as a mistake and is in no list of the file.
struct Lost {
    std::set<std::string> declared;  ///< the words after that with which a declaration starts
    std::set<std::string> words;     ///< all of it
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
    Lost lost;
};

}  // namespace toets::ast
