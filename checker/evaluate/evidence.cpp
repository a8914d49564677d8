#include "checker/evaluate/evidence.h"

namespace toets {

std::string folded(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
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
