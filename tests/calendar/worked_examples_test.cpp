// Worked examples from practice, as lawyers and schools would reckon them.
#include <array>

#include "checker/calendar/term.h"
#include "checker/calendar/window.h"
#include "tests/calendar/shown.h"

namespace toets::tests {

namespace {

SchoolCalendar autumn_of_2025() {
    return {.school_years = {{day("2025-08-25"), day("2026-07-10")}},
            .holidays = {{day("2025-10-18"), day("2025-10-26")}},
            .days_off = {}};
}

}  // namespace

TEST_CASE("terms of the law end on the days that practice expects") {
    struct Case {
        const char* title;
        const char* start;
        Duration length;
        const char* end;
    };
    const Case cases[] = {
        {"opp na inschrijving op 1 augustus 2025", "2025-08-01", {6, Unit::weeks}, "2025-09-12"},
        {"opp: 12-9-2026 is een zaterdag", "2026-08-01", {6, Unit::weeks}, "2026-09-14"},
        {"opp: de kerstvakantie telt mee", "2025-12-22", {6, Unit::weeks}, "2026-02-02"},
        {"aanmelding: 5 mei is een feestdag", "2025-03-24", {6, Unit::weeks}, "2025-05-06"},
        {"aanmelding: Koningsdag", "2026-03-16", {6, Unit::weeks}, "2026-04-28"},
        {"aanmelding: Goede Vrijdag tot na Pasen", "2026-02-20", {6, Unit::weeks}, "2026-04-07"},
        {"opp: tweede paasdag", "2025-03-10", {6, Unit::weeks}, "2025-04-22"},
        {"handelingsplan, een maand na 31 januari", "2026-01-31", {1, Unit::months}, "2026-03-02"},
        {"schoolplan, eens in de vier jaar", "2022-06-15", {4, Unit::years}, "2026-06-15"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.title);
        CHECK(shown(term_end(day(c.start), c.length, Roll::statutory)) == c.end);
    }
}

TEST_CASE("tijdelijke plaatsing begint na tien weken, en niet voor de vierde verjaardag") {
    const auto ten_weeks = term_end(day("2026-03-02"), {10, Unit::weeks}, Roll::none);
    REQUIRE(ten_weeks.has_value());
    CHECK(iso(*ten_weeks + 1) == "2026-05-12");
    CHECK(weekday(*ten_weeks + 1) == 2);
    CHECK(age(day("2022-06-01"), *ten_weeks + 1) == 3);
    CHECK(age(day("2022-06-01"), day("2026-05-31")) == 3);
    CHECK(age(day("2022-06-01"), day("2026-06-01")) == 4);
}

TEST_CASE("een schorsing van maandag tot en met zondag duurt precies een week") {
    const Period suspension{day("2025-11-03"), day("2025-11-09")};
    CHECK(suspension.last - suspension.first + 1 == 7);
    CHECK(term_end(suspension.first - 1, {1, Unit::weeks}, Roll::none) == suspension.last);
}

TEST_CASE("het ondersteuningsplan is er voor 1 mei") {
    const auto first_of_may = before(begin(SchoolYear{2026}), {3, Unit::months});
    CHECK(shown(first_of_may) == "2026-05-01");
    CHECK(shown(before(*first_of_may, {1, Unit::days})) == "2026-04-30");
}

TEST_CASE("zestien uur in vier lesweken, over de herfstvakantie heen") {
    const SchoolCalendar school = autumn_of_2025();
    const std::array amounts{DatedAmount{day("2025-10-07"), 60'000},   // week 41
                             DatedAmount{day("2025-10-14"), 60'000},   // week 42
                             DatedAmount{day("2025-10-29"), 40'000}};  // week 44
    const ThresholdDays found = threshold_days(amounts, {4, 160'000}, {}, school);
    CHECK(found.all_known);
    REQUIRE(found.days.size() == 1);
    const Date reached = found.days.front().day.first;
    CHECK(iso(reached) == "2025-10-29");
    CHECK(iso(found.days.front().since) == "2025-10-07");
    CHECK(reached == found.days.front().day.last);
    CHECK(shown(term_end(reached, {5, Unit::working_days}, Roll::none)) == "2025-11-05");
}

TEST_CASE("de leerplicht begint op de eerste schooldag van de maand na de vijfde verjaardag") {
    const SchoolCalendar school = autumn_of_2025();
    const Date fifth_birthday = add_months(day("2020-09-12"), 5 * 12);
    CHECK(age(day("2020-09-12"), fifth_birthday) == 5);
    const auto [year, month, day_of_month] = civil(fifth_birthday);
    const Date last_of_month = *make_date(year, month, days_in_month(year, month));
    CHECK(shown(term_end(last_of_month, {1, Unit::school_days}, Roll::none, &school)) ==
          "2025-10-01");
}

TEST_CASE("twee evaluaties kunnen elk een eigen schooljaar dekken") {
    CHECK(name(school_year(day("2024-09-15"))) == "2024-2025");
    CHECK(name(school_year(day("2026-06-20"))) == "2025-2026");
}

}  // namespace toets::tests
