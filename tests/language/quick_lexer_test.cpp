// The quick lexer against the generated one: the same tokens at the same places, for every rule
// file of the project and for text made to trip it.
#include "checker/language/quick_lexer.h"

#include <random>

#include <doctest/doctest.h>

#include "checker/text/source.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

std::string tokens_of(antlr4::Lexer& lexer) {
    lexer.removeErrorListeners();
    antlr4::CommonTokenStream tokens(&lexer);
    tokens.fill();
    std::string all;
    for (const antlr4::Token* each : tokens.getTokens())
        all += std::to_string(each->getType()) + ' ' + std::to_string(each->getStartIndex()) + '-' +
               std::to_string(each->getStopIndex()) + ' ' + std::to_string(each->getLine()) + ':' +
               std::to_string(each->getCharPositionInLine()) + '\n';
    return all;
}

void check_same(const std::string& text) {
    CAPTURE(text);
    antlr4::ANTLRInputStream input(text);
    const std::vector<std::uint32_t> offsets = code_point_offsets(text);
    QuickLexer quick(input, text, offsets);
    const std::string found = tokens_of(quick);
    antlr4::ANTLRInputStream again(text);
    regeltaal::RegeltaalLexer generated(&again);
    CHECK(found == tokens_of(generated));
}

}  // namespace

TEST_CASE("blanks, comments and strings at every kind of border") {
    for (const std::string text : {"",
                                   " ",
                                   "\n",
                                   "\r\n",
                                   "\t regel\r\n  x",
                                   "//",
                                   "// a",
                                   "// a\nregel",
                                   "///",
                                   "/// doc",
                                   "/// doc\r\nregel x",
                                   "//// vier",
                                   "/* blok */ regel",
                                   "/* // */ \"a\"",
                                   "/ / //",
                                   "\"\"",
                                   "\"a\"",
                                   "\"open",
                                   "\"open\nregel",
                                   "\"a\\\"b\" regel",
                                   "\"a\\\nb\"",
                                   "\"// geen\"",
                                   "\"a\"\"b\"",
                                   "regel a \"één\" // ë\n  x \"ü\"",
                                   "\xC2\xA0regel \xC2\xA0 \"x\"",
                                   "\xEF\xBB\xBFregel x",
                                   "//\xC2\xA0x\n\"y\"",
                                   "ja/nee",
                                   "ja /nee ja/ne",
                                   "jaar",
                                   "voor-zover",
                                   "één",
                                   "vóór x",
                                   "a\xC2\xA0",
                                   "a_b-1-",
                                   "tot-en",
                                   "regel-x",
                                   "a/b",
                                   "3 ",
                                   "3)",
                                   "3, 4",
                                   "3,4",
                                   "3-1-2020",
                                   "12a 3.1",
                                   "(a.b),c:{d}=;",
                                   "é(",
                                   "x$"})
        check_same(text);
}

TEST_CASE("every rule file of the project") {
    for (const std::string folder : {"rules", "tests", "fixtures"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(source_root() / folder))
            if (entry.path().extension() == ".regels") {
                const std::string text = read_file(entry.path());
                if (!first_malformed_utf8(text)) check_same(text);  // the others are refused before
            }
}

TEST_CASE("random text of the characters that matter") {
    const std::vector<std::string> pieces = {
        "\"", "/", "\\", "\n", "\r", " ", "\t", ".",   ",",  "(",   ":",     "2",  "a",
        "1",  "-", "*",  "é",  "$",  ".", "//", "///", "ja", "nee", "regel", "of", "_"};
    std::mt19937 random(20261122);
    for (int times = 0; times < 3000; ++times) {
        std::string text;
        for (auto length = random() % 24; length > 0; --length)
            text += pieces[random() % pieces.size()];
        check_same(text);
    }
}

}  // namespace toets::tests
