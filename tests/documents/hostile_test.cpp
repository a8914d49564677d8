// Broken and hostile files: refused with a problem, never a crash, and within limits.
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/documents/rendered.h"
#include "tests/support/golden.h"

namespace toets::tests {
namespace {

using Kind = ReadProblem::Kind;

Document hostile(const std::string& name, const ReadLimits& limits = {}) {
    return read_document(name, read_file(source_root() / "tests/documents/cases/hostile" / name),
                         limits);
}

Kind first_problem(const Document& document) {
    REQUIRE_FALSE(document.problems.empty());
    return document.problems.front().kind;
}

}  // namespace

TEST_CASE("every hostile file is refused for its own reason") {
    struct Case {
        const char* name;
        Kind kind;
    };
    const std::vector<Case> cases = {
        {"zip-bom.docx", Kind::too_large},
        {"diep-genest.docx", Kind::too_deep},
        {"geen-xml.docx", Kind::damaged},
        {"zip-zonder-document.docx", Kind::unknown_format},
        {"gesloten.docx", Kind::encrypted},
        {"oude-word.doc", Kind::unknown_format},
        {"geen-pdf.pdf", Kind::damaged},
        {"met-wachtwoord.pdf", Kind::encrypted},
        {"leeg.txt", Kind::empty},
        {"diepe-citaten.md", Kind::too_deep},
        {"zip-bom.odt", Kind::too_large},
        {"diep-genest.odt", Kind::too_deep},
        {"diepe-lijst.odt", Kind::too_deep},
        {"gesloten.odt", Kind::encrypted},
        {"zip-in-zip.zip", Kind::unknown_format},
        {"diep-genest.html", Kind::too_deep},
        {"diepe-lijst.html", Kind::too_deep},
    };
    for (const auto& refused : cases) {
        CAPTURE(refused.name);
        const auto document = hostile(refused.name);
        CHECK_FALSE(document.readable);
        CHECK(first_problem(document) == refused.kind);
    }
}

TEST_CASE("XML entities are text, and never read a file or grow") {
    for (const auto* name : {"entiteiten.docx", "entiteiten.odt", "entiteiten.html"}) {
        CAPTURE(std::string(name));
        const auto document = hostile(name);
        CHECK(document.readable);
        REQUIRE(document.blocks.size() >= 2);
        CHECK(document.blocks.back().text == "Gewone tekst.");
        for (const auto& block : document.blocks) {
            CHECK(block.text.size() < 60);  // a DTD shows in HTML, as it does in browsers
            CHECK(block.text.find("root:") == std::string::npos);
        }
    }
}

TEST_CASE("pages whose font tells no letters are unreadable, and never without what is asked") {
    const auto document = hostile("letters-zonder-tabel.pdf");
    CHECK(document.blocks.empty());
    CHECK(first_problem(document) == Kind::no_unicode);
    CHECK(document.pages_without_text == std::vector<std::uint32_t>{1});
    const auto topics = all_topics();
    for (const auto& evidence : TopicSearch(topics).search(document))
        CHECK(evidence.grade == Grade::unreadable);
}

TEST_CASE("limits refuse a file that is too large for them") {
    const auto pdf = read_file(source_root() / "fixtures/de-wilgenhoek/schoolgids.pdf");
    const auto docx = read_file(source_root() / "fixtures/de-wilgenhoek/schoolgids.docx");
    const auto problem = [](const std::string& bytes, const ReadLimits& limits) {
        return first_problem(read_document("x", bytes, limits));
    };
    CHECK(problem(pdf, {.bytes_max = 1000}) == Kind::too_large);
    CHECK(problem(pdf, {.pages_max = 3}) == Kind::too_large);
    CHECK(problem(pdf, {.text_bytes_max = 1000}) == Kind::too_large);
    CHECK(problem(docx, {.text_bytes_max = 1000}) == Kind::too_large);
    CHECK(problem(docx, {.markup_bytes_max = 1000}) == Kind::too_large);
    CHECK(problem(docx, {.packed_parts_max = 2}) == Kind::too_large);
    // The content fits, and the styles, but not both.
    const auto odt = read_file(source_root() / "fixtures/de-wilgenhoek/schoolgids.odt");
    CHECK(problem(odt, {.markup_bytes_max = 60'000}) == Kind::too_large);
    const auto html = read_file(source_root() / "fixtures/de-wilgenhoek/schoolgids.html");
    CHECK(problem(html, {.text_bytes_max = 1000}) == Kind::too_large);
    CHECK(problem("een tekst", {.text_bytes_max = 4}) == Kind::too_large);
}

TEST_CASE("a file that was cut off anywhere is refused or read as far as it goes") {
    const auto topics = all_topics();
    const TopicSearch search(topics);
    for (const auto* suffix : {"pdf", "docx", "odt", "html", "md"}) {
        const auto whole = read_file(source_root() / "fixtures/de-regenboog" /
                                     (std::string("schoolgids.") + suffix));
        for (std::size_t twentieth = 0; twentieth < 20; ++twentieth) {
            CAPTURE(twentieth);
            const auto document = read_document(
                "x", std::string_view(whole).substr(0, whole.size() * twentieth / 20));
            CHECK((document.readable || !document.problems.empty()));
            CHECK(search.search(document).size() == topics.size());
        }
    }
}

TEST_CASE("random bytes and flipped bytes do no harm") {
    std::mt19937 random(20'260'801);  // NOLINT(cert-msc51-cpp): the same bytes on every run
    const auto topics = all_topics();
    const TopicSearch search(topics);
    const std::vector<std::string> seeds = {"",         "%PDF-1.5\n",       "PK\x03\x04", "# Kop\n",
                                            "\xFF\xFE", "\xD0\xCF\x11\xE0", "<html>"};
    for (const auto& seed : seeds)
        for (int round = 0; round < 20; ++round) {
            std::string bytes = seed;
            for (int i = 0; i < 600; ++i) bytes += static_cast<char>(random() % 256);
            CHECK(search.search(read_document("x", bytes)).size() == topics.size());
        }
    for (const auto* suffix : {"pdf", "docx", "odt", "html", "md"}) {
        const auto whole = read_file(source_root() / "fixtures/de-regenboog" /
                                     (std::string("schoolgids.") + suffix));
        for (int round = 0; round < 10; ++round) {
            auto bytes = whole;
            for (int i = 0; i < 30; ++i)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            CHECK(search.search(read_document("x", bytes)).size() == topics.size());
        }
    }
}

TEST_CASE("long texts without structure are searched in linear time") {
    const auto topics = all_topics();
    const TopicSearch search(topics);
    const std::vector<std::string> pieces = {"geen klacht ",
                                             "klachtenregeling\n",
                                             "Inhoud\n",
                                             "a 5\n",
                                             "1. Verlof\n",
                                             "# Verlof\n",
                                             "[",
                                             "> a\n",
                                             "**a",
                                             "- verlof\n",
                                             "basisondersteuning"};
    for (const auto& piece : pieces) {
        CAPTURE(piece);
        std::string text;
        while (text.size() < 200'000) text += piece;
        CHECK(search.search(read_document("x", text)).size() == topics.size());
        CHECK(search.search(read_document("x", "# Kop\n\n" + text)).size() == topics.size());
    }
}

}  // namespace toets::tests
