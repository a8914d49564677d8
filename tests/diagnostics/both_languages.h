// Golden files of diagnostics hold both languages, so that every row of the table is read in both.
#pragma once

#include <string>

#include "checker/diagnostics/diagnostics.h"

namespace toets::tests {

/// What a user sees, first in Dutch and then in English; empty when nothing is wrong.
inline std::string in_both_languages(const Diagnostics& diagnostics, const Sources& sources) {
    if (diagnostics.empty()) return {};
    return "[nl]\n" + render(diagnostics, sources, UserLanguage::nl) + "\n[en]\n" +
           render(diagnostics, sources, UserLanguage::en);
}

}  // namespace toets::tests
