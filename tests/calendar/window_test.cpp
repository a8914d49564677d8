// The window that slides along the lesson weeks.
#include "checker/calendar/window.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/calendar/reference.h"
#include "tests/calendar/shown.h"

namespace toets::tests {

namespace {

constexpr std::int64_t hour = 10'000;
constexpr SlidingWindow sixteen_hours{4, 16 * hour};

std::string shown(const ThresholdDays& found) {
    std::string text;
    const auto add = [&text](const std::string& more) { text += (text.empty() ? "" : " ") + more; };
    for (const auto& [each, since] : found.days)
        add(each.first == each.last ? iso(each.last) : iso(each.first) + ".." + iso(each.last));
    if (!found.all_known) add("unknown");
    return text;
}

SchoolCalendar school() {
    return {.school_years = {{day("2025-08-25"), day("2026-07-10")}},
            .holidays = {{day("2025-10-18"), day("2025-10-26")},
                         {day("2025-12-20"), day("2026-01-04")}},
            .days_off = {}};
}

/// The threshold days by trying every window on every day.
std::vector<Date> by_hand(const std::vector<DatedAmount>& amounts, SlidingWindow window,
                          const std::vector<Date>& restarts, Date first, Date last,
                          const SchoolCalendar& school) {
    std::vector<Date> days;
    Date since = first;
    bool armed = true;
    for (Date date = first; date <= last; date = date + 1) {
        // Back to the Monday of the window's first lesson week, this week being its last.
        Date from = monday(date);
        int weeks = school.is_lesson_week(date) ? 1 : 0;
        while (weeks < window.lesson_weeks && from > first) {
            from = from - 7;
            if (school.is_lesson_week(from)) ++weeks;
        }
        std::int64_t sum = 0;
        for (const DatedAmount& amount : amounts) {
            const bool inside = amount.date >= from && amount.date >= since && amount.date <= date;
            if (inside && school.is_lesson_week(amount.date)) sum += amount.ten_thousandths;
        }
        if (armed && school.is_lesson_week(date) && sum >= window.threshold) {
            days.push_back(date);
            armed = false;
        }
        for (const Date restart : restarts) {
            if (restart == date) {
                since = date + 1;
                armed = true;
            }
        }
    }
    return days;
}

}  // namespace

TEST_CASE("the threshold is reached within consecutive lesson weeks") {
    struct Case {
        const char* title;
        std::vector<DatedAmount> amounts;
        std::vector<Date> restarts;
        const char* days;
    };
    const auto on = [](const char* date, double hours) {
        return DatedAmount{day(date), static_cast<std::int64_t>(hours * 10'000)};
    };
    const Case cases[] = {
        {"nothing", {}, {}, ""},
        {"just under", {on("2025-09-01", 15.9999)}, {}, ""},
        {"just reached, on one day twice",
         {on("2025-09-01", 15.9), on("2025-09-01", 0.1)},
         {},
         "2025-09-01"},
        {"over a holiday, which breaks nothing",
         {on("2025-10-07", 6), on("2025-10-14", 6), on("2025-10-29", 4)},
         {},
         "2025-10-29"},
        {"Monday of the first and Sunday of the fourth week",
         {on("2025-09-01", 8), on("2025-09-28", 8)},
         {},
         "2025-09-28"},
        {"Sunday of the first and Monday of the fifth week",
         {on("2025-09-07", 8), on("2025-09-29", 8)},
         {},
         ""},
        {"four lesson weeks that last six weeks",
         {on("2025-12-08", 8), on("2026-01-16", 8)},
         {},
         "2026-01-16"},
        {"the fifth lesson week", {on("2025-12-08", 8), on("2026-01-19", 8)}, {}, ""},
        {"hours in a week without lessons are left out",
         {on("2025-10-14", 10), on("2025-10-21", 10), on("2025-10-28", 5)},
         {},
         ""},
        {"reported once, however much follows",
         {on("2025-09-01", 16), on("2025-09-02", 16), on("2025-11-03", 16)},
         {},
         "2025-09-01"},
        {"again after a restart, from the day after",
         {on("2025-09-01", 16), on("2025-09-03", 16), on("2025-09-04", 15), on("2025-09-05", 1)},
         {day("2025-09-03")},
         "2025-09-01 2025-09-05"},
        {"a restart before the threshold is reached",
         {on("2025-09-01", 10), on("2025-09-08", 10), on("2025-09-09", 6)},
         {day("2025-09-05")},
         "2025-09-09"},
        {"restarts that nothing follows, and two in one gap",
         {on("2025-09-01", 16), on("2025-09-10", 16)},
         {day("2025-08-25"), day("2025-09-02"), day("2025-09-03"), day("2025-09-10"),
          day("2025-09-11")},
         "2025-09-01 2025-09-10"},
    };
    const SchoolCalendar calendar = school();
    for (const Case& c : cases) {
        CAPTURE(c.title);
        CHECK(shown(threshold_days(c.amounts, sixteen_hours, c.restarts, calendar)) == c.days);
    }
}

TEST_CASE("the answer is unknown only where a week that the calendar doesn't know decides") {
    const SchoolCalendar calendar = school();
    const auto days = [&calendar](std::vector<DatedAmount> amounts) {
        return shown(threshold_days(amounts, sixteen_hours, {}, calendar));
    };
    const Date unknown = day("2026-09-01");
    CHECK(days({{unknown, 16 * hour}}) == "unknown");
    CHECK(days({{unknown, 15 * hour}}).empty());
    CHECK(days({{day("2026-07-06"), 8 * hour}, {unknown, 8 * hour}}) == "unknown");
    // Reached before it, so the unknown week changes nothing.
    CHECK(days({{day("2026-07-06"), 16 * hour}, {unknown, 16 * hour}}) == "2026-07-06");
    // Reached after it at the latest; and of two stretches one says nothing about the other.
    CHECK(days({{day("2025-06-02"), 2 * hour}, {day("2025-09-01"), 16 * hour}}) ==
          "2025-06-02..2025-09-01");
    const std::vector<DatedAmount> two_stretches{{day("2026-07-06"), 16 * hour},
                                                 {unknown, 16 * hour}};
    const std::vector<Date> restart{day("2026-07-06")};
    CHECK(shown(threshold_days(two_stretches, sixteen_hours, restart, calendar)) ==
          "2026-07-06 unknown");
    // Between two known years there may be an unknown one, but the gap has lesson weeks enough.
    SchoolCalendar with_gap = school();
    with_gap.school_years.push_back({day("2027-08-23"), day("2028-07-07")});
    const std::vector<DatedAmount> far_apart{{day("2026-06-01"), 8 * hour},
                                             {day("2027-08-24"), 8 * hour}};
    CHECK(shown(threshold_days(far_apart, sixteen_hours, {}, with_gap)).empty());
    const std::vector<DatedAmount> maybe_near{{day("2026-07-06"), 8 * hour},
                                              {day("2027-08-24"), 8 * hour}};
    CHECK(shown(threshold_days(maybe_near, sixteen_hours, {}, with_gap)) == "unknown");
    const std::vector<DatedAmount> enough_after_it{{day("2026-07-06"), 8 * hour},
                                                   {day("2027-08-24"), 8 * hour},
                                                   {day("2027-08-25"), 8 * hour}};
    CHECK(shown(threshold_days(enough_after_it, sixteen_hours, {}, with_gap)) ==
          "2027-08-24..2027-08-25");
}

TEST_CASE("the window finds what trying every day finds") {
    std::mt19937 random(16);
    std::uniform_int_distribution<int> gap(0, 14);
    std::uniform_int_distribution<int> amount(0, 6);
    int failures = 0;
    for (int i = 0; i < 100; ++i) {
        const Date first = day("2019-08-20") + 25 * i;
        const SchoolCalendar& school = reference::school_around(first);
        std::vector<DatedAmount> amounts;
        std::vector<Date> restarts;
        Date date = first;
        for (int entry = 0; entry < 25; ++entry) {
            date = date + gap(random);
            amounts.push_back({date, amount(random) * hour});
            if (random() % 6 == 0) restarts.push_back(date + static_cast<int>(random() % 3) - 1);
        }
        std::ranges::sort(restarts);
        const SlidingWindow window{1 + i % 5, 16 * hour};
        ThresholdDays expected;
        for (const Date each : by_hand(amounts, window, restarts, first - 1, date, school))
            expected.days.push_back({{each, each}, each});
        if (shown(threshold_days(amounts, window, restarts, school)) != shown(expected)) {
            ++failures;
        }
    }
    CHECK(failures == 0);
}

}  // namespace toets::tests
