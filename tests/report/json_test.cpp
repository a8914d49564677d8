// What is written as JSON is what a reader of JSON gets back, whatever the text holds.
#include "checker/report/json.h"

#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace toets::tests {

namespace {

std::string written(const std::string& text) {
    Json json;
    json.object([&] { json.text("tekst", text); });
    return json.made();
}

std::string utf8(unsigned code) {
    if (code < 0x80) return {static_cast<char>(code)};
    return {static_cast<char>(0xC0U | (code >> 6U)), static_cast<char>(0x80U | (code & 0x3FU))};
}

}  // namespace

TEST_CASE("each character of ASCII, and each control after it, comes back from JSON") {
    for (unsigned code = 0; code < 0xA0; ++code)
        // sixteen characters at a time are written another way than what is left
        for (const std::size_t before : {0U, 3U, 15U, 40U}) {
            CAPTURE(code);
            const std::string text =
                std::string(before, 'x') + utf8(code) + std::string(40 - before, 'y');
            const std::string json = written(text);
            const auto read = nlohmann::json::parse(json, nullptr, false);
            REQUIRE(!read.is_discarded());
            CHECK(read["tekst"] == text);
            if (code < 0x20 || code >= 0x7F) CHECK(json.find(utf8(code)) == std::string::npos);
        }
}

TEST_CASE("what could end a line or turn it around is escaped in JSON, and not lost") {
    const std::string text = "a\u2028b\u2029c\u202Ed\u2066e\u200Bf\uFFFEg\U000E0041";
    const std::string json = written(text);
    CHECK(json == R"({"tekst":"a\u2028b\u2029c\u202ed\u2066e\u200bf\ufffeg\udb40\udc41"})");
    CHECK(nlohmann::json::parse(json)["tekst"] == text);
}

}  // namespace toets::tests
