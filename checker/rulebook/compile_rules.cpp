// Rules: subject, prerequisites, parts, sources and messages.
#include <algorithm>

#include "checker/rulebook/compiler.h"
#include "checker/text/suggest.h"

namespace toets {

using ast::Expr;

namespace {

template <typename Enum>
struct Named {
    const char* name;
    Enum value;
};

constexpr Named<Severity> severities[] = {
    {"fout", Severity::error}, {"waarschuwing", Severity::warning}, {"info", Severity::info}};
constexpr Named<Urgency> urgencies[] = {{"herstel-nu", Urgency::now},
                                        {"volgende-editie", Urgency::next_edition}};
constexpr Named<Certainty> certainties[] = {{"hoog", Certainty::high},
                                            {"midden", Certainty::medium},
                                            {"laag", Certainty::low},
                                            {"onbevestigd", Certainty::unconfirmed}};

template <typename Enum, std::size_t Rows>
std::optional<Enum> named(const Named<Enum> (&table)[Rows], const std::string& name) {
    for (const auto& row : table)
        if (name == row.name) return row.value;
    return std::nullopt;
}

template <typename Enum, std::size_t Rows>
std::vector<std::string> names_of(const Named<Enum> (&table)[Rows]) {
    std::vector<std::string> names;
    for (const auto& row : table) names.emplace_back(row.name);
    return names;
}

}  // namespace

void Compiler::rule(const ast::Rule& from, const ast::File& file, Rule& to) {
    to.title = from.demand.title;
    to.doc = from.doc;
    to.span = from.demand.span;
    roll_ = roll_of(from, file);
    scope_.clear();
    frame_ = no_frame;
    requirement_ = false;
    parameters_met_.clear();
    NodeId subject_where = no_node;
    if (!subject(from, to, subject_where)) return check_sources(from);
    const std::set<std::uint32_t> of_subject = parameters_met_;
    const auto add_part = [&](const ast::Demand& demand) {
        parameters_met_ = of_subject;
        to.parts.push_back(part(from, demand, subject_where));
        for (const std::uint32_t each : parameters_met_)
            if (book_.parameters[each].overridden) to.parts.back().agreed.push_back(each);
    };
    if (from.parts.empty()) {
        add_part(from.demand);
    } else {
        if (!from.demand.requirement.empty() || from.demand.question || !from.demand.shown.empty())
            problem(Code::requirement_beside_parts, from.name.span, {from.name.text});
        for (const auto& each : from.parts) add_part(each);
    }
    check_messages(from, to);
}

/// The sources of a rule of which nothing else can be checked.
void Compiler::check_sources(const ast::Rule& from) {
    const auto check = [&](const ast::Demand& demand) {
        for (const auto& cited : demand.citations) known_work(cited.work);
    };
    check(from.demand);
    for (const auto& each : from.parts) check(each);
}

/// The work of that name; null, and a problem, when there is none.
const ast::SourceWork* Compiler::known_work(const ast::Word& name) {
    const auto work = works_.find(name.text);
    if (work != works_.end()) {
        expect_layer(work->second, name);
        used_.insert(work->second);
        return work->second;
    }
    std::vector<std::string> known;
    for (const auto& [each, declared] : works_) known.push_back(each);
    problem(Code::unknown_source, name.span, {name.text}, suggestion(name.text, known));
    return nullptr;
}

bool Compiler::subject(const ast::Rule& from, Rule& to, NodeId& where) {
    if (from.subject.empty()) {
        problem(Code::rule_without_subject, from.name.span, {from.name.text});
        return false;
    }
    const ast::Domain& domain = from.subject.front();
    std::vector<TableId> tables = vocabulary_.tables_of(domain.name.text);
    for (const Table& table : vocabulary_.tables)  // or by the name of the list that holds it
        if (const auto child = table.child(domain.name.text);
            child &&
            std::find(tables.begin(), tables.end(), table.children[*child].table) == tables.end())
            tables.push_back(table.children[*child].table);
    if (!domain.owner.empty()) {
        const auto& owners = domain.owner.front().names;
        std::erase_if(tables, [&](TableId each) {
            const TableId parent = vocabulary_.tables[each].parent;
            if (parent == no_table) return true;
            return vocabulary_.tables[parent].element != owners.back().text;
        });
    }
    if (tables.size() != 1) {
        std::vector<std::string> known;
        for (const auto& table : vocabulary_.tables) known.push_back(table.element);
        problem(tables.empty() ? Code::unknown_subject : Code::ambiguous_subject, domain.span,
                {domain.name.text}, tables.empty() ? suggestion(domain.name.text, known) : "");
        return false;
    }
    to.subject_table = tables.front();
    Frame frame;
    frame.table = tables.front();
    to.subject = add_frame(frame);
    Node rows;
    rows.op = Op::frame_rows;
    rows.type = {ValueKind::rows, 0, tables.front()};
    rows.frame = to.subject;
    rows.span = domain.span;
    to.subject_rows = emit(std::move(rows));
    frame_ = to.subject;
    scope_.push_back(
        {domain.alias ? domain.alias->text : domain.name.text, to.subject_rows, no_frame});
    if (!from.subject_where.empty()) where = condition(from.subject_where.front());
    return true;
}

void Compiler::prerequisites(const ast::Rule& from, Rule& to) {
    for (const ast::Word& name : from.prerequisites) {
        const RuleId id = book_.find(name.text);
        if (id == no_rule) {
            std::vector<std::string> known;
            for (const auto& each : book_.rules) known.push_back(each.id);
            problem(Code::unknown_rule, name.span, {name.text}, suggestion(name.text, known));
            continue;
        }
        expect_layer(rules_.at(name.text), name);
        if (to.subject_rows == no_node) continue;
        const Rule& other = book_.rules[id];
        const NodeId rows = owner_named(to.subject_rows,
                                        vocabulary_.tables[other.subject_table].element, name.span);
        if (rows == no_node || at(rows).type.table != other.subject_table) {
            problem(Code::prerequisite_of_other_subject, name.span, {name.text, from.name.text});
            continue;
        }
        to.prerequisites.push_back(id);
        to.prerequisite_rows.push_back(lift(rows, to.subject));
    }
}

namespace {

/// The clause of a part, or that of the whole rule where the part has none.
template <typename Clause>
const Clause& or_shared(const Clause& own, const Clause& shared) {
    if constexpr (requires { own.empty(); })
        return own.empty() ? shared : own;
    else
        return own ? own : shared;
}

}  // namespace

/// Sets `to` to what the word names; a word that isn't in the table is a problem.
template <typename Table, typename Enum>
void Compiler::choose(const std::optional<ast::Word>& written, const Table& table, Enum& to) {
    if (!written) return;
    if (const auto found = named(table, written->text))
        to = *found;
    else
        problem(Code::unknown_option, written->span, {written->text, listed(names_of(table))},
                suggestion(written->text, names_of(table)));
}

Part Compiler::part(const ast::Rule& rule, const ast::Demand& own, NodeId subject_where) {
    const ast::Demand& shared = rule.demand;
    Part made;
    made.span = own.span;
    made.name = own.name ? own.name->text : "";
    made.title = or_shared(own.title, shared.title);
    const auto& severity = or_shared(own.severity, shared.severity);
    if (!severity) problem(Code::rule_without_severity, rule.name.span, {rule.name.text});
    choose(severity, severities, made.severity);
    choose(or_shared(own.certainty, shared.certainty), certainties, made.certainty);
    choose(or_shared(own.urgency, shared.urgency), urgencies, made.urgency);
    const auto& citations = or_shared(own.citations, shared.citations);
    if (citations.empty()) problem(Code::rule_without_source, rule.name.span, {rule.name.text});
    for (const auto& each : citations) made.citations.push_back(citation(each));
    made.valid_from = or_shared(own.valid_from, shared.valid_from);
    made.valid_to = or_shared(own.valid_to, shared.valid_to);
    if (made.valid_from && made.valid_to && *made.valid_from > *made.valid_to)
        problem(Code::never_in_force, own.span, {rule.name.text});
    const auto& tested_on = or_shared(own.tested_on, shared.tested_on);
    if (!tested_on.empty()) {
        made.tested_on = value(tested_on.front());
        if (expect_kind(made.tested_on, ValueKind::date, tested_on.front().span))
            made.tested_on = lift(made.tested_on, frame_);
    }
    made.scope = scope_of(rule, own, subject_where);
    add_exceptions(shared, made);
    if (&own != &shared) add_exceptions(own, made);
    if (own.requirement.empty() && !own.question)
        problem(Code::rule_without_requirement, own.span, {rule.name.text});
    if (!own.requirement.empty()) made.requirement = required(own.requirement.front());
    made.burden_of_proof = own.burden || shared.burden;
    add_texts(rule, own, made);
    return made;
}

void Compiler::add_exceptions(const ast::Demand& demand, Part& to) {
    for (const auto& each : demand.exceptions) {
        const NodeId when = condition(each.condition);
        if (when != no_node) to.exceptions.push_back({lift(when, frame_), each.reason});
    }
}

/// The requirement itself, in which what is still to come is pending.
NodeId Compiler::required(const ast::Expr& written) {
    const std::size_t told = problems_.size();
    requirement_ = true;
    const NodeId asked = truth(written);
    requirement_ = false;
    if (asked == no_node && problems_.size() == told) problem(Code::not_understood, written.span);
    if (!expect_kind(asked, ValueKind::truth, written.span)) return no_node;
    if (at(asked).frame == no_frame) problem(Code::constant_requirement, written.span);
    return lift(asked, frame_);
}

/// What a part says to people: its question with the facts for it, its message and its remedy.
void Compiler::add_texts(const ast::Rule& rule, const ast::Demand& own, Part& to) {
    if (own.question) to.question = text(*own.question);
    for (const auto& each : own.shown)
        if (const NodeId node = value(each); node != no_node)
            to.shown.push_back(lift(node, frame_));
    const auto written = [](const ast::Word& mine, const ast::Word& shared) {
        return mine.text.empty() ? shared : mine;
    };
    const ast::Word message = written(own.message, rule.demand.message);
    if (message.text.empty() && !own.question)
        problem(Code::rule_without_message, rule.name.span, {rule.name.text});
    to.message = text(message);
    to.remedy = text(written(own.remedy, rule.demand.remedy));
    for (const Template* each : {&to.message, &to.remedy, &to.question})
        check_confidential(*each, own.span);
}

NodeId Compiler::scope_of(const ast::Rule& rule, const ast::Demand& own, NodeId subject_where) {
    std::vector<NodeId> all;
    std::vector<const Expr*> written;
    if (subject_where != no_node) {
        all.push_back(subject_where);
        written.push_back(&rule.subject_where.front());
    }
    const auto add = [&](const ast::Demand& demand) {
        for (const Expr& each : demand.scope)
            if (const NodeId node = condition(each); node != no_node) {
                all.push_back(node);
                written.push_back(&each);
            }
    };
    add(rule.demand);
    if (&own != &rule.demand) add(own);
    if (all.empty()) return no_node;
    if (written.size() > 1) check_together(written, written.back()->span);
    return lift(truth_of(Op::all_of, all, {own.span.source, own.span.begin, own.span.begin}),
                frame_);
}

Citation Compiler::citation(const ast::Citation& from) {
    Citation made;
    made.work = from.work.text;
    made.article = from.article;
    made.paragraphs = from.paragraphs;
    made.letters = from.letters;
    made.sentences = from.sentences;
    made.place = from.place;
    made.version = from.version;
    if (const ast::SourceWork* work = known_work(from.work)) {
        made.title = work->title;
        if (work->number) made.number = work->number->text;
    }
    if (!from.condition.empty()) {
        made.condition = condition(from.condition.front());
        if (made.condition != no_node) made.condition = lift(made.condition, frame_);
    }
    return made;
}

Roll Compiler::roll_of(const ast::Rule& from, const ast::File& file) const {
    if (from.statute != ast::Statute::by_layer)
        return from.statute == ast::Statute::applies ? Roll::statutory : Roll::none;
    for (const auto& cited : from.demand.citations) {
        const auto work = works_.find(cited.work.text);
        if (work != works_.end() && work->second->statute != ast::Statute::by_layer)
            return work->second->statute == ast::Statute::applies ? Roll::statutory : Roll::none;
    }
    const auto is_national = [&](const ast::Citation& cited) {
        const auto work = works_.find(cited.work.text);
        const auto declared = work == works_.end() ? layers_.end() : layers_.find(work->second);
        return declared != layers_.end() && declared->second == Layer::national;
    };
    const bool national = !file.module || file.module->layer.text == "landelijk" ||
                          std::ranges::any_of(from.demand.citations, is_national);
    return national ? Roll::statutory : Roll::none;
}

}  // namespace toets
