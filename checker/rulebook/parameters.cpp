// Parameters: the values that layers and settings give them, and their use.
#include "checker/rulebook/compiler.h"
#include "checker/text/decimal.h"
#include "checker/text/suggest.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

namespace {

/// A value as it is written in the language.
std::string setting_words(const Expr& value) {
    if (value.kind == ExprKind::duration) return duration_words(value.duration);
    if (value.kind == ExprKind::date) return iso(value.date);
    if (value.kind != ExprKind::number) return '"' + value.word.text + '"';
    return decimal_text(value.number.ten_thousandths);
}

}  // namespace

void Compiler::declare_parameters() {
    for (const auto& file : files_)
        for (const auto& each : file.parameters) {
            const auto [found, is_new] = parameters_.emplace(each.name.text, &each);
            if (!is_new) {
                problem(Code::double_name, each.name.span, {each.name.text}, {},
                        {found->second->name.span});
                continue;
            }
            book_.parameters.push_back(
                {each.name.text, each.label, each.value, each.name.span, false, {}});
            if (each.bounds.size() == 2 && !accepts(each, each.value, each.value.span)) continue;
        }
    for (const Layer layer : {Layer::national, Layer::swv, Layer::school}) {
        std::vector<const ast::Override*> of_layer;
        for (const auto& file : files_)
            if (layer_of(file) == layer)
                for (const auto& each : file.overrides) of_layer.push_back(&each);
        apply_all(of_layer);
    }
    std::vector<const ast::Override*> settings;
    for (const auto& each : settings_) settings.push_back(&each);
    apply_all(settings);
}

/// What one layer sets: a higher layer replaces it, but two of one layer can't both hold.
void Compiler::apply_all(const std::vector<const ast::Override*>& of_layer) {
    std::map<std::string, Span> set;
    for (const ast::Override* each : of_layer) {
        const auto [first, is_new] = set.emplace(each->name.text, each->name.span);
        if (!is_new)
            problem(Code::set_twice, each->name.span, {each->name.text}, {}, {first->second});
        apply(*each);
    }
}

void Compiler::apply(const ast::Override& setting) {
    const auto declared = parameters_.find(setting.name.text);
    if (declared == parameters_.end()) {
        std::vector<std::string> known;
        for (const auto& [name, each] : parameters_) known.push_back(name);
        problem(Code::unknown_parameter, setting.name.span, {setting.name.text},
                suggestion(setting.name.text, known));
        return;
    }
    const bool is_of_layer = layers_.contains(&setting);  // what a user or a test sets is of none
    if (is_of_layer) expect_layer(declared->second, setting.name);
    if (declared->second->fixed) {
        problem(Code::fixed_by_law, setting.name.span, {setting.name.text}, {},
                {declared->second->name.span});
        return;
    }
    if (!accepts(*declared->second, setting.value, setting.value.span)) return;
    for (auto& each : book_.parameters)
        if (each.name == setting.name.text) {
            each.value = setting.value;
            each.span = setting.value.span;
            each.overridden = true;
            each.reason = setting.reason;
        }
}

bool Compiler::accepts(const ast::Parameter& declared, const Expr& value, Span span) {
    if (value.kind != declared.value.kind) {
        problem(Code::other_kind_of_value, span, {declared.name.text}, {}, {declared.name.span});
        return false;
    }
    if (declared.bounds.size() != 2) return true;
    const auto order = [&](const Expr& a, const Expr& b) -> std::partial_ordering {
        if (a.kind == ExprKind::duration && b.kind == ExprKind::duration)
            return compare(a.duration, b.duration);
        if (a.kind == ExprKind::number && b.kind == ExprKind::number)
            return a.number.ten_thousandths <=> b.number.ten_thousandths;
        if (a.kind == ExprKind::date && b.kind == ExprKind::date) return a.date <=> b.date;
        return std::partial_ordering::unordered;
    };
    const auto low = order(declared.bounds[0], value);
    const auto high = order(value, declared.bounds[1]);
    if (low == std::partial_ordering::unordered || high == std::partial_ordering::unordered) {
        problem(Code::incomparable_durations, span,
                {declared.name.text, setting_words(declared.bounds[0]),
                 setting_words(declared.bounds[1])},
                {}, {declared.name.span});
        return false;
    }
    if (low > 0 || high > 0) {
        problem(Code::outside_bounds, span,
                {declared.name.text, setting_words(declared.bounds[0]),
                 setting_words(declared.bounds[1])},
                {}, {declared.name.span});
        return false;
    }
    return true;
}

