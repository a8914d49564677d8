// Facts, row by row: values as written, lists, references.
#include "checker/facts/builder.h"

#include <doctest/doctest.h>

#include "checker/facts/written.h"
#include "checker/language/parse.h"

namespace toets::tests {

namespace {

Vocabulary vocabulary() {
    Sources sources;
    Diagnostics problems;
    const ast::File file = parse(sources, sources.add("regels", R"(
        keuzelijst kleur = rood, groen ook gras
        begrip School wortel
            naam : tekst
            hoeveel : getal
            klaar : ja/nee
            datum : datum
            eind : datum leeg is nvt
            jaar : schooljaar
            ritme : duur in weken
            kleur-nu : kleur
            leerlingen : lijst van Leerling
        begrip Leerling
            id : tekst sleutel
            opps : lijst van Opp
            maatje : verwijzing naar Leerling
        begrip Opp
            id : tekst sleutel
            vorige : verwijzing naar Opp)"),
                                 problems);
    const Vocabulary made = make_vocabulary(std::span(&file, 1), problems);
    REQUIRE(problems.empty());
    return made;
}

constexpr TableId school = 0, pupil = 1, opp = 2;

/// What a column holds for the rows of its table.
template <typename T>
std::vector<T> of_rows(const std::vector<T>& column, const TableRows& table) {
    REQUIRE(column.size() >= table.count);
    return {column.begin(), column.begin() + table.count};
}

ColumnId column(const Vocabulary& words, TableId table, const char* name) {
    const ColumnId found = words.tables[table].column(name);
    REQUIRE(found != no_column);
    return found;
}

}  // namespace

TEST_CASE("a number is read to the ten-thousandth, and nothing else is a number") {
    struct Row {
        std::string text;
        std::optional<std::int64_t> value;
    };
    const Row table[] = {{"0", 0},
                         {"16", 160000},
                         {"1,5", 15000},
                         {"1.5", 15000},
                         {"-2", -20000},
                         {"-0,5", -5000},
                         {"0,0001", 1},
                         {"0,00001", {}},
                         {"", {}},
                         {"-", {}},
                         {",5", {}},
                         {"5,", {}},
                         {"1,5,5", {}},
                         {"1e3", {}},
                         {"+5", {}},
                         {"0x10", {}},
                         {" 5", {}},
                         {"5 ", {}},
                         {"1.000,5", {}},
                         {"1.000", {}},
                         {"-12.345", {}},
                         {"1.000.000", {}},
                         {"0.125", 1250},
                         {"1234.567", 12345670},
                         {"1,000", 10000},
                         {"1.0005", 10005},
                         {"999999999999", 9999999999990000},
                         {"9999999999999", {}}};
    for (const Row& row : table) {
        CAPTURE(row.text);
        CHECK(parse_number(row.text) == row.value);
    }
}

TEST_CASE("each kind of value is read as written, or refused") {
    const Vocabulary words = vocabulary();
    struct Row {
        const char *column, *written;
        State state;
    };
    const Row table[] = {
        {"naam", "De school", State::known},     {"hoeveel", "1,5", State::known},
        {"hoeveel", "veel", State::invalid},     {"klaar", "ja", State::known},
        {"klaar", "nee", State::known},          {"klaar", "true", State::known},
        {"klaar", "Ja", State::invalid},         {"datum", "2025-03-10", State::known},
        {"datum", "10-03-2025", State::known},   {"datum", "2025", State::known},
        {"datum", "2025-02-29", State::invalid}, {"jaar", "2025-2026", State::known},
        {"jaar", "2025-2027", State::invalid},   {"kleur-nu", "gras", State::known},
        {"kleur-nu", "geel", State::invalid},    {"ritme", "6 weken", State::known},
        {"ritme", "10 dagen", State::known},     {"ritme", "2 maanden", State::invalid},
        {"ritme", "6", State::invalid},          {"ritme", "vaak", State::invalid},
        {"datum", "1026-03-10", State::invalid}, {"datum", "1899-12-31", State::invalid},
        {"datum", "1900-01-01", State::known},   {"datum", "2099-12-31", State::known},
        {"datum", "9999-12-31", State::invalid}, {"datum", "10-03-0025", State::invalid},
        {"jaar", "1026-1027", State::invalid},   {"hoeveel", "1.000", State::invalid}};
    for (const Row& row : table) {
        CAPTURE(std::string(row.column) + " " + row.written);
        FactsBuilder facts(words);
        const RowIndex at = facts.add_row(school, no_row, 0);
        const ColumnId id = column(words, school, row.column);
        CHECK(facts.set(school, at, id, row.written) == row.state);
        CHECK(facts.facts().tables[school].columns[id].states[at] == row.state);
    }
}

TEST_CASE("onbekend and nvt are states of every kind of value; spaces around a value don't count") {
    const Vocabulary words = vocabulary();
    for (const char* name :
         {"naam", "hoeveel", "klaar", "datum", "eind", "jaar", "ritme", "kleur-nu"}) {
        CAPTURE(std::string(name));
        const ColumnId id = column(words, school, name);
        const auto state = [&](const char* written) {
            FactsBuilder facts(words);
            facts.add_row(school, no_row, 0);
            const State told = facts.set(school, 0, id, written);
            CHECK(told == facts.facts().tables[school].columns[id].states[0]);
            return told;
        };
        CHECK(state("onbekend") == State::unknown);
        CHECK(state("  onbekend\n") == State::unknown);
        CHECK(state("nvt") == State::not_applicable);
        CHECK(state("n.v.t.") == State::not_applicable);
        const State empty =
            std::string(name) == "eind" ? State::not_applicable : State::not_supplied;
        CHECK(state("") == empty);
        CHECK(state("  ") == empty);
    }
}

TEST_CASE("a new row states nothing, and its lists may hold anything") {
    const Vocabulary words = vocabulary();
    FactsBuilder facts(words);
    facts.add_row(school, no_row, 7);
    facts.finish();
    const TableRows& rows = facts.facts().tables[school];
    CHECK(rows.count == 1);
    CHECK(rows.offset[0] == 7);
    CHECK(rows.children[0].open[0] == 1);
    CHECK(rows.children[0].begin[0] == rows.children[0].end[0]);
}

TEST_CASE("rows hang in the list of their parent, one after another") {
    const Vocabulary words = vocabulary();
    FactsBuilder facts(words);
    facts.add_row(school, no_row, 0);
    facts.state_list(school, 0, 0, false);
    for (int i = 0; i < 2; ++i) {
        const RowIndex each = facts.add_row(pupil, 0, 0);
        facts.state_list(pupil, each, 0, i == 1);
        for (int j = 0; j <= i; ++j) facts.add_row(opp, each, 0);
    }
    facts.finish();
    const TableRows& pupils = facts.facts().tables[pupil];
    CHECK(facts.facts().tables[school].children[0].end[0] == 2);
    CHECK(of_rows(pupils.children[0].begin, pupils) == std::vector<RowIndex>{0, 1});
    CHECK(of_rows(pupils.children[0].end, pupils) == std::vector<RowIndex>{1, 3});
    CHECK(of_rows(pupils.children[0].open, pupils) == std::vector<std::uint8_t>{0, 1});
    CHECK(facts.facts().tables[opp].parent == std::vector<RowIndex>{0, 1, 1});
}

TEST_CASE("a reference finds the row with that key under the nearest shared owner") {
    const Vocabulary words = vocabulary();
    FactsBuilder facts(words);
    facts.add_row(school, no_row, 0);
    const ColumnId id = column(words, opp, "id");
    const ColumnId before = column(words, opp, "vorige");
    for (int i = 0; i < 2; ++i) {
        const RowIndex each = facts.add_row(pupil, 0, 0);
        facts.set(pupil, each, column(words, pupil, "id"), i == 0 ? "L1" : "L2");
        for (const char* key : {"O1", "O2"}) {
            const RowIndex row = facts.add_row(opp, each, 0);
            facts.set(opp, row, id, key);
            facts.set(opp, row, before, "O1");
        }
    }
    CHECK(facts.finish().empty());
    const TableRows& opps = facts.facts().tables[opp];
    CHECK(of_rows(opps.columns[before].codes, opps) == std::vector<std::int32_t>{0, 0, 2, 2});
}

TEST_CASE("what was cleared leaves nothing behind") {
    const Vocabulary words = vocabulary();
    FactsBuilder facts(words);
    const auto build = [&](bool stated) {
        facts.clear();
        facts.add_row(school, no_row, 0);
        for (int i = 0; i < 3; ++i) {
            const RowIndex each = facts.add_row(pupil, 0, 0);
            if (!stated) continue;
            facts.set(pupil, each, column(words, pupil, "id"), "L");
            facts.set(school, 0, column(words, school, "hoeveel"), "3");
            facts.state_list(pupil, each, 0, false);
            facts.add_row(opp, each, 0);
        }
        facts.finish();
    };
    build(true);
    build(false);
    const TableRows& pupils = facts.facts().tables[pupil];
    const ColumnValues& ids = pupils.columns[column(words, pupil, "id")];
    CHECK(of_rows(ids.states, pupils) == std::vector<State>(3, State::not_supplied));
    CHECK(of_rows(ids.texts, pupils) == std::vector<std::string_view>(3));
    CHECK(of_rows(pupils.children[0].open, pupils) == std::vector<std::uint8_t>(3, 1));
    CHECK(of_rows(pupils.children[0].end, pupils) == std::vector<RowIndex>(3, 0));
    const ColumnValues& many =
        facts.facts().tables[school].columns[column(words, school, "hoeveel")];
    CHECK(many.states[0] == State::not_supplied);
    CHECK(many.numbers[0] == 0);
    CHECK(facts.facts().tables[opp].count == 0);
}

TEST_CASE("a reference to nothing is invalid and told") {
    const Vocabulary words = vocabulary();
    FactsBuilder facts(words);
    facts.add_row(school, no_row, 0);
    facts.add_row(pupil, 0, 0);
    const ColumnId mate = column(words, pupil, "maatje");
    facts.set(pupil, 0, mate, "L9");
    const auto clashes = facts.finish();
    REQUIRE(clashes.size() == 1);
    CHECK(clashes[0].dangling);
    CHECK(facts.facts().tables[pupil].columns[mate].states[0] == State::invalid);
}

TEST_CASE("a key that stands twice is told, and what refers to it is unknown") {
    const Vocabulary words = vocabulary();
    FactsBuilder facts(words);
    facts.add_row(school, no_row, 0);
    const ColumnId mate = column(words, pupil, "maatje");
    for (int i = 0; i < 3; ++i) {
        const RowIndex each = facts.add_row(pupil, 0, 0);
        facts.set(pupil, each, column(words, pupil, "id"), i < 2 ? "L1" : "L2");
        facts.set(pupil, each, mate, i == 2 ? "L1" : "nvt");
    }
    const auto clashes = facts.finish();
    REQUIRE(!clashes.empty());
    CHECK(!clashes[0].dangling);
    CHECK(clashes[0].row == 1);
    // nobody can tell which of the two is meant
    CHECK(facts.facts().tables[pupil].columns[mate].states[2] == State::invalid);
}

TEST_CASE("a cleared builder holds nothing of the dossier before") {
    const Vocabulary words = vocabulary();
    FactsBuilder facts(words);
    facts.add_row(school, no_row, 0);
    facts.set(school, 0, column(words, school, "naam"), "een");
    facts.add_row(pupil, 0, 0);
    facts.clear();
    for (const TableRows& rows : facts.facts().tables) CHECK(rows.count == 0);
    facts.add_row(school, no_row, 0);
    CHECK(facts.finish().empty());
    CHECK(facts.facts().tables[school].columns[0].states[0] == State::not_supplied);
    CHECK(facts.facts().tables[school].children[0].open[0] == 1);
}

}  // namespace toets::tests
