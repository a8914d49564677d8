// Declarations first, in all files; then every rule.
#include "checker/rulebook/rulebook.h"

#include <algorithm>

#include "checker/rulebook/compiler.h"
#include "checker/text/pattern.h"
#include "checker/text/suggest.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

Layer layer_of(const ast::File& file) {
    const std::string layer = file.module ? file.module->layer.text : "";
    return layer == "swv" ? Layer::swv : layer == "school" ? Layer::school : Layer::national;
}

RuleId RuleBook::find(std::string_view id) const {
    for (RuleId i = 0; i < rules.size(); ++i)
        if (rules[i].id == id) return i;
    return no_rule;
}

RuleBook Compiler::build() {
    declare();
    declare_parameters();
    declare_rules();
    for (const auto& file : files_) declare_columns(file);
    for (const auto& file : files_)
        for (const auto& each : file.left_out)
            book_.left_out.push_back({citation(each.citation), each.reason});
    for (const auto& file : files_) {
        for (const auto& each : file.rules) {
            const RuleId id = book_.find(each.name.text);
            if (rules_.at(each.name.text) == &each) rule(each, file, book_.rules[id]);
        }
    }
    for (const auto& [name, from] : rules_) {
        Rule& to = book_.rules[book_.find(name)];
        frame_ = to.subject;
        if (to.subject_rows != no_node) prerequisites(*from, to);
    }
    unused();
    return std::move(book_);
}

void Compiler::declare() {
    for (const auto& file : files_) {
        for (const auto& each : file.works)
            if (!works_.emplace(each.name.text, &each).second)
                problem(Code::double_name, each.name.span, {each.name.text});
        for (const auto& each : file.definitions) {
            const std::string owner = each.concept_name ? each.concept_name->text : "";
            if (!owner.empty() && vocabulary_.tables_of(owner).empty())
                problem(Code::unknown_concept, each.concept_name->span, {owner});
            const auto [found, is_new] =
                definitions_.emplace(std::pair{owner, each.name.text}, &each);
            if (!is_new)
                problem(Code::double_name, each.name.span, {each.name.text}, {},
                        {found->second->name.span});
        }
        for (const auto& each : file.topics) declare_topic(each, file.source);
        for (const auto& each : file.holidays) book_.equated_holidays.push_back(each.date);
    }
    std::sort(book_.equated_holidays.begin(), book_.equated_holidays.end());
}

/// Topics of one file are a family.
void Compiler::declare_topic(const ast::Topic& each, SourceId file) {
    const auto number = static_cast<std::uint32_t>(book_.topics.size());
    if (!topics_.emplace(each.name.text, number).second)
        problem(Code::double_name, each.name.span, {each.name.text});
    Topic topic{each.name.text,
                each.title,
                each.headings,
                each.strong,
                each.weak,
                each.beside,
                each.outdated,
                each.minimum_words,
                each.minimum_weak,
                each.number_required,
                each.pointer_counts,
                {},
                {},
                static_cast<std::uint32_t>(file)};
    for (const auto& part : each.parts)
        topic.parts.push_back({part.name.text, part.title, part.terms, part.number_required});
    for (const auto& value : each.values) {
        if (!Pattern::read(value.pattern.text))
            problem(Code::bad_pattern, value.pattern.span, {value.pattern.text});
        topic.values.push_back({value.name.text, value.title, value.pattern.text});
    }
    book_.topics.push_back(std::move(topic));
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

void Compiler::declare_module(const ast::File& file) {
    ModuleInfo module{file.module->name.text, file.module->title, file.module->version.text,
                      layer_of(file)};
    const std::string& layer = file.module->layer.text;
    if (module.layer == Layer::national && layer != "landelijk")
        problem(Code::unknown_option, file.module->layer.span, {layer},
                suggestion(layer, {"landelijk", "swv", "school"}));
    const bool known = std::any_of(book_.modules.begin(), book_.modules.end(),
                                   [&](const auto& m) { return m.name == module.name; });
    if (!known) book_.modules.push_back(std::move(module));
}

void Compiler::declare_rules() {
    std::vector<std::pair<const ast::Rule*, const ast::File*>> all;
    for (const auto& file : files_) {
        if (file.module) declare_module(file);
        for (const auto& each : file.rules) {
            const ast::Rule* first = rules_.emplace(each.name.text, &each).first->second;
            if (first == &each) {
                all.emplace_back(&each, &file);
                continue;
            }
            const auto declared = std::find_if(
                all.begin(), all.end(), [&](const auto& other) { return other.first == first; });
            const Span here = each.name.span;
            const Span there = first->name.span;
            // whichever file came first: the school can't redefine the law, nor the law the school
            const bool offends = layer_of(file) >= layer_of(*declared->second);
            problem(Code::rule_redefined, offends ? here : there, {each.name.text}, {},
                    {offends ? there : here});
        }
    }
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return a.first->name.text < b.first->name.text; });
    for (const auto& [from, file] : all) {
        Rule rule;
        rule.id = from->name.text;
        rule.span = from->demand.span;
        if (file->module) {
            rule.module = file->module->name.text;
            for (const auto& module : book_.modules)
                if (module.name == rule.module) rule.layer = module.layer;
        }
        book_.rules.push_back(std::move(rule));
    }
}

