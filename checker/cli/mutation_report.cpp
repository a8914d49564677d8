// Which changes of a rule its tests notice, as text and as JSON.
#include <cmath>

#include <fmt/format.h>

#include "checker/cli/test_reports.h"
#include "checker/report/table.h"

namespace toets {
namespace {

std::string score_text(double score) { return fmt::format("{:.0f}%", std::floor(score)); }

std::vector<std::string> row(const std::string& name, const Mutation& of) {
    return {name, std::to_string(of.count(Fate::killed)), std::to_string(of.count(Fate::survived)),
            std::to_string(of.count(Fate::equivalent)), score_text(of.score())};
}

std::string scores(const std::vector<Mutation>& mutations, UserLanguage language) {
    std::vector<std::vector<std::string>> rows = {
        {text(Text::rule_heading, language), text(Text::killed_heading, language),
         text(Text::survived_heading, language), text(Text::equivalent_heading, language),
         text(Text::score_heading, language)}};
    Mutation all;
    for (const Mutation& each : mutations) {
        rows.push_back(row(each.name, each));
        all.mutants.insert(all.mutants.end(), each.mutants.begin(), each.mutants.end());
    }
    rows.push_back(row(text(Text::total, language), all));
    return table(rows);
}

/// A line for each mutant with this fate; empty when there is none.
std::string listed(const std::vector<Mutation>& mutations, Fate fate, const LoadedRules& rules,
                   UserLanguage language) {
    std::string out;
    for (const Mutation& of : mutations)
        for (const MutantResult& each : of.mutants) {
            if (each.fate != fate) continue;
            const bool survived = fate == Fate::survived;
            out += place_text(rules, each.place) + of.name + ": " +
                   fmt::format(
                       fmt::runtime(text(survived ? Text::survivor : Text::equivalent, language)),
                       each.name, survived ? excerpt(rules, each.context) : each.reason) +
                   '\n';
        }
    return out;
}

const char* fate_word(Fate fate) {
    switch (fate) {
        case Fate::killed:
            return "killed";
        case Fate::survived:
            return "survived";
        case Fate::equivalent:
            return "equivalent";
    }
    return "";
}

}  // namespace

std::string mutation_text(const std::vector<Mutation>& mutations, const LoadedRules& rules,
                          const Arguments& arguments) {
    const UserLanguage language = arguments.language;
    std::string out = scores(mutations, language);
    const std::string survivors = listed(mutations, Fate::survived, rules, language);
    if (!survivors.empty())
        out += '\n' + std::string(text(Text::survivors, language)) + '\n' + survivors;
    const std::string equivalents = listed(mutations, Fate::equivalent, rules, language);
    if (!equivalents.empty())
        out += '\n' + std::string(text(Text::equivalents, language)) + '\n' + equivalents;
    std::string below;
    for (const Mutation& each : mutations)
        if (each.score() < arguments.minimum) below += (below.empty() ? "" : ", ") + each.name;
    if (!below.empty())
        out += '\n' +
               fmt::format(fmt::runtime(text(Text::below_minimum, language)), arguments.minimum,
                           below) +
               '\n';
    return out;
}

void write_mutations(Json& json, const std::vector<Mutation>& mutations, const LoadedRules& rules) {
    json.objects("mutation", mutations, [&](const Mutation& of) {
        json.text("rule", of.name);
        json.number("killed", of.count(Fate::killed));
        json.number("survived", of.count(Fate::survived));
        json.number("equivalent", of.count(Fate::equivalent));
        json.decimal("score", of.score());
        json.objects("mutants", of.mutants, [&](const MutantResult& each) {
            json.text("name", each.name);
            json.text("fate", fate_word(each.fate));
            write_place(json, rules, each.place, each.context);
            if (each.fate == Fate::equivalent) json.text("reason", each.reason);
        });
    });
}

}  // namespace toets
