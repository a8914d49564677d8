// Declarations first, in all files; then every rule.
#include "checker/rulebook/rulebook.h"

#include <algorithm>

#include "checker/rulebook/compiler.h"
#include "checker/text/pattern.h"
#include "checker/text/suggest.h"

namespace toets {

RuleId RuleBook::find(std::string_view id) const {
    for (RuleId i = 0; i < rules.size(); ++i)
        if (rules[i].id == id) return i;
    return no_rule;
}

RuleBook Compiler::build() {
    note_layers();
    declare();
    declare_parameters();
    declare_rules();
    for (const auto& file : files_) {
        check_uses(file);
        check_vocabulary_layers(file);
        declare_columns(file);
        for (const auto& each : file.left_out)
            book_.left_out.push_back({citation(each.citation), each.reason});
    }
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
    book_.program.nodes.shrink_to_fit();  // kept for as long as dossiers are judged
    return std::move(book_);
}

void Compiler::declare() {
    for (const auto& file : files_) {
        for (const auto& each : file.works)
            if (const auto [first, is_new] = works_.emplace(each.name.text, &each); !is_new)
                problem(Code::double_name, each.name.span, {each.name.text}, {},
                        {first->second->name.span});
        for (const auto& each : file.definitions) declare_definition(each);
        for (const auto& each : file.topics) declare_topic(each, file.source);
        for (const auto& each : file.leap_birthdays) declare_leap_birthday(each);
        for (const auto& each : file.holidays) book_.equated_holidays.push_back(each.date);
    }
    std::sort(book_.equated_holidays.begin(), book_.equated_holidays.end());
}

void Compiler::declare_definition(const ast::Definition& each) {
    const std::string owner = each.concept_name ? each.concept_name->text : "";
    const std::vector<TableId> tables = vocabulary_.tables_of(owner);
    if (!owner.empty() && tables.empty())
        problem(Code::unknown_concept, each.concept_name->span, {owner});
    for (const TableId id : tables)
        if (const Table& table = vocabulary_.tables[id];
            table.column(each.name.text) != no_column || table.child(each.name.text))
            problem(Code::double_name, each.name.span, {each.name.text});
    const auto [found, is_new] = definitions_.emplace(std::pair{owner, each.name.text}, &each);
    if (!is_new)
        problem(Code::double_name, each.name.span, {each.name.text}, {},
                {found->second->name.span});
}

/// One reading for all rules: people don't have two ages.
void Compiler::declare_leap_birthday(const ast::LeapBirthdays& each) {
    if (leap_birthday_)
        problem(Code::clause_twice, each.span, {"schrikkelverjaardag"}, {}, {*leap_birthday_});
    leap_birthday_ = each.span;
    book_.leap_birthday = each.day;
}

/// Topics of one file are a family.
void Compiler::declare_topic(const ast::Topic& each, SourceId file) {
    const auto number = static_cast<std::uint32_t>(book_.topics.size());
    const auto [first, is_new] = topics_.emplace(each.name.text, NumberedTopic{number, &each});
    if (!is_new)
        problem(Code::double_name, each.name.span, {each.name.text}, {},
                {first->second.declared->name.span});
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
                each.date_suffices,
                each.pointer_counts,
                each.general_counts,
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

void Compiler::declare_module(const ast::File& file) {
    ModuleInfo module{file.module->name.text, file.module->title, file.module->version.text,
                      layer_of(file)};
    const std::string& layer = file.module->layer.text;
    if (layer != layer_name(module.layer))
        problem(Code::unknown_option, file.module->layer.span,
                {layer, listed({"landelijk", "swv", "school"})},
                suggestion(layer, {"landelijk", "swv", "school"}));
    const auto known = std::find_if(book_.modules.begin(), book_.modules.end(),
                                    [&](const auto& m) { return m.name == module.name; });
    if (known == book_.modules.end())
        book_.modules.push_back(std::move(module));
    else if (!(*known == module))
        problem(Code::module_differs, file.module->name.span, {module.name});
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
            const bool same_layer = layer_of(file) == layer_of(*declared->second);
            problem(same_layer ? Code::double_name : Code::rule_redefined, offends ? here : there,
                    {each.name.text}, {}, {offends ? there : here});
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
            case ast::TypeKind::duration:
                node.type.kind = ValueKind::duration;
                node.type.unit = parameter.type->unit;
                break;
            case ast::TypeKind::truth:
                node.type.kind = ValueKind::truth;
                break;
            case ast::TypeKind::named:
                node.type.kind = ValueKind::choice;
                node.code = unknown_code;
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

/// The types of all kenmerken and of what definitions take.
std::set<std::string> Compiler::types_named() const {
    std::set<std::string> types;
    for (const auto& file : files_) {
        for (const auto& each : file.concepts)
            for (const auto& attribute : each.attributes) types.insert(attribute.type.name.text);
        for (const auto& each : file.definitions)
            for (const auto& parameter : each.parameters)
                if (parameter.type) types.insert(parameter.type->name.text);
    }
    return types;
}

void Compiler::unused() {
    std::vector<const ast::Definition*> unused_definitions;
    for (const auto& [name, each] : definitions_)
        if (!used_.contains(each)) unused_definitions.push_back(each);
    for (const ast::Definition* each : unused_definitions) {
        problem(Code::unused_declaration, each->name.span, {each->name.text});
        check_unused(*each);
    }
    const auto tell = [&](const auto& declarations) {
        for (const auto& each : declarations)
            if (!used_.contains(&each))
                problem(Code::unused_declaration, each.name.span, {each.name.text});
    };
    const std::set<std::string> types = types_named();
    for (const auto& file : files_) {
        tell(file.works);
        tell(file.topics);
    }
    for (const auto& file : files_)
        for (const auto& each : file.option_lists)
            if (!types.contains(each.name.text))
                problem(Code::unused_declaration, each.name.span, {each.name.text});
    for (const auto& [name, each] : parameters_)
        if (!used_.contains(each))
            problem(Code::unused_declaration, each->name.span, {each->name.text});
}

namespace {

bool is_one_of(Code code, std::initializer_list<Code> codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Whether it says that something isn't in the vocabulary.
bool asks_the_vocabulary(Code code) {
    return is_one_of(code,
                     {Code::unknown_concept, Code::unknown_choice_list, Code::unknown_name,
                      Code::unknown_member, Code::unknown_option, Code::unknown_subject,
                      Code::no_such_list, Code::concept_not_contained, Code::concept_not_chosen});
}

/// Whether it says that what its first argument names is nowhere declared.
bool asks_for_declaration(Code code) {
    return is_one_of(code, {Code::unknown_concept, Code::unknown_choice_list, Code::unknown_name,
                            Code::unknown_subject, Code::unknown_topic, Code::unknown_source,
                            Code::unknown_rule, Code::unknown_parameter, Code::unknown_module});
}

/// What is nowhere may well stand in text that couldn't be parsed: by its own name, or, if a part
/// of the vocabulary is lost, under a name that can't be found without it.
void drop_what_follows_from_lost_text(std::span<const ast::File> files,
                                      const Vocabulary& vocabulary, Diagnostics& problems) {
    const auto is_in = [&](std::set<std::string> ast::Lost::*lost, const std::string& name) {
        return std::any_of(files.begin(), files.end(),
                           [&](const ast::File& file) { return (file.lost.*lost).contains(name); });
    };
    if (std::all_of(files.begin(), files.end(),
                    [](const ast::File& file) { return file.lost.words.empty(); }))
        return;
    const bool lacks_words = is_in(&ast::Lost::words, "begrip") ||
                             is_in(&ast::Lost::words, "keuzelijst") ||
                             vocabulary.tables.front().concept_name.empty();
    std::erase_if(problems, [&](const Diagnostic& each) {
        return (lacks_words && asks_the_vocabulary(each.code)) ||
               (asks_for_declaration(each.code) &&
                is_in(&ast::Lost::declared, each.args.front())) ||
               (each.code == Code::unused_declaration &&
                is_in(&ast::Lost::words, each.args.front()));
    });
}

}  // namespace

RuleBook make_rulebook(std::span<const ast::File> files, const Vocabulary& vocabulary,
                       const Settings& settings, Diagnostics& problems) {
    RuleBook made = Compiler(files, vocabulary, settings, problems).build();
    drop_what_follows_from_lost_text(files, vocabulary, problems);
    return made;
}

}  // namespace toets
