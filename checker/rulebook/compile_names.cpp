// Paths: variables, owners, kenmerken, definitions, parameters and built-in functions.
#include <algorithm>

#include "checker/rulebook/compiler.h"
#include "checker/text/suggest.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

namespace {

struct BuiltIn {
    const char* name;
    Op op;
    std::vector<ValueKind> args;
    ValueKind result;
};

const std::vector<BuiltIn>& built_ins() {
    static const std::vector<BuiltIn> all = {
        {"leeftijd", Op::age, {ValueKind::date, ValueKind::date}, ValueKind::number},
        {"woorden", Op::words, {ValueKind::text}, ValueKind::number},
        {"begin-schooljaar", Op::year_first, {ValueKind::number}, ValueKind::date},
        {"eind-schooljaar", Op::year_last, {ValueKind::number}, ValueKind::date},
        {"schooljaar-op", Op::year_of, {ValueKind::date}, ValueKind::number},
        {"dagen-tussen", Op::days_between, {ValueKind::date, ValueKind::date}, ValueKind::number},
        {"schooldagen-tussen",
         Op::school_days_between,
         {ValueKind::date, ValueKind::date},
         ValueKind::number},
        {"werkdagen-tussen",
         Op::working_days_between,
         {ValueKind::date, ValueKind::date},
         ValueKind::number},
        {"eerste-van-de-maand-na", Op::next_month, {ValueKind::date}, ValueKind::date},
    };
    return all;
}

constexpr std::size_t calls_deep_max = 64;

}  // namespace

std::vector<std::string> Compiler::names_in_scope() const {
    std::vector<std::string> names = {"peildatum"};
    for (const Variable& variable : scope_) {
        names.push_back(variable.name);
        if (variable.node == no_node || at(variable.node).type.kind != ValueKind::rows) continue;
        for (TableId t = at(variable.node).type.table; t != no_table;
             t = vocabulary_.tables[t].parent)
            names.push_back(vocabulary_.tables[t].element);
    }
    for (const auto& [name, value] : parameters_) names.push_back(name);
    for (const auto& [name, value] : definitions_)
        if (name.first.empty()) names.push_back(name.second);
    for (const BuiltIn& each : built_ins()) names.emplace_back(each.name);
    return names;
}

NodeId Compiler::path(const Expr& expr) {
    std::size_t used = 1;
    const NodeId start = start_of_path(expr, used);
    return start == no_node ? no_node : members(start, expr, used);
}

NodeId Compiler::start_of_path(const Expr& expr, std::size_t& used) {
    const ast::Word& first = expr.names.front();
    if (const Variable* variable = this->variable(first.text)) {
        if (variable->synthetic == no_frame) return variable->node;
        if (expr.names.size() > 1) {
            used = 2;
            return synthetic_member(*variable, expr.names[1]);
        }
        problem(Code::incomplete_path, expr.span, {first.text});
        return no_node;
    }
    // a row with a name of its own (`als andere`) goes by its concept's name only when no owner
    // does
    for (const bool aliased : {false, true})
        for (auto variable = scope_.rbegin(); variable != scope_.rend(); ++variable) {
            const NodeId rows = variable->node;
            if (rows == no_node || at(rows).type.kind != ValueKind::rows) continue;
            const bool itself = vocabulary_.tables[at(rows).type.table].element == first.text;
            if (itself != aliased) continue;
            const NodeId owner = owner_named(rows, first.text, expr.span);
            if (owner != no_node) return owner;
        }
    if (first.text == "peildatum") {
        Node node;
        node.op = Op::peildatum;
        node.type.kind = ValueKind::date;
        node.span = expr.span;
        return emit(std::move(node));
    }
    if (const auto* found = definition_of("", first.text))
        return call(*found, no_node, expr.names.size() == 1 ? expr.args : std::vector<Expr>{},
                    expr.span);
    if (const auto* found = parameter(first)) return parameter_node(*found, expr.span);
    if (!expr.args.empty() && expr.names.size() == 1) return built_in(expr);
    unknown_name(first.text, first.span, names_in_scope());
    return no_node;
}

