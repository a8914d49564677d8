// The table of messages, and how a message is shown.
#include "checker/diagnostics/diagnostics.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace toets::tests {

namespace {

struct Row {
    Code code;
    const char* name;
    std::string_view dutch, english;
};

const std::vector<Row> table = {
#define DIAGNOSTIC(code, level, dutch, english) {Code::code, #code, dutch, english},
#include "checker/diagnostics/diagnostics.def"
#undef DIAGNOSTIC
};

std::size_t holes(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find("{}"); at != text.npos; at = text.find("{}", at + 2)) ++count;
    return count;
}

}  // namespace

TEST_CASE("a message has both languages, with the same number of places to fill") {
    for (const Row& row : table) {
        CAPTURE(row.name);
        CHECK(!row.dutch.empty());
        CHECK(!row.english.empty());
        CHECK(row.dutch != row.english);
        CHECK(holes(row.dutch) == holes(row.english));
    }
}

TEST_CASE("a message starts in lower case and has no full stop at its end") {
    for (const Row& row : table) {
        for (const std::string_view text : {row.dutch, row.english}) {
            CAPTURE(text);
            const std::string_view first = text.substr(0, text.find(' '));
            const bool is_acronym = first.size() > 1 && std::isupper(first[1]) != 0;
            CHECK((is_acronym || std::isupper(static_cast<unsigned char>(text.front())) == 0));
            CHECK(text.back() != '.');
        }
    }
}

TEST_CASE("a message can be made with its arguments, in both languages") {
    for (const Row& row : table) {
        CAPTURE(row.name);
        Diagnostic diagnostic{row.code, {}, {}};
        for (std::size_t i = 0; i < holes(row.dutch); ++i)
            diagnostic.args.push_back("arg" + std::to_string(i));
        for (const UserLanguage language : {UserLanguage::nl, UserLanguage::en}) {
            const std::string text = message(diagnostic, language);
            CHECK(text.find("{}") == std::string::npos);
            for (const auto& arg : diagnostic.args) CHECK(text.find(arg) != std::string::npos);
        }
        CHECK(name(row.code) == row.name);
    }
}

TEST_CASE("braces in what a user wrote are shown as they are") {
    const Diagnostic diagnostic{Code::unknown_name, {}, {"{leerling} {}"}};
    CHECK(message(diagnostic, UserLanguage::nl) == "onbekende naam `{leerling} {}`");
}

TEST_CASE("what a reader says of a document is said in the language of the message") {
    const auto told = [](const char* detail, UserLanguage language) {
        return message({Code::document_too_large, {}, {"text", detail}}, language);
    };
    CHECK(told("text", UserLanguage::nl).starts_with("`text` is te groot om te lezen (de tekst);"));
    CHECK(told("text", UserLanguage::en).starts_with("`text` is too large to read (the text);"));
    CHECK(told("signal 9", UserLanguage::nl).find("(signaal 9)") != std::string::npos);
    CHECK(told("word/document.xml", UserLanguage::nl).find("(word/document.xml)") !=
          std::string::npos);
    CHECK(message({Code::document_outside, {}, {"text"}}, UserLanguage::nl).starts_with("`text`"));
}

TEST_CASE("a suggestion comes after the message") {
    const Diagnostic diagnostic{Code::unknown_name, {}, {"dautm"}, "datum"};
    CHECK(message(diagnostic, UserLanguage::nl) == "onbekende naam `dautm`; bedoelde u `datum`?");
    CHECK(message(diagnostic, UserLanguage::en) == "unknown name `dautm`; did you mean `datum`?");
}

TEST_CASE("only an error makes a list have errors") {
    CHECK(!has_errors({}));
    CHECK(!has_errors(
        {{Code::unused_declaration, {}, {"x"}}, {Code::unknown_element, {}, {"x", "y"}}}));
    CHECK(has_errors({{Code::unused_declaration, {}, {"x"}}, {Code::unknown_name, {}, {"x"}}}));
}

TEST_CASE("a diagnostic is shown with its place, its line and what is wrong underlined") {
    Sources sources;
    const SourceId id = sources.add("a.regels", "eerste\n\tréél fout hier\n");
    const Diagnostics problems = {{Code::unknown_name, {id, 15, 19}, {"fout"}}};
    CHECK(render(problems, sources, UserLanguage::nl) ==
          "a.regels:2:7: fout: onbekende naam `fout` [unknown_name]\n"
          "     réél fout hier\n"
          "          ^^^^\n");
}

TEST_CASE("an underline ends where its line ends, and is never empty") {
    Sources sources;
    const SourceId id = sources.add("a", "een\ntwee\n");
    CHECK(render({{Code::unreadable_character, {id, 1, 8}, {}}}, sources, UserLanguage::en) ==
          "a:1:2: error: this character has no meaning here [unreadable_character]\n"
          "    een\n     ^^\n");
    CHECK(render({{Code::unreadable_character, {id, 9, 9}, {}}}, sources, UserLanguage::en) ==
          "a:3:1: error: this character has no meaning here [unreadable_character]\n"
          "    \n    ^\n");
}

TEST_CASE("of a long line what stands around the mistake is shown") {
    std::string before;
    std::string after;
    for (int i = 0; i < 2000; ++i) before += "é€";
    for (int i = 0; i < 2000; ++i) after += "ë";
    Sources sources;
    const SourceId id = sources.add("a", "een\n" + before + "fout" + after + "\xff");
    const auto at = static_cast<std::uint32_t>(4 + before.size());
    std::string shown;
    for (int i = 0; i < 60; ++i) shown += "é€";
    shown += "fout";
    for (int i = 0; i < 116; ++i) shown += "ë";
    CHECK(render({{Code::unreadable_character, {id, at, at + 4}, {}}}, sources, UserLanguage::en) ==
          "a:2:4001: error: this character has no meaning here [unreadable_character]\n"
          "    " +
              shown + "\n    " + std::string(120, ' ') + "^^^^\n");
    const auto near = static_cast<std::uint32_t>(4 + 5);  // the third character
    CHECK(
        render({{Code::unreadable_character, {id, near, near + 2}, {}}}, sources, UserLanguage::en)
            .starts_with("a:2:3: error: this character has no meaning here "
                         "[unreadable_character]\n    é€é€"));
}

TEST_CASE("diagnostics are sorted by source and place, and keep their order on one place") {
    Sources sources;
    const SourceId a = sources.add("a", "xxxx\n");
    const SourceId b = sources.add("b", "yyyy\n");
    const std::string text = render({{Code::unknown_name, {b, 0, 1}, {"4"}},
                                     {Code::unknown_name, {a, 2, 3}, {"2"}},
                                     {Code::unknown_name, {a, 2, 4}, {"3"}},
                                     {Code::unknown_name, {a, 0, 1}, {"1"}}},
                                    sources, UserLanguage::en);
    std::vector<std::size_t> at;
    for (const char* each : {"`1`", "`2`", "`3`", "`4`"}) at.push_back(text.find(each));
    CHECK(std::is_sorted(at.begin(), at.end()));
}

TEST_CASE("a chain of places follows the message, each with its line") {
    Sources sources;
    const SourceId id = sources.add("a", "een\ntwee\n");
    CHECK(render({{Code::double_name, {id, 4, 8}, {"twee"}, {}, {{id, 0, 3}}}}, sources,
                 UserLanguage::nl) ==
          "a:2:1: fout: `twee` bestaat al; geef een van beide een andere naam [double_name]\n"
          "    twee\n    ^^^^\n"
          "a:1:1: opmerking: zie ook deze regel\n"
          "    een\n    ^^^\n");
}

}  // namespace toets::tests
