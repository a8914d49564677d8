// The page of one rule, and the list of all of them.
#include <algorithm>

#include "checker/findings/value_text.h"
#include "checker/pages/words.h"

namespace toets::pages {
namespace {

Word severity_word(Severity severity) {
    switch (severity) {
        case Severity::info:
            return Word::severity_info;
        case Severity::warning:
            return Word::severity_warning;
        case Severity::error:
            break;
    }
    return Word::severity_error;
}

Word certainty_word(Certainty certainty) {
    switch (certainty) {
        case Certainty::high:
            return Word::certainty_high;
        case Certainty::medium:
            return Word::certainty_medium;
        case Certainty::low:
            return Word::certainty_low;
        case Certainty::unconfirmed:
            break;
    }
    return Word::certainty_unconfirmed;
}

Word layer_word(Layer layer) {
    switch (layer) {
        case Layer::national:
            return Word::layer_national;
        case Layer::swv:
            return Word::layer_swv;
        case Layer::school:
            break;
    }
    return Word::layer_school;
}

std::string written(const Span& span, const PageInput& input) {
    return input.sources[span.source].text().substr(span.begin, span.end - span.begin);
}

/// A rule's text without the doc comment above it, which the page has told already.
std::string without_doc(std::string_view text) {
    while (text.starts_with("///")) {
        const std::size_t end = text.find('\n');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return std::string(text);
}

/// The rule as it was written; null when no file has it, which a rulebook of these files rules out.
const ast::Rule* find(const Rule& rule, const PageInput& input) {
    for (const auto& file : input.files)
        for (const auto& each : file.rules)
            if (each.name.text == rule.id) return &each;
    return nullptr;
}

std::string validity(const Part& part, UserLanguage language) {
    std::string text;
    if (part.valid_from)
        text += filled(Word::from_day, language, date_text(*part.valid_from, language));
    if (part.valid_to)
        text += (text.empty() ? "" : " ") +
                filled(Word::to_day, language, date_text(*part.valid_to, language));
    return text.empty() ? word(Word::always, language) : text;
}

std::string facts_table(const Rule& rule, const PageInput& input) {
    const UserLanguage language = input.language;
    const Part& first = rule.parts.front();
    std::string text = "| | |\n| --- | --- |\n";
    const auto row = [&](Word name, const std::string& value) {
        text += std::string("| ") + word(name, language) + " | " + cell(value) + " |\n";
    };
    row(Word::severity, word(severity_word(first.severity), language));
    std::string certainty = word(certainty_word(first.certainty), language);
    if (first.certainty != Certainty::high)
        certainty += std::string(" (") + word(Word::unconfirmed, language) + ")";
    row(Word::certainty, certainty);
    if (first.urgency != Urgency::unstated)
        row(Word::urgency,
            word(first.urgency == Urgency::now ? Word::urgency_now : Word::urgency_next, language));
    row(Word::validity, validity(first, language));
    row(Word::layer, word(layer_word(rule.layer), language));
    for (const Citation& cited : first.citations) row(Word::source_title, linked(cited, language));
    for (const RuleId id : rule.prerequisites) {
        const std::string& other = input.book.rules[id].id;
        row(Word::rests_on, "[" + other + "](" + other + ".md)");
    }
    return text + "\n";
}

/// What one part asks of a person: its text with the places for values left as they are written.
std::string demand(const ast::Demand& asked, const PageInput& input) {
    std::string text;
    const auto line = [&](Word name, const std::string& value) {
        if (!value.empty())
            text += std::string("- **") + word(name, input.language) + ":** " + cell(value) + "\n";
    };
    line(Word::question, asked.question ? asked.question->text : "");
    line(Word::message, asked.message.text);
    line(Word::remedy, asked.remedy.text);
    for (const auto& each : asked.exceptions) line(Word::exceptions, each.reason);
    return text;
}

std::string tests(const Rule& rule, const PageInput& input) {
    std::string text;
    for (const auto& file : input.files)
        for (const auto& test : file.tests) {
            if (test.rule.text != rule.id) continue;
            std::string outcomes;
            for (const auto& each : test.expectations) {
                outcomes += (outcomes.empty() ? "" : ", ") + each.outcome.text;
                if (each.part) outcomes += " (" + each.part->text + ")";
            }
            text += "- " + test.title + ": " + outcomes + "\n";
        }
    return text.empty() ? std::string(word(Word::no_tests, input.language)) + "\n" : text;
}

std::string source_name(const Span& span, const PageInput& input) {
    const std::filesystem::path name = input.sources[span.source].name();
    const auto below = std::filesystem::weakly_canonical(name).lexically_relative(
        std::filesystem::weakly_canonical(input.folder));
    return (below.empty() || *below.begin() == ".." ? name.filename() : below).generic_string();
}

}  // namespace

std::string rule_page(const Rule& rule, const PageInput& input) {
    const UserLanguage language = input.language;
    std::string text = "# " + rule.id + "\n\n**" + rule.title + ".**\n\n";
    if (!rule.doc.empty()) text += rule.doc + "\n\n";
    text += facts_table(rule, input);
    const ast::Rule* from = find(rule, input);
    if (from == nullptr) return text;
    const std::string whole = demand(from->demand, input);
    text += whole + (whole.empty() ? "" : "\n");
    for (const ast::Demand& part : from->parts)
        text += "## " + filled(Word::part, language, part.name->text) + ": " + part.title + "\n\n" +
                demand(part, input) + "\n";
    text += std::string("## ") + word(Word::text_title, language) + "\n\n" +
            filled(Word::made_from, language, source_name(from->demand.span, input)) +
            "\n\n```regeltaal\n" + without_doc(written(from->demand.span, input)) + "\n```\n\n";
    return text + "## " + word(Word::tests_title, language) + "\n\n" + tests(rule, input);
}

std::string rule_index(const PageInput& input) {
    const UserLanguage language = input.language;
    std::string text = std::string("# ") + word(Word::rules_title, language) + "\n\n" +
                       word(Word::rules_lead, language) + "\n";
    for (const ModuleInfo& module : input.book.modules) {
        const auto of_module = [&](const Rule& rule) { return rule.module == module.name; };
        if (std::none_of(input.book.rules.begin(), input.book.rules.end(), of_module)) continue;
        text += "\n## " + module.title + "\n\n| " + word(Word::rule_column, language) + " | " +
                word(Word::asks_column, language) + " | " + word(Word::severity_column, language) +
                " |\n| --- | --- | --- |\n";
        for (const Rule& rule : input.book.rules)
            if (of_module(rule))
                text += "| [" + rule.id + "](" + rule.id + ".md) | " + cell(rule.title) + " | " +
                        word(severity_word(rule.parts.front().severity), language) + " |\n";
    }
    return text;
}

}  // namespace toets::pages
