// Names resolved, types checked: every mistake of a rule file is told, with its place.
#include "checker/rulebook/rulebook.h"

#include <chrono>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/diagnostics/both_languages.h"
#include "tests/rulebook/rule_text.h"

namespace toets::tests {

namespace {

/// A small vocabulary, and one rule with this requirement.
RuleText rule_with(const std::string& requirement, const std::string& more = "") {
    return compiled(R"(
        begrip School wortel
            naam : tekst
            leerlingen : lijst van Leerling
        begrip Leerling
            begin : datum
            klaar : ja/nee
        bron B "Bron"
        regel r "r" bron B ernst fout voor elke leerling melding "x"
            eis )" + requirement +
                    "\n" + more);
}

/// The modules of a text, each as if it stood in a file with its name.
std::vector<std::pair<std::string, std::string>> modules_of(const std::string& text) {
    std::vector<std::pair<std::string, std::string>> modules;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("module "))
            modules.emplace_back(line.substr(7, line.find(' ', 7) - 7) + ".regels", "");
        REQUIRE(!modules.empty());
        modules.back().second += line + '\n';
    }
    return modules;
}

}  // namespace

TEST_CASE("every set of modules in modules/ gives the diagnostics beside it") {
    for (const auto& path : files_in(source_root() / "tests/rulebook/modules", ".regels")) {
        CAPTURE(path.filename().string());
        const RuleText rules = compiled(modules_of(read_file(path)));
        const std::string produced = in_both_languages(rules.problems, rules.sources);
        auto beside = path;
        CHECK(produced == golden(beside.replace_extension(".diagnostics"), produced));
    }
}

TEST_CASE("every rule file in cases/ gives the diagnostics beside it") {
    for (const auto& path : files_in(source_root() / "tests/rulebook/cases", ".regels")) {
        CAPTURE(path.filename().string());
        const RuleText rules = compiled_file(path);
        const std::string produced = in_both_languages(rules.problems, rules.sources);
        auto beside = path;
        CHECK(produced == golden(beside.replace_extension(".diagnostics"), produced));
    }
}

TEST_CASE(
    "of the values that layers set, that of the highest counts, whatever the order of files") {
    const std::pair<std::string, std::string> law = {"a.regels", R"(
        module wet "Wet" versie 1 laag landelijk
        begrip School wortel open : datum dicht : datum
        bron B "Bron"
        parameter termijn = 6 weken
        definitie School.later = school.dicht binnen termijn na school.open
        regel r "r" bron B ernst fout voor elke school melding "x"
            onderdeel a eis school.open is ingevuld
            onderdeel b eis school.later
            onderdeel c alleen als school.later eis school.dicht is ingevuld)"};
    const std::pair<std::string, std::string> swv = {
        "b.regels", "module s \"S\" versie 1 laag swv\nstel termijn = 5 weken want \"afspraak 3\""};
    const std::pair<std::string, std::string> school = {
        "c.regels", "module h \"H\" versie 1 laag school\nstel termijn = 4 weken"};
    for (const auto& texts : {std::vector{law, swv, school}, std::vector{school, swv, law},
                              std::vector{swv, school, law}}) {
        const RuleText rules = compiled(texts);
        REQUIRE_MESSAGE(rules.problems.empty(),
                        render(rules.problems, rules.sources, UserLanguage::nl));
        const ParameterValue& value = rules.book.parameters.front();
        CHECK(value.value.duration == Duration{4, Unit::weeks});
        CHECK(value.reason.empty());
        const auto& parts = rules.book.rules.front().parts;
        CHECK(parts[0].agreed.empty());
        CHECK(parts[1].agreed == std::vector<std::uint32_t>{0});
        CHECK(parts[2].agreed == std::vector<std::uint32_t>{0});
    }
    const RuleText rules = compiled({law, swv});
    CHECK(rules.book.parameters.front().reason == "afspraak 3");
    CHECK(compiled({law}).book.rules.front().parts[1].agreed.empty());
}

