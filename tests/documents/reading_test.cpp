// Files to blocks: every format, and the same guide in three of them.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checker/documents/decode.h"
#include "tests/documents/rendered.h"
#include "tests/support/golden.h"

namespace toets::tests {
namespace {

const std::vector<std::string> schools = {"de-wilgenhoek", "de-regenboog"};
const std::vector<const char*> others = {"docx", "odt", "pdf", "html"};  ///< Made from the .md.

Document guide(const std::string& school, const std::string& suffix) {
    return document_in(source_root() / "fixtures" / school / ("schoolgids." + suffix));
}

/// Word processors make curly apostrophes of straight ones.
std::string with_straight_quotes(std::string text) {
    for (auto at = text.find("’"); at != std::string::npos; at = text.find("’"))
        text.replace(at, std::string("’").size(), "'");
    return text;
}

std::vector<std::string> headings(const Document& document) {
    std::vector<std::string> found;
    for (const auto& block : document.blocks)
        if (block.kind == BlockKind::heading)
            found.push_back(std::to_string(block.level) + " " + with_straight_quotes(block.text));
    return found;
}

long count(const Document& document, BlockKind kind) {
    return std::count_if(document.blocks.begin(), document.blocks.end(),
                         [&](const Block& block) { return block.kind == kind; });
}

std::string all_text(const Document& document) {
    std::string text;
    for (const auto& block : document.blocks) text += block.text + "\n";
    return text;
}

}  // namespace

TEST_CASE("a guide has the same headings in every format") {
    for (const auto& school : schools) {
        CAPTURE(school);
        const auto expected = headings(guide(school, "md"));
        CHECK(expected.size() > 20);
        for (const auto* suffix : others) {
            CAPTURE(suffix);
            CHECK(headings(guide(school, suffix)) == expected);
        }
    }
}

TEST_CASE("a guide has the same list items in every format") {
    for (const auto& school : schools) {
        CAPTURE(school);
        const auto expected = count(guide(school, "md"), BlockKind::list_item);
        CHECK(expected > 10);
        for (const auto* suffix : others) {
            CAPTURE(suffix);
            CHECK(count(guide(school, suffix), BlockKind::list_item) == expected);
        }
    }
}

TEST_CASE("the table of contents of a guide is known as such") {
    for (const auto& school : schools) {
        CAPTURE(school);
        const auto titles = static_cast<long>(headings(guide(school, "md")).size());
        CHECK(count(guide(school, "docx"), BlockKind::contents_entry) == titles + 1);
        CHECK(count(guide(school, "odt"), BlockKind::contents_entry) == titles + 1);
        CHECK(count(guide(school, "pdf"), BlockKind::contents_entry) == titles + 1);
    }
}

TEST_CASE("footers and page numbers of a PDF are no text of the guide") {
    for (const auto& school : schools)
        CHECK(all_text(guide(school, "pdf")).find("pagina ") == std::string::npos);
}

TEST_CASE("a broken-off word of a PDF is whole again, and every page is known") {
    const auto document = guide("de-wilgenhoek", "pdf");
    CHECK(document.format == Format::pdf);
    CHECK(document.readable);
    CHECK(document.pages_without_text.empty());
    CHECK(document.blocks.front().page == 1);
    CHECK(document.blocks.back().page == document.pages);
}

TEST_CASE("every file in cases/readers and cases/programs gives the blocks beside it") {
    const auto cases = source_root() / "tests/documents/cases";
    for (const auto* folder : {"readers", "programs"})
        for (const auto* suffix : {".docx", ".odt", ".fodt", ".html", ".pdf", ".txt", ".md"})
            for (const auto& path : files_in(cases / folder, suffix)) {
                CAPTURE(path.filename().string());
                const auto produced = rendered(document_in(path));
                CHECK(produced == golden(path.string() + ".blocks", produced));
            }
}

TEST_CASE("the content of a file decides its format, not its name") {
    const auto pdf = read_file(source_root() / "fixtures/de-regenboog/schoolgids.pdf");
    CHECK(read_document("gids.docx", pdf).format == Format::pdf);
    const auto docx = read_file(source_root() / "fixtures/de-regenboog/schoolgids.docx");
    CHECK(read_document("gids.txt", docx).format == Format::docx);
    const auto odt = read_file(source_root() / "fixtures/de-regenboog/schoolgids.odt");
    CHECK(read_document("gids.zip", odt).format == Format::odt);
    CHECK(read_document("gids.txt", "<!-- a --><HTML><p>Tekst").format == Format::html);
    CHECK(read_document("gids.pdf", "<div><p>Tekst</div>").format == Format::html);
    CHECK(read_document("gids.md", "<div>\n\n# Kop\n\nTekst\n").format == Format::markdown);
    CHECK(read_document("gids.html", "<?xml version='1.0'?><dossier/>").format == Format::unknown);
    CHECK(read_document("gids.txt", "# Kop\n\nTekst\n").format == Format::markdown);
    CHECK(read_document("gids.md", "Kop\n\nTekst\n").format == Format::text);
}

TEST_CASE("a page without its head is a page, Markdown with a tag in it is none") {
    const std::string seen = "De school helpt u.";
    const std::string unseen = "<script>var aanbod = 'Wij bieden basisondersteuning';</script>";
    for (const auto* opening : {"<meta charset='utf-8'>",
                                "<title>Gids</title>",
                                "<TABLE><tr><td>Gids</td></tr></TABLE>",
                                "<b>Gids</b><br>",
                                "<link rel='stylesheet' href='a.css'>",
                                "<style>p { margin: 0 }</style>",
                                "<ul><li>Gids</li></ul>",
                                "<span style='display: none'>Wij bieden hulp</span>",
                                "<center>Gids</center>",
                                "<br>",
                                "<a href='/'>Gids</a>",
                                "<img src='logo.png'>",
                                "<form action='/zoek'><input name='q'></form>",
                                "<nav>Menu</nav>",
                                "<header>Gids</header>",
                                "<font size='2'>Gids</font>",
                                "<p class='intro'>Gids</p>",
                                "<!-- gids --><script></script>",
                                "<title># Gids</title>\n# Gids\n",
                                "Welkom bij onze school.<br>"}) {
        CAPTURE(std::string(opening));
        const Document page = read_document("x", opening + unseen + "\n\n<p>" + seen + "</p>");
        CHECK(page.format == Format::html);
        REQUIRE_FALSE(page.blocks.empty());
        CHECK(page.blocks.back().text == seen);
        for (const Block& block : page.blocks) {
            CHECK(block.text.find("bieden") == std::string::npos);
            CHECK(block.text.find('<') == std::string::npos);
        }
    }
    struct Case {
        const char* text;
        Format format;
    };
    const std::vector<Case> cases = {
        {"<b>Let op:</b> de gids is nieuw.\n\nWij helpen u.\n", Format::text},
        {"<img src='logo.png'>\n\n# Gids\n\nWij helpen u.\n", Format::markdown},
        {"<table><tr><td>a</td></tr></table>\n\n## Gids\n\nTekst\n", Format::markdown},
        {"Wij werken <br> samen, en <b>graag</b>.\n\nMet u.\n", Format::text},
        {"<18 jaar en ouder\n", Format::text},
        {"<naam> is leerling.\n", Format::text},
        {"< p > is kleiner.\n", Format::text},
        {"<j.jansen@school.nl> schreef:\n", Format::text},
        {"<b>Let op</b> <span hidden>Wij bieden</span>\n\nTekst\n", Format::html},
    };
    for (const Case& each : cases) {
        CAPTURE(std::string(each.text));
        CHECK(read_document("x", each.text).format == each.format);
    }
}

TEST_CASE("text is cleaned of what only matters to a typesetter") {
    struct Case {
        const char* given;
        const char* expected;
    };
    const std::vector<Case> cases = {
        {"  leer\u00ADling  en\tschool ", "leerling en school"},
        {"ﬁets en eﬀect", "fiets en effect"},
        {"co\u0308rdinator", "cördinator"},
        {"\u200Bonzichtbaar", "onzichtbaar"},
        {"\xFF kapot", "\uFFFD kapot"},
    };
    for (const auto& [given, expected] : cases) CHECK(clean(given) == expected);
}

TEST_CASE("a word that was broken at the end of a line is joined, an elision is not") {
    const auto joined = [](std::string first, const char* second) {
        join_line(first, second);
        return first;
    };
    CHECK(joined("de klach-", "tencommissie") == "de klachtencommissie");
    CHECK(joined("basis-", "en extra ondersteuning") == "basis- en extra ondersteuning");
    CHECK(joined("ma -", "vrij") == "ma - vrij");
    CHECK(joined("Noord-", "Holland") == "Noord- Holland");
    CHECK(joined("een", "woord") == "een woord");
}

}  // namespace toets::tests
