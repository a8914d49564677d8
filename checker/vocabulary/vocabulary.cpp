// Lays the concepts of the rule files out as a tree of tables, from the root down.
#include "checker/vocabulary/vocabulary.h"

#include <algorithm>
#include <map>
#include <set>

#include "checker/text/ascii.h"
#include "checker/text/pattern.h"
#include "checker/text/suggest.h"

namespace toets {
namespace {

using Concepts = std::map<std::string, const ast::Concept*>;

constexpr std::size_t tables_max = 4000;

class Layout {
  public:
    Layout(std::span<const ast::File> files, Diagnostics& problems) : problems_(problems) {
        for (const auto& file : files) {
            for (const auto& list : file.option_lists) add_named_choices(list);
            for (const auto& each : file.concepts) add_concept(each);
            if (!file.lost.words.empty()) is_whole_ = false;
        }
    }

    Vocabulary build() {
        const ast::Concept* root = find_root();
        if (root == nullptr) {
            made_.tables.emplace_back();
            return std::move(made_);
        }
        add_table(*root, no_table, 0);
        resolve_references();
        report_unreached();
        return std::move(made_);
    }

  private:
    void add_named_choices(const ast::OptionList& list) {
        if (!named_choices_.emplace(list.name.text, made_.choices.size()).second)
            problems_.push_back({Code::double_name, list.name.span, {list.name.text}});
        made_.choices.push_back(choices(list.name.text, list.options));
    }

    ChoiceList choices(const std::string& name, const std::vector<ast::Option>& options) {
        ChoiceList list;
        list.name = name;
        for (const auto& option : options) {
            if (list.find(option.word.text) >= 0)
                problems_.push_back({Code::double_name, option.word.span, {option.word.text}});
            const auto number = static_cast<std::int32_t>(list.options.size());
            list.options.push_back(option.word.text);
            for (const auto& alias : option.aliases) {
                if (list.find(alias.text) >= 0)
                    problems_.push_back({Code::double_name, alias.span, {alias.text}});
                list.aliases.emplace_back(alias.text, number);
            }
        }
        return list;
    }

    void add_concept(const ast::Concept& each) {
        const auto [at, is_new] = concepts_.emplace(each.name.text, &each);
        if (!is_new)
            problems_.push_back(
                {Code::double_name, each.name.span, {each.name.text}, {}, {at->second->name.span}});
    }

    const ast::Concept* find_root() {
        const ast::Concept* root = nullptr;
        for (const auto& [name, each] : concepts_) {
            if (!each->root) continue;
            if (root != nullptr)
                problems_.push_back(
                    {Code::second_root, each->name.span, {name}, {}, {root->name.span}});
            else
                root = each;
        }
        if (root == nullptr && !concepts_.empty() && is_whole_)
            problems_.push_back({Code::no_root, concepts_.begin()->second->name.span, {}});
        return root;
    }

    TableId add_table(const ast::Concept& from, TableId parent, ChildId slot) {
        const auto id = static_cast<TableId>(made_.tables.size());
        reached_.insert(from.name.text);
        Table table;
        table.concept_name = from.name.text;
        table.element = element_name(from.name.text);
        table.label = from.label.empty() ? table.element : from.label;
        table.parent = parent;
        table.slot = slot;
        table.span = from.name.span;
        std::vector<const ast::Attribute*> contained;
        std::set<std::string> names;
        for (const auto& attribute : from.attributes) {
            if (!names.insert(attribute.name.text).second)
                report_once({Code::double_name, attribute.name.span, {attribute.name.text}});
            if (is_contained(attribute))
                contained.push_back(&attribute);
            else
                table.columns.push_back(column(attribute));
            check_marks(attribute);
            if (!attribute.key || is_contained(attribute)) continue;
            if (table.key != no_column)
                report_once({Code::second_key,
                             attribute.name.span,
                             {attribute.name.text, from.name.text},
                             {},
                             {table.columns[table.key].span}});
            table.key = static_cast<ColumnId>(table.columns.size() - 1);
        }
        mark_event(from, table);
        made_.tables.push_back(std::move(table));
        path_.push_back(&from);
        for (const ast::Attribute* attribute : contained) add_child(id, *attribute);
        path_.pop_back();
        return id;
    }

    static bool is_contained(const ast::Attribute& attribute) {
        return attribute.type.kind == ast::TypeKind::list ||
               attribute.type.kind == ast::TypeKind::part;
    }