TEST_CASE("rules stand in the order of their ids, whatever the order in which they are written") {
    const RuleText rules =
        compiled({{"2.regels",
                   "regel b \"b\" bron B ernst fout voor elke school eis school.a melding \"x\""},
                  {"1.regels",
                   "begrip School wortel a : ja/nee bron B \"B\"\n"
                   "regel c \"c\" bron B ernst fout voor elke school eis school.a melding \"x\"\n"
                   "regel a \"a\" bron B ernst fout voor elke school eis school.a melding \"x\""}});
    REQUIRE(rules.problems.empty());
    REQUIRE(rules.book.rules.size() == 3);
    CHECK(rules.book.rules[0].id == "a");
    CHECK(rules.book.rules[2].id == "c");
    CHECK(rules.book.find("b") == 1);
    CHECK(rules.book.find("d") == no_rule);
}

TEST_CASE("a rule carries what its clauses say") {
    const RuleText rules = compiled(R"(
        module wet "Wet" versie 2026.1 laag swv
        begrip School wortel a : ja/nee
        bron WPO "Wet op het primair onderwijs" BWBR0003420
        /// Waarom.
        regel r "titel"
            bron WPO artikel 40a lid 6, 7 en 8 onder b volzin 2 tekst 01-01-2026 plaats "bijlage"
            ernst waarschuwing
            urgentie volgende-editie
            zekerheid midden
            geldig vanaf 1 augustus 2025 tot en met 31 juli 2026
            voor elke school
            eis school.a
            bij onbekend overtreding
            melding "de {school} zei {school.a}"
            herstel "herstel het")");
    REQUIRE(rules.problems.empty());
    const Rule& rule = rules.book.rules.front();
    CHECK(rule.title == "titel");
    CHECK(rule.doc == "Waarom.");
    CHECK(rule.layer == Layer::swv);
    CHECK(rule.parts[0].certainty == Certainty::medium);
    const Part& part = rule.parts.front();
    CHECK(part.severity == Severity::warning);
    CHECK(part.urgency == Urgency::next_edition);
    CHECK(part.burden_of_proof);
    CHECK(iso(*part.valid_from) == "2025-08-01");
    CHECK(iso(*part.valid_to) == "2026-07-31");
    REQUIRE(part.citations.size() == 1);
    const Citation& citation = part.citations.front();
    CHECK(citation.title == "Wet op het primair onderwijs");
    CHECK(citation.number == "BWBR0003420");
    CHECK(citation.article == "40a");
    CHECK(citation.paragraphs == "6, 7, 8");
    CHECK(citation.letters == "b");
    CHECK(citation.sentences == "2");
    CHECK(iso(*citation.version) == "2026-01-01");
    CHECK(citation.place == "bijlage");
    REQUIRE(part.message.size() == 2);
    CHECK(part.message[1].text == " zei ");
}

TEST_CASE("a condition that two rules share is computed once") {
    const auto one = rule_with("leerling.begin na 1 mei 2025").book.program.nodes.size();
    const RuleText two =
        rule_with("leerling.begin na 1 mei 2025",
                  "regel s \"s\" bron B ernst fout voor elke leerling melding \"x\"\n"
                  "eis leerling.begin na 1 mei 2025\n");
    REQUIRE(two.problems.empty());
    CHECK(two.book.program.nodes.size() == one);
}

TEST_CASE("nodes stand after what they are computed from") {
    const RuleText rules = compiled_file(source_root() / "tests/trial/cases/drempeldagen.regels");
    const auto& nodes = rules.book.program.nodes;
    for (NodeId id = 0; id < nodes.size(); ++id) {
        for (const NodeId arg : nodes[id].args) CHECK(arg < id);
        if (nodes[id].where != no_node) CHECK(nodes[id].where < id);
    }
}

TEST_CASE("a mistake in a definition is told, also when nothing uses the definition") {
    CHECK(has_errors(
        rule_with("leerling.klaar", "definitie Leerling.fout = leerling.bestaat-niet").problems));
    CHECK(has_errors(
        rule_with("leerling.klaar", "definitie Leerling.kring = niet leerling.kring").problems));
}

TEST_CASE("what is wrong in a rule without a subject is told too") {
    const RuleText rules =
        rule_with("leerling.klaar", "regel s \"s\" bron BESTAATNIET eis school.naam is ingevuld");
    bool source_told = false;
    for (const auto& problem : rules.problems) source_told |= problem.code == Code::unknown_source;
    CHECK(source_told);
}

