// How lengths of time compare, and which the Algemene termijnenwet leaves alone.
#include "checker/calendar/duration.h"

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
