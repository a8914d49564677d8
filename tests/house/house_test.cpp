// The house rules that no compiler keeps: who includes whom, how long a file is, what each rule of
// the rule set must have. The tables come first; a change of plan is a change of a table.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/house/scanner.h"
#include "tests/house/source_tree.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

using Names = std::set<std::string, std::less<>>;

/// The rooms, and for each the rooms that it may include beside itself.
const std::map<std::string, Names, std::less<>> rooms{
    {"text", {}},
    {"calendar", {}},
    {"diagnostics", {"text"}},
    {"language", {"text", "diagnostics", "calendar"}},
    {"vocabulary", {"text", "diagnostics", "calendar", "language"}},
    {"rulebook", {"text", "diagnostics", "calendar", "language", "vocabulary"}},
    {"order", {"text", "diagnostics", "calendar", "language", "vocabulary", "rulebook"}},
    {"facts", {"text", "calendar", "vocabulary"}},
    {"dossier", {"text", "diagnostics", "calendar", "vocabulary", "facts"}},
    {"documents", {"text", "diagnostics", "vocabulary"}},
    {"findings",
     {"text", "diagnostics", "calendar", "vocabulary", "rulebook", "facts", "documents"}},
    {"evaluate",
     {"text", "diagnostics", "calendar", "vocabulary", "rulebook", "facts", "documents",
      "findings"}},
    {"trial",
     {"text", "diagnostics", "calendar", "language", "vocabulary", "rulebook", "order", "facts",
      "documents", "findings", "evaluate"}},
    {"report",
     {"text", "diagnostics", "calendar", "vocabulary", "rulebook", "order", "facts", "documents",
      "findings", "evaluate"}},
    {"pages",
     {"text", "diagnostics", "calendar", "language", "vocabulary", "rulebook", "findings",
      "report"}},
    {"cli",
     {"text", "diagnostics", "calendar", "language", "vocabulary", "rulebook", "order", "facts",
      "dossier", "documents", "findings", "evaluate", "trial", "report", "pages"}},
};

/// A library, known by how its headers start, and the rooms that keep it.
struct Library {
    std::string_view headers;
    Names kept_by;
};

const std::vector<Library> libraries{
    {"antlr4", {"language"}},    {"pugixml", {"dossier", "documents"}},
    {"boost/", {"order"}},       {"spdlog/", {"cli"}},
    {"CLI/", {"cli"}},           {"poppler/", {"documents"}},
    {"zip.h", {"documents"}},    {"cmark.h", {"documents"}},
    {"libxml/", {"documents"}},  {"libstemmer", {"documents"}},
    {"unicode/", {"documents"}}, {"nlohmann/", {}},
    {"re2/", {"text"}},          {"rapidjson/", {"report"}},
};

constexpr std::size_t lines_max = 400;

/// Files that may be longer than `lines_max`, each with the reason why it is one thing.
const std::map<std::string, std::string_view, std::less<>> long_files{};

/// Words of schools and of the law: they live in rules/, where a jurist can change them.
constexpr std::array<std::string_view, 5> domain_words{
    "leerling", "schoolgids", "hoorrecht", "handelingsdeel", "ontwikkelingsperspectief"};

/// What reads the wall clock. Clocks that only measure a limit of time are no part of this.
constexpr std::array<std::string_view, 5> wall_clocks{"system_clock", "std::time(", "localtime",
                                                      "gmtime", "gettimeofday"};

/// What writes to the console.
constexpr std::array<std::string_view, 5> consoles{"std::cout", "std::cerr", "std::clog",
                                                   "printf(stdout", "printf(stderr"};

/// Marks of work that was left; in two halves, so that this file has none.
constexpr std::array<std::string_view, 2> marks{
    "TO"
    "DO",
    "FIX"
    "ME"};

constexpr std::array<std::string_view, 6> empty_names{"utils", "util",    "common",
                                                      "misc",  "helpers", "helper"};

const std::vector<std::string> cpp{".h", ".cpp", ".def"};

std::string at(const SourceFile& file, std::size_t line) {
    return file.path + ":" + std::to_string(line);
}

std::string listed(const Names& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "no other room" : text;
}

bool may_include(const std::string& room, const std::string& other) {
    const auto allowed = rooms.find(room);
    return room == other || (allowed != rooms.end() && allowed->second.contains(other));
}

/// Whether a room can be reached from itself through the table.
bool in_cycle(const std::string& room) {
    Names reached;
    std::vector<std::string> open{room};
    while (!open.empty()) {
        const std::string next = open.back();
        open.pop_back();
        for (const std::string& other : rooms.at(next))
            if (reached.insert(other).second) open.push_back(other);
    }
    return reached.contains(room);
}

template <std::size_t N>
void check_absent(const SourceFile& file, const std::array<std::string_view, N>& words,
                  std::string_view what_to_do) {
    const std::string code = without_comments(file.text);
    for (const std::string_view word : words)
        for (const std::size_t line : lines_with(code, word))
            FAIL_CHECK(at(file, line), ": '", word, "' ", what_to_do);
}

}  // namespace

TEST_CASE("every room stands in the table, and the table has no cycle") {
    for (const SourceFile& file : files_under(source_root(), "checker", cpp)) {
        const std::string room = room_of(file.path);
        CHECK_MESSAGE(rooms.contains(room), file.path,
                      ": stands in no known room; move it, or add the room to tests/house");
    }
    for (const auto& entry : rooms) {
        const std::string& room = entry.first;
        CHECK_MESSAGE(!in_cycle(room), room, " may include itself through other rooms");
        for (const std::string& other : entry.second)
            CHECK_MESSAGE(rooms.contains(other), room, " may include ", other,
                          ", which is no room");
    }
}