TEST_CASE("an empty or unclosed place in a message is a mistake") {
    for (const char* text : {"{}", "{ }", "{leerling", "{leerling.}"}) {
        CAPTURE(std::string(text));
        const RuleText rules = compiled(std::string(R"(
            begrip School wortel naam : tekst
            bron B "Bron"
            regel r "r" bron B ernst fout voor elke school eis school.naam is ingevuld melding "x )") +
                                        text + "\"");
        CHECK(has_errors(rules.problems));
    }
}

TEST_CASE("a series bridges a gap in days or weeks, and no other unit") {
    const std::string series =
        "voor elke reeks als r van stuk van school lopend van stuk.begin tot en met stuk.eind\n"
        "met gat van ten hoogste ";
    const std::string words =
        "begrip School wortel stukken : lijst van Stuk begrip Stuk begin : datum eind : datum\n"
        "bron B \"B\" regel r \"r\" bron B ernst fout voor elke school melding \"x\" eis ";
    CHECK(compiled(words + series + "7 dagen geldt r.begin na 1 mei 2025").problems.empty());
    CHECK(compiled(words + series + "1 week geldt r.begin na 1 mei 2025").problems.empty());
    CHECK(has_errors(compiled(words + series + "1 maand geldt r.begin na 1 mei 2025").problems));
}

TEST_CASE("only what can be equal is compared: options of one list, rows of one concept") {
    const std::string words = R"(
        keuzelijst kleur = rood, groen
        keuzelijst soort = bo, vo
        begrip School wortel
            kleur-nu : kleur
            kleur-toen : kleur
            soort-nu : soort
            leerlingen : lijst van Leerling
        begrip Leerling
            id : tekst sleutel
            maatje : verwijzing naar Leerling
        definitie School.van-soort(welke : soort) = school.soort-nu is welke
        bron B "Bron"
        regel r "r" bron B ernst fout voor elke leerling melding "x" eis )";
    for (const char* sound : {"school.kleur-nu is school.kleur-toen", "leerling.maatje is leerling",
                              "school.van-soort(school.soort-nu)", "school.van-soort(bo)"})
        CHECK_MESSAGE(!has_errors(compiled(words + sound).problems), std::string(sound));
    for (const char* wrong : {"school.kleur-nu is school.soort-nu", "leerling is school",
                              "school.van-soort(school.kleur-nu)"})
        CHECK_MESSAGE(has_errors(compiled(words + wrong).problems), std::string(wrong));
}

TEST_CASE("what is confidential stands in no message and in no remedy") {
    const std::string words = R"(
        begrip School wortel
            naam : tekst vertrouwelijk
            klaar : ja/nee
        bron B "Bron"
        regel r "r" bron B ernst fout voor elke school eis school.klaar melding )";
    CHECK(has_errors(compiled(words + "\"van {school.naam}\"").problems));
    CHECK(has_errors(compiled(words + "\"x\" herstel \"vraag {school.naam}\"").problems));
}

TEST_CASE("a rule can be about one of two lists of the same concept") {
    const RuleText rules = compiled(R"(
        begrip School wortel
            gesprekken : lijst van Gesprek
        begrip Gesprek
            deelnemers : lijst van Deelnemer
            afwezigen  : lijst van Deelnemer
        begrip Deelnemer
            naam : tekst
        bron B "Bron"
        regel r "r" bron B ernst fout voor elke deelnemers als d van gesprek
            eis d.naam is ingevuld melding "x")");
    CHECK_MESSAGE(rules.problems.empty(), render(rules.problems, rules.sources, UserLanguage::nl));
}

TEST_CASE("a definition used many times is compiled in seconds") {
    std::string text = "definitie Leerling.d0 = leerling.klaar\n";
    for (int i = 1; i <= 24; ++i) {
        const std::string below = "leerling.d" + std::to_string(i - 1);
        text += "definitie Leerling.d" + std::to_string(i) + " = " + below + " en " + below + "\n";
    }
    // 2 to the power of 16 calls take seconds when each is compiled anew; 24 levels never end
    const auto started = std::chrono::steady_clock::now();
    const RuleText rules = rule_with("leerling.d14", text);
    CHECK(rules.problems.size() < 20);
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(1));
}

}  // namespace toets::tests