const ParameterValue* Compiler::parameter(const ast::Word& name) {
    for (std::uint32_t i = 0; i < book_.parameters.size(); ++i) {
        if (book_.parameters[i].name != name.text) continue;
        const ast::Parameter* declared = parameters_.at(name.text);
        expect_layer(declared, name);
        used_.insert(declared);
        parameters_met_.insert(i);
        return &book_.parameters[i];
    }
    return nullptr;
}

NodeId Compiler::parameter_node(const ParameterValue& parameter, Span use) {
    if (parameter.value.kind != ExprKind::duration) return literal(parameter.value);
    problem(Code::duration_as_value, use, {parameter.name}, {},
            {parameters_.at(parameter.name)->name.span});
    return no_node;
}

/// Whether the path is one name that no variable has: only a parameter can give it a value.
bool Compiler::is_lone_name(const Expr& expr) const {
    return expr.kind == ExprKind::path && expr.names.size() == 1 && expr.args.empty() &&
           variable(expr.names.front().text) == nullptr;
}

/// The length of time that a literal or a parameter gives; null where it gives none.
std::optional<Duration> Compiler::fixed_length(const Expr& expr) {
    if (expr.kind == ExprKind::duration) return expr.duration;
    const ast::Parameter* declared = parameter_meant(expr);
    if (declared == nullptr || declared->value.kind != ExprKind::duration) return std::nullopt;
    return parameter(expr.names.front())->value.duration;
}

std::optional<Duration> Compiler::duration(const Expr& expr) {
    if (const auto fixed = fixed_length(expr)) return fixed;
    std::vector<std::string> known;
    for (const auto& each : book_.parameters)
        if (each.value.kind == ExprKind::duration) known.push_back(each.name);
    const bool is_name = expr.kind == ExprKind::path && expr.names.size() == 1;
    const std::string name = is_name ? expr.names.front().text : "...";
    problem(Code::no_duration, expr.span, {name}, is_name ? suggestion(name, known) : "");
    return std::nullopt;
}

/// How long a term is: a fixed length, or what a kenmerk or definition says.
bool Compiler::set_length(Node& term, const Expr& expr) {
    if (expr.kind == ExprKind::duration || is_lone_name(expr)) {
        const auto fixed = duration(expr);
        if (fixed) term.length = *fixed;
        return fixed.has_value();
    }
    const NodeId counted = value(expr);
    if (!expect_kind(counted, ValueKind::duration, expr.span)) return false;
    term.counted = counted;
    term.length = {1, at(counted).type.unit};
    return true;
}

/// A length of time to compare with one in `unit`.
NodeId Compiler::compared_length(const Expr& expr, Unit unit) {
    NodeId made = no_node;
    if (const auto fixed = fixed_length(expr)) {
        Node node;
        node.op = Op::constant;
        node.type.kind = ValueKind::duration;
        node.type.unit = fixed->unit;
        node.number_first = node.number_last = in_base_unit(*fixed);
        node.span = expr.span;
        made = emit(std::move(node));
    } else {
        made = value(expr);
    }
    if (!expect_kind(made, ValueKind::duration, expr.span)) return no_node;
    if (comparable(at(made).type.unit, unit)) return made;
    problem(Code::other_unit, expr.span, {units_word(at(made).type.unit), units_word(unit)});
    return no_node;
}

}  // namespace toets
