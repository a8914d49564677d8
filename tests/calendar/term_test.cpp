// Terms by example: the edges of the law, extensions, suspensions, and the steps shown.
#include "checker/calendar/term.h"

#include <array>
#include <limits>
#include <string>
#include <vector>

#include "tests/calendar/shown.h"

namespace toets::tests {

namespace {

/// The steps on a line each: kind, the end after it, the days by which it moved.
std::string told(const std::optional<TermEnd>& end) {
    static constexpr std::array kinds{"start",        "length",       "extension",   "suspension",
                                      "working days", "roll weekend", "roll holiday"};
    if (!end) return "none";
    std::string text;
    for (const TermStep& step : end->steps) {
        text += kinds.at(static_cast<std::size_t>(step.kind));
        text += " " + iso(step.date) + " +" + std::to_string(step.days) + "\n";
    }
    return text;
}

std::string shown_end(const std::optional<TermEnd>& end) {
    return end ? iso(end->last_day) : "none";
}

SchoolCalendar school() {
    return {.school_years = {{day("2025-08-25"), day("2026-07-10")}},
            .holidays = {{day("2025-10-18"), day("2025-10-26")},
                         {day("2025-12-20"), day("2026-01-04")}},
            .days_off = {day("2025-11-12")}};
}

}  // namespace

TEST_CASE("a term ends on the last day on which it is still kept") {
    struct Case {
        const char* start;
        Duration length;
        Roll roll;
        const char* end;
    };
    constexpr Roll none = Roll::none;
    constexpr Roll statutory = Roll::statutory;
    const Case cases[] = {
        // The day of the event doesn't count, the last day does.
        {"2025-03-03", {1, Unit::days}, none, "2025-03-04"},
        {"2025-03-03", {0, Unit::days}, none, "2025-03-03"},
        {"2025-03-03", {6, Unit::weeks}, none, "2025-04-14"},
        {"2025-01-31", {1, Unit::months}, none, "2025-02-28"},
        {"2024-02-29", {1, Unit::years}, none, "2025-02-28"},
        {"2025-03-03", {24, Unit::hours}, none, "2025-03-04"},
        {"2025-03-03", {25, Unit::hours}, none, "2025-03-05"},
        {"2025-03-03", {48, Unit::hours}, none, "2025-03-05"},
        {"2025-10-29", {5, Unit::working_days}, none, "2025-11-05"},
        {"2025-04-16", {2, Unit::working_days}, none, "2025-04-22"},  // over Easter
        // Art. 1: no end on a Saturday, Sunday or holiday.
        {"2025-04-17", {2, Unit::days}, none, "2025-04-19"},
        {"2025-04-17", {2, Unit::days}, statutory, "2025-04-22"},
        {"2025-04-17", {1, Unit::days}, statutory, "2025-04-22"},   // Good Friday to Tuesday
        {"2025-12-24", {1, Unit::days}, statutory, "2025-12-29"},   // Thursday to Monday
        {"2026-03-16", {6, Unit::weeks}, statutory, "2026-04-28"},  // King's Day
        {"2025-03-15", {6, Unit::weeks}, statutory, "2025-04-28"},  // King's Day on a Saturday
        // Art. 2: three days or more hold two working days.
        {"2025-04-16", {3, Unit::days}, none, "2025-04-19"},
        {"2025-04-16", {3, Unit::days}, statutory, "2025-04-22"},  // Thursday and Tuesday
        {"2025-04-17", {3, Unit::days}, statutory, "2025-04-23"},  // Tuesday and Wednesday
        {"2025-04-17", {4, Unit::days}, statutory, "2025-04-23"},
        {"2025-04-17", {5, Unit::days}, statutory, "2025-04-23"},  // ends on the Tuesday, one day
        {"2025-04-17", {6, Unit::days}, statutory, "2025-04-23"},
        {"2025-04-17", {7, Unit::days}, statutory, "2025-04-24"},
        {"2026-12-24", {3, Unit::days}, statutory, "2026-12-29"},
        {"2025-03-06", {3, Unit::days}, statutory, "2025-03-10"},  // Friday and Monday
        {"2025-03-07", {3, Unit::days}, statutory, "2025-03-11"},  // Monday is one day only
        {"2025-03-07", {2, Unit::days}, statutory, "2025-03-10"},
        // Art. 4: each limit, and one past it, on Saturday 12 September 2026.
        {"2026-06-14", {90, Unit::days}, statutory, "2026-09-14"},
        {"2026-06-13", {91, Unit::days}, statutory, "2026-09-12"},
        {"2026-06-20", {12, Unit::weeks}, statutory, "2026-09-14"},
        {"2026-06-13", {13, Unit::weeks}, statutory, "2026-09-12"},
        {"2026-06-12", {3, Unit::months}, statutory, "2026-09-14"},
        {"2026-05-12", {4, Unit::months}, statutory, "2026-09-12"},
        {"2025-09-12", {1, Unit::years}, statutory, "2026-09-12"},
        {"2026-09-11", {24, Unit::hours}, statutory, "2026-09-12"},
        // The end of the calendar, and what has no end.
        {"9999-12-30", {1, Unit::days}, none, "9999-12-31"},
        {"9999-12-30", {2, Unit::days}, none, "none"},
        {"9999-12-24", {1, Unit::days}, statutory, "9999-12-27"},
        {"2025-03-03", {-1, Unit::days}, none, "none"},
        {"2025-03-03", {1, Unit::school_days}, none, "none"},
        {"2025-03-03", {1, Unit::lesson_weeks}, none, "none"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.start);
        CAPTURE(c.length.count);
        CHECK(shown(term_end(day(c.start), c.length, c.roll)) == c.end);
        CHECK(shown_end(explain_term(day(c.start), c.length, c.roll)) == c.end);
    }
}

TEST_CASE("a length without bounds has no end") {
    for (const Unit unit : {Unit::days, Unit::weeks, Unit::months, Unit::years, Unit::working_days,
                            Unit::school_days, Unit::lesson_weeks, Unit::hours}) {
        const Duration endless{std::numeric_limits<std::int32_t>::max(), unit};
        const SchoolCalendar calendar = school();
        for (const Date start : {day("2025-09-01"), first_date, last_date}) {
            CHECK_FALSE(term_end(start, endless, Roll::statutory, &calendar).has_value());
            CHECK_FALSE(before(start, endless, &calendar).has_value());
            CHECK_FALSE(
                explain_term(start, endless, Roll::none, &calendar, {}, {}, Extension{endless})
                    .has_value());
        }
    }
}

TEST_CASE("a term in school time needs a calendar that knows the days it counts") {
    struct Case {
        const char* start;
        Duration length;
        const char* end;
    };
    const Case cases[] = {
        {"2025-10-16", {1, Unit::school_days}, "2025-10-17"},
        {"2025-10-17", {1, Unit::school_days}, "2025-10-27"},  // over the holiday
        {"2025-11-11", {1, Unit::school_days}, "2025-11-13"},  // over a day off
        {"2025-08-01", {1, Unit::school_days}, "2025-08-25"},
        {"2026-07-09", {1, Unit::school_days}, "2026-07-10"},
        {"2026-07-10", {1, Unit::school_days}, "none"},  // next school year is not known
        {"2025-10-08", {2, Unit::lesson_weeks}, "2025-10-29"},
        {"2025-10-22", {1, Unit::lesson_weeks}, "2025-10-29"},
        {"2025-12-17", {1, Unit::lesson_weeks}, "2026-01-07"},
        {"2026-07-01", {1, Unit::lesson_weeks}, "2026-07-08"},
        {"2026-07-01", {2, Unit::lesson_weeks}, "none"},
    };
    const SchoolCalendar calendar = school();
    for (const Case& c : cases) {
        CAPTURE(c.start);
        CHECK(shown(term_end(day(c.start), c.length, Roll::none, &calendar)) == c.end);
    }
    // Lessons on Good Friday make it a school day, but no day for a statutory term to end on.
    CHECK(shown(term_end(day("2026-04-02"), {1, Unit::school_days}, Roll::none, &calendar)) ==
          "2026-04-03");
    CHECK(shown(term_end(day("2026-04-02"), {1, Unit::school_days}, Roll::statutory, &calendar)) ==
          "2026-04-07");
}

TEST_CASE("the steps tell how the end was found") {
    CHECK(told(explain_term(day("2025-03-10"), {6, Unit::weeks}, Roll::statutory)) ==
          "start 2025-03-10 +0\n"
          "length 2025-04-21 +42\n"
          "roll holiday 2025-04-22 +1\n");
    CHECK(told(explain_term(day("2026-02-20"), {6, Unit::weeks}, Roll::statutory)) ==
          "start 2026-02-20 +0\n"
          "length 2026-04-03 +42\n"
          "roll holiday 2026-04-04 +1\n"
          "roll weekend 2026-04-06 +2\n"
          "roll holiday 2026-04-07 +1\n");
    CHECK(told(explain_term(day("2025-04-17"), {3, Unit::days}, Roll::statutory)) ==
          "start 2025-04-17 +0\n"
          "length 2025-04-20 +3\n"
          "working days 2025-04-23 +3\n");
    const auto end = explain_term(day("2026-02-20"), {6, Unit::weeks}, Roll::statutory);
    REQUIRE(end.has_value());
    CHECK(end->steps[1].duration == Duration{6, Unit::weeks});
    CHECK(end->steps[2].holiday == Holiday::good_friday);
    CHECK(end->steps[4].holiday == Holiday::easter_monday);
    const std::array equated{day("2025-05-30")};
    const auto bridged =
        explain_term(day("2025-05-29"), {1, Unit::days}, Roll::statutory, nullptr, equated);
    REQUIRE(bridged.has_value());
    CHECK(iso(bridged->last_day) == "2025-06-02");
    CHECK(bridged->steps[2].holiday == Holiday::equated_day);
}

TEST_CASE("an extension joins the length before the end is rolled") {
    const auto extended = [](const char* start, Duration length, Extension extension, Roll roll) {
        return explain_term(day(start), length, roll, nullptr, {}, {}, extension);
    };
    // Six weeks would have ended on 5 May, a holiday; six and four end on a plain Monday.
    CHECK(
        told(extended("2025-03-24", {6, Unit::weeks}, Duration{4, Unit::weeks}, Roll::statutory)) ==
        "start 2025-03-24 +0\n"
        "length 2025-05-05 +42\n"
        "extension 2025-06-02 +28\n");
    // Months clamp once: three months from 31 January, not two from 28 February.
    CHECK(told(extended("2025-01-31", {1, Unit::months}, Duration{2, Unit::months}, Roll::none)) ==
          "start 2025-01-31 +0\n"
          "length 2025-02-28 +28\n"
          "extension 2025-04-30 +61\n");
    CHECK(shown_end(extended("2024-02-29", {1, Unit::years}, Duration{36, Unit::months},
                             Roll::none)) == "2028-02-29");
    CHECK(shown_end(extended("2025-03-03", {12, Unit::hours}, Duration{12, Unit::hours},
                             Roll::none)) == "2025-03-04");
    CHECK(shown_end(extended("2025-03-03", {1, Unit::weeks}, Duration{1, Unit::months},
                             Roll::none)) == "2025-04-10");
    // Art. 4 looks at each length by itself.
    CHECK(shown_end(extended("2026-06-06", {8, Unit::weeks}, Duration{6, Unit::weeks},
                             Roll::statutory)) == "2026-09-14");
    CHECK(shown_end(extended("2026-06-12", {1, Unit::days}, Duration{13, Unit::weeks},
                             Roll::statutory)) == "2026-09-12");
    CHECK(shown_end(extended("2025-03-03", {1, Unit::days}, Duration{-1, Unit::days},
                             Roll::none)) == "none");
}

TEST_CASE("an extension to a date takes the place of the end and never shortens the term") {
    const auto until = [](const char* date) {
        return explain_term(day("2026-02-20"), {6, Unit::weeks}, Roll::statutory, nullptr, {}, {},
                            Extension{day(date)});
    };
    CHECK(shown_end(until("2026-04-25")) == "2026-04-25");  // a Saturday: stated, so not rolled
    CHECK(shown_end(until("2026-04-07")) == "2026-04-07");
    CHECK(shown_end(until("2026-04-04")) == "2026-04-07");  // the term as rolled ends later
    CHECK(shown_end(until("2026-01-01")) == "2026-04-07");
    CHECK(told(until("2026-04-25")).ends_with("extension 2026-04-25 +18\n"));
}

TEST_CASE("a term stands still while it is suspended") {
    const auto suspended = [](std::vector<Period> periods, Duration length = {2, Unit::weeks},
                              Roll roll = Roll::none) {
        return explain_term(day("2025-03-03"), length, roll, nullptr, {}, periods);
    };
    const Period four_days{day("2025-03-10"), day("2025-03-13")};
    const Period overlapping{day("2025-03-12"), day("2025-03-14")};
    CHECK(shown_end(suspended({})) == "2025-03-17");
    CHECK(told(suspended({four_days})) ==
          "start 2025-03-03 +0\n"
          "length 2025-03-17 +14\n"
          "suspension 2025-03-21 +4\n");
    CHECK(shown_end(suspended({overlapping, four_days})) == "2025-03-22");
    CHECK(shown_end(suspended({four_days, four_days})) == "2025-03-21");
    CHECK(shown_end(suspended({overlapping, four_days}, {2, Unit::weeks}, Roll::statutory)) ==
          "2025-03-24");
    // Days before the term runs, or after it ended, move nothing.
    CHECK(shown_end(suspended({{day("2025-02-01"), day("2025-03-03")}})) == "2025-03-17");
    CHECK(shown_end(suspended({{day("2025-02-01"), day("2025-03-04")}})) == "2025-03-18");
    CHECK(shown_end(suspended({{day("2025-03-17"), day("2025-03-17")}})) == "2025-03-18");
    CHECK(shown_end(suspended({{day("2025-03-18"), day("2025-03-20")}})) == "2025-03-17");
    // A suspension may carry the term into the next one, or leave it without an end.
    CHECK(shown_end(suspended({four_days, {day("2025-03-19"), day("2025-03-19")}})) ==
          "2025-03-22");
    CHECK(shown_end(suspended({{day("2025-03-10"), last_date}})) == "none");
    // Working days that are suspended are not counted; the weekend between was never counted.
    CHECK(shown_end(suspended({{day("2025-03-07"), day("2025-03-10")}}, {5, Unit::working_days})) ==
          "2025-03-12");
    // Suspension comes on top of an extension, and the two count as one running term.
    const std::array period{Period{day("2025-03-20"), day("2025-03-22")}};
    const auto both = explain_term(day("2025-03-03"), {2, Unit::weeks}, Roll::none, nullptr, {},
                                   period, Extension{Duration{1, Unit::weeks}});
    CHECK(told(both) ==
          "start 2025-03-03 +0\n"
          "length 2025-03-17 +14\n"
          "extension 2025-03-24 +7\n"
          "suspension 2025-03-27 +3\n");
}

TEST_CASE("counting backwards never rolls") {
    struct Case {
        const char* end;
        Duration length;
        const char* start;
    };
    const Case cases[] = {
        {"2025-08-01", {10, Unit::weeks}, "2025-05-23"},
        {"2026-07-01", {10, Unit::weeks}, "2026-04-22"},
        {"2025-05-01", {1, Unit::days}, "2025-04-30"},
        {"2025-04-22", {1, Unit::days}, "2025-04-21"},  // Easter Monday, left alone
        {"2025-03-31", {1, Unit::months}, "2025-02-28"},
        {"2028-02-29", {1, Unit::years}, "2027-02-28"},
        {"2025-04-22", {1, Unit::working_days}, "2025-04-17"},
        {"2025-10-27", {1, Unit::school_days}, "2025-10-17"},
        {"2025-10-29", {2, Unit::lesson_weeks}, "2025-10-08"},
        {"2025-08-25", {1, Unit::school_days}, "none"},
        {"2025-03-05", {36, Unit::hours}, "2025-03-03"},
        {"0001-01-02", {1, Unit::days}, "0001-01-01"},
        {"0001-01-02", {2, Unit::days}, "none"},
        {"0001-01-02", {1, Unit::months}, "none"},
        {"2025-03-03", {-1, Unit::days}, "none"},
    };
    const SchoolCalendar calendar = school();
    for (const Case& c : cases) {
        CAPTURE(c.end);
        CAPTURE(c.length.count);
        CHECK(shown(before(day(c.end), c.length, &calendar)) == c.start);
    }
    CHECK_FALSE(before(day("2025-10-27"), {1, Unit::school_days}).has_value());
    const std::array equated{day("2025-04-17")};
    CHECK(shown(before(day("2025-04-22"), {1, Unit::working_days}, nullptr, equated)) ==
          "2025-04-16");
}

}  // namespace toets::tests
