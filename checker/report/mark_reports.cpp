// Findings in the forms that build services read: SARIF 2.1.0 (OASIS) and the workflow commands of
// GitHub Actions.
#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include <fmt/format.h>

#include "checker/report/evidence.h"
#include "checker/report/json.h"
#include "checker/report/marks.h"
#include "checker/text/ascii.h"
#include "checker/text/unseen.h"

namespace toets {
namespace {

constexpr std::array<const char*, 3> sarif_levels = {"error", "warning", "note"};
constexpr std::array<const char*, 3> github_levels = {"error", "warning", "notice"};

void write_text(Json& json, const char* key, std::string_view text) {
    json.object(key, [&] { json.text("text", text); });
}

/// A path as a URI reference. Source: RFC 3986, 2.1 and 4.2; a colon too is encoded, since in a
/// first segment it would end a scheme.
std::string uri_of(const std::string& path) {
    constexpr std::string_view literal = "/-._~!$&'()*+,;=@";
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        if (is_letter(c) || is_digit(c) || literal.find(c) != std::string_view::npos)
            uri += c;
        else
            fmt::format_to(std::back_inserter(uri), "%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

void write_place(Json& json, const Mark& mark) {
    json.object("physicalLocation", [&] {
        json.object("artifactLocation", [&] { json.text("uri", uri_of(mark.file)); });
        if (mark.page != 0)
            json.object("properties", [&] { json.number("page", mark.page); });
        else if (mark.line != 0)
            json.object("region", [&] { json.number("startLine", mark.line); });
    });
}

std::string sarif_result(const Mark& mark) {
    Json json;
    json.object([&] {
        json.text("ruleId", mark.rule);
        json.text("kind", mark.for_person ? "review" : "fail");
        json.text("level",
                  mark.for_person ? "none" : sarif_levels[static_cast<std::size_t>(mark.level)]);
        write_text(json, "message", mark.text.empty() ? mark.title : mark.title + ". " + mark.text);
        json.objects("locations", std::span(&mark, 1),
                     [&](const Mark& each) { write_place(json, each); });
    });
    return json.made();
}

void write_rule(Json& json, const Rule& rule, const Part& part, UserLanguage language) {
    json.text("id", part.name.empty() ? rule.id : rule.id + '/' + part.name);
    write_text(json, "shortDescription", full_title(rule, part, language));
    if (part.citations.empty()) return;
    write_text(json, "help", citation_text(part.citations.front(), language));
    const std::string link = citation_link(part.citations.front());
    if (!link.empty()) json.text("helpUri", link);
}

/// Workflow commands end at a line end, which visible text has none of; properties also at a colon
/// or comma.
std::string escaped(const std::string& text, bool property) {
    std::string made;
    for (const char c : visible(text)) {
        if (c == '%')
            made += "%25";
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

std::string sarif_head(const RuleContext& rules, const std::vector<RuleId>& judged,
                       const std::string& version) {
    std::vector<RuleId> told = judged;
    std::sort(told.begin(), told.end());  // as the rule book has them, not as they are evaluated
    Json driver;
    driver.object([&] {
        driver.text("name", "toets");
        driver.text("version", version);
        driver.array("rules", told, [&](RuleId id) {
            const Rule& rule = rules.book.rules[id];
            for (const Part& part : rule.parts)
                driver.object([&] { write_rule(driver, rule, part, rules.language); });
        });
    });
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
           "\"runs\":[{\"tool\":{\"driver\":" +
           driver.made() + "},\"results\":[\n";
}

std::string sarif_results(const DossierReport& report, const RuleContext& rules) {
    std::string made;
    for (const Mark& mark : marks_of(report, rules))
        made += (made.empty() ? "" : ",\n") + sarif_result(mark);
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
