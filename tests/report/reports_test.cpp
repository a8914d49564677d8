// Reports as their readers get them: the program is run on the small rule set and the dossiers in
// cases/, and what it prints is compared with the golden file that cases/opdrachten.txt names.
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "checker/report/words.h"
#include "tests/cli/run_toets.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

std::filesystem::path cases() { return source_root() / "tests/report/cases"; }

/// A golden file, and the arguments that produce it.
struct Case {
    std::string golden;
    std::vector<std::string> arguments;
};

std::vector<Case> all_cases() {
    std::vector<Case> found;
    std::istringstream lines(read_file(cases() / "opdrachten.txt"));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t colon = line.find(": ");
        REQUIRE_MESSAGE(colon != std::string::npos, line);
        found.push_back({line.substr(0, colon), words_of(line.substr(colon + 2))});
    }
    return found;
}

Run run_case(const Case& each) {
    std::vector<std::string> arguments = each.arguments;
    arguments.insert(arguments.end(), {"--rules", "regels"});
    const bool pictures_rules = each.arguments.size() == 1 && each.arguments.front() == "graph";
    if (!pictures_rules) arguments.insert(arguments.end(), {"--peildatum", "2026-04-15"});
    return run_toets(arguments, cases());
}

/// JSON is compared field by field in the order of the report, a line each, so that a diff is
/// short.
std::string laid_out(const std::string& json) {
    return nlohmann::ordered_json::parse(json).dump(2) + "\n";
}

bool contains_all(const std::string& text, const char* phrase) {
    const std::string whole = phrase;
    std::size_t at = 0;
    for (std::size_t from = 0; from <= whole.size();) {
        const std::size_t to = std::min(whole.find("{}", from), whole.size());
        at = text.find(whole.substr(from, to - from), at);
        if (at == std::string::npos) return false;
        from = to + 2;
    }
    return true;
}

/// All golden files of one language, line by line, with wrapped lines joined to those before them.
std::string all_golden(const std::string& suffix) {
    std::string all;
    for (const auto& path : files_in(cases(), suffix)) {
        const std::string text = read_file(path);
        bool after_line = false;
        for (const char c : text) {
            if (c == '\n')
                after_line = true;
            else if (after_line && c != ' ') {
                all += ' ';
                after_line = false;
            }
            if (c == '\n' || (after_line && c == ' ')) continue;
            all += c;
        }
        all += ' ';
    }
    return all;
}

}  // namespace

TEST_CASE("every command in cases/opdrachten.txt prints its golden file") {
    for (const Case& each : all_cases()) {
        CAPTURE(each.golden);
        const Run run = run_case(each);
        CHECK(run.exit >= 0);
        CHECK(run.exit <= 3);
        const bool json = each.golden.ends_with(".json");
        const std::string produced = json ? laid_out(run.out) : run.out;
        CHECK(produced == golden(cases() / each.golden, produced));
    }
}

TEST_CASE("every golden file of a report has a command that prints it") {
    std::set<std::string> named;
    for (const Case& each : all_cases())
        CHECK_MESSAGE(named.insert(each.golden).second, each.golden);
    for (const std::string suffix : {".nl.txt", ".en.txt", ".json", ".dot"})
        for (const auto& path : files_in(cases(), suffix)) {
            const std::string name = path.filename().string();
            CHECK_MESSAGE((named.contains(name) || name.starts_with("woorden.")), name);
        }
}

TEST_CASE("every phrase occurs in a golden file, in both languages") {
    const std::string text[] = {all_golden(".nl.txt"), all_golden(".en.txt")};
    const std::pair<std::string, Phrase> phrases[] = {
#define WORD(name, dutch, english) {#name, Phrase::name},
#include "checker/report/words.def"
#undef WORD
    };
    for (const auto& each : phrases) {
        const char* dutch = phrase(each.second, UserLanguage::nl);
        CHECK_MESSAGE(contains_all(text[0], dutch), each.first, " (nl)");
        const char* english = phrase(each.second, UserLanguage::en);
        CHECK_MESSAGE(contains_all(text[1], english), each.first, " (en)");
    }
}

TEST_CASE("no value of a confidential kenmerk stands in a golden file") {
    // those of alles.xml and in-orde.xml, as written and as a date is worded
    const std::vector<std::string> secrets = {"Kade",          "Brink",
                                              "Plein 1",       "Steeg",
                                              "1980-05-17",    "17 mei 1980",
                                              "1990-11-02",    "1975-01-30",
                                              "1969-08-08",    "8 augustus 1969",
                                              "8 August 1969", "2015-02-11",
                                              "2001-12-24",    "24 december 2001",
                                              "1950-13-01",    "2016-07-19"};
    for (const std::string suffix : {".nl.txt", ".en.txt", ".json", ".dot"})
        for (const auto& path : files_in(cases(), suffix)) {
            const std::string text = read_file(path);
            for (const std::string& secret : secrets)
                CHECK_MESSAGE(text.find(secret) == std::string::npos, path.filename().string(),
                              " shows ", secret);
        }
}

TEST_CASE("no line of a report ends in a blank or is wider than a page") {
    constexpr std::size_t width = 100;
    for (const std::string suffix : {".nl.txt", ".en.txt"})
        for (const auto& path : files_in(cases(), suffix)) {
            const std::string name = path.filename().string();
            if (name.starts_with("uitleg")) continue;  // a rule's own words stay on one line
            std::istringstream lines(read_file(path));
            for (std::string line; std::getline(lines, line);) {
                CHECK_MESSAGE(!line.ends_with(' '), name, ": ", line);
                const bool problem = line.find(".xml:") != std::string::npos;
                CHECK_MESSAGE((problem || code_points(line) <= width), name, ": ", line);
            }
        }
}

TEST_CASE("JSON reports keep to docs/rapport.schema.json") {
    const std::string schema = (source_root() / "docs/rapport.schema.json").string();
    const std::string program =
        "import json, sys, jsonschema\n"
        "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
        "jsonschema.Draft202012Validator.check_schema(schema)\n"
        "validator = jsonschema.Draft202012Validator(schema)\n"
        "errors = [f'{path}: {list(e.absolute_path)}: {e.message[:300]}'\n"
        "          for path in sys.argv[2:]\n"
        "          for e in validator.iter_errors(json.load(open(path, encoding='utf-8')))]\n"
        "print('\\n'.join(errors[:20]))\n"
        "sys.exit(1 if errors else 0)\n";
    std::vector<std::string> arguments = {"-c", program, schema};
    for (const auto& path : files_in(cases(), ".json")) arguments.push_back(path.string());
    REQUIRE(arguments.size() > 4);

    // and what comes of the schools that are shipped with the program, in both commands
    const auto folder =
        std::filesystem::temp_directory_path() / ("toets-report-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    for (const std::string command : {"check", "scan"})
        for (const std::string language : {"nl", "en"}) {
            const std::string path = (folder / (command + "-" + language + ".json")).string();
            const Run run = run_toets({command, "fixtures", "--peildatum", "2026-11-01", "--format",
                                       "json", "--lang", language, "--output", path});
            CHECK_MESSAGE(run.exit == 3, run.err);  // fixtures/kapot can't all be read
            arguments.push_back(path);
        }
    const Run validation = run_program("/usr/bin/python3", arguments);
    CHECK_MESSAGE(validation.exit == 0, validation.out, validation.err);
    std::filesystem::remove_all(folder);
}

}  // namespace toets::tests
