#include "checker/evaluate/evidence.h"

namespace toets {

std::string folded(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

const DocumentAnswers* answers_for(const Documents* documents, TableId table, RowIndex row) {
    if (documents == nullptr) return nullptr;
    for (const DocumentEvidence& each : *documents)
        if (each.table == table && row < each.rows.size() && each.rows[row])
            return &*each.rows[row];
    return nullptr;
}

DocumentAnswers answers_of(std::string file, const Document& document, const TopicSearch& search) {
    DocumentAnswers made;
    made.file = std::move(file);
    made.readable = document.readable;
    if (!document.readable) return made;
    made.topics = search.search(document);
    for (const Block& block : document.blocks) made.folded_text += block.text + ' ';
    made.folded_text = folded(std::move(made.folded_text));
    return made;
}

}  // namespace toets
