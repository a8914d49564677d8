// Documents without a dossier: options that the rules declare, pieces, and the forms that build
// services read.
#include <fstream>
#include <sstream>
#include <sys/stat.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

const std::string guide = "fixtures/de-wilgenhoek/schoolgids.md";

namespace fs = std::filesystem;

/// A folder with a dossier of which the documents are broken, each in its own way; until the end.
class BrokenDocuments {
  public:
    BrokenDocuments() {
        fs::remove_all(folder);
        fs::create_directories(folder / "bijlagen");
        const auto cases = source_root() / "tests/documents/cases";
        for (const auto& entry : fs::directory_iterator(cases / "hostile"))
            fs::copy(entry.path(), folder);
        fs::copy(cases / "readers/gescande-bladzijde.pdf", folder);
        fs::copy(cases / "readers/halve-tekens.txt", folder);
        fs::copy(source_root() / "fixtures/de-wilgenhoek/schoolgids.odt", folder);
        fs::copy(source_root() / "tests/cli/cases/documenten/documenten.xml", folder);
        std::ofstream(folder / "halve-zip.docx") << "PK\x03\x04 en dan niets meer";
        std::ofstream(folder / "witregels.txt") << " \n\t\n";
        std::ofstream(folder / "plaatje.pdf") << "\xFF\xD8\xFF\xE0 JFIF";
        std::ofstream(folder / "webpagina.pdf") << "<!doctype html><p>Log in om te downloaden.";
        std::ofstream(folder / "nullen.pdf").close();
        fs::resize_file(folder / "nullen.pdf", std::uintmax_t{300} << 20U);
        REQUIRE(mkfifo((folder / "pijp.pdf").c_str(), 0600) == 0);
    }
    ~BrokenDocuments() { fs::remove_all(folder); }
    BrokenDocuments(const BrokenDocuments&) = delete;
    BrokenDocuments& operator=(const BrokenDocuments&) = delete;

    /// What a check says of the documents, each after its line in the dossier.
    std::string told(const std::string& language) const {
        const Run run = run_toets({"check", "documenten.xml", "--lang", language, "--rules",
                                   (source_root() / "rules").string(), "--peildatum", "2026-11-01"},
                                  folder);
        CHECK(run.exit == 3);
        std::istringstream lines(run.out + run.err);
        std::string told;
        for (std::string line; std::getline(lines, line);) {
            const std::string name = "documenten.xml:";
            if (!line.starts_with(name) || line.find("[document_") == line.npos) continue;
            const auto level = line.find(": ");
            told += line.substr(name.size(), line.find(':', name.size()) - name.size()) +
                    line.substr(line.find(": ", level + 1)) + '\n';
        }
        return told;
    }

    const fs::path folder = fs::temp_directory_path() / ("toets-stuk-" + std::to_string(getpid()));
};

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

TEST_CASE("of each document that can't be read it is told what is wrong with it") {
    const BrokenDocuments documents;
    const std::string told = documents.told("nl") + '\n' + documents.told("en");
    CHECK(told ==
          golden(source_root() / "tests/cli/cases/documenten/documenten.diagnostics", told));
}

TEST_CASE("a document without the right to read it is there, and can't be opened" *
          doctest::skip(geteuid() == 0)) {  // for whom no right is missing
    const BrokenDocuments documents;
    fs::permissions(documents.folder / "schoolgids.odt", fs::perms::none);
    CHECK(documents.told("nl").find("`schoolgids.odt` kan niet worden geopend") !=
          std::string::npos);
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
