// The invented schools and partnerships in fixtures/: what the program says of each, in short.
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

using Json = nlohmann::ordered_json;

const std::string as_of = " --peildatum 2026-11-01";

/// The folders of fixtures/ that hold a dossier.
std::vector<std::string> schools() {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(source_root() / "fixtures"))
        if (std::filesystem::exists(entry.path() / "dossier.xml"))
            found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
}

/// The one dossier in what `toets check --format json` prints.
Json checked(const std::string& command) {
    const Run run = run_toets(words_of("check fixtures/" + command + as_of + " --format json"));
    CHECK_MESSAGE(run.exit <= 1, run.err);
    const Json report = Json::parse(run.out);
    REQUIRE(report["dossiers"].size() == 1);
    return report["dossiers"][0];
}

/// The words with commas, on lines of at most 100 bytes.
std::string listed(const std::string& head, const std::vector<std::string>& words) {
    std::string text;
    std::string line = head;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = words[i] + (i + 1 < words.size() ? "," : "");
        if (line.size() + 1 + word.size() > 100) {
            text += line + "\n";
            line = std::string(head.size(), ' ');
        }
        line += " " + word;
    }
    return text + line + "\n";
}

/// The counts, and under each pupil, document or school what is not in order, by rule.
std::string in_short(const Json& dossier) {
    std::string text = dossier["dossier"].get<std::string>() + "\n";
    for (const auto& [name, count] : dossier["samenvatting"].items())
        text += "  " + name + ": " + (count.is_string() ? count.get<std::string>() : count.dump()) +
                "\n";
    for (const std::string outcome :
         {"overtreding", "oordeel", "onbekend", "geblokkeerd", "loopt"}) {
        std::map<std::string, std::map<std::string, int>> found;
        for (const Json& finding : dossier["bevindingen"]) {
            if (finding["uitkomst"] != outcome) continue;
            std::string rule = finding["regel"];
            if (finding.contains("onderdeel"))
                rule += "/" + finding["onderdeel"].get<std::string>();
            ++found[finding["voor"]][rule];
        }
        if (!found.empty()) text += "\n" + outcome + "\n";
        for (const auto& [who, rules] : found) {
            std::vector<std::string> words;
            for (const auto& [rule, times] : rules)
                words.push_back(times == 1 ? rule : rule + " (" + std::to_string(times) + ")");
            text += listed("  " + who + ":", words);
        }
    }
    return text;
}

std::size_t violations(const Json& dossier) {
    const Json& counts = dossier["samenvatting"];
    return counts["fout"].get<std::size_t>() + counts["waarschuwing"].get<std::size_t>() +
           counts["info"].get<std::size_t>();
}

bool violated(const Json& dossier, const std::string& rule) {
    return std::any_of(dossier["bevindingen"].begin(), dossier["bevindingen"].end(),
                       [&](const Json& finding) {
                           return finding["regel"] == rule && finding["uitkomst"] == "overtreding";
                       });
}

}  // namespace

TEST_CASE("what is wrong at each invented school stays what it is") {
    const auto all = schools();
    CHECK(all.size() >= 6);
    for (const std::string& school : all) {
        CAPTURE(school);
        const Json dossier = checked(school);
        CHECK_MESSAGE(dossier["gegevens"].empty(), dossier["gegevens"].dump());
        const std::string produced = in_short(dossier);
        CHECK(produced ==
              golden(source_root() / "tests/cli/cases/scholen" / (school + ".txt"), produced));
    }
}

TEST_CASE("what the dossier shows to be done is not asked for again") {
    const std::vector<std::array<std::string, 3>> cases = {
        {"de-wilgenhoek", "opp-binnen-termijn",
         "Leg in het dossier vast waarom het OPP later kwam."},
        {"de-wilgenhoek", "privacy-inzage-termijn", "Leg vast waarom de inzage later kwam."},
        {"de-wilgenhoek", "swv-tlv-beslistermijn",
         "Vraag het samenwerkingsverband waarom het later"},
        {"het-kompas", "klacht-reactie-bestuur", "Leg vast waarom het bestuur later reageerde"},
        {"de-sterrenkijker", "incident-ouders-geinformeerd", "Leg vast waarom de ouders het later"},
        {"de-sterrenkijker", "schorsing-feitelijke-ontzegging", "Leg vast waarom de leerling niet"},
        {"de-sterrenkijker", "onderwijs-tijdens-afwezigheid",
         "Spreek met ouders en leerling af hoe"},
        {"de-vuurtoren", "swv-ondersteuningsplan-inspectie",
         "Leg vast waarom het plan later ging."},
    };
    for (const auto& [school, rule, start] : cases) {
        CAPTURE(rule);
        const Json dossier = checked(school + " --only " + rule);
        REQUIRE(violated(dossier, rule));
        const Json first = *std::find_if(
            dossier["bevindingen"].begin(), dossier["bevindingen"].end(),
            [&rule = rule](const Json& finding) {
                return finding["regel"] == rule && finding["uitkomst"] == "overtreding";
            });
        CHECK(first["herstel"].get<std::string>().starts_with(start));
    }
}

