// Modules, sources, vocabulary, parameters, definitions and topics.

#include "checker/language/builder.h"
#include "checker/language/clauses.h"

namespace toets {

bool has(const antlr4::ParserRuleContext& tree, std::string_view literal) {
    const auto is_literal = [&](antlr4::tree::ParseTree* child) {
        auto* node = dynamic_cast<antlr4::tree::TerminalNode*>(child);
        if (node == nullptr) return false;
        const antlr4::Token& token = *node->getSymbol();
        return token.getStopIndex() + 1 == token.getStartIndex() + literal.size() &&
               token.getText() == literal;
    };
    return std::any_of(tree.children.begin(), tree.children.end(), is_literal);
}

namespace {

std::string unquoted(std::string_view quoted) {
    std::string text;
    text.reserve(quoted.size());
    for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
        if (quoted[i] == '\\' && i + 2 < quoted.size()) ++i;
        text += quoted[i];
    }
    return text;
}

constexpr int words_max = 999'999;

}  // namespace

Span Builder::span(const antlr4::Token& token) const {
    const std::size_t last = offsets_.size() - 1;
    const std::size_t begin = std::min(token.getStartIndex(), last);
    const std::size_t end = std::min(token.getStopIndex() + 1, last);
    return {source_, offsets_[begin], offsets_[std::max(begin, end)]};
}

Span Builder::span(const antlr4::ParserRuleContext& tree) const {
    Span whole = span(*tree.start);
    if (tree.stop != nullptr) whole.end = std::max(whole.end, span(*tree.stop).end);
    return whole;
}

std::string_view Builder::written(const antlr4::ParserRuleContext& tree) const {
    const Span whole = span(tree);
    return text_.substr(whole.begin, whole.end - whole.begin);
}

std::string_view Builder::written(antlr4::tree::TerminalNode& node) const {
    const Span whole = span(*node.getSymbol());
    return text_.substr(whole.begin, whole.end - whole.begin);
}

ast::Word Builder::word(const antlr4::ParserRuleContext& tree) const {
    return {std::string(written(tree)), span(tree)};
}

ast::Word Builder::string(antlr4::tree::TerminalNode& node) const {
    return {unquoted(written(node)), span(*node.getSymbol())};
}

std::vector<std::string> Builder::texts(Grammar::StringsContext& tree) const {
    std::vector<std::string> all;
    for (auto* node : tree.STRING()) all.push_back(unquoted(written(*node)));
    return all;
}

std::string Builder::doc(const std::vector<antlr4::tree::TerminalNode*>& lines) const {
    std::string text;
    for (auto* line : lines) {
        std::string rest(written(*line).substr(3));
        if (rest.starts_with(' ')) rest.erase(0, 1);
        while (rest.ends_with('\r')) rest.pop_back();
        if (!text.empty()) text += '\n';
        text += rest;
    }
    return text;
}

void Builder::item(Grammar::ItemContext& tree, ast::File& file) {
    if (auto* d = tree.moduleDecl()) {
        if (file.module)
            problems_.push_back(
                {Code::clause_twice, span(*d->start), {"module"}, {}, {file.module->name.span}});
        file.module = module(*d);
    }
    if (auto* d = tree.useDecl())
        for (auto* used : d->name()) file.uses.push_back(word(*used));
    if (auto* d = tree.sourceDecl()) file.works.push_back(work(*d));
    if (auto* d = tree.optionsDecl()) {
        ast::OptionList list{word(*d->name()), {}};
        for (auto* each : d->optionDef()) list.options.push_back(option(*each));
        file.option_lists.push_back(std::move(list));
    }
    if (auto* d = tree.parameterDecl()) file.parameters.push_back(parameter(*d));
    if (auto* d = tree.equivalentDecl())
        file.equivalents.push_back({{d->mutated()->getText(), span(*d->mutated())},
                                    string(*d->STRING(0)),
                                    string(*d->STRING(1)).text});
    if (auto* d = tree.overrideDecl()) file.overrides.push_back(override_(*d));
    if (auto* d = tree.conceptDecl()) file.concepts.push_back(concept_(*d));
    if (auto* d = tree.definitionDecl()) file.definitions.push_back(definition(*d));
    if (auto* d = tree.topicDecl()) file.topics.push_back(topic(*d));
    if (auto* d = tree.calendarDecl()) {
        const auto name = [&](std::size_t i) {
            return ast::ColumnName{word(*d->column(i)->name(0)), word(*d->column(i)->name(1))};
        };
        file.calendars.push_back({name(0), name(1), name(2), name(3), name(4)});
    }
    if (auto* d = tree.documentsDecl()) file.document_files.push_back(document_file(*d));
    if (auto* d = tree.holidayDecl())
        if (const auto day = date_value(*d->dateLiteral()))
            file.holidays.push_back({*day, string(*d->STRING()).text, span(*d)});
    if (auto* d = tree.leapBirthdayDecl())
        if (const auto day = leap_birthday(*d))
            file.leap_birthdays.push_back({*day, string(*d->STRING()).text, span(*d)});
    if (auto* d = tree.leftOutDecl())
        file.left_out.push_back({reference(*d->reference()), string(*d->STRING()).text});
    if (auto* d = tree.ruleDecl()) file.rules.push_back(rule(*d));
    if (auto* d = tree.testDecl()) file.tests.push_back(test(*d));
}

