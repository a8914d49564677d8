// Findings in the forms that build services read: SARIF 2.1.0 (OASIS) and the workflow commands of
// GitHub Actions.
#include <array>

#include <nlohmann/json.hpp>

#include "checker/report/evidence.h"
#include "checker/report/marks.h"

namespace toets {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 3> sarif_levels = {"error", "warning", "note"};
constexpr std::array<const char*, 3> github_levels = {"error", "warning", "notice"};

Json sarif_result(const Mark& mark) {
    Json made;
    made["ruleId"] = mark.rule;
    made["kind"] = mark.for_person ? "review" : "fail";
    made["level"] = mark.for_person ? "none" : sarif_levels[static_cast<std::size_t>(mark.level)];
    std::string text = mark.title;
    if (!mark.text.empty()) text += ". " + mark.text;
    made["message"]["text"] = text;
    Json physical;
    physical["artifactLocation"]["uri"] = mark.file;
    if (mark.page == 0 && mark.line != 0) physical["region"]["startLine"] = mark.line;
    if (mark.page != 0) physical["properties"]["page"] = mark.page;
    made["locations"] = Json::array({Json{{"physicalLocation", std::move(physical)}}});
    return made;
}

/// Workflow commands end at a line end; properties also at a colon or comma.
std::string escaped(const std::string& text, bool property) {
    std::string made;
    for (const char c : text) {
        if (c == '%')
            made += "%25";
        else if (c == '\r')
            made += "%0D";
        else if (c == '\n')
            made += "%0A";
        else if (property && c == ':')
            made += "%3A";
        else if (property && c == ',')
            made += "%2C";
        else
            made += c;
    }
    return made;
}

}  // namespace

std::string sarif_head(const RuleContext& rules, const std::string& version) {
    Json driver;
    driver["name"] = "toets";
    driver["version"] = version;
    driver["rules"] = Json::array();
    for (const Rule& rule : rules.book.rules)
        for (const Part& part : rule.parts) {
            Json made;
            made["id"] = rule.id + (part.name.empty() ? "" : "/" + part.name);
            made["shortDescription"]["text"] = full_title(rule, part, rules.language);
            if (!part.citations.empty()) {
                made["help"]["text"] = citation_text(part.citations.front(), rules.language);
                const std::string link = citation_link(part.citations.front());
                if (!link.empty()) made["helpUri"] = link;
            }
            driver["rules"].push_back(std::move(made));
        }
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
           "\"runs\":[{\"tool\":{\"driver\":" +
           driver.dump() + "},\"results\":[\n";
}

std::string sarif_results(const DossierReport& report, const RuleContext& rules) {
    std::string made;
    for (const Mark& mark : marks_of(report, rules))
        made += (made.empty() ? "" : ",\n") +
                sarif_result(mark).dump(-1, ' ', false, Json::error_handler_t::replace);
    return made;
}

std::string github_report(const DossierReport& report, const RuleContext& rules) {
    std::string made;
    for (const Mark& mark : marks_of(report, rules)) {
        made += std::string("::") + github_levels[static_cast<std::size_t>(mark.level)] +
                " file=" + escaped(mark.file, true);
        if (mark.page == 0 && mark.line != 0) made += ",line=" + std::to_string(mark.line);
        made += ",title=" + escaped(mark.rule, true) + "::" + escaped(mark.title, false);
        if (mark.page != 0)
            made += " (" + std::string(phrase(Phrase::page_word, rules.language)) + " " +
                    std::to_string(mark.page) + ")";
        if (!mark.text.empty()) made += escaped(". " + mark.text, false);
        made += '\n';
    }
    return made;
}

}  // namespace toets
