// What was found in the documents of one dossier, as the evaluation sees it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "checker/documents/evidence.h"
#include "checker/facts/facts.h"
#include "checker/rulebook/rulebook.h"
#include "checker/vocabulary/vocabulary.h"

namespace toets {

/// Where a block of a document stands in its text as a whole.
struct TextPlace {
    std::size_t begin = 0;  ///< where the block begins in the text of all
    Passage passage;        ///< without its quotation
    std::string file;       ///< of a document in several files: the one that it stands in
};

/// What one document says: an answer per topic, and its words for `noemt`; empty when the file
/// could not be read.
struct DocumentAnswers {
    bool readable = false;
    std::string file;
    std::vector<TopicEvidence> topics;
    std::string text;               ///< all its blocks, a space after each
    std::string folded_text;        ///< the same in small letters, as `noemt` compares
    std::vector<TextPlace> places;  ///< of the blocks in `text`, ascending
    bool complete = true;           ///< whether all its pieces and pages were read
    std::vector<SearchedFile> searched;
};

/// What the document in `file` says on every topic of the search.
DocumentAnswers answers_of(std::string file, const Document& document, const TopicSearch& search);

/// The documents of the rows of one table; a row without a file has none.
struct DocumentEvidence {
    TableId table = no_table;
    std::vector<std::optional<DocumentAnswers>> rows;
};

/// The documents of a whole dossier: one for each table whose rows name files.
using Documents = std::vector<DocumentEvidence>;

/// How well a grade answers, from 0; what could not be read answers better than silence.
int worth(Grade grade);

/// The answers of several files as those of one document: of each topic the best passage, with the
/// name of its file. A piece that was not read makes what was not found unknown.
DocumentAnswers combined(std::vector<DocumentAnswers> pieces);

/// Asks for the answers of one file, named by a row that stands at `offset` in the dossier; null
/// when nobody has that file.
using AskFile =
    std::function<std::optional<DocumentAnswers>(const std::string& file, std::uint32_t offset)>;

/// The documents that the rows of a dossier name, each with its further pieces.
Documents documents_of(const Facts& facts, const RuleBook& book, const AskFile& ask);

/// A place in the folded text of a document; unknown when what was sought is.
struct Mention {
    Truth truth = Truth::unknown;
    std::size_t at = 0, length = 0;
};

/// What a document states against another source or against itself: of values that differ the first
/// of each, or what is stated when nothing differs.
struct Conflict {
    Truth truth = Truth::unknown;
    std::vector<StatedValue> stated;
};

/// What was found for a row; null when it names no file, or its table none.
const DocumentAnswers* answers_for(const Documents* documents, TableId table, RowIndex row);

}  // namespace toets