/// Where the dossier states the school's calendar and the files of its documents.
void Compiler::declare_columns(const ast::File& file) {
    const auto find = [&](const ast::ColumnName& name, std::optional<ColumnType> type,
                          TableId& table, ColumnId& column) {
        const auto tables = vocabulary_.tables_of(name.concept_name.text);
        if (tables.size() != 1) {
            problem(Code::unknown_concept, name.concept_name.span, {name.concept_name.text});
            return;
        }
        column = vocabulary_.tables[tables.front()].column(name.column.text);
        const bool fits =
            column != no_column &&
            (!type || vocabulary_.tables[tables.front()].columns[column].type == *type);
        if (!fits)
            problem(Code::unknown_member, name.column.span,
                    {name.concept_name.text, name.column.text});
        else
            table = tables.front();
    };
    for (const auto& each : file.calendars) {
        CalendarColumns& made = book_.calendar;
        find(each.lessons_from, ColumnType::date, made.lessons, made.lessons_from);
        find(each.lessons_to, ColumnType::date, made.lessons, made.lessons_to);
        find(each.holiday_from, ColumnType::date, made.holidays, made.holiday_from);
        find(each.holiday_to, ColumnType::date, made.holidays, made.holiday_to);
        find(each.day_off, ColumnType::date, made.days_off, made.day_off);
    }
    for (const auto& each : file.document_files) {
        DocumentColumn made;
        find(each.file, ColumnType::text, made.table, made.file);
        if (each.piece) find(*each.piece, ColumnType::text, made.piece_table, made.piece_file);
        if (made.table != no_table) book_.documents.push_back(made);
        for (const auto& option : each.options) {
            DocumentOption stated{option.name.text, no_table, no_column, option.otherwise};
            find(option.column, std::nullopt, stated.table, stated.column);
            if (stated.table != no_table) book_.document_options.push_back(std::move(stated));
        }
    }
}

/// Some value of the parameter's type, to check a definition with.
NodeId Compiler::stand_in(const ast::DefinitionParameter& parameter) {
    Node node;
    node.op = Op::constant;
    node.type.kind = ValueKind::date;
    if (parameter.type) {
        switch (parameter.type->kind) {
            case ast::TypeKind::text:
                node.type.kind = ValueKind::text;
                break;
            case ast::TypeKind::number:
            case ast::TypeKind::school_year:
                node.type.kind = ValueKind::number;
                break;
            case ast::TypeKind::truth:
                node.type.kind = ValueKind::truth;
                break;
            case ast::TypeKind::named:
                node.type.kind = ValueKind::choice;
                if (const auto tables = vocabulary_.tables_of(parameter.type->name.text);
                    !tables.empty())
                    node.type = {ValueKind::rows, 0, tables.front()};
                for (ChoiceId id = 0; id < vocabulary_.choices.size(); ++id)
                    if (vocabulary_.choices[id].name == parameter.type->name.text)
                        node.type.choices = id;
                break;
            default:
                break;
        }
    }
    return emit(std::move(node));
}

/// A definition that nothing calls is compiled once all the same, for its mistakes.
void Compiler::check_unused(const ast::Definition& definition) {
    scope_.clear();
    frame_ = no_frame;
    requirement_ = false;
    if (definition.concept_name) {
        const auto tables = vocabulary_.tables_of(definition.concept_name->text);
        if (tables.empty()) return;
        Frame frame;
        frame.table = tables.front();
        frame_ = add_frame(frame);
        Node rows;
        rows.op = Op::frame_rows;
        rows.type = {ValueKind::rows, 0, frame.table};
        rows.frame = frame_;
        scope_.push_back(
            {vocabulary_.tables[frame.table].element, emit(std::move(rows)), no_frame});
    }
    for (const auto& parameter : definition.parameters)
        scope_.push_back({parameter.name.text, stand_in(parameter), no_frame});
    calls_.push_back(&definition);
    truth(definition.body);
    calls_.pop_back();
}

void Compiler::unused() {
    std::vector<const ast::Definition*> unused_definitions;
    for (const auto& [name, each] : definitions_)
        if (!used_.contains(each)) unused_definitions.push_back(each);
    for (const ast::Definition* each : unused_definitions) {
        problem(Code::unused_declaration, each->name.span, {each->name.text});
        check_unused(*each);
    }
    for (const auto& [name, each] : parameters_)
        if (!used_.contains(each))
            problem(Code::unused_declaration, each->name.span, {each->name.text});
}

RuleBook make_rulebook(std::span<const ast::File> files, const Vocabulary& vocabulary,
                       const Settings& settings, Diagnostics& problems) {
    return Compiler(files, vocabulary, settings, problems).build();
}

}  // namespace toets
