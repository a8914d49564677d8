// How the program ends, for each cause that the manual names.
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

const std::string small = " --rules tests/report/cases/regels --peildatum 2026-04-15";
const std::string shipped = " --peildatum 2026-11-01";

/// A command, the exit code that it must have, and words that must stand on stderr (or, where
/// there are none, nothing may stand there).
struct Ending {
    std::string command;
    int exit;
    std::vector<std::string> said = {};
};

void check_all(const std::vector<Ending>& endings) {
    for (const Ending& each : endings) {
        CAPTURE(each.command);
        const Run run = run_toets(words_of(each.command));
        CHECK(run.exit == each.exit);
        if (each.said.empty()) CHECK(run.err == "");
        for (const std::string& word : each.said)
            CHECK_MESSAGE(run.err.find(word) != std::string::npos, word, " is not in: ", run.err);
    }
}

}  // namespace

TEST_CASE("exit code 0: nothing at or above the chosen severity") {
    check_all({
        {"check tests/report/cases/in-orde.xml" + small, 0},
        {"check tests/report/cases/in-orde.xml --format json" + small, 0},
        {"scan tests/report/cases/in-orde.xml" + small, 0},
        {"check tests/report/cases/alles.xml --only adres-bekend --severity waarschuwing "
         "--no-documents" +
             small,
         0},
        {"check tests/report/cases/alles.xml --only herinnerd --no-documents" + small,
         0},  // a judgement
        {"check tests/report/cases/alles.xml --only kaart-vernieuwd --no-documents" + small,
         0},  // pending
        {"explain kaart-uitgegeven M02 tests/report/cases/alles.xml" + small, 0},
        {"rules", 0},
        {"schema", 0},
        {"graph", 0},
        {"graph tests/report/cases/alles.xml" + small, 0},
        {"test tests/trial/cases/leeftijd.regels", 0},
        {"test tests/cli/cases/lagen", 0},
        {"--help", 0},
        {"check --help", 0},
        {"--version", 0},
    });
}

TEST_CASE("exit code 1: something is violated, or a test of a rule failed") {
    check_all({
        {"check tests/report/cases/alles.xml --no-documents" + small, 1},
        {"check tests/report/cases/alles.xml --format json --no-documents" + small, 1},
        {"check tests/report/cases/alles.xml tests/report/cases/in-orde.xml --no-documents" + small,
         1},
        {"check tests/report/cases/reglement.md --fact bibliotheek.soort=school" + small, 1},
        {"scan tests/report/cases/alles.xml --no-documents" + small, 1},
        {"check tests/report/cases/alles.xml --only adres-bekend --no-documents" + small, 1},
        {"check fixtures/de-wilgenhoek" + shipped, 1},
        {"test tests/cli/cases/mislukt.regels", 1},
    });
}

TEST_CASE("exit code 3: a dossier names a document that can't be read, whatever else is found") {
    check_all({
        {"check tests/report/cases/alles.xml" + small, 3},
        {"scan tests/report/cases/alles.xml" + small, 3},
        {"check tests/report/cases/in-orde.xml tests/report/cases/alles.xml" + small, 3},
    });
}

TEST_CASE("exit code 2: wrong use") {
    check_all({
        {"", 2, {"--help"}},
        {"frobnicate", 2, {"frobnicate", "--help"}},
        {"check", 2, {"--help"}},
        {"scan", 2, {"--help"}},
        {"explain opp-hoorrecht", 2, {"--help"}},
        {"check fixtures/de-wilgenhoek --pijldatum 2026-11-01", 2, {"--pijldatum", "--help"}},
        {"check fixtures/de-wilgenhoek --peildatum 2026-02-30", 2, {"`2026-02-30`", "geen datum"}},
        {"check fixtures/de-wilgenhoek --peildatum 2026-11", 2, {"`2026-11`", "jjjj-mm-dd"}},
        {"check fixtures/de-wilgenhoek --severity zwaar", 2, {"`zwaar`", "waarschuwing"}},
        {"check fixtures/de-wilgenhoek --lang fr", 2, {"fr"}},
        {"check fixtures/de-wilgenhoek --format html", 2, {"html", "sarif"}},
        {"graph --format png", 2, {"png", "svg"}},
        {"graph fixtures/de-wilgenhoek/dossier.xml fixtures/de-regenboog/dossier.xml",
         2,
         {"dossier", "maar een keer"}},
        {"check fixtures/de-wilgenhoek --peildatum=", 2, {"--peildatum", "mist een waarde"}},
        {"check fixtures/de-wilgenhoek --format=", 2, {"--format", "mist een waarde"}},
        {"check fixtures/de-wilgenhoek --subject", 2, {"--subject", "mist een waarde"}},
        {"check fixtures/de-wilgenhoek --rules=", 2, {"--rules", "mist een waarde"}},
        {"check fixtures/de-wilgenhoek --peildatum 2026-11-01 --peildatum 2026-11-02",
         2,
         {"--peildatum", "maar een keer"}},
        {"scan fixtures --threads twee", 2, {"twee"}},
        {"check nergens.xml", 2, {"`nergens.xml`", "bestaat niet"}},
        {"check tests/cli/cases/leeg", 2, {"geen dossiers"}},
        {"scan tests/cli/cases/leeg", 2, {"geen dossiers"}},
        {"scan nergens", 2, {"nergens"}},
        {"check fixtures/de-wilgenhoek --only opp-horrecht" + shipped,
         2,
         {"`opp-horrecht`", "bedoelde u `opp-hoorrecht`?"}},
        {"explain opp-horrecht L03 fixtures/de-wilgenhoek" + shipped,
         2,
         {"`opp-horrecht`", "bedoelde u `opp-hoorrecht`?"}},
        {"explain zzz L03 fixtures/de-wilgenhoek" + shipped, 2, {"de regel `zzz` is er niet"}},
        {"explain opp-hoorrecht L99 fixtures/de-wilgenhoek" + shipped, 2, {"`L99`"}},
    });
}

