// Broken and hostile files: refused with a problem, never a crash, and within limits.
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checker/documents/cues.h"
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
        {"brief.rtf", Kind::unknown_format},
        {"geen-pdf.pdf", Kind::damaged},
        {"met-wachtwoord.pdf", Kind::encrypted},
        {"leeg.txt", Kind::no_bytes},
        {"diepe-citaten.md", Kind::too_deep},
        {"zip-bom.odt", Kind::too_large},
        {"diep-genest.odt", Kind::too_deep},
        {"diepe-lijst.odt", Kind::too_deep},
        {"gesloten.odt", Kind::encrypted},
        {"zip-in-zip.zip", Kind::unknown_format},
        {"diep-genest.html", Kind::too_deep},
        {"diepe-lijst.html", Kind::too_deep},
        {"verwijst-naar-buiten.docx", Kind::unknown_format},
        {"zonder-tekstdeel.docx", Kind::no_part},
        {"zonder-tekstdeel.odt", Kind::no_part},
        {"klimt-naar-buiten.docx", Kind::unknown_format},
        {"noten-onder-noten.docx", Kind::too_deep},
    };
    for (const auto& refused : cases) {
        CAPTURE(refused.name);
        const auto document = hostile(refused.name);
        CHECK_FALSE(document.readable);
        CHECK(first_problem(document) == refused.kind);
    }
}

TEST_CASE("what is no document is named for what it is") {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"{\\rtf1 Beste ouders", "rtf"},      {"\x89PNG\r\n\x1A\n", "picture"},
        {"\xFF\xD8\xFF\xE0 JFIF", "picture"}, {std::string("II*\0 rest", 9), "picture"},
        {"\x1F\x8B\x08 rest", "packed"},      {"7z\xBC\xAF\x27\x1C", "packed"},
        {"\xD0\xCF\x11\xE0 rest", "ole"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.second);
        const auto document = read_document("x", each.first);
        CHECK(first_problem(document) == Kind::unknown_format);
        CHECK(document.problems.front().detail == each.second);
    }
    CHECK(hostile("zip-in-zip.zip").problems.front().detail == "packed");
    CHECK(hostile("rekenblad.docx").problems.front().detail == "office:spreadsheet");
    CHECK(hostile("zonder-tekstdeel.docx").problems.front().detail == "word/document.xml");
}

TEST_CASE("a file of blanks holds no text, and is no empty file") {
    CHECK(first_problem(read_document("x", " \n\t\n")) == Kind::empty);
}

TEST_CASE("notes that refer to each other are each read once") {
    const auto document = hostile("noten-in-een-kring.docx");
    CHECK(document.readable);
    REQUIRE(document.blocks.size() == 3);
    CHECK(document.blocks[1].text == "noot 1");
    CHECK(document.blocks[2].text == "noot 2");
}

TEST_CASE("a million elements in each other are too deep, and beside each other are read") {
    constexpr int many = 1'000'000;
    std::string deep = "<html><body>";
    std::string wide = "<html><body>";
    for (int i = 0; i < many; ++i) deep += "<div>";
    for (int i = 0; i < many / 10; ++i) wide += "<p>a";
    CHECK(first_problem(read_document("x", deep + "diep")) == Kind::too_deep);
    CHECK(read_document("x", wide).blocks.size() == many / 10);
}

TEST_CASE("zero bytes here and there are no letters, and many make a file that is no text") {
    const std::string line = "De school helpt iedereen die dat vraagt, op elke dag van het jaar.\n";
    std::string some = "Klachten\n\n";
    std::string many = some;
    for (int i = 0; i < 100; ++i) {
        some += line;
        many += line + std::string(4, '\0');
    }
    const auto document = read_document("x", some + '\0' + "einde\n");
    CHECK(document.readable);
    CHECK(document.blocks.back().text.find('\0') == std::string::npos);
    CHECK(first_problem(read_document("x", many)) == Kind::unknown_format);
}

TEST_CASE("a document of which no page could be read is not readable") {
    const auto document = hostile("letters-zonder-tabel.pdf");
    CHECK_FALSE(document.readable);
    CHECK(read_document("x", "Een gewone tekst.").readable);
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
    auto topics = all_topics();
    Topic& asking = topics.emplace_back(topic_of({"schooljaar", "meld"}));
    asking.headings = {"schooljaar"};
    asking.beside = {"conciërge"};
    asking.values = {{"jaar", "het jaar", ""}};
    const TopicSearch search(topics);
    std::vector<std::string> pieces = {"geen klacht ",
                                       "klachtenregeling\n",
                                       "Inhoud\n",
                                       "a 5\n",
                                       "1. Verlof\n",
                                       "# Verlof\n",
                                       "[",
                                       "> a\n",
                                       "**a",
                                       "- verlof\n",
                                       "basisondersteuning",
                                       "een school basisondersteuning ",
                                       "heeft nodig ",
                                       "scholen ",
                                       "[a] ",
                                       "[a ",
                                       "meld; ",
                                       "- meld\n",
                                       "VWO\n",
                                       "Schooljaar 2025-2026\n",
                                       "# Schooljaar\n\n2025-2026\n\n"};
    for (const Cues& each : cues())
        pieces.push_back(std::string(each.phrases.substr(0, each.phrases.find(','))) + ' ');
    for (const auto& piece : pieces) {
        CAPTURE(piece);
        std::string text;
        while (text.size() < 200'000) text += piece;
        CHECK(search.search(read_document("x", text)).size() == topics.size());
        CHECK(search.search(read_document("x", "# Kop\n\n" + text)).size() == topics.size());
    }
}

}  // namespace toets::tests
