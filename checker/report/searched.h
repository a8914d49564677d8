// Private to the room: where a topic was sought in vain, what came near, and what to write about.
#pragma once

#include <string>
#include <vector>

#include "checker/report/dossier_report.h"
#include "checker/report/words.h"

namespace toets {

/// "bladzijde 4, Contact > Adressen: “Bel de school.”"
std::string passage_place(const Passage& passage, UserLanguage language);

/// What was sought, in words: the title of a topic, or a text.
std::string sought_text(const Sought& sought, UserLanguage language);

/// "gids.pdf, 79 bladzijden; bijlage.docx, 12 alinea's"; without the name of a single file.
std::string searched_text(const std::vector<SearchedFile>& files, UserLanguage language);

/// The places that come nearest to what a reading sought and did not find, the nearest first;
/// empty for a reading that found more than the words.
std::vector<NearMiss> nearest_to(const Reading& reading);

/// The same as texts.
std::vector<std::string> near_texts(const Reading& reading, UserLanguage language);

/// What a text must treat to give the reading content: the subject, the parts that it lacks, and
/// whether a figure belongs to it. No title when the reading asks nothing more.
struct Wanted {
    std::string title;
    std::vector<std::string> parts;
    bool figure = false;
};
Wanted wanted_by(const Reading& reading, const RuleContext& rules);

/// "de klachten, met het adres; een getal of bedrag"; empty when nothing more is wanted.
std::string wanted_text(const Wanted& wanted, UserLanguage language);

}  // namespace toets
