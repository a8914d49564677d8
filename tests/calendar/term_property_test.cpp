// Terms of every unit over twenty years, against a count day by day.
#include <random>
#include <vector>

#include "checker/calendar/term.h"
#include "tests/calendar/reference.h"
#include "tests/calendar/shown.h"

namespace toets::tests {

namespace {

/// A few lengths in each unit, among them the limits of the law.
std::vector<Duration> lengths() {
    std::vector<Duration> all;
    const auto add = [&all](Unit unit, std::initializer_list<int> counts) {
        for (const int count : counts) all.push_back({count, unit});
    };
    add(Unit::days, {0, 1, 2, 3, 4, 5, 8, 14, 28, 42, 89, 90, 91, 200});
    add(Unit::weeks, {0, 1, 2, 4, 6, 8, 10, 12, 13, 26});
    add(Unit::months, {0, 1, 2, 3, 4, 6, 13});
    add(Unit::years, {0, 1, 2, 4});
    add(Unit::working_days, {0, 1, 2, 3, 5, 10, 20, 90, 91});
    add(Unit::school_days, {0, 1, 2, 3, 5, 10, 20, 90, 91});
    add(Unit::lesson_weeks, {0, 1, 2, 4, 12, 13, 30});
    add(Unit::hours, {0, 1, 23, 24, 25, 48, 72, 100});
    return all;
}

/// What must hold of the steps, whatever the term.
bool add_up(const TermEnd& end, Date start) {
    Date date = start;
    for (const TermStep& step : end.steps) {
        date = date + step.days;
        if (step.date != date || step.days < 0) return false;
        const bool names_holiday = step.kind == TermStep::Kind::roll_holiday;
        if (step.holiday.has_value() != names_holiday) return false;
    }
    return date == end.last_day && end.steps.front().kind == TermStep::Kind::start;
}

/// Up to three periods within a year of the start, some overlapping.
std::vector<Period> some_periods(Date start, std::mt19937& random) {
    std::uniform_int_distribution<int> how_many(0, 3);
    std::uniform_int_distribution<int> offset(-5, 60);
    std::uniform_int_distribution<int> length(0, 30);
    std::vector<Period> periods;
    for (int left = how_many(random); left > 0; --left) {
        const Date first = start + offset(random);
        periods.push_back({first, first + length(random) - 1});
    }
    return periods;
}

}  // namespace

TEST_CASE("a term and its explanation end where a count day by day ends, from 2014 to 2034") {
    int failures = 0;
    for (Date start = day("2014-01-01"); start <= day("2034-12-31"); start = start + 11) {
        const SchoolCalendar& school = reference::school_around(start);
        for (const Duration length : lengths()) {
            for (const Roll roll : {Roll::none, Roll::statutory}) {
                const auto end = term_end(start, length, roll, &school);
                const auto told = explain_term(start, length, roll, &school);
                const Date expected = reference::term_end(start, length, roll, school, {});
                const bool right =
                    end == expected && told && told->last_day == expected && add_up(*told, start);
                if (right) continue;
                ++failures;
                MESSAGE("from ", iso(start), " ", length.count, " in unit ",
                        static_cast<int>(length.unit), ": ", shown(end), ", not ", iso(expected));
            }
        }
    }
    CHECK(failures == 0);
}

TEST_CASE("around Easter and Christmas each day of twenty years starts a term that ends rightly") {
    int failures = 0;
    for (int year = 2014; year <= 2034; ++year) {
        for (const Date feast : {reference::easter(year), *make_date(year, 12, 25)}) {
            for (Date start = feast - 10; start <= feast + 45; start = start + 1) {
                for (int days = 0; days <= 15; ++days) {
                    const Duration length{days, Unit::days};
                    const auto end = term_end(start, length, Roll::statutory);
                    if (end != reference::term_end(start, length, Roll::statutory, {}, {})) {
                        ++failures;
                    }
                }
            }
        }
    }
    CHECK(failures == 0);
}

TEST_CASE("a suspended term ends where a count day by day ends") {
    std::mt19937 random(20'260'114);
    int failures = 0;
    for (Date start = day("2014-01-01"); start <= day("2034-12-31"); start = start + 41) {
        for (const Duration length : lengths()) {
            const SchoolCalendar& school = reference::school_around(start);
            const std::vector<Period> periods = some_periods(start, random);
            for (const Roll roll : {Roll::none, Roll::statutory}) {
                const auto end = explain_term(start, length, roll, &school, {}, periods);
                const Date expected = reference::term_end(start, length, roll, school, periods);
                if (!end || end->last_day != expected || !add_up(*end, start)) ++failures;
            }
        }
    }
    CHECK(failures == 0);
}

TEST_CASE("a longer term, or one that starts later, never ends earlier") {
    int failures = 0;
    for (Date start = day("2025-01-01"); start <= day("2025-12-31"); start = start + 1) {
        const SchoolCalendar& school = reference::school_around(start);
        for (const Unit unit : {Unit::days, Unit::working_days, Unit::school_days}) {
            for (int count = 0; count < 12; ++count) {
                const auto end = term_end(start, {count, unit}, Roll::statutory, &school);
                const auto longer = term_end(start, {count + 1, unit}, Roll::statutory, &school);
                const auto later = term_end(start + 1, {count, unit}, Roll::statutory, &school);
                if (longer < end || later < end) ++failures;
            }
        }
    }
    CHECK(failures == 0);
}

TEST_CASE("the date before lies where a count day by day backwards leads") {
    int failures = 0;
    for (Date end = day("2018-01-01"); end <= day("2034-12-31"); end = end + 13) {
        const SchoolCalendar& school = reference::school_around(end);
        for (const Duration length : lengths()) {
            if (before(end, length, &school) != reference::before(end, length, school)) ++failures;
        }
    }
    CHECK(failures == 0);
}

}  // namespace toets::tests
