// Documents without a dossier: options that the rules declare, pieces, and the forms that build
// services read.
#include <fstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

const std::string guide = "fixtures/de-wilgenhoek/schoolgids.md";

std::vector<std::string> check(const std::string& more) {
    return words_of("check " + guide + " --peildatum 2026-11-01 " + more);
}

}  // namespace

TEST_CASE("what the rules declare about a document is an option of its own") {
    const Run declared = run_toets(check("--sector po --schooljaar 2026-2027"));
    const Run as_facts =
        run_toets(check("--fact school.onderwijssoort=bo --fact document.schooljaar=2026-2027 "
                        "--fact document.soort=schoolgids"));
    CHECK(declared.exit == 1);
    CHECK(declared.out == as_facts.out);
    CHECK(run_toets(check("--sector=po --schooljaar=2026-2027")).out == declared.out);
    const Run typo = run_toets(check("--sektor po"));
    CHECK(typo.exit == 2);
    CHECK(typo.err.find("--sektor") != std::string::npos);
}

TEST_CASE("of a document alone, only what is about it is told") {
    const Run run = run_toets(check("--sector po --schooljaar 2026-2027 --format json"));
    const auto report = nlohmann::json::parse(run.out);
    const auto& findings = report["dossiers"][0]["bevindingen"];
    REQUIRE(!findings.empty());
    for (const auto& each : findings) {
        CAPTURE(each.dump());
        const bool about_document = each["voor"] == "document";
        bool read_in_it = false;
        for (const char* list : {"bewijs", "ontbreekt"})
            if (each.contains(list))
                for (const auto& reading : each[list])
                    read_in_it = read_in_it || reading.contains("graad");
        CHECK((about_document || read_in_it));
    }
}

TEST_CASE("pieces answer together") {
    const auto folder = std::filesystem::temp_directory_path() / "toets-delen";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "bijlagen");
    std::ofstream(folder / "gids.md") << "# Schoolgids 2026-2027\n\nWelkom op onze school.\n";
    std::ofstream(folder / "bijlagen" / "bijlage.md")
        << "# Klachten\n\nU kunt een klacht indienen bij de directeur. Komt u er niet uit, dan "
           "kunt u\n"
           "terecht bij de landelijke klachtencommissie, postbus 1 in Utrecht, via "
           "klacht@voorbeeld.nl.\n";
    const std::string rest =
        " --sector vo --schooljaar 2026-2027 --peildatum 2026-11-01 "
        "--only schoolgids-rechten-klachten";
    const std::string first = (folder / "gids.md").string();
    const std::string second = (folder / "bijlagen" / "bijlage.md").string();
    const auto complaints = [](const Run& run) {
        return run.out.find("schoolgids-rechten-klachten/b") != std::string::npos;
    };
    CHECK(complaints(run_toets(words_of("check " + first + rest))));
    CHECK(!complaints(run_toets(words_of("check --together " + first + " " + second + rest))));
    std::filesystem::remove_all(folder);
}

TEST_CASE("SARIF and GitHub forms hold every violation of the JSON report") {
    const std::string rest = "--sector po --schooljaar 2026-2027";
    const auto json = nlohmann::json::parse(run_toets(check(rest + " --format json")).out);
    std::size_t violated = 0;
    for (const auto& each : json["dossiers"][0]["bevindingen"])
        violated += each["uitkomst"] == "overtreding" ? 1 : 0;
    REQUIRE(violated > 0);

    const auto sarif = nlohmann::json::parse(run_toets(check(rest + " --format sarif")).out);
    CHECK(sarif["version"] == "2.1.0");
    const auto& run = sarif["runs"][0];
    std::size_t failed = 0;
    for (const auto& each : run["results"]) {
        failed += each["kind"] == "fail" ? 1 : 0;
        const auto& place = each["locations"][0]["physicalLocation"];
        CHECK(place["artifactLocation"]["uri"] == guide);
        const auto& rules = run["tool"]["driver"]["rules"];
        CHECK(std::any_of(rules.begin(), rules.end(),
                          [&](const auto& rule) { return rule["id"] == each["ruleId"]; }));
        CHECK((each["kind"] == "fail") == (each["level"] != "none"));
    }
    CHECK(failed == violated);

    std::istringstream lines(run_toets(check(rest + " --format github")).out);
    std::size_t errors = 0;
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(line.starts_with("::"));
        CHECK(line.find("file=" + guide) != std::string::npos);
        errors += line.starts_with("::notice") ? 0 : 1;
    }
    CHECK(errors == violated);
}

}  // namespace toets::tests
