// What the headings that hold a term of a topic tell about it.
#pragma once

#include <cstdint>
#include <span>

#include "checker/documents/annotated_text.h"
#include "checker/documents/document.h"
#include "checker/documents/term_index.h"

namespace toets {

/// The headings of a document as one topic sees them. `hits` are its own, in reading order.
class TopicHeadings {
  public:
    TopicHeadings(const Document& document, const AnnotatedText& text, const TermIndex& index,
                  std::span<const Hit> hits)
        : document_(document),
          text_(text),
          index_(index),
          hits_(hits),
          owner_(hits.empty() ? 0 : index.terms()[hits.front().term].owner) {}

    /// Whether the heading that holds the term is short enough to be about it.
    bool is_about(const Hit& hit) const;

    /// Whether it is about a part of the subject, or about something else: it is one word of the
    /// topic among others. "Begeleiding bij de overblijf" is not about "begeleiding".
    bool narrows(const Hit& hit) const;

    /// Whether a heading holds a strong term and so carries the subject; another needs it in its
    /// text.
    bool carries(std::uint32_t heading) const;

    /// Whether a heading with a word of the topic is the name of another topic of its family:
    /// "Extra ondersteuning" is not about "ondersteuning" in general.
    bool is_of_another(std::uint32_t heading) const;

  private:
    TermRole role(const Hit& hit) const { return index_.terms()[hit.term].role; }
    std::span<const Hit> hits_in_block(std::uint32_t block) const;

    const Document& document_;
    const AnnotatedText& text_;
    const TermIndex& index_;
    std::span<const Hit> hits_;
    std::uint32_t owner_;  ///< The number of the topic.
};

}  // namespace toets
