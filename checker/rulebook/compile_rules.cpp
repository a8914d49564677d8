// Rules: subject, prerequisites, parts, sources and messages.
#include <algorithm>

#include "checker/rulebook/compiler.h"
#include "checker/text/suggest.h"

namespace toets {

using ast::Expr;
using ast::ExprKind;

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
    NodeId subject_where = no_node;
    if (!subject(from, to, subject_where)) return check_sources(from);
    if (from.parts.empty()) {
        to.parts.push_back(part(from, from.demand, subject_where));
    } else {
        if (!from.demand.requirement.empty() || from.demand.question || !from.demand.shown.empty())
            problem(Code::requirement_beside_parts, from.name.span, {from.name.text});
        for (const auto& each : from.parts) to.parts.push_back(part(from, each, subject_where));
    }
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
    if (work != works_.end()) return work->second;
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
        problem(Code::unknown_option, written->span, {written->text},
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
    check_template(to, to.message, message.span);
    for (const Template* each : {&to.message, &to.remedy, &to.question})
        check_confidential(*each, own.span);
}

/// All kenmerken that a node rests on.
void Compiler::collect_loads(NodeId id, std::set<std::pair<TableId, ColumnId>>& loads,
                             std::set<NodeId>& seen) const {
    if (id == no_node || !seen.insert(id).second) return;
    const Node& node = at(id);
    if (node.op == Op::load || node.op == Op::is_filled || node.op == Op::elsewhere)
        loads.emplace(node.table, node.index);
    for (const NodeId arg : node.args) collect_loads(arg, loads, seen);
    collect_loads(node.where, loads, seen);
    for (const FrameId each : {node.frame, node.over, node.suspensions}) {
        if (each == no_frame) continue;
        const Frame& frame = book_.program.frames[each];
        for (const NodeId inner :
             {frame.owner, frame.until, frame.base_where, frame.first, frame.last})
            collect_loads(inner, loads, seen);
    }
}

/// A message that names a fact which the rule never reads explains something else than the rule.
void Compiler::check_template(const Part& part, const Template& text, Span span) {
    std::set<std::pair<TableId, ColumnId>> read;
    std::set<NodeId> seen;
    for (const NodeId node : {part.requirement, part.scope, part.tested_on})
        collect_loads(node, read, seen);
    for (const auto& exception : part.exceptions) collect_loads(exception.condition, read, seen);
    for (const NodeId node : part.shown) collect_loads(node, read, seen);
    for (const TemplatePiece& piece : text) {
        if (piece.value == no_node) continue;
        const Node& node = at(piece.value);
        const Node& told = node.op == Op::lift ? at(node.args.front()) : node;
        if (told.op != Op::load || read.contains({told.table, told.index})) continue;
        const Table& table = vocabulary_.tables[told.table];
        if (table.key == told.index || table.event == told.index) continue;
        problem(Code::message_names_unread_fact, span,
                {table.columns[told.index].name, table.concept_name});
    }
}

void Compiler::check_confidential(const Template& text, Span span) {
    for (const TemplatePiece& piece : text) {
        if (piece.value == no_node) continue;
        const Node& node = at(piece.value);
        const Node& told = node.op == Op::lift ? at(node.args.front()) : node;
        if (told.op != Op::load) continue;
        const Column& column = vocabulary_.tables[told.table].columns[told.index];
        if (column.confidential) problem(Code::confidential_in_message, span, {column.name});
    }
}

NodeId Compiler::scope_of(const ast::Rule& rule, const ast::Demand& own, NodeId subject_where) {
    std::vector<NodeId> all;
    if (subject_where != no_node) all.push_back(subject_where);
    const auto add = [&](const ast::Demand& demand) {
        for (const Expr& each : demand.scope)
            if (const NodeId node = condition(each); node != no_node) all.push_back(node);
    };
    add(rule.demand);
    if (&own != &rule.demand) add(own);
    if (all.empty()) return no_node;
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

/// "text {path} text": each path is read in the scope of the rule's subject.
Template Compiler::text(const ast::Word& written) {
    Template made;
    std::string_view rest = written.text;
    while (true) {
        const std::size_t open = rest.find('{');
        const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
        const bool unclosed = open != std::string_view::npos && close == std::string_view::npos;
        if (unclosed || (open != std::string_view::npos && close == open + 1))
            problem(Code::broken_place, written.span);
        if (close == std::string_view::npos) break;
        Expr path;
        path.kind = ExprKind::path;
        path.span = written.span;
        std::string_view names = rest.substr(open + 1, close - open - 1);
        while (!names.empty()) {
            const std::size_t dot = std::min(names.find('.'), names.size());
            path.names.push_back({std::string(names.substr(0, dot)), written.span});
            names.remove_prefix(std::min(dot + 1, names.size()));
        }
        const NodeId node = path.names.empty() ? no_node : this->path(path);
        made.push_back(
            {std::string(rest.substr(0, open)), node == no_node ? no_node : lift(node, frame_)});
        rest.remove_prefix(close + 1);
    }
    if (!rest.empty()) made.push_back({std::string(rest), no_node});
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
    const bool national = !file.module || file.module->layer.text == "landelijk";
    return national ? Roll::statutory : Roll::none;
}

}  // namespace toets
