// The scanner itself: a test that never fails because it sees nothing is worse than no test.
#include "tests/house/scanner.h"

#include <doctest/doctest.h>

#include "tests/house/source_tree.h"

namespace toets::tests {

TEST_CASE("a comment becomes spaces, and a string that looks like one stays") {
    struct Case {
        std::string_view text;
        std::string_view code;
    };
    const Case cases[] = {
        {"a // b\nc", "a     \nc"},
        {"a /* b\n b */ c", "a     \n      c"},
        {R"(f("//") // b)", R"(f("//")     )"},
        {R"(f("\"//") // b)", R"(f("\"//")     )"},
        {R"('"' // b)", R"('"'     )"},
        {"1'000 // it's", "1'000        "},
        {"R\"x(\" // )x\" // b", "R\"x(\" // )x\"     "},
        {"a /* b", "a     "},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(without_comments(each.text) == each.code);
    }
}

TEST_CASE("an include is found with its line, and one in a comment isn't there") {
    const auto found = includes_of(
        "// #include \"no\"\n#include <zip.h>\n  # include \"checker/text/span.h\"  // why\n"
        "/* #include <no>\n#include <no> */\nint include;\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].header == "zip.h");
    CHECK_FALSE(found[0].quoted);
    CHECK(found[0].line == 2);
    CHECK(found[1].header == "checker/text/span.h");
    CHECK(found[1].quoted);
    CHECK(found[1].line == 3);
}

TEST_CASE("a word is found in whatever case, within a longer word too") {
    const auto found = lines_with("pupil\nLeerlingen\nthe pupil's leerling\n", "leerling");
    CHECK(found == std::vector<std::size_t>{2, 3});
}

TEST_CASE("rules and tests are named by the word at the start of their line") {
    constexpr std::string_view text =
        "regel opp-hoorrecht \"De regel geldt\"\n    # regel no\n  regel x2\n"
        "test opp-hoorrecht \"op tijd\"\ntest-data\nregels\n";
    CHECK(names_after("regel", text) == std::vector<std::string>{"opp-hoorrecht", "x2"});
    CHECK(names_after("test", text) == std::vector<std::string>{"opp-hoorrecht"});
}

TEST_CASE("the room of a file is the folder below checker/") {
    CHECK(room_of("checker/order/order.cpp") == "order");
    CHECK(room_of("checker/CMakeLists.txt").empty());
    CHECK(room_of("tests/order/order_test.cpp").empty());
}

}  // namespace toets::tests
