// Parameters: the values that layers and settings give them, and their use.
#include "checker/rulebook/compiler.h"
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
    std::string text = std::to_string(value.number.ten_thousandths / 10000);
    std::string fraction = std::to_string(10000 + value.number.ten_thousandths % 10000).substr(1);
    while (fraction.ends_with('0')) fraction.pop_back();
    return fraction.empty() ? text : text + "," + fraction;
}

}  // namespace

std::string duration_words(Duration length) {
    constexpr const char* units[][2] = {{"dag", "dagen"},         {"week", "weken"},
                                        {"maand", "maanden"},     {"jaar", "jaar"},
                                        {"werkdag", "werkdagen"}, {"schooldag", "schooldagen"},
                                        {"lesweek", "lesweken"},  {"uur", "uur"}};
    return std::to_string(length.count) + " " +
           units[static_cast<std::size_t>(length.unit)][length.count == 1 ? 0 : 1];
}

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
        const auto stated = layers_.find(each);  // a setting is of no layer
        layer_ = stated == layers_.end() ? std::nullopt : stated->second;
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
    expect_layer(declared->second, setting.name);
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

std::optional<Duration> Compiler::duration(const Expr& expr) {
    if (expr.kind == ExprKind::duration) return expr.duration;
    if (expr.kind == ExprKind::path && expr.names.size() == 1) {
        const auto* found = parameter(expr.names.front());
        if (found != nullptr && found->value.kind == ExprKind::duration)
            return found->value.duration;
        std::vector<std::string> known;
        for (const auto& each : book_.parameters)
            if (each.value.kind == ExprKind::duration) known.push_back(each.name);
        problem(Code::no_duration, expr.span, {expr.names.front().text},
                suggestion(expr.names.front().text, known));
        return std::nullopt;
    }
    problem(Code::no_duration, expr.span, {"..."});
    return std::nullopt;
}

}  // namespace toets
