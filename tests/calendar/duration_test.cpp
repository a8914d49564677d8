// How lengths of time compare, and which the Algemene termijnenwet leaves alone.
#include "checker/calendar/duration.h"

#include <optional>
#include <string>

#include <doctest/doctest.h>

namespace toets::tests {

TEST_CASE("lengths compare when one unit is a fixed multiple of the other") {
    struct Case {
        Duration left;
        Duration right;
        const char* order;
    };
    const Case cases[] = {
        {{10, Unit::days}, {2, Unit::weeks}, "<"},
        {{14, Unit::days}, {2, Unit::weeks}, "="},
        {{15, Unit::days}, {2, Unit::weeks}, ">"},
        {{1, Unit::years}, {12, Unit::months}, "="},
        {{2, Unit::years}, {25, Unit::months}, "<"},
        {{2'147'483'647, Unit::weeks}, {2'147'483'647, Unit::days}, ">"},
        {{5, Unit::working_days}, {6, Unit::working_days}, "<"},
        {{24, Unit::hours}, {1, Unit::days}, "?"},
        {{4, Unit::weeks}, {1, Unit::months}, "?"},
        {{365, Unit::days}, {1, Unit::years}, "?"},
        {{5, Unit::working_days}, {1, Unit::weeks}, "?"},
        {{5, Unit::school_days}, {5, Unit::working_days}, "?"},
        {{4, Unit::lesson_weeks}, {4, Unit::weeks}, "?"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.left.count);
        CAPTURE(c.right.count);
        const std::partial_ordering order = compare(c.left, c.right);
        const std::string shown = order == std::partial_ordering::less         ? "<"
                                  : order == std::partial_ordering::greater    ? ">"
                                  : order == std::partial_ordering::equivalent ? "="
                                                                               : "?";
        CHECK(shown == c.order);
        CHECK(comparable(c.left.unit, c.right.unit) == (shown != "?"));
    }
}

TEST_CASE("a length is read as it is written, and nothing else is a length") {
    struct Case {
        const char* written;
        std::optional<Duration> length;
    };
    const Case cases[] = {{"6 weken", Duration{6, Unit::weeks}},
                          {"1 week", Duration{1, Unit::weeks}},
                          {"0 dagen", Duration{0, Unit::days}},
                          {"2  maanden", Duration{2, Unit::months}},
                          {"2 jaren", Duration{2, Unit::years}},
                          {"10 schooldagen", Duration{10, Unit::school_days}},
                          {"9999 werkdagen", Duration{9999, Unit::working_days}},
                          {"10000 dagen", {}},
                          {"6", {}},
                          {"6weken", {}},
                          {"weken", {}},
                          {"-6 weken", {}},
                          {"1,5 week", {}},
                          {"6 weken ", {}},
                          {"P6W", {}},
                          {"6 eeuwen", {}},
                          {"", {}}};
    for (const Case& each : cases) {
        CAPTURE(std::string(each.written));
        CHECK(parse_duration(each.written) == each.length);
    }
    for (const Unit unit : {Unit::days, Unit::weeks, Unit::months, Unit::years, Unit::working_days,
                            Unit::school_days, Unit::lesson_weeks, Unit::hours})
        for (const std::int32_t count : {0, 1, 2, 13}) {
            const Duration length{count, unit};
            CHECK(parse_duration(duration_words(length)) == length);
            CHECK(from_base_unit(in_base_unit(length), unit) == length);
            CHECK(compare(from_base_unit(in_base_unit(length), base_unit(unit)), length) == 0);
        }
    CHECK(from_base_unit(40, Unit::weeks) == Duration{40, Unit::days});
}

TEST_CASE("long terms and those in hours or years are exempt from the statutory roll") {
    for (const Duration kept :
         {Duration{90, Unit::days}, Duration{12, Unit::weeks}, Duration{3, Unit::months},
          Duration{1, Unit::days}, Duration{90, Unit::working_days},
          Duration{12, Unit::lesson_weeks}}) {
        CHECK_FALSE(is_exempt_from_statutory_roll(kept));
    }
    for (const Duration exempt :
         {Duration{91, Unit::days}, Duration{13, Unit::weeks}, Duration{4, Unit::months},
          Duration{1, Unit::years}, Duration{1, Unit::hours}, Duration{91, Unit::school_days}}) {
        CHECK(is_exempt_from_statutory_roll(exempt));
    }
}

}  // namespace toets::tests