ast::DocumentFile Builder::document_file(Grammar::DocumentsDeclContext& tree) const {
    const auto column = [&](Grammar::ColumnContext& written) {
        return ast::ColumnName{word(*written.name(0)), word(*written.name(1))};
    };
    ast::DocumentFile made{column(*tree.column(0)), {}, {}};
    if (tree.column().size() > 1) made.piece = column(*tree.column(1));
    for (auto* each : tree.documentOption())
        made.options.push_back({word(*each->name()), column(*each->column()),
                                each->option() == nullptr ? "" : word(*each->option()).text});
    return made;
}

ast::Module Builder::module(Grammar::ModuleDeclContext& tree) const {
    auto* version = tree.REF() != nullptr ? tree.REF() : tree.INT();
    return {word(*tree.name(0)),
            string(*tree.STRING()).text,
            {std::string(written(*version)), span(*version->getSymbol())},
            word(*tree.name(1))};
}

ast::SourceWork Builder::work(Grammar::SourceDeclContext& tree) const {
    ast::SourceWork work{word(*tree.name(0)), string(*tree.STRING()).text, {}};
    if (tree.name().size() > 1) work.number = word(*tree.name(1));
    if (auto* statute = tree.statute())
        work.statute = has(*statute, "met") ? ast::Statute::applies : ast::Statute::excluded;
    return work;
}

ast::Option Builder::option(Grammar::OptionDefContext& tree) const {
    ast::Option option{word(*tree.option(0)), {}};
    for (std::size_t i = 1; i < tree.option().size(); ++i)
        option.aliases.push_back(word(*tree.option(i)));
    return option;
}

ast::Type Builder::type(Grammar::TypeContext& tree) const {
    ast::Type type;
    type.span = span(tree);
    const auto named = [&](ast::TypeKind kind, Grammar::NameContext* name) {
        type.kind = kind;
        if (name != nullptr) type.name = word(*name);
        return type;
    };
    if (dynamic_cast<Grammar::TextTypeContext*>(&tree)) return named(ast::TypeKind::text, nullptr);
    if (dynamic_cast<Grammar::NumberTypeContext*>(&tree))
        return named(ast::TypeKind::number, nullptr);
    if (dynamic_cast<Grammar::TruthTypeContext*>(&tree))
        return named(ast::TypeKind::truth, nullptr);
    if (dynamic_cast<Grammar::DateTypeContext*>(&tree)) return named(ast::TypeKind::date, nullptr);
    if (dynamic_cast<Grammar::SchoolYearTypeContext*>(&tree))
        return named(ast::TypeKind::school_year, nullptr);
    if (auto* t = dynamic_cast<Grammar::DurationTypeContext*>(&tree)) {
        type.unit = unit(*t->unit());
        return named(ast::TypeKind::duration, nullptr);
    }
    if (auto* t = dynamic_cast<Grammar::ChoiceTypeContext*>(&tree)) {
        for (auto* each : t->optionDef()) type.options.push_back(option(*each));
        return named(ast::TypeKind::choice, nullptr);
    }
    if (auto* t = dynamic_cast<Grammar::ReferenceTypeContext*>(&tree))
        return named(ast::TypeKind::reference, t->name());
    if (auto* t = dynamic_cast<Grammar::ListTypeContext*>(&tree))
        return named(ast::TypeKind::list, t->name());
    if (auto* t = dynamic_cast<Grammar::PartTypeContext*>(&tree))
        return named(ast::TypeKind::part, t->name());
    return named(ast::TypeKind::named, dynamic_cast<Grammar::NamedTypeContext&>(tree).name());
}

