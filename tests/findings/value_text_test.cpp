// Values as people write them: each table is {value, Dutch, English}.
#include "checker/findings/value_text.h"

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checker/facts/builder.h"
#include "tests/rulebook/rule_text.h"

namespace toets::tests {

namespace {

constexpr UserLanguage nl = UserLanguage::nl;
constexpr UserLanguage en = UserLanguage::en;

Date day(int year, int month, int of_month) { return *make_date(year, month, of_month); }

/// A library with two members, written into facts by hand.
class Library {
  public:
    Library()
        : rules_(compiled(R"(
begrip Bibliotheek "de bibliotheek" wortel
    naam  : tekst
    leden : lijst van Lid
begrip Lid "lid"
    nummer   : tekst sleutel
    geboren  : datum vertrouwelijk
    adres    : tekst vertrouwelijk
    punten   : getal
    schooljaar : schooljaar
    jeugd    : ja/nee
    soort    : keuze uit gewoon, erelid ook ere
    maatje   : verwijzing naar Lid
    leningen : lijst van Lening
    kaart    : een Kaart
begrip Lening "lening" gebeurtenis op datum
    datum : datum
begrip Kaart "kaart"
    kleur : tekst
)")),
          builder_(rules_.vocabulary) {
        REQUIRE_MESSAGE(!has_errors(rules_.problems), render(rules_.problems, rules_.sources, nl));
        root_ = builder_.add_row(0, no_row, 0);
    }

    RowIndex add(const std::string& concept_name, RowIndex parent,
                 const std::vector<std::pair<std::string, std::string>>& values = {}) {
        const TableId of = table(concept_name);
        const Table& shape = rules_.vocabulary.tables[of];
        builder_.state_list(shape.parent, parent, shape.slot, false);
        const RowIndex row = builder_.add_row(of, parent, 0);
        for (const auto& [name, value] : values) {
            texts_.push_back(std::make_unique<std::string>(value));
            builder_.set(of, row, rules_.vocabulary.tables[of].column(name), *texts_.back());
        }
        return row;
    }
    const Facts& finish() {
        builder_.finish();
        return builder_.facts();
    }

    RowIndex root() const { return root_; }
    TableId table(const std::string& concept_name) const {
        return rules_.vocabulary.tables_of(concept_name).front();
    }
    std::string row(const std::string& concept_name, RowIndex row,
                    UserLanguage language = nl) const {
        return row_text(rules_.vocabulary, builder_.facts(), table(concept_name), row, language);
    }
    std::string value(const std::string& concept_name, RowIndex row, const std::string& column,
                      UserLanguage language = nl) const {
        const TableId of = table(concept_name);
        return value_text(rules_.vocabulary, builder_.facts(), of, row,
                          rules_.vocabulary.tables[of].column(column), language);
    }

  private:
    RuleText rules_;
    FactsBuilder builder_;
    RowIndex root_ = 0;
    std::vector<std::unique_ptr<std::string>> texts_;
};

}  // namespace

TEST_CASE("a day is written out with the name of its month") {
    CHECK(date_text(day(2026, 9, 1), nl) == "1 september 2026");
    CHECK(date_text(day(2026, 9, 1), en) == "1 September 2026");
    CHECK(date_text(day(2024, 2, 29), nl) == "29 februari 2024");
    CHECK(date_text(first_date, nl) == "1 januari 1");
    CHECK(date_text(last_date, en) == "31 December 9999");
    CHECK(date_text(last_date + 1, nl).empty());
}

TEST_CASE("of a day that lies somewhere is told what is known") {
    const Date never{std::numeric_limits<std::int32_t>::min()};
    const Date ever{std::numeric_limits<std::int32_t>::max()};
    struct Row {
        DateInterval date;
        const char* dutch;
        const char* english;
    };
    const Row rows[] = {
        {{day(2026, 3, 5), day(2026, 3, 5)}, "5 maart 2026", "5 March 2026"},
        {{day(2026, 3, 1), day(2026, 3, 31)}, "maart 2026", "March 2026"},
        {{never, day(2026, 3, 5)}, "uiterlijk 5 maart 2026", "by 5 March 2026"},
        {{never, ever}, "onbekende datum", "unknown date"},
        {{day(2026, 3, 5), ever}, "onbekende datum", "unknown date"},
    };
    for (const Row& row : rows) {
        CHECK(day_within_text(row.date, nl) == row.dutch);
        CHECK(day_within_text(row.date, en) == row.english);
    }
}

TEST_CASE("a date that is partly known is written as what is known of it") {
    struct Row {
        DateInterval date;
        const char* dutch;
        const char* english;
    };
    const Row rows[] = {
        {{day(2026, 3, 5), day(2026, 3, 5)}, "5 maart 2026", "5 March 2026"},
        {{day(2026, 3, 1), day(2026, 3, 31)}, "maart 2026", "March 2026"},
        {{day(2024, 2, 1), day(2024, 2, 29)}, "februari 2024", "February 2024"},
        {{day(2023, 2, 1), day(2023, 2, 28)}, "februari 2023", "February 2023"},
        {{day(2026, 1, 1), day(2026, 12, 31)}, "2026", "2026"},
        {{day(2026, 1, 1), day(2027, 12, 31)},
         "1 januari 2026 tot en met 31 december 2027",
         "1 January 2026 to 31 December 2027"},
        {{day(2026, 3, 1), day(2026, 4, 30)},
         "1 maart 2026 tot en met 30 april 2026",
         "1 March 2026 to 30 April 2026"},
        {{day(2026, 3, 2), day(2026, 3, 31)},
         "2 maart 2026 tot en met 31 maart 2026",
         "2 March 2026 to 31 March 2026"},
    };
    for (const Row& row : rows) {
        CHECK(date_text(row.date, nl) == row.dutch);
        CHECK(date_text(row.date, en) == row.english);
    }
    CHECK(date_text(DateInterval{first_date - 1, last_date}, nl).empty());
}

TEST_CASE("a sentence with a date of which the day isn't known stays Dutch") {
    const auto ended = [](std::string sentence, const char* days) {
        append_uncertain_date(sentence, days);
        return sentence;
    };
    const char* const range = "29 april 2016 tot en met 30 mei 2016";
    CHECK(ended("De school besliste op ", "oktober 2026") == "De school besliste in oktober 2026");
    CHECK(ended("De school besliste op ", range) ==
          "De school besliste op een dag van 29 april 2016 tot en met 30 mei 2016");
    CHECK(ended("Dat moest uiterlijk ", range) ==
          "Dat moest uiterlijk op een dag van 29 april 2016 tot en met 30 mei 2016");
    CHECK(ended("Het besluit van ", range) ==
          "Het besluit van 29 april 2016 tot en met 30 mei 2016");
    CHECK(ended("Dat moest uiterlijk ", "2026") == "Dat moest uiterlijk 2026");
}

TEST_CASE("a number is written with the comma or point of the language, and no idle zeros") {
    struct Row {
        std::int64_t ten_thousandths;
        const char* dutch;
        const char* english;
    };
    const Row rows[] = {
        {0, "0", "0"},
        {10000, "1", "1"},
        {15000, "1,5", "1.5"},
        {12345, "1,2345", "1.2345"},
        {10001, "1,0001", "1.0001"},
        {-5000, "-0,5", "-0.5"},
        {-15000, "-1,5", "-1.5"},
        {-1, "-0,0001", "-0.0001"},
        {1600000, "160", "160"},
    };
    for (const Row& row : rows) {
        CHECK(number_text(row.ten_thousandths, nl) == row.dutch);
        CHECK(number_text(row.ten_thousandths, en) == row.english);
    }
}

TEST_CASE("yes, no and school years are written in words") {
    CHECK(truth_text(true, nl) == "ja");
    CHECK(truth_text(false, nl) == "nee");
    CHECK(truth_text(true, en) == "yes");
    CHECK(truth_text(false, en) == "no");
    CHECK(school_year_text(2026) == "2026-2027");
}

TEST_CASE("every type of kenmerk is written as a person would") {
    Library library;
    const RowIndex lid = library.add("Lid", library.root(),
                                     {{"nummer", "M01"},
                                      {"punten", "2,50"},
                                      {"schooljaar", "2026/2027"},
                                      {"jeugd", "ja"},
                                      {"soort", "ere"},
                                      {"maatje", "M01"}});
    library.finish();
    CHECK(library.value("Lid", lid, "nummer") == "M01");
    CHECK(library.value("Lid", lid, "punten") == "2,5");
    CHECK(library.value("Lid", lid, "punten", en) == "2.5");
    CHECK(library.value("Lid", lid, "schooljaar") == "2026-2027");
    CHECK(library.value("Lid", lid, "jeugd") == "ja");
    CHECK(library.value("Lid", lid, "soort") == "erelid");
    CHECK(library.value("Lid", lid, "maatje") == "M01");
}

TEST_CASE("what isn't known, isn't there or is confidential has no text") {
    Library library;
    const RowIndex lid = library.add("Lid", library.root(),
                                     {{"nummer", "M01"},
                                      {"geboren", "1980-05-17"},
                                      {"adres", "Kade 3"},
                                      {"punten", "veel"},
                                      {"jeugd", "onbekend"},
                                      {"soort", "nvt"}});
    library.finish();
    for (const char* column :
         {"geboren", "adres", "punten", "jeugd", "soort", "schooljaar", "maatje"})
        CHECK_MESSAGE(library.value("Lid", lid, column).empty(), std::string(column));
    CHECK(library.value("Lid", no_row, "nummer").empty());
    CHECK(library.value("Lid", unknown_row, "nummer").empty());
}

TEST_CASE("a row is called by its key, else by its day, else by its number in its list") {
    Library library;
    const RowIndex first = library.add("Lid", library.root(), {{"nummer", "M01"}});
    const RowIndex second = library.add("Lid", library.root());
    const RowIndex dated = library.add("Lening", first, {{"datum", "2026-03-05"}});
    const RowIndex undated = library.add("Lening", first);
    const RowIndex only = library.add("Lening", second);
    const RowIndex month = library.add("Lening", second, {{"datum", "2026-03"}});
    const RowIndex card = library.add("Kaart", first);
    library.finish();
    CHECK(library.row("Lid", first) == "M01");
    CHECK(library.row("Lid", second) == "lid nummer 2");
    CHECK(library.row("Lid", second, en) == "lid number 2");
    CHECK(library.row("Lening", dated) == "lening van 5 maart 2026");
    CHECK(library.row("Lening", dated, en) == "lening of 5 March 2026");
    CHECK(library.row("Lening", undated) == "lening nummer 2");
    CHECK(library.row("Lening", only) == "lening nummer 1");
    CHECK(library.row("Lening", month) == "lening van maart 2026");
    CHECK(library.row("Kaart", card) == "kaart");
    CHECK(library.row("Bibliotheek", library.root()) == "de bibliotheek");
    CHECK(library.row("Lid", no_row) == "lid");
    CHECK(library.row("Lid", unknown_row) == "lid");
}

}  // namespace toets::tests
