// What each option does, seen from outside.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/run_toets.h"
#include "tests/cli/terminal.h"

namespace toets::tests {

namespace fs = std::filesystem;

namespace {

const std::string small = " --rules tests/report/cases/regels --peildatum 2026-04-15";

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("--lang en words the report, the help and the errors in English") {
    const Run report = run_toets(words_of("check tests/report/cases/alles.xml --lang en" + small));
    CHECK(has(report.out, "VIOLATION"));
    CHECK(!has(report.out, "OVERTREDING"));
    CHECK(has(run_toets(words_of("--help")).out, "Toets dossiers"));
    CHECK(has(run_toets(words_of("--lang en --help")).out, "Check dossiers"));
    CHECK(has(run_toets(words_of("check --lang=en --help")).out, "yyyy-mm-dd"));
    CHECK(has(run_toets(words_of("check x --lang en --peildatum gisteren")).err, "is not a date"));
    CHECK(has(run_toets(words_of("check nergens --lang en")).err, "doesn't exist"));
    CHECK(
        has(run_toets(words_of("rules --lang en --rules tests/cli/cases/gebroken")).err, "error:"));
}

TEST_CASE("a rule of no module is listed too") {
    const Run run = run_toets(words_of("rules --rules tests/cli/cases/zonder-module.regels"));
    CHECK(run.out ==
          "zonder module\n  ingeschreven: De bibliotheek schreef het lid in\n      Reglement\n");
}

TEST_CASE("--severity leaves out what is lighter") {
    const std::string check = "check tests/report/cases/alles.xml --severity ";
    const Run info = run_toets(words_of(check + "info" + small));
    CHECK(has(info.out, "[kaart-uitgegeven]"));
    CHECK(has(info.out, "[boetes-betaald]"));
    CHECK(has(info.out, "[adres-bekend]"));
    const Run warning = run_toets(words_of(check + "waarschuwing" + small));
    CHECK(has(warning.out, "[boetes-betaald]"));
    CHECK(!has(warning.out, "[adres-bekend]"));
    const Run error = run_toets(words_of(check + "fout" + small));
    CHECK(has(error.out, "[kaart-uitgegeven]"));
    CHECK(!has(error.out, "[boetes-betaald]"));
}

TEST_CASE("--only keeps the rules that are named and those that they rest on") {
    const Run run =
        run_toets(words_of("check tests/report/cases/alles.xml --only boetes-betaald" + small));
    CHECK(has(run.out, "[boetes-betaald]"));
    CHECK(has(run.out, "[kaart-uitgegeven]"));
    CHECK(!has(run.out, "[akkoord]"));
    CHECK(!has(run.out, "[op-tijd-terug]"));
}

TEST_CASE("explain takes a part of a rule; --only takes whole rules and says so") {
    const std::string explain = "explain stuk-volledig";
    const std::string about = " ABC tests/report/cases/alles.xml" + small;
    const std::string part = run_toets(words_of(explain + "/b" + about)).out;
    CHECK(has(part, "stuk-volledig/b: "));
    CHECK(!has(part, "stuk-volledig/c: "));
    CHECK(has(run_toets(words_of(explain + about)).out, "stuk-volledig/c: "));
    const Run misspelt = run_toets(words_of(explain + "/x" + about));
    CHECK(misspelt.exit == 2);
    CHECK(has(misspelt.err, "de regel `stuk-volledig/x` is er niet"));
    const Run only =
        run_toets(words_of("check tests/report/cases/alles.xml --only stuk-volledig/b" + small));
    CHECK(only.exit == 2);
    CHECK(has(only.err, "schrijf `--only stuk-volledig`"));
}

TEST_CASE("--subject tells what is about one pupil, and counts no more than that") {
    using Json = nlohmann::json;
    const std::string check = "check fixtures/de-wilgenhoek --peildatum 2026-11-01 --no-documents";
    const auto told = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words = words_of(check + " --format json");
        words.insert(words.end(), more.begin(), more.end());
        return Json::parse(run_toets(words).out)["dossiers"][0];
    };
    Json of_pupil = Json::array();
    const Json whole = told({});
    for (const Json& each : whole["bevindingen"])
        if (each["voor"] == "leerling L03") of_pupil.push_back(each);
    REQUIRE(!of_pupil.empty());
    const Json of_key = told({"--subject", "L03"});
    CHECK(of_key["bevindingen"] == of_pupil);
    CHECK(told({"--subject", "leerling L03"}) == of_key);
    CHECK(told({"--subject", whole["dossier"]})["samenvatting"] == whole["samenvatting"]);
    const auto violated = std::count_if(of_pupil.begin(), of_pupil.end(), [](const Json& each) {
        return each["uitkomst"] == "overtreding";
    });
    const Json& counts = of_key["samenvatting"];
    CHECK(counts["fout"].get<int>() + counts["waarschuwing"].get<int>() +
              counts["info"].get<int>() ==
          violated);
    CHECK(counts["voldaan"] < whole["samenvatting"]["voldaan"]);
    const Run nobody = run_toets(words_of(check + " --subject L99"));
    CHECK(nobody.exit == 2);
    CHECK(has(nobody.err, "gaat over `L99`"));
}

TEST_CASE("--no-documents leaves what rules ask of documents unknown") {
    const Run run = run_toets(
        words_of("check tests/report/cases/alles.xml --only stuk-volledig --no-documents" + small));
    CHECK(run.exit == 0);
    CHECK(has(run.out, "ONBEKEND"));
    CHECK(!has(run.out, "OVERTREDING"));
}

TEST_CASE("--peildatum decides what has happened and what is too late") {
    const std::string check =
        "check tests/report/cases/alles.xml --rules tests/report/cases/regels "
        "--only op-tijd-terug --peildatum ";
    CHECK(has(run_toets(words_of(check + "2026-05-01")).out, "uiterlijk 1 mei 2026"));
    CHECK(!has(run_toets(words_of(check + "2026-05-02")).out, "uiterlijk 1 mei 2026"));
}

TEST_CASE("--parameters sets a parameter within its bounds") {
    const std::string check = "check tests/report/cases/alles.xml --only op-tijd-terug" + small;
    const std::string late = "lening van 20 maart 2026 niet op tijd terug";
    CHECK(has(run_toets(words_of(check)).out, late));
    const Run wide = run_toets(words_of(check + " --parameters tests/cli/cases/ruim.regels"));
    CHECK(!has(wide.out, late));
    CHECK(has(wide.out, "OVERTREDING"));
}

TEST_CASE("--parameters refuses a value outside its bounds, a fixed one and an unknown one") {
    const std::string rules =
        "rules --rules tests/report/cases/regels --parameters tests/cli/cases/";
    const Run wide = run_toets(words_of(rules + "te-ruim.regels"));
    CHECK(wide.exit == 2);
    CHECK(has(wide.err, "te-ruim.regels:1:"));
    CHECK(has(wide.err, "[outside_bounds]"));
    const Run unknown = run_toets(words_of(rules + "onbekende-parameter.regels"));
    CHECK(unknown.exit == 2);
    CHECK(has(unknown.err, "[unknown_parameter]"));
    const Run fixed = run_toets(words_of("rules --parameters tests/cli/cases/wettelijk.regels"));
    CHECK(fixed.exit == 2);
    CHECK(has(fixed.err, "[fixed_by_law]"));
    const Run with_rule = run_toets(words_of(rules + "met-regel.regels"));
    CHECK(with_rule.exit == 2);
    CHECK(has(with_rule.err, "met-regel.regels:3:7: fout:"));
    CHECK(has(with_rule.err, "[only_settings]"));
    const Run with_more = run_toets(words_of(rules + "met-andere-zaken.regels"));
    CHECK(with_more.exit == 2);
    for (int line = 2; line <= 10; ++line)
        if (line != 5)
            CHECK(has(with_more.err, "met-andere-zaken.regels:" + std::to_string(line) + ":"));
}

TEST_CASE("--output writes the same bytes to a file, and nothing to the screen") {
    const auto path = std::filesystem::temp_directory_path() /
                      ("toets-output-" + std::to_string(getpid()) + ".txt");
    const std::string check = "check tests/report/cases/alles.xml" + small;
    const Run to_screen = run_toets(words_of(check));
    const Run to_file = run_toets(words_of(check + " --output " + path.string()));
    CHECK(to_file.exit == to_screen.exit);
    CHECK(to_file.out == "");
    CHECK(read_file(path) == to_screen.out);
    std::filesystem::remove(path);
}

TEST_CASE("--format json gives one JSON document, for one dossier and for many") {
    for (const std::string command :
         {"check tests/report/cases/in-orde.xml", "check tests/report/cases/reglement.md",
          "check tests/report/cases/alles.xml tests/report/cases/in-orde.xml",
          "scan tests/report/cases"}) {
        CAPTURE(command);
        const Run run = run_toets(words_of(command + " --format json" + small));
        const auto report = nlohmann::json::parse(run.out, nullptr, false);
        REQUIRE(!report.is_discarded());
        CHECK(!report.at("dossiers").empty());
    }
}

TEST_CASE("--fact adds what is known beside a document on its own") {
    const std::string check = "check tests/report/cases/reglement.md" + small;
    CHECK(has(run_toets(words_of(check + " --fact stuk.id=S9")).out, "stuk S9"));
    const std::pair<const char*, const char*> wrongs[] = {
        {"--fact stuk.kleur=rood", "`stuk.kleur=rood` is geen feit"},
        {"--fact lid.nummer=M01", "`lid.nummer=M01` is geen feit"},
        {"--fact stuk.id", "`stuk.id` is geen feit"},
        {"--fact stukid=S9", "`--stukid` past hier niet"},
        {"--soor openbaar", "bedoelde u `--soort`?"},
        {"--soort geheim", "`soort=geheim` kan niet; schrijf openbaar|"},
        {"--soort Openbaar", "`soort=Openbaar` kan niet; schrijf openbaar|"}};
    for (const auto& wrong : wrongs) {
        const std::string given = wrong.first;
        const char* said = wrong.second;
        CAPTURE(given);
        const Run run = run_toets(words_of(check + " " + given));
        CHECK(run.exit == 2);
        CHECK(run.out == "");
        CHECK_MESSAGE(has(run.err, said), run.err);
    }
    const Run of_dossier =
        run_toets(words_of("check tests/report/cases/in-orde.xml --soort openbaar" + small));
    CHECK(of_dossier.exit == 2);
    CHECK(has(of_dossier.err, "een dossier zegt het zelf"));
}

TEST_CASE("--verbose tells on stderr what happens, and leaves the report as it is") {
    const std::string check = "check tests/report/cases/in-orde.xml" + small;
    const Run plain = run_toets(words_of(check));
    const Run verbose = run_toets(words_of(check + " --verbose"));
    CHECK(plain.err == "");
    CHECK(has(verbose.err, "regels gelezen"));
    CHECK(verbose.out == plain.out);
}

TEST_CASE("of one kind of mistake the first are told, and the others counted; JSON has all") {
    const fs::path file = fs::path(TOETS_BINARY_DIR) / "tests/zonder-nummers.xml";
    std::ofstream out(file);
    out << R"(<school brin="99DL" onderwijssoort="bo"><leerlingen>)";
    constexpr int pupils = 27;
    for (int i = 0; i < pupils; ++i) out << "<leerling/>\n";
    out << R"(</leerlingen><documenten><document id="D1" soort="krant"/></documenten></school>)";
    out.close();
    const auto times = [](const std::string& text, const std::string& what) {
        int count = 0;
        for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
            ++count;
        return count;
    };
    const Run text = run_toets({"check", file.string(), "--peildatum", "2026-11-01"});
    CHECK(times(text.out, "`id` ontbreekt") == 20);
    CHECK(text.out.find("en nog 7 keer [required_missing]") != std::string::npos);
    CHECK(text.out.find("`krant` is geen keuze") != std::string::npos);
    const Run json =
        run_toets({"check", file.string(), "--peildatum", "2026-11-01", "--format", "json"});
    CHECK(times(json.out, "`id` ontbreekt") == pupils);
}

TEST_CASE("--version names the program and its version") {
    CHECK(std::regex_match(run_toets({"--version"}).out,
                           std::regex("toets [0-9]+\\.[0-9]+\\.[0-9]+\n")));
}

TEST_CASE("colours appear in a terminal only, and not with NO_COLOR or --output") {
    const auto check = words_of("check tests/report/cases/alles.xml" + small);
    CHECK(!has(run_toets(check).out, "\033["));
    CHECK(has(in_terminal(check, false), "\033["));
    CHECK(!has(in_terminal(check, true), "\033["));
}

TEST_CASE("what does not count in a list as far as it is known is not named as missing") {
    const std::string folder = "tests/cli/cases/voor-zover-bekend";
    const Run run = run_toets({"check", folder + "/dossier.xml", "--rules", folder, "--peildatum",
                               "2026-11-01", "--format", "json"});
    CHECK(run.exit == 0);
    const auto finding = nlohmann::json::parse(run.out)["dossiers"][0]["bevindingen"][0];
    CHECK(finding["uitkomst"] == "onbekend");
    REQUIRE(finding["ontbreekt"].size() == 1);
    CHECK(finding["ontbreekt"][0]["rij"] == "stuk S1");
    CHECK(finding["ontbreekt"][0]["kenmerk"] == "datum");
}

}  // namespace toets::tests
