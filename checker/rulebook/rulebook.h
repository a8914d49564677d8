// Rules with every name resolved and every type checked, and the program that computes them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "checker/language/ast.h"
#include "checker/rulebook/program.h"
#include "checker/vocabulary/topic.h"
#include "checker/vocabulary/vocabulary.h"

namespace toets {

using RuleId = std::uint32_t;
inline constexpr RuleId no_rule = 0xFFFFFFFF;

enum class Severity : std::uint8_t { info, warning, error };
enum class Urgency : std::uint8_t { unstated, now, next_edition };
enum class Certainty : std::uint8_t { high, medium, low, unconfirmed };
enum class Layer : std::uint8_t { national, swv, school };

/// Of a file without a module, and of a layer that doesn't exist, that of the law.
Layer layer_of(const ast::File& file);

/// As it is written: landelijk, swv, school.
std::string layer_name(Layer layer);

/// An article or another place that a rule rests on.
struct Citation {
    std::string work;    ///< short name, as WPO
    std::string title;   ///< its full name
    std::string number;  ///< BWB number, or empty
    std::string article, paragraphs, letters, sentences, place;
    std::optional<Date> version;
    NodeId condition = no_node;  ///< where this source is the one that binds; no_node: everywhere
};

/// A provision that no rule keeps, on purpose, and why.
struct LeftOut {
    Citation citation;
    std::string reason;
};

/// Text with values in it: each piece is followed by the value of its node, if it has one.
struct TemplatePiece {
    std::string text;
    NodeId value = no_node;
};
using Template = std::vector<TemplatePiece>;

struct RuleException {
    NodeId condition;
    std::string reason;
};

/// What is asked of each subject: a rule has one, or one per onderdeel.
struct Part {
    std::string name;  ///< a letter; empty when the rule has no parts
    std::string title;
    Severity severity = Severity::error;
    Urgency urgency = Urgency::unstated;
    Certainty certainty = Certainty::high;
    std::vector<Citation> citations;
    std::optional<Date> valid_from, valid_to;
    NodeId tested_on = no_node;  ///< no_node: the peildatum
    NodeId scope = no_node;      ///< no_node: every subject
    std::vector<RuleException> exceptions;
    NodeId requirement = no_node;  ///< no_node: an open norm
    Template question;             ///< of an open norm
    std::vector<NodeId> shown;
    bool burden_of_proof = false;  ///< unknown counts as violated
    /// The parameters that it depends on and that a layer or a setting gave a value of its own, as
    /// numbers in `RuleBook::parameters`.
    std::vector<std::uint32_t> agreed;
    Template message, remedy;
    Span span;
};

struct Rule {
    std::string id;
    std::string title, doc;
    std::string module;
    Layer layer = Layer::national;
    TableId subject_table = 0;
    FrameId subject = 0;
    NodeId subject_rows = no_node;
    std::vector<RuleId> prerequisites;
    std::vector<NodeId> prerequisite_rows;  ///< of each: its subject's row, for each of ours
    std::vector<Part> parts;
    Span span;
};

struct ParameterValue {
    std::string name, label;
    ast::Expr value;
    Span span;
    bool overridden = false;  ///< by a layer or a setting
    std::string reason;       ///< why, if they say so
};

struct ModuleInfo {
    std::string name, title, version;
    Layer layer = Layer::national;

    bool operator==(const ModuleInfo&) const = default;
};

/// A condition, or the value of a definition, as it was written, and a node that it came to: what
/// stands in a definition has one per way in which it is called.
struct WrittenCondition {
    Span span;
    NodeId node = no_node;
};

/// Where the dossier states the school's calendar, if the rules say so.
struct CalendarColumns {
    TableId lessons = no_table, holidays = no_table, days_off = no_table;
    ColumnId lessons_from = 0, lessons_to = 0, holiday_from = 0, holiday_to = 0, day_off = 0;
};

/// The kenmerk that names the file of a document, if the rules say so.
struct DocumentColumn {
    TableId table = no_table;
    ColumnId file = no_column;
    TableId piece_table = no_table;  ///< rows under a document that name further files of it
    ColumnId piece_file = no_column;
};

/// What a user can state about a document without a dossier: a kenmerk of the root or the document.
struct DocumentOption {
    std::string name;
    TableId table = no_table;
    ColumnId column = no_column;
    std::string otherwise;  ///< when the user doesn't; empty: unknown
};

struct RuleBook {
    std::vector<ModuleInfo> modules;
    std::vector<Rule> rules;  ///< in the order of their ids
    std::vector<Topic> topics;
    std::vector<LeftOut> left_out;
    std::vector<ParameterValue> parameters;
    CalendarColumns calendar;
    std::vector<DocumentColumn> documents;  ///< one for each begrip with files
    std::vector<DocumentOption> document_options;
    std::vector<Date> equated_holidays;
    LeapBirthday leap_birthday = LeapBirthday::first_of_march;
    Program program;
    std::vector<WrittenCondition> conditions;  ///< of rules and of the definitions that they use

    RuleId find(std::string_view id) const;
};

/// Settings that replace those of the rule files (an SWV's or a school's own file, or a test's).
using Settings = std::vector<ast::Override>;

/// Resolves and checks all files together. Every mistake is appended to `problems`; the result is
/// meant for evaluation only when none of them is an error.
RuleBook make_rulebook(std::span<const ast::File> files, const Vocabulary& vocabulary,
                       const Settings& settings, Diagnostics& problems);

}  // namespace toets
