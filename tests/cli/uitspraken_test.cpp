// Real disputes as dossiers: what the rules make of the facts, held against what was decided.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

using Json = nlohmann::json;

const std::string rulings = "fixtures/uitspraken";

/// What one norm of a ruling asks of one rule, or of one part of it.
struct Expected {
    std::string norm, rule, outcome;
};

/// One dossier, checked as of one day.
struct Case {
    std::string dossier, peildatum;
    auto operator<=>(const Case&) const = default;
};

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::map<Case, std::vector<Expected>> expectations() {
    std::map<Case, std::vector<Expected>> all;
    std::ifstream table(source_root() / rulings / "verwacht.txt");
    REQUIRE(table.good());
    for (std::string line; std::getline(table, line);) {
        if (trimmed(line).empty() || line.front() == '#') continue;
        std::istringstream fields(line);
        std::vector<std::string> values;
        for (std::string each; std::getline(fields, each, ';');) values.push_back(trimmed(each));
        CAPTURE(line);
        REQUIRE(values.size() == 5);
        all[{values[0], values[1]}].push_back({values[2], values[3], values[4]});
    }
    return all;
}

bool is_of(const Json& finding, const std::string& rule) {
    const std::string id = finding["regel"];
    return id == rule || id + "/" + finding.value("onderdeel", "") == rule;
}

std::set<std::string> outcomes(const Json& findings, const std::string& rule) {
    std::set<std::string> found;
    for (const Json& each : findings)
        if (is_of(each, rule)) found.insert(each["uitkomst"].get<std::string>());
    return found;
}

void hold_against(const Expected& expected, const std::set<std::string>& found) {
    CAPTURE(expected.norm);
    CAPTURE(expected.rule);
    if (expected.outcome == "overtreding") {
        CHECK(found.contains("overtreding"));
        return;
    }
    if (expected.outcome == "niet-beoordeeld") return;
    CHECK_FALSE(found.contains("overtreding"));
    if (expected.outcome == "oordeel") {
        CHECK(found.contains("oordeel"));
    } else if (expected.outcome == "voldaan") {
        CHECK_FALSE(found.contains("onbekend"));
        CHECK_FALSE(found.contains("geblokkeerd"));
    } else {
        CHECK(expected.outcome == "geen-overtreding");
    }
}

/// Whether the table says that a violation by this finding may be there.
bool is_carried(const Json& finding, const std::vector<Expected>& expected) {
    return std::any_of(expected.begin(), expected.end(), [&](const Expected& each) {
        const bool may_be = each.outcome == "overtreding" || each.outcome == "niet-beoordeeld";
        return may_be && is_of(finding, each.rule);
    });
}

}  // namespace

TEST_CASE("the findings on real disputes are what was decided, and no firm violation more") {
    const auto all = expectations();
    std::set<std::string> seen;
    for (const auto& [about, expected] : all) {
        CAPTURE(about.dossier);
        seen.insert(about.dossier);
        const std::string path = rulings + "/" + about.dossier + ".xml";
        const Run run =
            run_toets({"check", path, "--peildatum", about.peildatum, "--format", "json"});
        const Json told = Json::parse(run.out)["dossiers"][0];
        CHECK_MESSAGE(told["gegevens"].empty(), told["gegevens"].dump());
        const Json& findings = told["bevindingen"];
        for (const Expected& each : expected) hold_against(each, outcomes(findings, each.rule));
        for (const Json& each : findings) {
            if (each["uitkomst"] != "overtreding" || each["ernst"] != "fout") continue;
            CHECK_MESSAGE(is_carried(each, expected), each["regel"], ": ", each["melding"]);
        }
    }
    CHECK(seen.size() == files_in(source_root() / rulings, ".xml").size());
}

TEST_CASE("the rules that the table names are there") {
    const Run run = run_toets({"rules"});
    for (const auto& [about, expected] : expectations())
        for (const Expected& each : expected)
            CHECK_MESSAGE(
                run.out.find(each.rule.substr(0, each.rule.find('/'))) != std::string::npos,
                each.rule);
}

}  // namespace toets::tests