ast::Attribute Builder::attribute(Grammar::AttributeContext& tree) const {
    ast::Attribute attribute{word(*tree.name()), type(*tree.type())};
    Clauses marks(problems_);
    for (auto* mark : tree.attributeMark()) {
        const std::string first = mark->start->getText();
        marks.once(first.starts_with('"') ? "label" : first, span(*mark->start), Code::clause_twice,
                   {std::string(written(*mark))});
        if (first == "verplicht")
            attribute.required = true;
        else if (first == "sleutel")
            attribute.key = true;
        else if (first == "gepland")
            attribute.planned = true;
        else if (first == "vertrouwelijk")
            attribute.confidential = true;
        else if (first == "zonder")
            attribute.lifts_burden = span(*mark);
        else if (first == "leeg")
            attribute.absent_is_none = true;
        else if (first == "patroon") {
            attribute.pattern = string(*mark->STRING(0));
            if (mark->STRING().size() > 1) attribute.example = string(*mark->STRING(1));
        } else
            attribute.label = string(*mark->STRING(0)).text;
    }
    return attribute;
}

ast::Concept Builder::concept_(Grammar::ConceptDeclContext& tree) const {
    ast::Concept made;
    made.name = word(*tree.name());
    made.doc = doc(tree.DOC());
    if (tree.STRING() != nullptr) made.label = string(*tree.STRING()).text;
    Clauses marks(problems_);
    for (auto* mark : tree.conceptMark()) {
        marks.once(mark->start->getText(), span(*mark->start));
        if (mark->name() != nullptr)
            made.event = word(*mark->name());
        else
            made.root = true;
    }
    for (auto* each : tree.attribute()) made.attributes.push_back(attribute(*each));
    return made;
}

/// The day after 28 February, or that day; any other is a problem.
std::optional<LeapBirthday> Builder::leap_birthday(Grammar::LeapBirthdayDeclContext& tree) const {
    const std::string day(written(*tree.INT()));
    const std::string_view month = written(*tree.monthName());
    if (day == "1" && month == "maart") return LeapBirthday::first_of_march;
    if (day == "28" && month == "februari") return LeapBirthday::last_of_february;
    problems_.push_back({Code::no_leap_birthday, span(tree), {}});
    return std::nullopt;
}

ast::Expr Builder::setting(Grammar::SettingContext& tree) {
    if (tree.duration() != nullptr) {
        if (tree.duration()->path() != nullptr)
            problems_.push_back({Code::no_setting, span(tree), {std::string(written(tree))}});
        return duration(*tree.duration());
    }
    if (tree.number() != nullptr) return number(*tree.number());
    if (tree.dateLiteral() != nullptr) return date(*tree.dateLiteral());
    ast::Expr made;
    made.kind = tree.yesNo() != nullptr ? ast::ExprKind::truth : ast::ExprKind::text;
    made.span = span(tree);
    if (tree.yesNo() != nullptr)
        made.number.ten_thousandths = written(tree) == "ja" ? 1 : 0;
    else
        made.word = string(*tree.STRING());
    return made;
}

ast::Parameter Builder::parameter(Grammar::ParameterDeclContext& tree) {
    ast::Parameter made;
    made.name = word(*tree.name());
    made.doc = doc(tree.DOC());
    if (tree.STRING() != nullptr) made.label = string(*tree.STRING()).text;
    made.value = setting(*tree.setting());
    if (auto* bounds = tree.bounds()) {
        made.fixed = bounds->setting().empty();
        for (auto* bound : bounds->setting()) made.bounds.push_back(setting(*bound));
    }
    return made;
}

