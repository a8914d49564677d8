// The calendar's arithmetic, against std::chrono, and the forms in which dates are written.
#include "checker/calendar/date.h"

#include <chrono>
#include <random>
#include <string>

#include "tests/calendar/reference.h"
#include "tests/calendar/shown.h"

namespace toets::tests {

namespace {

std::string dutch(YearMonthDay d, bool zeros) {
    const auto part = [zeros](int n) { return (zeros && n < 10 ? "0" : "") + std::to_string(n); };
    return part(d.day) + "-" + part(d.month) + "-" + std::to_string(d.year);
}

}  // namespace

TEST_CASE("every day from 1900 to 2100 is the day that std::chrono says, and reads back") {
    int failures = 0;
    for (Date date = day("1900-01-01"); date <= day("2100-12-31"); date = date + 1) {
        const std::chrono::sys_days chrono_day{std::chrono::days{date.days}};
        const std::chrono::year_month_day ymd{chrono_day};
        const YearMonthDay expected{int{ymd.year()}, static_cast<int>(unsigned{ymd.month()}),
                                    static_cast<int>(unsigned{ymd.day()})};
        const unsigned iso_weekday = std::chrono::weekday{chrono_day}.iso_encoding();
        const DateInterval whole{date, date};
        const bool right = civil(date) == expected &&
                           make_date(expected.year, expected.month, expected.day) == date &&
                           weekday(date) == static_cast<int>(iso_weekday) &&
                           parse_iso_date(iso(date)) == date && parse_date(iso(date)) == whole &&
                           parse_date(dutch(expected, true)) == whole &&
                           parse_date(dutch(expected, false)) == whole &&
                           weekday(monday(date)) == 1 && date - monday(date) < 7;
        if (!right) ++failures;
    }
    CHECK(failures == 0);
}

TEST_CASE("the calendar runs from 1 January of year 1 to 31 December 9999") {
    CHECK(iso(first_date) == "0001-01-01");
    CHECK(iso(last_date) == "9999-12-31");
    CHECK(make_date(1, 1, 1) == first_date);
    CHECK(make_date(9999, 12, 31) == last_date);
    CHECK(in_calendar(last_date));
    CHECK_FALSE(in_calendar(last_date + 1));
    CHECK_FALSE(in_calendar(first_date - 1));
    int failures = 0;
    for (Date date = first_date; date <= last_date; date = date + 1) {
        const auto [year, month, day_of_month] = civil(date);
        if (make_date(year, month, day_of_month) != date) ++failures;
    }
    CHECK(failures == 0);
}

TEST_CASE("a date reads in each of its forms") {
    struct Case {
        const char* text;
        const char* interval;
    };
    const Case cases[] = {
        {"2025-03-10", "2025-03-10..2025-03-10"}, {"10-03-2025", "2025-03-10..2025-03-10"},
        {"10-3-2025", "2025-03-10..2025-03-10"},  {"1-3-2025", "2025-03-01..2025-03-01"},
        {"01-3-2025", "2025-03-01..2025-03-01"},  {"29-02-2024", "2024-02-29..2024-02-29"},
        {"2024-02", "2024-02-01..2024-02-29"},    {"2025-02", "2025-02-01..2025-02-28"},
        {"2025-12", "2025-12-01..2025-12-31"},    {"2025", "2025-01-01..2025-12-31"},
        {"0001", "0001-01-01..0001-12-31"},       {"9999-12", "9999-12-01..9999-12-31"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(shown(parse_date(c.text)) == c.interval);
    }
}

TEST_CASE("text that is no date, and days that don't exist, are never read") {
    for (const char* text : {"",
                             "-",
                             "--",
                             "0",
                             "25",
                             "31-02-2025",
                             "2025-02-29",
                             "2100-02-29",
                             "29-02-2025",
                             "2025-04-31",
                             "2025-13",
                             "2025-00",
                             "2025-00-10",
                             "2025-13-10",
                             "2025-03-00",
                             "2025-03-32",
                             "0000-01-01",
                             "0000",
                             "0000-01",
                             "2025-3-10",
                             "2025-03-1",
                             "2025-3",
                             "25-03-10",
                             "10-03-25",
                             "2025/03/10",
                             "10.03.2025",
                             "10 03 2025",
                             " 2025-03-10",
                             "2025-03-10 ",
                             "2025-03-10Z",
                             "20250310",
                             "2025-03-1a",
                             "+025-03-10",
                             "-025-03-10",
                             "2025--3-10",
                             "10--3-2025",
                             "010-03-2025",
                             "10-003-2025",
                             "10-03-02025",
                             "10-03-2025-",
                             "-10-03-2025",
                             "maart 2025",
                             "2025-maart",
                             "onbekend",
                             "２０２５",
                             "2025-03-",
                             "2025-",
                             "-2025",
                             "03-2025",
                             "1-2-3-2025",
                             "2025-03-10T00:00:00"}) {
        CAPTURE(text);
        CHECK(shown(parse_date(text)) == "none");
    }
    CHECK_FALSE(parse_date(std::string_view("2025-03-1\0", 10)).has_value());
}

TEST_CASE("no change of one or two bytes makes a date of what isn't one") {
    const auto reads_by_hand = [](const std::string& text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool right = i == 4 || i == 7 ? text[i] == '-' : '0' <= text[i] && text[i] <= '9';
            if (!right) return false;
        }
        const auto number = [&text](std::size_t at, std::size_t digits) {
            return std::stoi(text.substr(at, digits));
        };
        const std::chrono::year_month_day ymd{
            std::chrono::year{number(0, 4)},
            std::chrono::month{static_cast<unsigned>(number(5, 2))},
            std::chrono::day{static_cast<unsigned>(number(8, 2))}};
        return ymd.ok() && number(0, 4) >= 1;
    };
    int failures = 0;
    for (std::size_t first = 0; first < 10; ++first) {
        for (std::size_t second = first; second < 10; ++second) {
            for (int value = 0; value < 256 * 16; ++value) {
                std::string text = "2024-02-29";
                text[first] = static_cast<char>(value % 256);
                if (second != first) text[second] = "0123456789-/: aZ"[value / 256];
                const auto read = parse_iso_date(text);
                if (read.has_value() != reads_by_hand(text)) ++failures;
                if (read && iso(*read) != text) ++failures;
            }
        }
    }
    CHECK(failures == 0);
}

TEST_CASE("months clamp to the end of the month") {
    struct Case {
        const char* from;
        int months;
        const char* to;
    };
    const Case cases[] = {
        {"2025-01-31", 1, "2025-02-28"},   {"2024-01-31", 1, "2024-02-29"},
        {"2024-01-30", 1, "2024-02-29"},   {"2024-01-29", 1, "2024-02-29"},
        {"2024-01-28", 1, "2024-02-28"},   {"2025-01-31", 2, "2025-03-31"},
        {"2025-01-31", 3, "2025-04-30"},   {"2024-02-29", 12, "2025-02-28"},
        {"2024-02-29", 48, "2028-02-29"},  {"2025-02-28", 12, "2026-02-28"},
        {"2023-02-28", 12, "2024-02-28"},  {"2025-10-31", 4, "2026-02-28"},
        {"2025-12-31", 1, "2026-01-31"},   {"2025-12-15", 0, "2025-12-15"},
        {"2025-12-31", -1, "2025-11-30"},  {"2025-03-31", -1, "2025-02-28"},
        {"2024-03-31", -1, "2024-02-29"},  {"2025-01-15", -1, "2024-12-15"},
        {"2025-01-15", -13, "2023-12-15"}, {"2024-02-29", -12, "2023-02-28"},
        {"9998-12-31", 12, "9999-12-31"},  {"0002-01-01", -12, "0001-01-01"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.from);
        CAPTURE(c.months);
        CHECK(iso(add_months(day(c.from), c.months)) == c.to);
    }
    for (const int months : {1, 13, 1'000'000, 2'147'483'647}) {
        CHECK_FALSE(in_calendar(add_months(last_date, months)));
        CHECK_FALSE(in_calendar(add_months(first_date, -months)));
    }
}

TEST_CASE("a school year runs from 1 August to 31 July") {
    struct Case {
        const char* date;
        const char* name;
    };
    const Case cases[] = {
        {"2025-07-31", "2024-2025"}, {"2025-08-01", "2025-2026"}, {"2025-12-31", "2025-2026"},
        {"2026-01-01", "2025-2026"}, {"2026-07-31", "2025-2026"}, {"2026-08-01", "2026-2027"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.date);
        const SchoolYear year = school_year(day(c.date));
        CHECK(name(year) == c.name);
        CHECK(parse_school_year(c.name) == year);
        CHECK(begin(year) <= day(c.date));
        CHECK(day(c.date) <= end(year));
    }
    CHECK(iso(begin({2025})) == "2025-08-01");
    CHECK(iso(end({2025})) == "2026-07-31");
    CHECK(end({2025}) + 1 == begin({2026}));
    for (const char* text : {"2025", "2025-2025", "2025-2027", "2026-2025", "2025-26", "0000-0001",
                             "2025-202a", "2025-2026 ", ""}) {
        CAPTURE(text);
        CHECK_FALSE(parse_school_year(text).has_value());
    }
}

TEST_CASE("age changes on the birthday, on 1 March for who was born on 29 February") {
    struct Case {
        const char* born;
        const char* on;
        int age;
        int age_by_last_of_february;
    };
    const Case cases[] = {
        {"2020-09-12", "2025-09-11", 4, 4},   {"2020-09-12", "2025-09-12", 5, 5},
        {"2020-09-12", "2020-09-12", 0, 0},   {"2020-09-12", "2020-09-11", -1, -1},
        {"2007-12-31", "2025-12-30", 17, 17}, {"2007-12-31", "2026-01-01", 18, 18},
        {"2008-02-29", "2026-02-27", 17, 17}, {"2008-02-29", "2026-02-28", 17, 18},
        {"2008-02-29", "2026-03-01", 18, 18}, {"2008-02-29", "2028-02-28", 19, 19},
        {"2008-02-29", "2028-02-29", 20, 20}, {"2008-02-28", "2026-02-28", 18, 18},
    };
    for (const Case& c : cases) {
        CAPTURE(c.born);
        CAPTURE(c.on);
        CHECK(age(day(c.born), day(c.on)) == c.age);
        CHECK(age(day(c.born), day(c.on), LeapBirthday::last_of_february) ==
              c.age_by_last_of_february);
    }
}

TEST_CASE("age equals the number of birthdays passed") {
    std::mt19937 random(20'250'310);
    std::uniform_int_distribution<int> any_day(0, 30 * 365);
    int failures = 0;
    for (int i = 0; i < 20'000; ++i) {
        Date born = day("1995-01-01") + any_day(random);
        if (i % 4 == 0) born = *make_date(civil(born).year / 4 * 4, 2, 29);
        const Date on = born + any_day(random);
        for (const auto leap : {LeapBirthday::first_of_march, LeapBirthday::last_of_february}) {
            if (age(born, on, leap) != reference::age(born, on, leap)) ++failures;
        }
    }
    CHECK(failures == 0);
}

}  // namespace toets::tests
