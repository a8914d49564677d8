// Texts, places in them, and words that were probably meant.
#include "checker/text/source.h"

#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checker/text/suggest.h"

namespace toets::tests {

TEST_CASE("well-formed UTF-8 has no malformed byte") {
    for (const char* text : {"", "abc", "é", "€", "🏫", "a\xC2\x80z", "\xEF\xBB\xBF", "\xED\x9F\xBF",
                             "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"})
        CHECK_MESSAGE(!first_malformed_utf8(text), text);
}

TEST_CASE("the first malformed byte is found where its sequence starts") {
    struct Row {
        std::string text;
        std::size_t at;
    };
    const std::vector<Row> table = {{"\x80", 0},              // a continuation without a lead
                                    {"a\xC3", 1},             // cut off
                                    {"ab\xC0\xAF", 2},        // overlong
                                    {"\xE0\x80\x80", 0},      // overlong
                                    {"\xED\xA0\x80", 0},      // a surrogate
                                    {"\xF4\x90\x80\x80", 0},  // past U+10FFFF
                                    {"\xF5\x80\x80\x80", 0},
                                    {"é\xFF", 2},
                                    {"\xE2\x82x", 0},
                                    {"\xFF\xFE<\0s\0", 0}};
    for (const Row& row : table) {
        CAPTURE(row.text);
        const auto at = first_malformed_utf8(row.text);
        REQUIRE(at);
        CHECK(*at == row.at);
    }
}

TEST_CASE("code points are counted, not bytes") {
    CHECK(code_points("") == 0);
    CHECK(code_points("abc") == 3);
    CHECK(code_points("é€🏫") == 3);
}

TEST_CASE("a place counts lines and columns from one, columns in code points") {
    const Source source("naam", "één\n\ntwee€x\r\nlaatste");
    struct Row {
        std::size_t offset;
        std::uint32_t line, column;
    };
    const Row table[] = {{0, 1, 1}, {2, 1, 2},  {4, 1, 3},  {5, 1, 4},  {6, 2, 1},
                         {7, 3, 1}, {11, 3, 5}, {14, 3, 6}, {17, 4, 1}, {999, 4, 8}};
    for (const Row& row : table) {
        CAPTURE(row.offset);
        const Place place = source.place(row.offset);
        CHECK(place.line == row.line);
        CHECK(place.column == row.column);
    }
}

TEST_CASE("a column far into a long line is counted as one near its start") {
    const std::string piece = "één €\t";
    std::string line;
    for (int i = 0; i < 3000; ++i) line += piece;
    const Source source("naam", "kop\n" + line + "\n" + line + "eind");
    for (std::size_t number = 0; number < 3000; number += 7) {
        const auto column = static_cast<std::uint32_t>(number * code_points(piece) + 1);
        const std::size_t offset = 4 + number * piece.size();
        CAPTURE(offset);
        CHECK(source.place(offset).line == 2);
        CHECK(source.place(offset).column == column);
        CHECK(source.place(offset + line.size() + 1).line == 3);
        CHECK(source.place(offset + line.size() + 1).column == column);
    }
    CHECK(source.place(2).column == 3);
    CHECK(source.place(source.text().size()).column == 3000 * code_points(piece) + 5);
}

TEST_CASE("a place is what counting from the beginning gives, also far into a text") {
    std::mt19937 random(7);
    for (const int one_in : {2, 80, 5000, 100000}) {
        std::string text;
        for (int i = 0; i < 12000; ++i)
            text += random() % one_in == 0 ? "\n" : i % 7 == 0 ? "é" : "a";
        const Source source("a", text);
        std::uint32_t line = 1;
        std::size_t start = 0;
        for (std::size_t at = 0; at <= text.size(); ++at) {
            if (at > 0 && text[at - 1] == '\n') {
                ++line;
                start = at;
            }
            if (at % 61 != 0 && at != start && at != text.size()) continue;
            const Place place = source.place(at);
            REQUIRE(place.line == line);
            REQUIRE(place.column == code_points(text.substr(start, at - start)) + 1);
            REQUIRE(source.line(line) == text.substr(start, text.find('\n', start) - start));
        }
        CHECK(source.line(line + 1).empty());
    }
}

TEST_CASE("a line comes without its line end, and empty past the last") {
    const Source source("naam", "een\r\ntwee\n\nvier");
    CHECK(source.line(0).empty());
    CHECK(source.line(1) == "een");
    CHECK(source.line(2) == "twee");
    CHECK(source.line(3).empty());
    CHECK(source.line(4) == "vier");
    CHECK(source.line(5).empty());
}

TEST_CASE("an empty text has one line") {
    const Source source("leeg", "");
    CHECK(source.place(0).line == 1);
    CHECK(source.place(0).column == 1);
}

TEST_CASE("sources keep their number, their name and their text") {
    Sources sources;
    const SourceId one = sources.add("een", "1");
    const SourceId two = sources.add("twee", "2");
    CHECK(sources.size() == 2);
    CHECK(sources[one].name() == "een");
    CHECK(sources[two].text() == "2");
}

TEST_CASE("an edit is a letter more, less, other, or swapped with its neighbour") {
    struct Row {
        std::string a, b;
        std::size_t distance;
    };
    const Row table[] = {{"", "", 0},      {"opp", "opp", 0},          {"opp", "op", 1},
                         {"op", "opp", 1}, {"opp", "opq", 1},          {"datum", "dautm", 1},
                         {"", "abc", 3},   {"leerling", "lerling", 1}, {"leerling", "school", 8}};
    for (const Row& row : table) {
        CAPTURE(row.a);
        CAPTURE(row.b);
        CHECK(edit_distance(row.a, row.b) == row.distance);
        CHECK(edit_distance(row.b, row.a) == row.distance);
    }
}

TEST_CASE("a suggestion is near, and the first of equals") {
    const std::vector<std::string> known = {"vastgesteld", "datum", "eind", "einde"};
    CHECK(suggestion("vastgestelt", known) == "vastgesteld");
    CHECK(suggestion("dautm", known) == "datum");
    CHECK(suggestion("eindx", known) == "eind");
    CHECK(suggestion("handtekening", known).empty());
    CHECK(suggestion("xy", known).empty());
    CHECK(suggestion("datum", {}).empty());
}

TEST_CASE("a stretch of characters, and a text cut short, never break a character") {
    CHECK(characters("één twee", 0, 3) == "één");
    CHECK(characters("één twee", 2, 3) == "n t");
    CHECK(characters("één", 1, 9) == "én");
    CHECK(characters("één", 3, 1).empty());
    CHECK(characters("", 0, 1).empty());
    CHECK(shortened("één", 3) == "één");
    CHECK(shortened("één", 2) == "éé…");
    CHECK(shortened("", 0).empty());
}

TEST_CASE("a capital is no other letter when a word is mistyped") {
    CHECK(suggestion("BO", {"sbo", "bo"}) == "bo");
    CHECK(suggestion("Ja", {"ja", "nee"}) == "ja");
}

}  // namespace toets::tests