TEST_CASE("exit code 2: rules that are broken or not there, and then no dossier is checked") {
    check_all({
        {"rules --rules tests/cli/cases/leeg", 2, {"geen *.regels"}},
        {"rules --rules nergens", 2, {"nergens"}},
        {"rules --rules nergens.regels", 2, {"nergens.regels"}},
        {"rules --parameters nergens.regels", 2, {"nergens.regels"}},
        {"check fixtures/uitspraken/gpo-106607.xml --only Leerling.meerderjarig",
         2,
         {"Leerling.meerderjarig"}},
    });
    const Run run =
        run_toets(words_of("check fixtures/de-wilgenhoek --rules tests/cli/cases/gebroken"));
    CHECK(run.exit == 2);
    CHECK(run.out == "");
    for (const std::string said : {"drie-fouten.regels:7:", "drie-fouten.regels:11:",
                                   "drie-fouten.regels:15:", "bedoelde u `naam`?"})
        CHECK_MESSAGE(run.err.find(said) != std::string::npos, said, " is not in: ", run.err);
    CHECK_MESSAGE(run.err.find("Wilgenhoek") == std::string::npos, run.err);
}

TEST_CASE("exit code 3: a dossier that can't be read") {
    for (const std::string name : {"andere-wortel", "geen-utf8", "leeg", "niet-welgevormd"}) {
        CAPTURE(name);
        const Run run = run_toets(words_of("check fixtures/kapot/" + name + ".xml" + shipped));
        CHECK(run.exit == 3);
        CHECK(run.err == "");
        CHECK(run.out.find("fixtures/kapot/" + name + ".xml:") != std::string::npos);
    }
    // what is wrong with a value is no reason to stop
    for (const std::string name : {"dubbel-nummer", "onbekende-keuze", "onmogelijke-datum",
                                   "tikfouten", "verwijzing-zonder-doel"}) {
        CAPTURE(name);
        const Run run = run_toets(words_of("check fixtures/kapot/" + name + ".xml" + shipped));
        CHECK(run.exit <= 1);
        CHECK(run.out.find("Gegevens die niet kloppen") != std::string::npos);
    }
}

TEST_CASE("a dossier that can't be read stops none of the others") {
    for (const std::string command : {"scan", "check"}) {
        CAPTURE(command);
        const Run run = run_toets(words_of(command + " fixtures" + shipped));
        CHECK(run.exit == 3);
        CHECK(run.out.find("99WH") != std::string::npos);
        CHECK(run.out.find("99RB") != std::string::npos);
        CHECK(run.out.find("fixtures/kapot/niet-welgevormd.xml") != std::string::npos);
    }
    const Run explained =
        run_toets(words_of("explain opp-hoorrecht L03 fixtures/kapot/leeg.xml" + shipped));
    CHECK(explained.exit == 3);
    CHECK(explained.out == "");
    const Run drawn = run_toets(words_of("graph fixtures/kapot/leeg.xml" + shipped));
    CHECK(drawn.exit == 3);
    CHECK(drawn.out == "");
}

TEST_CASE("exit code 3: a document on its own that can't be read") {
    const Run run = run_toets(words_of("check tests/report/cases/oud.doc" + small));
    CHECK(run.exit == 3);
    CHECK(run.out.find("oud.doc") != std::string::npos);
}

TEST_CASE("exit code 3: the report can't be written") {
    const Run run = run_toets(words_of("rules --output nergens/rapport.txt"));
    CHECK(run.exit == 3);
    CHECK(run.err.find("nergens/rapport.txt") != std::string::npos);
}

TEST_CASE("a dossier that there is no memory for is told, and the others are judged") {
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(TOETS_BINARY_DIR) / "tests/heavy";
    fs::create_directories(folder);
    std::ofstream heavy(folder / "a-zwaar.xml");
    heavy << "<school brin=\"99DL\" naam=\"De Linde\" onderwijssoort=\"bo\"><leerlingen>"
             "<leerling id=\"L1\"><opps><opp id=\"O1\" vastgesteld=\"2023-09-01\"><evaluaties>";
    constexpr int evaluations = 10000;
    for (int i = 0; i < evaluations; ++i) heavy << "<evaluatie datum=\"2024-06-01\"/>";
    heavy << "</evaluaties></opp></opps></leerling></leerlingen></school>";
    heavy.close();
    std::ofstream(folder / "b-licht.xml")
        << R"(<school brin="99ES" naam="De Es" onderwijssoort="bo"><leerlingen/></school>)";
    const Run scan = run_toets({"scan", folder.string(), "--peildatum", "2026-11-01"});
    CHECK(scan.exit == 3);
    CHECK(scan.out.find("a-zwaar.xml") != std::string::npos);
    CHECK((scan.out + scan.err).find("het dossier is niet beoordeeld") != std::string::npos);
    CHECK(scan.out.find("99ES") != std::string::npos);
    const Run check = run_toets({"check", (folder / "a-zwaar.xml").string(),
                                 (folder / "b-licht.xml").string(), "--peildatum", "2026-11-01"});
    CHECK(check.exit == 3);
    CHECK((check.out + check.err).find("het dossier is niet beoordeeld") != std::string::npos);
    CHECK(check.out.find("99ES") != std::string::npos);
}

}  // namespace toets::tests