NodeId Compiler::owner_named(NodeId rows, const std::string& name, Span span) {
    NodeId current = rows;
    while (true) {
        const TableId table = at(current).type.table;
        if (vocabulary_.tables[table].element == name) return current;
        const TableId parent = vocabulary_.tables[table].parent;
        if (parent == no_table || !vocabulary_.contains(parent, table)) return no_node;
        bool reachable = false;
        for (TableId up = parent; up != no_table; up = vocabulary_.tables[up].parent)
            reachable = reachable || vocabulary_.tables[up].element == name;
        if (!reachable) return no_node;
        Node node;
        node.op = Op::owner;
        node.type = {ValueKind::rows, 0, parent};
        node.table = table;
        node.args = {current};
        node.span = span;
        current = emit(std::move(node));
    }
}

NodeId Compiler::synthetic_member(const Variable& variable, const ast::Word& name) {
    const FrameKind kind = book_.program.frames[variable.synthetic].kind;
    const bool is_day = kind == FrameKind::thresholds;
    const bool first = name == (is_day ? "datum" : "begin");
    if (!first && (is_day || !(name == "eind"))) {
        unknown_name(
            name.text, name.span,
            is_day ? std::vector<std::string>{"datum"} : std::vector<std::string>{"begin", "eind"});
        return no_node;
    }
    Node node;
    node.op = first ? Op::frame_first : Op::frame_last;
    node.type.kind = ValueKind::date;
    node.frame = variable.synthetic;
    node.span = name.span;
    return emit(std::move(node));
}

NodeId Compiler::members(NodeId from, const Expr& expr, std::size_t used) {
    NodeId current = from;
    for (std::size_t i = used; i < expr.names.size() && current != no_node; ++i) {
        const bool is_last = i + 1 == expr.names.size();
        current = member(current, expr.names[i], is_last ? &expr.args : nullptr, expr.span);
    }
    return current;
}

NodeId Compiler::member(NodeId rows, const ast::Word& name, const std::vector<Expr>* args,
                        Span span) {
    if (at(rows).type.kind != ValueKind::rows) {
        problem(Code::no_members, name.span, {kind_name(at(rows).type), name.text});
        return no_node;
    }
    const TableId id = at(rows).type.table;
    const Table& table = vocabulary_.tables[id];
    if (const ColumnId column = table.column(name.text); column != no_column)
        return load(rows, column, span);
    if (const auto child = table.child(name.text)) {
        if (!table.children[*child].single) {
            problem(Code::list_in_path, name.span, {name.text});
            return no_node;
        }
        Node node;
        node.op = Op::part;
        node.type = {ValueKind::rows, 0, table.children[*child].table};
        node.table = id;
        node.index = *child;
        node.args = {rows};
        node.span = span;
        return emit(std::move(node));
    }
    if (const auto* found = definition_of(table.concept_name, name.text))
        return call(*found, rows, args == nullptr ? std::vector<Expr>{} : *args, span);
    std::vector<std::string> known;
    for (const auto& column : table.columns) known.push_back(column.name);
    for (const auto& child : table.children) known.push_back(child.name);
    for (const auto& [key, each] : definitions_)
        if (key.first == table.concept_name) known.push_back(key.second);
    problem(Code::unknown_member, name.span, {table.concept_name, name.text},
            suggestion(name.text, known), {table.span});
    return no_node;
}