ast::Override Builder::override_(Grammar::OverrideDeclContext& tree) {
    ast::Override made{word(*tree.name()), setting(*tree.setting()), {}};
    if (tree.STRING() != nullptr) made.reason = string(*tree.STRING()).text;
    return made;
}

ast::Definition Builder::definition(Grammar::DefinitionDeclContext& tree) {
    ast::Definition made;
    const auto names = tree.name();
    if (names.size() == 2) made.concept_name = word(*names[0]);
    made.name = word(*names.back());
    made.doc = doc(tree.DOC());
    if (auto* list = tree.parameters()) {
        if (list->name() != nullptr) made.parameters.push_back({word(*list->name()), {}});
        Clauses given(problems_);
        for (auto* each : list->parameter()) {
            made.parameters.push_back({word(*each->name()), type(*each->type())});
            const ast::Word& name = made.parameters.back().name;
            given.once(name.text, name.span, Code::double_name, {name.text});
        }
    }
    made.body = expression(*tree.expression());
    return made;
}

/// Of a topic: lists, marks, and parts and values by name.
void Builder::tell_of_second(Grammar::TopicClauseContext& tree, Clauses& clauses) const {
    const std::string name = tree.start->getText();
    const auto named = [&](Grammar::NameContext& what) {
        const ast::Word is = word(what);
        clauses.once(name + " " + is.text, is.span, Code::double_name, {is.text});
    };
    if (auto* c = dynamic_cast<Grammar::TopicPartContext*>(&tree)) return named(*c->name());
    if (auto* c = dynamic_cast<Grammar::TopicValueContext*>(&tree)) return named(*c->name());
    const bool is_list = name != "minimum" && name != "getal" && name != "verwijzing";
    if (is_list) return clauses.once(name, span(*tree.start), Code::list_twice, {name, ","});
    clauses.once(name, span(*tree.start));
}

ast::Topic Builder::topic(Grammar::TopicDeclContext& tree) const {
    ast::Topic made;
    made.name = word(*tree.name());
    made.title = string(*tree.STRING()).text;
    made.doc = doc(tree.DOC());
    Clauses clauses(problems_);
    for (auto* clause : tree.topicClause()) {
        tell_of_second(*clause, clauses);
        if (auto* c = dynamic_cast<Grammar::TopicHeadingsContext*>(clause))
            made.headings = texts(*c->strings());
        if (auto* c = dynamic_cast<Grammar::TopicStrongContext*>(clause))
            made.strong = texts(*c->strings());
        if (auto* c = dynamic_cast<Grammar::TopicWeakContext*>(clause)) {
            made.weak = texts(*c->strings());
            if (c->INT() != nullptr) made.minimum_weak = count(*c->INT(), words_max);
        }
        if (auto* c = dynamic_cast<Grammar::TopicBesideContext*>(clause))
            made.beside = texts(*c->strings());
        if (auto* c = dynamic_cast<Grammar::TopicOutdatedContext*>(clause))
            made.outdated = texts(*c->strings());
        if (auto* c = dynamic_cast<Grammar::TopicMinimumContext*>(clause))
            made.minimum_words = count(*c->INT(), words_max);
        if (auto* c = dynamic_cast<Grammar::TopicNumberContext*>(clause)) {
            made.number_required = true;
            made.date_suffices = has(*c, "datum");
        }
        if (dynamic_cast<Grammar::TopicPointerContext*>(clause)) made.pointer_counts = true;
        if (dynamic_cast<Grammar::TopicGeneralContext*>(clause)) made.general_counts = true;
        if (auto* c = dynamic_cast<Grammar::TopicPartContext*>(clause))
            made.parts.push_back({word(*c->name()), string(*c->STRING()).text, texts(*c->strings()),
                                  has(*c, "nodig")});
        if (auto* c = dynamic_cast<Grammar::TopicValueContext*>(clause))
            made.values.push_back({word(*c->name()), string(*c->STRING(0)).text,
                                   c->STRING().size() > 1 ? string(*c->STRING(1)) : ast::Word{}});
    }
    return made;
}

}  // namespace toets
