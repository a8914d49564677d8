// From XML to facts: what is sound is read, what is broken is told with its place.
#include <algorithm>

#include <doctest/doctest.h>

#include "checker/dossier/far_dates.h"
#include "tests/diagnostics/both_languages.h"
#include "tests/dossier/dossier_text.h"

namespace toets::tests {

namespace {

constexpr TableId school = 0, plan = 1, pupil = 2, opp = 3;

State state(const Vocabulary& words, const Facts& facts, TableId table, RowIndex row,
            const char* name) {
    return facts.tables[table].columns[words.tables[table].column(name)].states[row];
}

}  // namespace

TEST_CASE("every dossier in cases/ gives the problems beside it") {
    const Vocabulary words = case_words();
    for (const auto& path : files_in(source_root() / "tests/dossier/cases", ".xml")) {
        CAPTURE(path.filename().string());
        ReadDossier dossier(words);
        dossier.read(path.filename().string(), read_file(path));
        const std::string produced = in_both_languages(dossier.problems(), dossier.sources());
        auto beside = path;
        CHECK(produced == golden(beside.replace_extension(".diagnostics"), produced));
    }
}

TEST_CASE("what is sound is read: values, lists, parts and references") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    REQUIRE(dossier.read("goed.xml", read_file(source_root() / "tests/dossier/cases/goed.xml")));
    REQUIRE(dossier.problems().empty());
    const Facts& facts = dossier.facts();
    CHECK(facts.tables[school].count == 1);
    CHECK(facts.tables[plan].count == 1);
    CHECK(facts.tables[pupil].count == 3);
    CHECK(facts.tables[opp].count == 3);
    CHECK(facts.tables[school].columns[words.root().column("naam")].texts[0] ==
          "De Wilgenhoek & co");
    const ColumnValues& day = facts.tables[opp].columns[words.tables[opp].column("datum")];
    CHECK(iso(day.dates[0].first) == "2025-03-01");
    CHECK(iso(day.dates[0].last) == "2025-03-31");
    CHECK(iso(day.dates[1].last) == "2025-03-10");
    CHECK(facts.tables[opp].columns[words.tables[opp].column("vorige")].codes[1] == 0);
    CHECK(facts.tables[pupil].columns[words.tables[pupil].column("maatje")].codes[1] == 0);
}

TEST_CASE("the four states of a value are kept apart") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    REQUIRE(dossier.read("goed.xml", read_file(source_root() / "tests/dossier/cases/goed.xml")));
    const Facts& facts = dossier.facts();
    CHECK(state(words, facts, pupil, 0, "klaar") == State::known);
    CHECK(state(words, facts, pupil, 1, "klaar") == State::unknown);
    CHECK(state(words, facts, pupil, 2, "klaar") == State::not_supplied);
    CHECK(state(words, facts, pupil, 1, "uren") == State::not_applicable);
    CHECK(state(words, facts, pupil, 2, "uren") == State::not_supplied);
    CHECK(state(words, facts, pupil, 1, "eind") == State::not_applicable);  // leeg is nvt
}

TEST_CASE("an absent list is open, a present one complete, and volledig=\"nee\" opens it") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    REQUIRE(dossier.read("a", R"(<school brin="99WH" naam="x"><leerlingen>
        <leerling id="1"/>
        <leerling id="2"><opps/></leerling>
        <leerling id="3"><opps volledig="nee"><opp id="O"/></opps></leerling>
        <leerling id="4"><opps onbekend="ja"/></leerling>
        <leerling id="5"><opps volledig="ja"><opp id="O"/></opps></leerling>
    </leerlingen></school>)"));
    CHECK(dossier.problems().empty());
    REQUIRE(dossier.facts().tables[pupil].count == 5);
    const auto& open = dossier.facts().tables[pupil].children[0].open;
    CHECK(std::vector<std::uint8_t>(open.begin(), open.begin() + 5) ==
          std::vector<std::uint8_t>{1, 0, 1, 1, 0});
}

TEST_CASE("a list is complete only when nothing that is said of it is against it") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    const auto path = source_root() / "tests/dossier/cases/onvolledig.xml";
    REQUIRE(dossier.read("onvolledig.xml", read_file(path)));
    const Facts& facts = dossier.facts();
    CHECK(facts.tables[plan].count == 0);
    const std::vector<std::uint8_t> open = {1, 1, 1, 1, 1, 0, 0, 1};
    const auto& read = facts.tables[pupil].children[0].open;
    REQUIRE(read.size() >= open.size());
    CHECK(std::equal(open.begin(), open.end(), read.begin()));
}

