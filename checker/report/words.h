// The phrases of the reports, by name, in the user's language.
#pragma once

#include <string>

#include "checker/calendar/term.h"
#include "checker/diagnostics/diagnostics.h"
#include "checker/findings/finding.h"

namespace toets {

enum class Phrase {
#define WORD(name, dutch, english) name,
#include "checker/report/words.def"
#undef WORD
};

const char* phrase(Phrase which, UserLanguage language);

Phrase outcome_phrase(Outcome outcome, Severity severity);
Phrase grade_phrase(Grade grade);
Phrase truth_phrase(Truth truth);
Phrase holiday_phrase(Holiday holiday);

/// One step of a term as a phrase.
std::string term_step_text(const TermStep& step, UserLanguage language);

/// "WPO artikel 40a lid 6 (tekst 1 januari 2026)".
std::string citation_text(const Citation& citation, UserLanguage language);

/// The address of the cited article at wetten.overheid.nl, as a Juriconnect reference
/// (version 1.3); empty where the source is no law.
std::string citation_link(const Citation& citation);

}  // namespace toets