TEST_CASE("a room includes only itself and the rooms that the table allows") {
    for (const SourceFile& file : files_under(source_root(), "checker", cpp)) {
        const std::string room = room_of(file.path);
        for (const Include& include : includes_of(file.text)) {
            const std::string other = room_of(include.header);
            if (other.empty() || may_include(room, other)) continue;
            const auto allowed = rooms.find(room);
            FAIL_CHECK(at(file, include.line), ": ", room, "/ may not include ", include.header,
                       "; it may include ",
                       allowed == rooms.end() ? "nothing" : listed(allowed->second));
        }
    }
}

TEST_CASE("our own headers are included from the top of the repository") {
    for (const SourceFile& file : files_under(source_root(), "checker", cpp))
        for (const Include& include : includes_of(file.text))
            // The parser's headers are generated; they have no place in the tree.
            if (include.quoted && room_of(file.path) != "language")
                CHECK_MESSAGE(include.header.starts_with("checker/"), at(file, include.line),
                              ": write \"checker/<room>/", include.header,
                              "\" for a header of ours, <", include.header, "> for a library's");
}

TEST_CASE("a library stays in the rooms that keep it") {
    for (const SourceFile& file : files_under(source_root(), "checker", cpp))
        for (const Include& include : includes_of(file.text))
            for (const Library& library : libraries)
                if (include.header.starts_with(library.headers))
                    CHECK_MESSAGE(library.kept_by.contains(room_of(file.path)),
                                  at(file, include.line), ": only ", listed(library.kept_by),
                                  " may include ", include.header,
                                  "; let that room hand over a plain type");
}

TEST_CASE("no file of the engine is too long to know") {
    for (const SourceFile& file : files_under(source_root(), "checker", cpp)) {
        const std::size_t length = lines_of(file.text).size();
        if (long_files.contains(file.path))
            CHECK_MESSAGE(length > lines_max, file.path,
                          ": is short again; take it off the list in tests/house");
        else
            CHECK_MESSAGE(length <= lines_max, file.path, ": has ", length, " lines, over ",
                          lines_max, "; split it by idea, or list it in tests/house with a reason");
    }
}

TEST_CASE("the engine knows no word of schools: rules and vocabulary are data") {
    for (const SourceFile& file : files_under(source_root(), "checker", cpp))
        check_absent(file, domain_words, "belongs in rules/; the engine sees a term and its type");
}

TEST_CASE("only cli/ asks what day it is") {
    for (const SourceFile& file : files_under(source_root(), "checker", cpp))
        if (room_of(file.path) != "cli")
            check_absent(file, wall_clocks, "reads the clock; take the peildatum as an argument");
}

TEST_CASE("only cli/ writes to the console") {
    for (const SourceFile& file : files_under(source_root(), "checker", cpp))
        if (room_of(file.path) != "cli")
            check_absent(file, consoles, "writes to the console; return the text or a diagnostic");
}

TEST_CASE("nothing is marked as left for later") {
    const std::vector<std::string> kinds{".h",  ".cpp",   ".def",           ".g4",
                                         ".sh", ".cmake", "CMakeLists.txt", ".regels"};
    for (const std::string folder : {"checker", "grammar", "rules", "tests"})
        for (const SourceFile& file : files_under(source_root(), folder, kinds))
            for (const std::string_view mark : marks) {
                // In capitals only: a fotodossier is a word.
                std::size_t number = 0;
                for (const std::string_view line : lines_of(file.text)) {
                    ++number;
                    CHECK_MESSAGE(line.find(mark) == std::string_view::npos, at(file, number), ": ",
                                  mark, "; do it, or make it an issue");
                }
            }
}

TEST_CASE("every rule has a test beside it") {
    std::map<std::string, std::string> tests;
    std::vector<SourceFile> rules;
    constexpr std::string_view test_suffix = ".test.regels";
    for (SourceFile& file : files_under(source_root(), "rules", {".regels"})) {
        if (!file.path.ends_with(test_suffix)) {
            rules.push_back(std::move(file));
            continue;
        }
        const std::string stem = file.path.substr(0, file.path.size() - test_suffix.size());
        tests.emplace(stem + ".regels", std::move(file.text));
    }
    for (const SourceFile& file : rules) {
        const std::string stem = file.path.substr(0, file.path.size() - 7);
        const auto beside = tests.find(file.path);
        const auto tested = beside == tests.end() ? std::vector<std::string>{}
                                                  : names_after("test", beside->second);
        for (const std::string& rule : names_after("regel", file.text))
            CHECK_MESSAGE(std::find(tested.begin(), tested.end(), rule) != tested.end(), file.path,
                          ": rule ", rule, " has no test; write `test ", rule, "` in ", stem,
                          test_suffix);
        tests.erase(file.path);
    }
    for (const auto& [rule_file, text] : tests)
        FAIL_CHECK(rule_file, ": its .test.regels is there, but the file itself isn't");
}

TEST_CASE("every folder is named after an idea") {
    for (const std::string top : {"checker", "grammar", "rules", "fixtures", "tests", "docs"})
        for (const std::string& folder : folders_under(source_root(), top)) {
            const std::string_view name = std::string_view(folder).substr(folder.rfind('/') + 1);
            CHECK_MESSAGE(
                std::find(empty_names.begin(), empty_names.end(), name) == empty_names.end(),
                folder, ": says nothing about what is in it; name the idea");
        }
}

}  // namespace toets::tests