TEST_CASE("the order of attributes makes no difference, nor what stands between them") {
    const Vocabulary words = case_words();
    std::vector<std::string> attributes = {R"(id="A")", R"(xml:lang="nl")", R"(klaar="ja")"};
    std::sort(attributes.begin(), attributes.end());
    do {
        std::string row = "<leerling";
        for (const std::string& each : attributes) row += ' ' + each;
        // after a row in the usual order, in which each name is expected after the one before it
        const std::string text = R"(<school brin="99WH" naam="x"><leerlingen>)"
                                 R"(<leerling id="0" klaar="nee"/>)" +
                                 row + R"(/></leerlingen></school>)";
        ReadDossier dossier(words);
        REQUIRE(dossier.read("a", text));
        CHECK(dossier.problems().empty());
        const TableRows& pupils = dossier.facts().tables[pupil];
        CHECK(pupils.columns[words.tables[pupil].column("id")].texts[1] == "A");
        CHECK(state(words, dossier.facts(), pupil, 1, "klaar") == State::known);
    } while (std::next_permutation(attributes.begin(), attributes.end()));
}

TEST_CASE("a broken value is invalid, and all around it is read") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    REQUIRE(
        dossier.read("waarden.xml", read_file(source_root() / "tests/dossier/cases/waarden.xml")));
    const Facts& facts = dossier.facts();
    for (const char* name : {"geboren", "klaar", "uren", "eind", "maatje"}) {
        CAPTURE(std::string(name));
        CHECK(state(words, facts, pupil, 0, name) == State::invalid);
    }
    CHECK(state(words, facts, school, 0, "soort") == State::invalid);
    CHECK(state(words, facts, school, 0, "naam") == State::known);
    CHECK(state(words, facts, plan, 0, "vastgesteld") == State::invalid);
    CHECK(state(words, facts, opp, 1, "vorige") == State::invalid);
    CHECK(facts.tables[pupil].count == 5);
    CHECK(facts.tables[opp].count == 2);
}

TEST_CASE("a problem about something confidential doesn't show it") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    dossier.read(
        "a",
        R"(<school brin="99WH" naam="x"><leerlingen><leerling id="1" geboren="2014-13-77"/></leerlingen></school>)");
    REQUIRE(dossier.problems().size() == 1);
    CHECK(message(dossier.problems()[0], UserLanguage::nl).find("2014-13-77") == std::string::npos);
}

TEST_CASE("one reader reads dossier after dossier, broken ones between") {
    const Vocabulary words = case_words();
    const std::string good = read_file(source_root() / "tests/dossier/cases/goed.xml");
    ReadDossier dossier(words);
    for (const std::string& other : {std::string("<school"), std::string("<x/>"), good,
                                     std::string(R"(<school brin="98WH" naam="y"/>)")}) {
        dossier.read("ander", other);
        REQUIRE(dossier.read("goed", good));
        CHECK(dossier.problems().empty());
        CHECK(dossier.facts().tables[pupil].count == 3);
        CHECK(dossier.facts().tables[opp].parent == std::vector<RowIndex>{0, 0, 2});
    }
}

TEST_CASE("nothing that a dossier states twice is lost without a word") {
    const Vocabulary words = case_words();
    ReadDossier doubled(words);
    doubled.read("dubbel", read_file(source_root() / "tests/dossier/cases/dubbel.xml"));
    CHECK(doubled.problems().size() >= 2);  // the name, and the plan; a second list is joined
    for (const char* twice : {R"(<school brin="99WH" naam="x" naam="y"/>)",
                              R"(<school brin="99WH" naam="x"><naam>y</naam></school>)",
                              R"(<school brin="99WH"><naam soort="bo">x</naam></school>)",
                              R"(<school brin="99WH"><naam>x<plan/></naam></school>)"}) {
        CAPTURE(std::string(twice));
        ReadDossier dossier(words);
        dossier.read("a", twice);
        CHECK(!dossier.problems().empty());
    }
}

TEST_CASE("onbekend and nvt are states, also of a kenmerk with a pattern") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    REQUIRE(dossier.read("a",
                         read_file(source_root() / "tests/dossier/cases/patroon-en-toestand.xml")));
    for (const auto& problem : dossier.problems()) {
        CHECK(problem.code != Code::value_not_of_pattern);
        CHECK(problem.code != Code::value_not_like);
    }
}

TEST_CASE("a date so far ahead that its year was probably mistyped is told, and kept") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    REQUIRE(dossier.read("a", R"(<school brin="99WH" naam="x"><leerlingen>
        <leerling id="1"><opps><opp id="O" datum="2062-03-01"/></opps></leerling>
        <leerling id="2"><opps><opp id="P" datum="2040-03-01"/></opps></leerling>
    </leerlingen></school>)"));
    Diagnostics problems = dossier.problems();
    report_far_dates(dossier.facts(), words, *make_date(2026, 11, 23), SourceId{}, problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == Code::date_far_ahead);
    CHECK(problems[0].args == std::vector<std::string>{"2062-03-01", "datum", "15"});
    CHECK(state(words, dossier.facts(), opp, 0, "datum") == State::known);
}

TEST_CASE("where the schema of a dossier stands is no fact") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    const auto path = source_root() / "tests/dossier/cases/schema-verwijzing.xml";
    REQUIRE(dossier.read("a", read_file(path)));
    CHECK(dossier.problems().empty());
}

}  // namespace toets::tests
