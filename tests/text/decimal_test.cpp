// Numbers as people write them.
#include "checker/text/decimal.h"

#include <limits>

#include <doctest/doctest.h>

namespace toets::tests {

TEST_CASE("a number has its sign and no more digits than it needs") {
    struct Case {
        std::int64_t ten_thousandths;
        const char* text;
    };
    const Case cases[] = {{0, "0"},
                          {160000, "16"},
                          {15000, "1,5"},
                          {1, "0,0001"},
                          {-1, "-0,0001"},
                          {-2500, "-0,25"},
                          {-15000, "-1,5"},
                          {std::numeric_limits<std::int64_t>::min(), "-922337203685477,5808"},
                          {std::numeric_limits<std::int64_t>::max(), "922337203685477,5807"}};
    for (const Case& each : cases) CHECK(decimal_text(each.ten_thousandths) == each.text);
    CHECK(decimal_text(15000, '.') == "1.5");
}

}  // namespace toets::tests
