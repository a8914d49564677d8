// Whether a word that a topic asks beside its terms stands beside one of them.
#pragma once

#include <span>
#include <vector>

#include "checker/documents/annotated_text.h"
#include "checker/documents/hit_range.h"

namespace toets {

/// The words of a document that one topic asks beside its terms.
class BesideWords {
  public:
    /// `hits` are those of the topic, in reading order.
    BesideWords(const Document& document, const AnnotatedText& text, const TermIndex& index,
                std::span<const Hit> hits);

    /// Whether one of them stands in the sentence of `hit`, in one that it leans on, in a heading
    /// above it, in the title of the document, or in the line over the list that it stands in.
    bool are_with(const Hit& hit) const;

  private:
    bool are_in(Range range) const;
    Range title() const;
    Range sentences_to(const Hit& hit) const;
    bool goes_on(const Clause& clause) const;
    bool leans_back(const Clause& clause) const;

    const Document& document_;
    const AnnotatedText& text_;
    std::vector<Hit> words_;  ///< In reading order.
};

}  // namespace toets