NodeId Compiler::load(NodeId rows, ColumnId column, Span span) {
    const TableId id = at(rows).type.table;
    const Column& shape = vocabulary_.tables[id].columns[column];
    used_.insert(&shape);
    Node node;
    node.op = Op::load;
    node.table = id;
    node.index = column;
    node.args = {rows};
    node.span = span;
    switch (shape.type) {
        case ColumnType::text:
            node.type.kind = ValueKind::text;
            break;
        case ColumnType::number:
        case ColumnType::school_year:
            node.type.kind = ValueKind::number;
            break;
        case ColumnType::duration:
            node.type.kind = ValueKind::duration;
            node.type.unit = shape.unit;
            break;
        case ColumnType::truth:
            node.type.kind = ValueKind::truth;
            break;
        case ColumnType::date:
            node.type.kind = ValueKind::date;
            break;
        case ColumnType::choice:
            node.type = {ValueKind::choice, shape.choices, no_table};
            break;
        case ColumnType::reference:
            if (shape.target == no_table) return no_node;
            node.op = Op::reference;
            node.type = {ValueKind::rows, 0, shape.target};
            break;
    }
    return emit(std::move(node));
}

const ast::Definition* Compiler::definition_of(const std::string& concept_name,
                                               const std::string& name) {
    const auto found = definitions_.find({concept_name, name});
    if (found == definitions_.end()) return nullptr;
    used_.insert(found->second);
    return found->second;
}

NodeId Compiler::call(const ast::Definition& definition, NodeId self, const std::vector<Expr>& args,
                      Span span) {
    expect_layer(&definition, {definition.name.text, span});
    const auto around = std::find(calls_.begin(), calls_.end(), &definition);
    if (around != calls_.end() || calls_.size() > calls_deep_max) {
        std::vector<Span> chain;
        for (auto each = around; each != calls_.end(); ++each) chain.push_back((*each)->name.span);
        const bool told = std::any_of(around, calls_.end(), [&](const ast::Definition* each) {
            return !circular_.insert(each).second;
        });
        if (!told)
            problem(Code::circular_definition, definition.name.span, {full_name(definition)}, {},
                    chain);
        return no_node;
    }
    if (args.size() != definition.parameters.size()) {
        problem(Code::wrong_argument_count, span,
                {definition.name.text, std::to_string(definition.parameters.size()),
                 std::to_string(args.size())});
        return no_node;
    }
    std::vector<Variable> inner;
    if (self != no_node)
        inner.push_back({vocabulary_.tables[at(self).type.table].element, self, no_frame});
    for (std::size_t i = 0; i < args.size(); ++i) {
        const NodeId arg = argument(definition.parameters[i], args[i]);
        if (arg == no_node) return no_node;
        inner.push_back({definition.parameters[i].name.text, arg, no_frame, where_given(args[i])});
    }
    std::vector<NodeId> given = {self};
    for (const Variable& each : inner) given.push_back(each.node);
    const auto [known, is_new] =
        calls_made_.try_emplace(std::tuple{&definition, given, frame_, requirement_, roll_});
    Call& made = known->second;
    if (is_new) {
        std::set<std::uint32_t> around_it;
        around_it.swap(parameters_met_);
        const std::uint32_t given_around = given_;
        given_ = options_among(inner);
        scope_.swap(inner);
        calls_.push_back(&definition);
        made.result = truth(definition.body);
        calls_.pop_back();
        scope_.swap(inner);
        given_ = given_around;
        made.parameters = std::move(parameters_met_);
        parameters_met_ = std::move(around_it);
    }
    parameters_met_.insert(made.parameters.begin(), made.parameters.end());
    return made.result;
}

/// The number of the options among what a call gives.
std::uint32_t Compiler::options_among(const std::vector<Variable>& given) {
    std::vector<GivenOption> options;
    for (const Variable& each : given) {
        const Node& value = at(each.node);
        if (value.type.kind != ValueKind::choice || value.op != Op::constant || value.code < 0)
            continue;
        options.push_back({each.name, vocabulary_.choices[value.type.choices]
                                          .options[static_cast<std::size_t>(value.code)]});
    }
    auto& known = book_.program.given;
    auto found = std::ranges::find(known, options);
    if (found == known.end()) found = known.insert(found, std::move(options));
    return static_cast<std::uint32_t>(found - known.begin());
}

