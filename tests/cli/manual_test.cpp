// The manuals stay true: docs/toets.1 against --help, docs/formaat.md against the program.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
        found.insert((*at)[1]);
    return found;
}

/// The names below the heading of the commands in a help text.
std::vector<std::string> commands_in(const std::string& help) {
    std::vector<std::string> names;
    const std::size_t from = help.find("Opdrachten:\n");
    std::istringstream lines(from == std::string::npos ? "" : help.substr(from));
    for (std::string line; std::getline(lines, line);)
        if (line.size() > 3 && line.starts_with("  ") && line[2] != ' ')
            names.push_back(line.substr(2, line.find(' ', 2) - 2));
    return names;
}

/// Every command as it is typed, and what its --help says: `new rule` is below `new`.
std::map<std::string, std::string> helps() {
    std::map<std::string, std::string> all;
    std::vector<std::string> waiting = commands_in(run_toets({"--help"}).out);
    while (!waiting.empty()) {
        const std::string name = waiting.back();
        waiting.pop_back();
        const Run run = run_toets(words_of(name + " --help"));
        CHECK_MESSAGE(run.exit == 0, name);
        for (const std::string& below : commands_in(run.out)) waiting.push_back(name + " " + below);
        all.emplace(name, run.out);
    }
    return all;
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

TEST_CASE("the man page has a section for every command, and for no other") {
    const auto commands = helps();
    REQUIRE(commands.size() > 5);
    const std::string page = manual();
    std::set<std::string> sections;
    for (const auto& [name, help] : commands) {
        if (commands_in(help).empty())
            CHECK_MESSAGE(page.find("fBtoets " + name + "fR") != std::string::npos, name,
                          " is not in the synopsis of docs/toets.1");
        if (name.find(' ') == std::string::npos)
            sections.insert(name);
        else
            CHECK_MESSAGE(page.find(".B " + name + "\n") != std::string::npos, name,
                          " is not told in docs/toets.1");
    }
    CHECK(matches(page, "\\.SS ([a-z]+)") == sections);
}

TEST_CASE("README.md names every command, and no other") {
    std::set<std::string> names;
    for (const auto& [name, help] : helps())
        if (commands_in(help).empty()) names.insert(name);
    std::set<std::string> told;
    for (const std::string& row :
         matches(read_file(source_root() / "README.md"), "\n\\| (`toets [^|]*)\\|"))
        told.merge(matches(row, "`toets ([a-z]+(?: [a-z]+)?)"));
    CHECK(told == names);
}

TEST_CASE("the man page names every option, and no other") {
    std::set<std::string> options = matches(run_toets({"--help"}).out, "(--[a-z-]+)");
    for (const auto& [name, help] : helps()) options.merge(matches(help, "(--[a-z-]+)"));
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
