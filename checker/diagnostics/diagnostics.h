// Everything that can be wrong with what a user wrote, as data: code, place, arguments. The
// wording of both languages stands in diagnostics.def and nowhere else.
#pragma once

#include <string>
#include <vector>

#include "checker/text/source.h"

namespace toets {

enum class Level { error, warning, note };
enum class UserLanguage { nl, en };

enum class Code {
#define DIAGNOSTIC(code, level, dutch, english) code,
#include "checker/diagnostics/diagnostics.def"
#undef DIAGNOSTIC
};

/// One thing that is wrong: `args` fill the {} of the code's text in order; `suggestion` is the
/// word that was probably meant, or empty; `chain` are further places, in order (a cycle's lines).
struct Diagnostic {
    Code code;
    Span span;
    std::vector<std::string> args;
    std::string suggestion = {};
    std::vector<Span> chain = {};
};

using Diagnostics = std::vector<Diagnostic>;

Level level(Code code);
/// The code's name as it stands in the table, for people who search the manual.
std::string name(Code code);
bool has_errors(const Diagnostics& diagnostics);

/// The text without place, one line, in the user's language.
std::string message(const Diagnostic& diagnostic, UserLanguage language);

/// All diagnostics as lines `file:line:column: level: text [code]`, each with the offending text
/// underlined, sorted by source and place.
std::string render(const Diagnostics& diagnostics, const Sources& sources, UserLanguage language);

/// As render, without the offending text: for dossiers, which hold what no report may show.
std::string render_without_text(const Diagnostics& diagnostics, const Sources& sources,
                                UserLanguage language);

}  // namespace toets
