// The holidays of the Algemene termijnenwet, known years and a second reckoning.
#include "checker/calendar/holidays.h"

#include <array>

#include "tests/calendar/reference.h"
#include "tests/calendar/shown.h"

namespace toets::tests {

TEST_CASE("Easter falls where the almanac has it") {
    for (const char* sunday :
         {"1818-03-22", "1886-04-25", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
          "2008-03-23", "2011-04-24", "2014-04-20", "2015-04-05", "2016-03-27", "2017-04-16",
          "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09",
          "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
          "2030-04-21", "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25",
          "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"}) {
        CAPTURE(sunday);
        CHECK(iso(easter(civil(day(sunday)).year)) == sunday);
    }
}

TEST_CASE("Easter agrees with another rule in every year of the Gregorian calendar") {
    int failures = 0;
    for (int year = 1583; year <= 9999; ++year) {
        const Date sunday = easter(year);
        if (sunday != reference::easter(year) || weekday(sunday) != 7) ++failures;
    }
    CHECK(failures == 0);
}

TEST_CASE("each holiday is known by its name") {
    struct Case {
        const char* date;
        Holiday holiday;
    };
    const Case cases[] = {
        {"2025-01-01", Holiday::new_years_day},
        {"2025-04-18", Holiday::good_friday},
        {"2025-04-21", Holiday::easter_monday},
        {"2025-04-26", Holiday::kings_day},  // the 27th is a Sunday
        {"2026-04-27", Holiday::kings_day},
        {"2014-04-26", Holiday::kings_day},
        {"2013-04-30", Holiday::kings_day},
        {"2006-04-29", Holiday::kings_day},  // the 30th is a Sunday
        {"2025-05-05", Holiday::liberation_day},
        {"2026-05-05", Holiday::liberation_day},
        {"2025-05-29", Holiday::ascension_day},
        {"2016-05-05", Holiday::liberation_day},  // and Ascension Day
        {"2025-06-09", Holiday::whit_monday},
        {"2025-12-25", Holiday::christmas_day},
        {"2025-12-26", Holiday::second_christmas_day},
        {"2035-03-23", Holiday::good_friday},
        {"2285-03-20", Holiday::good_friday},  // as early as can be
        {"2038-06-14", Holiday::whit_monday},  // as late as can be
    };
    for (const Case& c : cases) {
        CAPTURE(c.date);
        REQUIRE(holiday(day(c.date)).has_value());
        CHECK(*holiday(day(c.date)) == c.holiday);
        CHECK(is_holiday(day(c.date)));
        CHECK_FALSE(is_working_day(day(c.date)));
    }
}

TEST_CASE("a day that is celebrated otherwise is no recognised holiday") {
    for (const char* date :
         {"2025-04-20", "2025-06-08", "2025-04-27", "2025-04-30", "2014-04-27", "2014-04-30",
          "2013-04-27", "2006-04-30", "2025-05-04", "2025-12-24", "2025-12-31", "2025-12-05"}) {
        CAPTURE(date);
        CHECK_FALSE(is_holiday(day(date)));
    }
}

TEST_CASE("working days agree with a list made by hand") {
    int failures = 0;
    for (Date date = day("2013-01-01"); date <= day("2046-12-31"); date = date + 1) {
        if (is_working_day(date) != reference::is_ordinary_day(date)) ++failures;
    }
    CHECK(failures == 0);
}

TEST_CASE("a day equated by decree is a holiday, and a recognised one keeps its name") {
    const std::array equated{day("2025-05-30"), day("2025-05-29")};
    CHECK(is_working_day(day("2025-05-30")));
    CHECK_FALSE(is_working_day(day("2025-05-30"), equated));
    CHECK(holiday(day("2025-05-30"), equated) == Holiday::equated_day);
    CHECK(holiday(day("2025-05-29"), equated) == Holiday::ascension_day);
    CHECK(iso(roll_to_working_day(day("2025-05-29"))) == "2025-05-30");
    CHECK(iso(roll_to_working_day(day("2025-05-29"), equated)) == "2025-06-02");
    CHECK(iso(roll_to_working_day(day("2025-06-02"), equated)) == "2025-06-02");
}

}  // namespace toets::tests
