// Private to the room: resolves names, checks types and writes the program, all in one walk.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "checker/rulebook/rulebook.h"

namespace toets {

/// A name that an expression can use: a value or rows by node, or the positions of a synthetic
/// frame (a school year, a series, a threshold day), read by begin, eind or datum.
struct Variable {
    std::string name;
    NodeId node = no_node;
    FrameId synthetic = no_frame;
    Span written{};  ///< of a parameter of a definition: what the outermost call gives for it
};

struct CompiledDomain {
    FrameId frame = no_frame;
    NodeId where = no_node;
};

/// Of a node that only is a part of what stands there, in no words of its own.
constexpr Span unspoken(Span span) { return {span.source, span.begin, span.begin}; }

struct Demanded;

/// "6 weken", as it is written in the language.

class Compiler {
  public:
    Compiler(std::span<const ast::File> files, const Vocabulary& vocabulary,
             const Settings& settings, Diagnostics& problems);

    RuleBook build();

  private:
    // compiler.cpp: the program, and messages
    NodeId emit(Node node);
    NodeId lift(NodeId node, FrameId to);
    FrameId add_frame(const Frame& frame);
    FrameId deepest(const std::vector<NodeId>& nodes) const;
    const Node& at(NodeId id) const { return book_.program.nodes[id]; }
    NodeId truth_of(Op op, std::vector<NodeId> args, Span span);
    void problem(Code code, Span span, std::vector<std::string> args = {},
                 std::string suggestion = {}, std::vector<Span> chain = {});
    std::string kind_name(const ValueType& type) const;
    bool expect_kind(NodeId node, ValueKind kind, Span span);
    bool expect_same(NodeId left, NodeId right, Span span);
    void concept_not_chosen(const std::string& name, Span span, TableId needed);
    void unknown_name(const std::string& name, Span span, const std::vector<std::string>& known);

    // layers.cpp: what may rest on what
    void note_layers();
    void expect_layer(const std::optional<Layer>& of, const ast::Word& name);
    void expect_layer(const void* declared, const ast::Word& name);
    void check_uses(const ast::File& file);
    void check_vocabulary_layers(const ast::File& file);

    // compile_names.cpp: paths, members, definitions; parameters.cpp: their use
    NodeId path(const ast::Expr& expr);
    NodeId start_of_path(const ast::Expr& expr, std::size_t& used);
    NodeId members(NodeId from, const ast::Expr& expr, std::size_t used);
    NodeId member(NodeId rows, const ast::Word& name, const std::vector<ast::Expr>* args,
                  Span span);
    NodeId load(NodeId rows, ColumnId column, Span span);
    NodeId owner_named(NodeId rows, const std::string& name, Span span);
    NodeId synthetic_member(const Variable& variable, const ast::Word& name);
    NodeId call(const ast::Definition& definition, NodeId self, const std::vector<ast::Expr>& args,
                Span span);
    NodeId argument(const ast::DefinitionParameter& parameter, const ast::Expr& written);
    std::uint32_t options_among(const std::vector<Variable>& given);
    Span where_given(const ast::Expr& argument) const;
    const Variable* variable(const std::string& name) const;
    NodeId built_in(const ast::Expr& expr);
    const ast::Definition* definition_of(const std::string& concept_name, const std::string& name);
    const ParameterValue* parameter(const ast::Word& name);
    NodeId parameter_node(const ParameterValue& parameter, Span use);
    std::optional<Duration> duration(const ast::Expr& expr);
    bool set_length(Node& term, const ast::Expr& expr);
    bool is_lone_name(const ast::Expr& expr) const;
    std::optional<Duration> fixed_length(const ast::Expr& expr);
    NodeId compared_length(const ast::Expr& expr, Unit unit);
    /// The rows and column that `ingevuld` asks about; the column is no_column for whole rows.
    struct Place {
        NodeId rows = no_node;
        ColumnId column = no_column;
    };
    std::optional<Place> place(const ast::Expr& expr);
    std::vector<std::string> names_in_scope() const;

    // compile_truth.cpp
    NodeId truth(const ast::Expr& expr);
    NodeId any_value(const ast::Expr& expr);
    NodeId condition(const ast::Expr& expr);
    NodeId equality(const ast::Expr& expr);
    NodeId equals_choice(NodeId left, const ast::Expr& expr, Span written);
    NodeId date_relation(const ast::Expr& expr);
    NodeId elsewhere(const ast::Expr& expr);
    NodeId number_relation(const ast::Expr& expr);
    NodeId within(const ast::Expr& expr);
    bool term_changes(const ast::Expr& expr, Node& term);
    NodeId filled(const ast::Expr& expr, bool positive);
    NodeId mention(const ast::Expr& expr, Node node);
    bool is_school_year(NodeId id) const;
    NodeId day_before(NodeId date, Span span);
    NodeId document_condition(const ast::Expr& expr);
    struct NumberedTopic {
        std::uint32_t number = 0;  ///< in the rulebook
        const ast::Topic* declared = nullptr;
    };
    const NumberedTopic* topic_meant(const ast::Word& written);
    std::vector<Span> given_for(const ast::Word& topic) const;
    bool topic_part(const ast::Expr& expr, Node& node);
    NodeId stated_value(const ast::Expr& expr, Node node);
    NodeId pending_until(const ast::Expr& expr);
    NodeId quantifier(const ast::Expr& expr);

    // constant_conditions.cpp: what can never hold, or always does
    void check_constant(const ast::Expr& expr);
    void check_together(const std::vector<const ast::Expr*>& conditions, Span span);
    bool exclude_each_other(const std::vector<const ast::Expr*>& conditions) const;
    bool leave_nothing_out(const std::vector<const ast::Expr*>& conditions) const;
    Demanded demanded_by(const ast::Expr& expr) const;
    const ast::Parameter* parameter_meant(const ast::Expr& expr) const;