TEST_CASE("one school keeps every rule, one breaks many, and of one hardly anything is known") {
    const Json good = checked("de-regenboog");
    CHECK(violations(good) == 0);
    CHECK(good["samenvatting"]["onbekend"] == 0);
    CHECK(good["samenvatting"]["voldaan"] > 250);

    const Json mess = checked("de-wilgenhoek");
    CHECK(violations(mess) > 60);
    CHECK(violations(mess) > 2 * mess["samenvatting"]["onbekend"].get<std::size_t>());

    const Json bare = checked("de-werkplaats");
    CHECK(bare["samenvatting"]["onbekend"] > 100);
    CHECK(bare["samenvatting"]["onbekend"] > 5 * violations(bare));
}

TEST_CASE("a school can belong to either partnership, and each has agreements of its own") {
    const std::string waterdam = " --rules rules --rules fixtures/swv-waterdam";
    const std::string zonnevoort = " --rules rules --rules fixtures/swv-zonnevoort";
    CHECK(violations(checked("de-regenboog" + zonnevoort)) == 0);
    const Json moved = checked("de-regenboog" + waterdam);
    CHECK(violated(moved, "wd-snel-gesprek"));
    CHECK(violated(moved, "opp-termijn-latere-behoefte"));  // four weeks here, not six

    const Json home = checked("de-wilgenhoek" + waterdam);
    CHECK(violated(home, "wd-snel-gesprek"));
    CHECK_FALSE(violated(home, "oo-organisatie-swv"));  // once in four weeks is agreed here
    const Json away = checked("de-wilgenhoek" + zonnevoort);
    CHECK(violated(away, "zv-mentor-erbij"));
    CHECK_FALSE(violated(away, "wd-snel-gesprek"));
    CHECK(violated(away, "oo-organisatie-swv"));
}

TEST_CASE("the values of a partnership work without its rules") {
    const Json moved = checked("de-regenboog --parameters fixtures/swv-waterdam/waarden.regels");
    CHECK(violated(moved, "opp-termijn-latere-behoefte"));
    CHECK_FALSE(violated(moved, "wd-snel-gesprek"));
}

TEST_CASE("the tests of a partnership's own rules pass, and those of the law beside its values") {
    for (const std::string command :
         {"test rules fixtures/swv-waterdam", "test rules fixtures/swv-zonnevoort"}) {
        CAPTURE(command);
        const Run run = run_toets(words_of(command));
        CHECK_MESSAGE(run.exit == 0, run.out, run.err);
        CHECK(run.out.find(" 0 mislukt") != std::string::npos);
    }
}

TEST_CASE("the rules of the benchmark fit the vocabulary") {
    const Run run =
        run_toets(words_of("rules --rules rules/begrippen --rules rules/bronnen.regels --rules "
                           "rules/parameters.regels --rules rules/module.regels "
                           "--rules tests/benchmark/rules"));
    CHECK_MESSAGE(run.exit == 0, run.err);
}

TEST_CASE("who loosens the law is refused, with both places, and no dossier is checked") {
    const Run run = run_toets(words_of(
        "check fixtures/de-regenboog --rules rules --rules fixtures/kapot/te-soepel.regels"));
    CHECK(run.exit == 2);
    CHECK(run.out == "");
    for (const std::string said :
         {"fixtures/kapot/te-soepel.regels:9:6: fout:", "rules/parameters.regels:6:11:",
          "[fixed_by_law]", "rules/opp/opp-hoorrecht.regels:5:7:",
          "fixtures/kapot/te-soepel.regels:11:7:", "[rule_redefined]"})
        CHECK_MESSAGE(run.err.find(said) != std::string::npos, said, " is not in: ", run.err);
    const Run values = run_toets(
        words_of("check fixtures/de-regenboog --parameters fixtures/kapot/te-soepel.regels"));
    CHECK(values.exit == 2);
    CHECK(values.err.find("[fixed_by_law]") != std::string::npos);
}

}  // namespace toets::tests
