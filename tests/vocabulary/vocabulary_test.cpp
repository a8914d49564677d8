// Concepts laid out as a tree of tables.
#include "checker/vocabulary/vocabulary.h"

#include <doctest/doctest.h>

#include "checker/language/parse.h"
#include "tests/diagnostics/both_languages.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

struct Words {
    Sources sources;
    Diagnostics problems;
    Vocabulary vocabulary;
};

Words words(const std::string& name, const std::string& text) {
    Words made;
    const ast::File file = parse(made.sources, made.sources.add(name, text), made.problems);
    made.vocabulary = make_vocabulary(std::span(&file, 1), made.problems);
    return made;
}

Vocabulary sound(const std::string& text) {
    Words made = words("regels", text);
    REQUIRE_MESSAGE(made.problems.empty(), render(made.problems, made.sources, UserLanguage::nl));
    return made.vocabulary;
}

const Table& table(const Vocabulary& vocabulary, const std::string& name) {
    const auto found = vocabulary.tables_of(name);
    REQUIRE(found.size() == 1);
    return vocabulary.tables[found.front()];
}

}  // namespace

TEST_CASE("every rule file in cases/ gives the diagnostics beside it") {
    for (const auto& path : files_in(source_root() / "tests/vocabulary/cases", ".regels")) {
        CAPTURE(path.filename().string());
        const Words made = words(path.filename().string(), read_file(path));
        const std::string produced = in_both_languages(made.problems, made.sources);
        auto beside = path;
        CHECK(produced == golden(beside.replace_extension(".diagnostics"), produced));
    }
}

TEST_CASE("the root is the first table, and parents come before children") {
    const Vocabulary vocabulary = sound(R"(
        begrip Opp
            naam : tekst
        begrip Leerling
            opps : lijst van Opp
        begrip School wortel
            leerlingen : lijst van Leerling)");
    CHECK(vocabulary.root().concept_name == "School");
    for (TableId id = 1; id < vocabulary.tables.size(); ++id)
        CHECK(vocabulary.tables[id].parent < id);
    CHECK(table(vocabulary, "opp").parent == vocabulary.tables_of("Leerling").front());
    CHECK(vocabulary.contains(0, vocabulary.tables_of("Opp").front()));
    CHECK(!vocabulary.contains(vocabulary.tables_of("Opp").front(), 0));
}

TEST_CASE("a kenmerk becomes a column of its type, with its marks and its label") {
    const Vocabulary vocabulary = sound(R"(
        keuzelijst kleur = rood, groen ook gras
        begrip School "de school" wortel
            id : tekst sleutel verplicht patroon "[0-9]+" "nummer"
            hoeveel : getal
            klaar : ja/nee vertrouwelijk
            dag : datum gepland
            eind : datum leeg is nvt
            jaar : schooljaar
            soort : keuze uit a, b
            kleur-nu : kleur
            plan : een Plan
        begrip Plan
            van-school : verwijzing naar School)");
    const Table& school = vocabulary.root();
    CHECK(school.label == "de school");
    CHECK(school.element == "school");
    const std::pair<const char*, ColumnType> types[] = {
        {"id", ColumnType::text},          {"hoeveel", ColumnType::number},
        {"klaar", ColumnType::truth},      {"dag", ColumnType::date},
        {"jaar", ColumnType::school_year}, {"soort", ColumnType::choice},
        {"kleur-nu", ColumnType::choice}};
    for (const auto& row : types) {
        const std::string name = row.first;
        const ColumnType type = row.second;
        CAPTURE(name);
        REQUIRE(school.column(name) != no_column);
        CHECK(school.columns[school.column(name)].type == type);
    }
    const Column& id = school.columns[school.column("id")];
    CHECK(school.key == school.column("id"));
    CHECK(id.required);
    CHECK(id.pattern == "[0-9]+");
    CHECK(id.label == "nummer");
    CHECK(school.columns[school.column("klaar")].confidential);
    CHECK(school.columns[school.column("dag")].planned);
    CHECK(school.columns[school.column("eind")].absent_is_none);
    CHECK(!school.columns[school.column("eind")].planned);
    REQUIRE(school.child("plan"));
    CHECK(school.children[*school.child("plan")].single);
    const Table& plan = table(vocabulary, "plan");
    CHECK(plan.columns[plan.column("van-school")].target == 0);
}

TEST_CASE("a choice is found by its name and its other names") {
    const Vocabulary vocabulary = sound(R"(
        keuzelijst kleur = rood, groen ook gras ook blad, blauw
        begrip School wortel
            kleur-nu : kleur)");
    const ChoiceList& list = vocabulary.choices[vocabulary.root().columns[0].choices];
    CHECK(list.find("rood") == 0);
    CHECK(list.find("groen") == 1);
    CHECK(list.find("gras") == 1);
    CHECK(list.find("blad") == 1);
    CHECK(list.find("blauw") == 2);
    CHECK(list.find("Rood") == -1);
}

TEST_CASE("a concept in two places has two tables, and a reference means the nearest") {
    const Vocabulary vocabulary = sound(R"(
        begrip School wortel
            bestuur : een Bestuur
            leerlingen : lijst van Leerling
            personen : lijst van Persoon
        begrip Bestuur
            personen : lijst van Persoon
            voorzitter : verwijzing naar Persoon
        begrip Leerling
            begeleider : verwijzing naar Persoon
        begrip Persoon
            naam : tekst sleutel)");
    const auto persons = vocabulary.tables_of("Persoon");
    REQUIRE(persons.size() == 2);
    const Table& board = table(vocabulary, "bestuur");
    const Table& pupil = table(vocabulary, "leerling");
    const TableId of_board = board.columns[board.column("voorzitter")].target;
    const TableId of_pupil = pupil.columns[pupil.column("begeleider")].target;
    CHECK(vocabulary.tables[of_board].parent == vocabulary.tables_of("Bestuur").front());
    CHECK(vocabulary.tables[of_pupil].parent == 0);
}

TEST_CASE("the date of an event is known, also where the concept stands in several places") {
    const Vocabulary vocabulary = sound(R"(
        begrip School wortel
            eerste-lijst : lijst van Gesprek
            tweede-lijst : lijst van Gesprek
        begrip Gesprek gebeurtenis op datum
            naam : tekst
            datum : datum)");
    const auto tables = vocabulary.tables_of("Gesprek");
    REQUIRE(tables.size() == 2);
    for (const TableId id : tables) CHECK(vocabulary.tables[id].event == 1);
}

TEST_CASE("a pattern that is no regular expression is a mistake of the rule file") {
    CHECK(has_errors(words("regels", R"(
        begrip School wortel
            brin : tekst patroon "[0-9{2}")")
                         .problems));
}

TEST_CASE("without any concept there is one empty table") {
    Diagnostics problems;
    const Vocabulary vocabulary = make_vocabulary({}, problems);
    CHECK(problems.empty());
    CHECK(vocabulary.tables.size() == 1);
    CHECK(vocabulary.root().columns.empty());
}

TEST_CASE("concepts that multiply at each level don't fill the memory") {
    std::string text = "begrip B0 wortel\n";
    for (int i = 1; i <= 40; ++i) {
        const std::string of = "B" + std::to_string(i);
        text += "    a : lijst van " + of + "\n    b : lijst van " + of + "\nbegrip " + of + "\n";
    }
    const Words made = words("regels", text + "    naam : tekst\n");
    CHECK(made.vocabulary.tables.size() <= 4000);
    CHECK(has_errors(made.problems));
}

}  // namespace toets::tests
