// Parameters, and the values that layers and settings give them.
#include "checker/rulebook/compiler.h"
#include "checker/text/suggest.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

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
                {each.name.text, each.label, each.value, each.name.span, false});
            if (each.bounds.size() == 2 && !accepts(each, each.value, each.value.span)) continue;
        }
    for (const auto& file : files_)
        for (const auto& each : file.overrides) apply(each);
    for (const auto& each : settings_) apply(each);
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
        return std::partial_ordering::unordered;
    };
    const auto low = order(declared.bounds[0], value);
    const auto high = order(value, declared.bounds[1]);
    if (low == std::partial_ordering::unordered || high == std::partial_ordering::unordered) {
        problem(Code::incomparable_durations, span, {declared.name.text}, {}, {declared.name.span});
        return false;
    }
    if (low > 0 || high > 0) {
        problem(Code::outside_bounds, span, {declared.name.text}, {}, {declared.name.span});
        return false;
    }
    return true;
}

}  // namespace toets