    /// A mark that says nothing of this kind of attribute would be lost.
    void check_marks(const ast::Attribute& attribute) {
        const auto misfit = [&](const char* mark) {
            report_once({Code::mark_misfit, attribute.name.span, {mark, attribute.name.text}});
        };
        const bool contained = is_contained(attribute);
        if (contained && attribute.key) misfit("sleutel");
        if (contained && attribute.confidential) misfit("vertrouwelijk");
        if (contained && attribute.lifts_burden) misfit("zonder bewijslast");
        if (attribute.planned && attribute.type.kind != ast::TypeKind::date) misfit("gepland");
        if (attribute.pattern && attribute.type.kind != ast::TypeKind::text) misfit("patroon");
    }

    void mark_event(const ast::Concept& from, Table& table) {
        if (!from.event) return;
        table.event = table.column(from.event->text);
        if (table.event == no_column || table.columns[table.event].type != ColumnType::date)
            report_once(
                {Code::event_is_no_date, from.event->span, {from.event->text, from.name.text}});
    }

    void add_child(TableId id, const ast::Attribute& attribute) {
        const auto found = concepts_.find(attribute.type.name.text);
        if (found == concepts_.end()) return unknown_concept(attribute.type.name);
        const auto around = std::find(path_.begin(), path_.end(), found->second);
        if (around != path_.end() || made_.tables.size() >= tables_max) {
            Diagnostic cycle{Code::contains_itself, attribute.type.name.span, {found->first}};
            for (auto at = around; at != path_.end(); ++at) cycle.chain.push_back((*at)->name.span);
            return report_once(std::move(cycle));
        }
        const auto slot = static_cast<ChildId>(made_.tables[id].children.size());
        made_.tables[id].children.push_back(
            {attribute.name.text, attribute.label.empty() ? attribute.name.text : attribute.label,
             no_table, attribute.type.kind == ast::TypeKind::part, attribute.required,
             attribute.absent_is_none});
        const TableId child = add_table(*found->second, id, slot);
        made_.tables[id].children[slot].table = child;
    }

    void add_pattern(const ast::Attribute& from, Column& to) {
        const auto pattern = Pattern::read(from.pattern->text);
        if (!pattern)
            return report_once({Code::bad_pattern, from.pattern->span, {from.pattern->text}});
        to.pattern = from.pattern->text;
        if (!from.example) return;
        if (pattern->fits(from.example->text))
            to.example = from.example->text;
        else
            report_once({Code::example_of_no_pattern,
                         from.example->span,
                         {from.example->text, from.pattern->text}});
    }

    Column column(const ast::Attribute& from) {
        Column made;
        made.name = from.name.text;
        made.label = from.label.empty() ? from.name.text : from.label;
        made.required = from.required;
        made.confidential = from.confidential;
        made.planned = from.planned;
        made.lifts_burden = from.lifts_burden.has_value();
        if (made.lifts_burden && from.type.kind != ast::TypeKind::truth)
            report_once({Code::burden_no_truth, *from.lifts_burden, {from.name.text}});
        made.absent_is_none = from.absent_is_none;
        made.span = from.name.span;
        if (from.pattern) add_pattern(from, made);
        switch (from.type.kind) {
            case ast::TypeKind::text:
                made.type = ColumnType::text;
                break;
            case ast::TypeKind::number:
                made.type = ColumnType::number;
                break;
            case ast::TypeKind::truth:
                made.type = ColumnType::truth;
                break;
            case ast::TypeKind::date:
                made.type = ColumnType::date;
                break;
            case ast::TypeKind::school_year:
                made.type = ColumnType::school_year;
                break;
            case ast::TypeKind::duration:
                made.type = ColumnType::duration;
                made.unit = from.type.unit;
                break;
            case ast::TypeKind::reference:
                made.type = ColumnType::reference;
                made.target_concept = from.type.name.text;
                break;
            case ast::TypeKind::choice:
                made.type = ColumnType::choice;
                made.choices = own_choices(from);
                break;
            case ast::TypeKind::named:
                made.type = ColumnType::choice;
                made.choices = named_choices(from.type.name);
                break;
            case ast::TypeKind::list:
            case ast::TypeKind::part:
                break;
        }
        return made;
    }

