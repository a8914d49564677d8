// What was found in the documents of one dossier, as the evaluation sees it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/documents/evidence.h"
#include "checker/facts/facts.h"
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

/// The documents of a whole dossier: one for each table whose rows name files.
using Documents = std::vector<DocumentEvidence>;

/// What was found for a row; null when it names no file, or its table none.
const DocumentAnswers* answers_for(const Documents* documents, TableId table, RowIndex row);

}  // namespace toets
