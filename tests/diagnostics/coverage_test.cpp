// Every message stands in a golden file, where its wording is read by a person whenever it changes.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checker/diagnostics/diagnostics.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

namespace fs = std::filesystem;

/// What holds diagnostics as users see them.
const std::set<std::string> golden_suffixes = {".diagnostics", ".order"};

/// Messages that no golden file needs to hold, each with the reason.
const std::map<std::string, std::string> exceptions = {
    {"dossier_too_heavy", "the golden file would need ten thousand rows: tests/cli"},
    {"dossier_too_large", "the golden file would need a dossier of 512 MB"},
    {"unreadable_file", "about a file that isn't there: tests/cli"},
    {"unreadable_folder", "about a folder that git can't keep: tests/cli"},
    {"not_a_file", "about a pipe, which git doesn't keep: tests/cli"},
    {"rules_too_large", "the golden file would need rules of 16 MB: tests/cli"},
    {"no_rule_files", "about an empty folder, which git doesn't keep: tests/cli"},
    {"date_far_ahead", "needs the day of the check: tests/dossier/reading_test.cpp"},
    {"only_settings", "about a file for an option of the command line: tests/cli"},
    {"document_too_slow", "would take half a minute: tests/documents"},
    {"document_broke_reader", "no library is known to break: tests/documents"},
    {"document_reader_missing", "about a machine without a program: tests/documents"},
    {"document_not_opened", "about a file without rights, which git doesn't keep: tests/cli"},
    {"document_ocr_missing", "about a machine without a program: tests/cli"},
    {"not_understood", "a last resort: nothing that is known gives it"},
};

std::vector<fs::path> golden_files() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(source_root() / "tests"))
        if (golden_suffixes.contains(entry.path().extension().string()))
            found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("every message occurs in a golden file, or is an exception with a reason") {
    std::string all;
    for (const auto& path : golden_files()) all += read_file(path);
    for (const std::string& code : std::vector<std::string>{
#define DIAGNOSTIC(code, level, dutch, english) #code,
#include "checker/diagnostics/diagnostics.def"
#undef DIAGNOSTIC
         }) {
        const bool is_covered = all.find(" [" + code + "]\n") != std::string::npos;
        const bool is_exception = exceptions.contains(code);
        CHECK_MESSAGE((is_covered || is_exception), code,
                      ": add a case that gives this message, or remove its row");
    }
}

TEST_CASE("every golden file of diagnostics has the input that it belongs to") {
    for (const auto& path : golden_files()) {
        auto rules = path;
        auto dossier = path;
        const bool has_input = fs::exists(rules.replace_extension(".regels")) ||
                               fs::exists(dossier.replace_extension(".xml"));
        CHECK_MESSAGE(has_input, path.string());
    }
}

}  // namespace toets::tests