    // compile_values.cpp
    NodeId value(const ast::Expr& expr);
    NodeId literal(const ast::Expr& expr);
    NodeId aggregate(const ast::Expr& expr);
    NodeId chosen_row(const ast::Expr& expr);
    NodeId shifted(const ast::Expr& expr);
    NodeId conditional(const ast::Expr& expr);

    // compile_domains.cpp
    /// Enters the domain: its variables are in scope and its frame is current until leave().
    std::optional<CompiledDomain> enter(const ast::Domain& domain);
    std::optional<CompiledDomain> enter_relation(const ast::Domain& domain);
    std::optional<CompiledDomain> enter_years(const ast::Domain& domain);
    std::optional<CompiledDomain> enter_pairs(const ast::Domain& domain);
    std::optional<CompiledDomain> enter_series(const ast::Domain& domain);
    std::optional<CompiledDomain> enter_thresholds(const ast::Domain& domain);
    NodeId owner_of(const ast::Domain& domain, ChildId& child);
    std::optional<ChildId> child_named(TableId table, const std::string& name) const;
    struct Mark {
        std::size_t variables;
        FrameId frame;
        bool requirement;
    };
    Mark mark() const { return {scope_.size(), frame_, requirement_}; }
    void leave(const Mark& mark);

    // compile_rules.cpp
    void declare();
    void declare_definition(const ast::Definition& each);
    void declare_topic(const ast::Topic& each, SourceId file);
    void declare_leap_birthday(const ast::LeapBirthdays& each);
    void declare_module(const ast::File& file);
    void declare_parameters();
    void apply(const ast::Override& setting);
    void apply_all(const std::vector<const ast::Override*>& of_layer);
    bool accepts(const ast::Parameter& declared, const ast::Expr& value, Span span);
    void declare_rules();
    void rule(const ast::Rule& from, const ast::File& file, Rule& to);
    bool subject(const ast::Rule& from, Rule& to, NodeId& where);
    void check_sources(const ast::Rule& from);
    const ast::SourceWork* known_work(const ast::Word& name);
    void prerequisites(const ast::Rule& from, Rule& to);
    Part part(const ast::Rule& rule, const ast::Demand& own, NodeId subject_where);
    NodeId scope_of(const ast::Rule& rule, const ast::Demand& own, NodeId subject_where);
    Citation citation(const ast::Citation& from);
    Template text(const ast::Word& written);
    void check_messages(const ast::Rule& from, const Rule& rule);
    void check_template(const Rule& rule, const std::set<std::pair<TableId, ColumnId>>& read,
                        const Template& text, Span span);
    void check_confidential(const Template& text, Span span);
    template <typename Table, typename Enum>
    void choose(const std::optional<ast::Word>& written, const Table& table, Enum& to);
    void add_exceptions(const ast::Demand& demand, Part& to);
    NodeId required(const ast::Expr& written);
    void add_texts(const ast::Rule& rule, const ast::Demand& own, Part& to);
    void collect_loads(NodeId id, std::set<std::pair<TableId, ColumnId>>& loads,
                       std::set<NodeId>& seen) const;
    void declare_columns(const ast::File& file);
    Roll roll_of(const ast::Rule& from, const ast::File& file) const;
    std::set<std::string> types_named() const;
    void unused();
    void check_unused(const ast::Definition& definition);
    NodeId stand_in(const ast::DefinitionParameter& parameter);

    std::span<const ast::File> files_;
    const Vocabulary& vocabulary_;
    const Settings& settings_;
    Diagnostics& problems_;
    RuleBook book_;

    std::unordered_map<std::string, NodeId> known_nodes_;
    std::unordered_map<std::string, FrameId> known_frames_;
    std::vector<std::uint32_t> depth_;  ///< of each frame; table frames have 1

    std::vector<Variable> scope_;
    FrameId frame_ = no_frame;
    bool requirement_ = false;  ///< whether a date still to come is pending here
    Roll roll_ = Roll::none;

    std::map<SourceId, std::optional<Layer>> file_layers_;  ///< none where a file is of no module
    std::map<const void*, std::optional<Layer>> layers_;    ///< of each declaration
    std::map<std::string, std::optional<Layer>> type_layers_;  ///< of begrippen and keuzelijsten
    std::map<std::string, const ast::SourceWork*> works_;
    std::map<std::pair<std::string, std::string>, const ast::Definition*> definitions_;
    std::optional<Span> leap_birthday_;  ///< where it is declared
    std::map<std::string, const ast::Parameter*> parameters_;
    std::map<std::string, NumberedTopic> topics_;
    std::map<std::string, const ast::Rule*> rules_;
    std::vector<const ast::Definition*> calls_;  ///< being compiled, outermost first
    std::uint32_t given_ = 0;                    ///< of the innermost of them
    /// What a call came to, and the numbers of the parameters that it met.
    struct Call {
        NodeId result = no_node;
        std::set<std::uint32_t> parameters;
    };
    /// A definition is compiled once for the same arguments in one place.
    std::map<std::tuple<const ast::Definition*, std::vector<NodeId>, FrameId, bool, Roll>, Call>
        calls_made_;
    /// The numbers of the parameters met so far in what is being compiled.
    std::set<std::uint32_t> parameters_met_;
    std::set<const ast::Definition*> circular_;  ///< of which that is told
    std::set<const void*> used_;
    /// The options that are named after `is`, and how many the choice has.
    struct OptionsMeant {
        std::set<std::string> options;
        std::size_t all = 0;
    };
    std::map<const ast::Expr*, OptionsMeant> options_meant_;
    std::set<const ast::Expr*> checked_;  ///< for being constant
};

}  // namespace toets
