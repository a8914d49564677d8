// The manuals stay true: docs/toets.1 against --help, docs/formaat.md against the program.
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include <doctest/doctest.h>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

const std::vector<std::string> commands = {"check",  "scan",  "rules",  "test",
                                           "schema", "graph", "explain"};

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
        found.insert((*at)[1]);
    return found;
}

/// The man page without the backslashes of its hyphens.
std::string manual() {
    std::string text;
    for (const char c : read_file(source_root() / "docs/toets.1"))
        if (c != '\\') text += c;
    return text;
}

/// The text on one line, with one blank between words, so that it doesn't matter where it wraps.
std::string on_one_line(const std::string& text) {
    return std::regex_replace(text, std::regex("\\s+"), " ");
}

/// The first example of this kind in a page of the manual.
std::string example(const std::string& path, const std::string& kind) {
    const std::string page = read_file(source_root() / path);
    const std::string fence = "```" + kind + "\n";
    const std::size_t from = page.find(fence);
    REQUIRE(from != std::string::npos);
    const std::size_t to = page.find("```", from + fence.size());
    return page.substr(from + fence.size(), to - from - fence.size());
}

}  // namespace

TEST_CASE("the man page names every command, and no other") {
    const std::string help = run_toets({"--help"}).out;
    for (const std::string& each : commands) {
        CHECK_MESSAGE(help.find("  " + each + " ") != std::string::npos, each);
        CHECK_MESSAGE(manual().find(".SS " + each) != std::string::npos, each);
    }
    CHECK(matches(manual(), "\\.SS ([a-z]+)").size() == commands.size());
}

TEST_CASE("the man page names every option, and no other") {
    std::set<std::string> options = matches(run_toets({"--help"}).out, "(--[a-z-]+)");
    for (const std::string& each : commands)
        options.merge(matches(run_toets({each, "--help"}).out, "(--[a-z-]+)"));
    const std::string page = manual();
    for (const std::string& each : options)
        CHECK_MESSAGE(page.find(each) != std::string::npos, each, " is not in docs/toets.1");
    for (const std::string& each : matches(page, "(--[a-z-]+)"))
        CHECK_MESSAGE(options.contains(each), each, " is in docs/toets.1 and is no option");
}

TEST_CASE("the example in docs/formaat.md keeps to the schema and gives no problems with data") {
    const auto folder =
        std::filesystem::temp_directory_path() / ("toets-manual-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    const std::string dossier = (folder / "dossier.xml").string();
    const std::string schema = (folder / "dossier.xsd").string();
    std::ofstream(dossier, std::ios::binary) << example("docs/formaat.md", "xml");
    REQUIRE(run_toets({"schema", "--output", schema}).exit == 0);
    const Run valid = run_program("xmllint", {"--noout", "--schema", schema, dossier});
    CHECK_MESSAGE(valid.exit == 0, valid.err);
    const Run run = run_toets({"check", dossier, "--peildatum", "2026-11-01"});
    CHECK(run.exit == 1);
    CHECK_MESSAGE(run.out.find("Gegevens die niet kloppen") == std::string::npos, run.out);
    const std::string out = on_one_line(run.out);
    for (const std::string said : {"99DL", "leerling L01", "ONBEKEND", "OVERTREDING",
                                   "staat als onbekend in het dossier", "de lijst"})
        CHECK_MESSAGE(out.find(said) != std::string::npos, said, " is not in: ", run.out);
    std::filesystem::remove_all(folder);
}

TEST_CASE("what README.md shows of a report is what the program prints") {
    const Run run = run_toets(words_of("check fixtures/de-wilgenhoek --peildatum 2026-11-01"));
    const std::string shown = example("README.md", "text");
    const std::string gap = "[...]\n";
    for (std::size_t from = 0; from < shown.size();) {
        const std::size_t to = std::min(shown.find(gap, from), shown.size());
        const std::string piece = shown.substr(from, to - from);
        CHECK_MESSAGE(run.out.find(piece) != std::string::npos, piece, "is not in:\n", run.out);
        from = to + gap.size();
    }
}

}  // namespace toets::tests