/// Where an argument stands; of a parameter that is only passed on, where that was given.
Span Compiler::where_given(const Expr& argument) const {
    const bool is_name = argument.kind == ExprKind::path && argument.names.size() == 1;
    const Variable* passed_on = is_name ? variable(argument.names.front().text) : nullptr;
    const bool is_given = passed_on != nullptr && passed_on->written != Span{};
    return is_given ? passed_on->written : argument.span;
}

/// An argument; where a choice is asked, a bare word is one of its options.
NodeId Compiler::argument(const ast::DefinitionParameter& parameter, const Expr& written) {
    const bool is_word =
        written.kind == ExprKind::path && written.names.size() == 1 && written.args.empty();
    if (parameter.type && parameter.type->kind == ast::TypeKind::named && is_word) {
        for (ChoiceId id = 0; id < vocabulary_.choices.size(); ++id) {
            const ChoiceList& list = vocabulary_.choices[id];
            const std::int32_t option = list.find(written.names.front().text);
            if (list.name != parameter.type->name.text || option < 0) continue;
            Node node;
            node.op = Op::constant;
            node.type = {ValueKind::choice, id, no_table};
            node.code = option;
            node.span = written.span;
            return emit(std::move(node));
        }
    }
    const NodeId given = value(written);
    if (given == no_node) return no_node;
    if (expect_same(stand_in(parameter), given, written.span)) return given;
    return no_node;
}

NodeId Compiler::built_in(const Expr& expr) {
    const ast::Word& name = expr.names.front();
    for (const BuiltIn& each : built_ins()) {
        if (name.text != each.name) continue;
        if (expr.args.size() != each.args.size()) {
            problem(
                Code::wrong_argument_count, expr.span,
                {name.text, std::to_string(each.args.size()), std::to_string(expr.args.size())});
            return no_node;
        }
        Node node;
        node.op = each.op;
        node.type.kind = each.result;
        node.span = expr.span;
        for (std::size_t i = 0; i < each.args.size(); ++i) {
            const NodeId arg = value(expr.args[i]);
            if (!expect_kind(arg, each.args[i], expr.args[i].span)) return no_node;
            node.args.push_back(arg);
        }
        return emit(std::move(node));
    }
    unknown_name(name.text, name.span, names_in_scope());
    return no_node;
}

std::optional<Compiler::Place> Compiler::place(const Expr& expr) {
    const bool is_member = expr.kind == ExprKind::member;
    if (is_member || (expr.kind == ExprKind::path && expr.names.size() > 1 && expr.args.empty())) {
        Expr owner;
        owner.kind = expr.kind;
        owner.span = expr.span;
        owner.args = expr.args;
        owner.names.assign(expr.names.begin(), expr.names.end() - 1);
        const bool bare = is_member && owner.names.empty();
        bool synthetic = false;
        if (!is_member && owner.names.size() == 1)
            for (const Variable& variable : scope_)
                synthetic = synthetic || (variable.name == owner.names[0].text &&
                                          variable.synthetic != no_frame);
        const NodeId rows = synthetic ? no_node : bare ? value(owner.args.front()) : value(owner);
        if (!synthetic && rows == no_node) return std::nullopt;
        if (rows != no_node && at(rows).type.kind == ValueKind::rows) {
            const ColumnId column =
                vocabulary_.tables[at(rows).type.table].column(expr.names.back().text);
            if (column != no_column) {
                used_.insert(&vocabulary_.tables[at(rows).type.table].columns[column]);
                return Place{rows, column};
            }
        }
    }
    const NodeId whole = value(expr);
    if (whole == no_node) return std::nullopt;
    if (at(whole).type.kind == ValueKind::rows || at(whole).type.kind == ValueKind::date)
        return Place{whole, no_column};
    problem(Code::not_fillable, expr.span);
    return std::nullopt;
}

}  // namespace toets
