// What was found in the documents of one dossier, as the evaluation sees it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/documents/evidence.h"
#include "checker/vocabulary/vocabulary.h"

namespace toets {

/// What one document says: an answer per topic, and its words for `noemt`; empty when the file
/// could not be read.
struct DocumentAnswers {
    bool readable = false;
    std::string file;
    std::vector<TopicEvidence> topics;
    std::string folded_text;  ///< lower case, one space between words
};

/// ASCII letters in lower case, as `noemt` compares.
std::string folded(std::string text);

/// What the document in `file` says on every topic of the search.
DocumentAnswers answers_of(std::string file, const Document& document, const TopicSearch& search);

/// The documents of the rows of one table; a row without a file has none.
struct DocumentEvidence {
    TableId table = no_table;
    std::vector<std::optional<DocumentAnswers>> rows;
};

}  // namespace toets
