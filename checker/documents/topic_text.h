// What a document says on one topic: which of its terms describe it, and how much stands with them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "checker/documents/annotated_text.h"
#include "checker/documents/beside.h"
#include "checker/documents/document.h"
#include "checker/documents/hit_range.h"
#include "checker/documents/term_index.h"
#include "checker/documents/topic_headings.h"
#include "checker/vocabulary/topic.h"

namespace toets {

/// What stands in a range besides headings.
struct Substance {
    int words = 0;    ///< In clauses that describe.
    int figures = 0;  ///< The same; of the kind that the topic asks.
    bool points = false;
    bool promises = false;
    bool announces = false;
    bool general = false;
};

/// The hits of one topic in a text, and the words around them.
class TopicText {
  public:
    TopicText(const Document& document, const AnnotatedText& text, const TermIndex& index,
              const Topic& topic, std::span<const Hit> hits)
        : text_(text),
          index_(index),
          topic_(topic),
          hits_(hits),
          headings_(document, text, index, hits),
          beside_(document, text, index, hits),
          describing_(hits.size(), Asked::not_yet) {}

    std::span<const Hit> hits() const { return hits_; }
    /// The hits that begin in the range.
    std::span<const Hit> hits_in(Range range) const { return toets::hits_in(hits_, range); }
    const TopicHeadings& headings() const { return headings_; }

    TermRole role(const Hit& hit) const { return index_.terms()[hit.term].role; }
    std::uint32_t part(const Hit& hit) const { return index_.terms()[hit.term].part; }
    std::uint32_t block(const Hit& hit) const { return text_.block_of(hit); }
    const BlockPlace& place(const Hit& hit) const { return text_.places[block(hit)]; }
    bool is_heading(const Hit& hit) const { return text_.is_heading(block(hit)); }

    /// Whether a hit can support the topic.
    bool supports(const Hit& hit) const;
    /// Whether it does: it stands in text that describes, or is the heading of such text.
    bool describes(const Hit& hit) const;

    Substance substance(Range range) const;
    /// How many different terms in the range support the topic, each counted once, and of terms
    /// that overlap the first. `except` is the term that they are to support.
    int support(Range range, const Hit* except) const;
    /// How many different weak terms describe in the range.
    int weak_terms(Range range) const;
    /// The words near a hit, whatever the section: plain text often shows no sections.
    Range near(const Hit& hit, std::uint32_t distance) const;

  private:
    bool stands_in_text(const Hit& hit) const;
    bool heads_text(const Hit& hit) const;
    bool is_wanted_figure(const Token& token) const;

    const AnnotatedText& text_;
    const TermIndex& index_;
    const Topic& topic_;
    std::span<const Hit> hits_;
    TopicHeadings headings_;
    BesideWords beside_;
    enum class Asked : std::uint8_t { not_yet, yes, no };
    mutable std::vector<Asked> describing_;  ///< Per hit, for it is asked often.
};

}  // namespace toets
