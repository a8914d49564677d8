// Where a document comes near a topic that it does not treat.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "checker/documents/annotated_text.h"
#include "checker/documents/evidence.h"
#include "checker/documents/grading.h"

namespace toets {

/// The hits of one topic, in reading order, and how often each term of the index occurs.
struct TopicHits {
    std::span<const Hit> hits;
    std::span<const std::uint32_t> occurrences;
};

/// The blocks that hold the most telling words of the topic, nearest first, without the one that
/// the grade rests on and the heading above it. Of blocks that follow each other in one section
/// only the nearest.
std::vector<NearMiss> near_misses(const Document& document, const AnnotatedText& text,
                                  const TermIndex& index, TopicHits found, const Candidate& best);

}  // namespace toets