    ChoiceId own_choices(const ast::Attribute& from) {
        const auto [at, is_new] = own_choices_.emplace(&from, made_.choices.size());
        if (is_new) made_.choices.push_back(choices("", from.type.options));
        return static_cast<ChoiceId>(at->second);
    }

    ChoiceId named_choices(const ast::Word& name) {
        const auto found = named_choices_.find(name.text);
        if (found != named_choices_.end()) return static_cast<ChoiceId>(found->second);
        std::vector<std::string> known;
        for (const auto& [each, number] : named_choices_) known.push_back(each);
        report_once(
            {Code::unknown_choice_list, name.span, {name.text}, suggestion(name.text, known)});
        if (made_.choices.empty()) made_.choices.emplace_back();
        return 0;
    }

    void unknown_concept(const ast::Word& name) {
        std::vector<std::string> known;
        for (const auto& [each, concept_] : concepts_) known.push_back(each);
        report_once({Code::unknown_concept, name.span, {name.text}, suggestion(name.text, known)});
    }

    void resolve_references() {
        for (TableId from = 0; from < made_.tables.size(); ++from)
            for (Column& each : made_.tables[from].columns) {
                if (each.type != ColumnType::reference) continue;
                each.target = nearest_table(from, each.target_concept);
                if (each.target == no_table)
                    unknown_concept({each.target_concept, each.span});
                else if (made_.tables[each.target].key == no_column)
                    report_once({Code::reference_without_key, each.span, {each.target_concept}});
            }
    }

    /// The table of the concept that hangs closest to `from`: the one whose parent is an ancestor.
    TableId nearest_table(TableId from, const std::string& concept_name) const {
        const auto all = made_.tables_of(concept_name);
        for (TableId around = from; around != no_table; around = made_.tables[around].parent)
            for (const TableId each : all)
                if (made_.tables[each].parent == around || each == around) return each;
        return all.empty() ? no_table : all.front();
    }

    void report_unreached() {
        for (const auto& [name, each] : concepts_)
            if (!reached_.contains(name))
                problems_.push_back({Code::concept_not_contained, each->name.span, {name}});
    }

    /// A concept in several places is laid out several times, but its mistakes are told once.
    void report_once(Diagnostic diagnostic) {
        const auto& [code, span, args, suggestion, chain] = diagnostic;
        if (told_.insert({code, span.source, span.begin, args}).second)
            problems_.push_back(std::move(diagnostic));
    }

    Diagnostics& problems_;
    bool is_whole_ = true;  ///< all text could be parsed
    Vocabulary made_;
    Concepts concepts_;
    std::map<std::string, std::size_t> named_choices_;
    std::map<const ast::Attribute*, std::size_t> own_choices_;
    std::vector<const ast::Concept*> path_;
    std::set<std::string> reached_;
    std::set<std::tuple<Code, SourceId, std::uint32_t, std::vector<std::string>>> told_;
};

}  // namespace

std::int32_t ChoiceList::find(std::string_view word) const {
    const auto begins_alike = [word](const std::string& option) {  // tells nearly all apart
        return option.size() == word.size() && (word.empty() || option.front() == word.front());
    };
    for (std::size_t i = 0; i < options.size(); ++i)
        if (begins_alike(options[i]) && options[i] == word) return static_cast<std::int32_t>(i);
    for (const auto& [alias, number] : aliases)
        if (alias == word) return number;
    return -1;
}

ColumnId Table::column(std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == name) return static_cast<ColumnId>(i);
    return no_column;
}

std::optional<ChildId> Table::child(std::string_view name) const {
    for (std::size_t i = 0; i < children.size(); ++i)
        if (children[i].name == name) return static_cast<ChildId>(i);
    return std::nullopt;
}

std::vector<TableId> Vocabulary::tables_of(std::string_view concept_name) const {
    std::vector<TableId> found;
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (tables[i].concept_name == concept_name || tables[i].element == concept_name)
            found.push_back(static_cast<TableId>(i));
    return found;
}

bool Vocabulary::contains(TableId ancestor, TableId table) const {
    for (; table != no_table; table = tables[table].parent)
        if (table == ancestor) return true;
    return false;
}

std::string element_name(std::string_view concept_name) { return in_small_letters(concept_name); }

Vocabulary make_vocabulary(std::span<const ast::File> files, Diagnostics& problems) {
    return Layout(files, problems).build();
}

}  // namespace toets
