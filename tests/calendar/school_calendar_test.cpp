// What a school calendar knows, and what it says of the days it knows; series of periods.
#include "checker/calendar/school_calendar.h"

#include <string>
#include <vector>

#include "tests/calendar/shown.h"

namespace toets::tests {

namespace {

SchoolCalendar one_year() {
    return {.school_years = {{day("2025-08-25"), day("2026-07-10")}},
            .holidays = {{day("2025-10-18"), day("2025-10-26")},
                         {day("2025-12-20"), day("2026-01-04")}},
            .days_off = {day("2025-11-12")}};
}

}  // namespace

TEST_CASE("a calendar knows its school years from 1 August to 31 July and no other day") {
    const SchoolCalendar school = one_year();
    CHECK_FALSE(school.knows(day("2025-07-31")));
    CHECK(school.knows(day("2025-08-01")));
    CHECK(school.knows(day("2025-10-20")));
    CHECK(school.knows(day("2026-07-31")));
    CHECK_FALSE(school.knows(day("2026-08-01")));
    CHECK_FALSE(SchoolCalendar{}.knows(day("2025-10-20")));
    const SchoolCalendar reversed{.school_years = {{day("2026-07-10"), day("2025-08-25")}}};
    CHECK_FALSE(reversed.knows(day("2025-10-20")));
}

TEST_CASE("a week is known when each of its Mondays to Fridays is") {
    const SchoolCalendar school = one_year();
    CHECK_FALSE(school.knows_week(day("2025-08-01")));  // Friday, its Thursday is another year's
    CHECK(school.knows_week(day("2025-08-04")));
    CHECK(school.knows_week(day("2026-07-31")));
    CHECK(school.knows_week(day("2026-08-02")));  // the Sunday of that week
    CHECK_FALSE(school.knows_week(day("2026-08-03")));
}

TEST_CASE("a school day is a Monday to Friday on which nothing keeps the school closed") {
    struct Case {
        const char* date;
        bool school_day;
        bool lesson_week;
    };
    const Case cases[] = {
        {"2025-08-22", false, false}, {"2025-08-25", true, true},   {"2025-10-17", true, true},
        {"2025-10-18", false, true},  {"2025-10-20", false, false}, {"2025-10-26", false, false},
        {"2025-10-27", true, true},   {"2025-11-12", false, true},  {"2025-11-15", false, true},
        {"2025-12-24", false, false}, {"2026-01-05", true, true},   {"2026-07-10", true, true},
        {"2026-07-13", false, false}, {"2024-11-13", false, false},
    };
    const SchoolCalendar school = one_year();
    for (const Case& c : cases) {
        CAPTURE(c.date);
        CHECK(school.is_school_day(day(c.date)) == c.school_day);
        CHECK(school.is_lesson_week(day(c.date)) == c.lesson_week);
    }
}

TEST_CASE("periods join into series when the gap between them is small enough") {
    const auto joined = [](std::vector<Period> periods, int max_gap_days) {
        std::string text;
        for (const Period& p : merge_series(periods, max_gap_days)) {
            text += (text.empty() ? "" : " ") + iso(p.first) + "/" + iso(p.last);
        }
        return text;
    };
    const Period week{day("2025-11-03"), day("2025-11-09")};
    const Period next_week{day("2025-11-10"), day("2025-11-16")};
    const Period two_days_later{day("2025-11-19"), day("2025-11-20")};
    const Period inside{day("2025-11-05"), day("2025-11-06")};
    const Period empty{day("2025-11-18"), day("2025-11-17")};
    CHECK(joined({}, 0).empty());
    CHECK(joined({empty}, 9).empty());
    CHECK(joined({week, next_week}, 0) == "2025-11-03/2025-11-16");
    CHECK(joined({next_week, week}, 0) == "2025-11-03/2025-11-16");
    CHECK(joined({week, inside}, 0) == "2025-11-03/2025-11-09");
    CHECK(joined({week, week}, -1) == "2025-11-03/2025-11-09");
    CHECK(joined({week, inside, two_days_later}, 9) == "2025-11-03/2025-11-20");
    CHECK(joined({next_week, empty, two_days_later}, 1) ==
          "2025-11-10/2025-11-16 2025-11-19/2025-11-20");
    CHECK(joined({next_week, two_days_later}, 2) == "2025-11-10/2025-11-20");
}

}  // namespace toets::tests
