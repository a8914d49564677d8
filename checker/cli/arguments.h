// What the user asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/calendar/date.h"
#include "checker/diagnostics/diagnostics.h"
#include "checker/rulebook/rulebook.h"

namespace toets {

enum class Command {
    check,
    scan,
    rules,
    test,
    schema,
    graph,
    explain,
    pages,
    new_rule,
    new_dossier
};
enum class OutputFormat { text, json, dot, svg, sarif, github };

/// Exit codes, as the manual promises them.
enum class Exit { kept = 0, findings = 1, wrong_use = 2, unreadable = 3 };

struct Arguments {
    Command command = Command::check;
    std::vector<std::string> paths;
    std::vector<std::string> rules, parameters, only, facts;
    bool rules_named = false;  ///< by the user; else `rules` are those that came with the program
    std::string rule, subject, output;
    Date peildatum{};
    Severity severity = Severity::info;
    UserLanguage language = UserLanguage::nl;
    OutputFormat format = OutputFormat::text;
    unsigned threads = 0;
    bool read_documents = true;
    bool together = false;  ///< check: the documents are pieces of one
    bool coverage = false, mutate = false;
    unsigned minimum = 0;  ///< percentage of mutants that must be killed
    bool ocr = false;
    bool verbose = false;
    bool only_compare = false;  ///< pages: write nothing, tell what differs
};

enum class Text {
#define TEXT(name, dutch, english) name,
#include "checker/cli/phrases.def"
#undef TEXT
};
const char* text(Text which, UserLanguage language);

/// What to do next: run with these arguments, or end now with this code (help, version, wrong use).
struct Parsed {
    std::optional<Arguments> arguments;
    Exit exit = Exit::kept;
};

/// Reads the command line; `today` is the default peildatum. Help and errors are printed here.
Parsed parse_arguments(int argc, char** argv, Date today);

}  // namespace toets
