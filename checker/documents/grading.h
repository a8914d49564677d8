// How well a document treats one topic: the places that name it, each weighed, and the best taken.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "checker/documents/annotated_text.h"
#include "checker/documents/evidence.h"

namespace toets {

/// A place with the grade that it would give on its own.
struct Candidate {
    Grade grade = Grade::not_found;
    std::uint32_t token = 0;  ///< The word to quote from.
    bool close = true;        ///< A term of this topic alone, or in a section of it.
};

/// The place of a part's term; `found` false when the part does not stand near the topic.
struct PartPlace {
    bool found = false;
    std::uint32_t token = 0;
};

/// What was found on one topic.
struct Graded {
    Candidate best;
    std::vector<PartPlace> parts;
    bool outdated = false;
    std::uint32_t outdated_token = 0;
};

/// Weighs the hits of one topic (all of them, in reading order). The grade is not_found when
/// there are none; pages that could not be read are the caller's concern.
Graded grade_topic(const Document& document, const AnnotatedText& text, const TermIndex& index,
                   const Topic& topic, std::span<const Hit> hits);

}  // namespace toets
