// One pass over a document for all topics, then each topic graded from its own hits.
#include "checker/documents/evidence.h"

#include <utility>

#include "checker/documents/annotated_text.h"
#include "checker/documents/grading.h"
#include "checker/documents/near_misses.h"
#include "checker/documents/passages.h"
#include "checker/documents/stated_values.h"
#include "checker/documents/term_index.h"

namespace toets {
namespace {

/// Without all of the text nothing can be said to be absent, only to be there.
Grade with_unread_pages(Grade grade) {
    switch (grade) {
        case Grade::not_found:
        case Grade::mention:
        case Grade::heading_only:
            return Grade::unreadable;
        case Grade::content:
        case Grade::pointer:
        case Grade::negated:
        case Grade::outdated:
        case Grade::unreadable:
            return grade;
    }
    return grade;
}

TopicEvidence evidence_from(const Document& document, const AnnotatedText& text, const Topic& topic,
                            const Graded& graded) {
    TopicEvidence evidence;
    evidence.grade = graded.best.grade;
    if (graded.best.grade != Grade::not_found)
        evidence.best = passage_at(document, text, graded.best.token);
    for (std::size_t i = 0; i < topic.parts.size(); ++i) {
        PartEvidence part{topic.parts[i].name, graded.parts[i].found, {}, {}};
        if (part.found) part.passage = passage_at(document, text, graded.parts[i].token);
        evidence.parts.push_back(std::move(part));
    }
    evidence.also_outdated = graded.outdated;
    if (graded.outdated)
        evidence.outdated_passage = passage_at(document, text, graded.outdated_token);
    return evidence;
}

/// Of the values of a topic.
using ValuePatterns = std::vector<std::optional<ValuePattern>>;

}  // namespace

struct TopicSearch::Prepared {
    std::vector<Topic> topics;
    TermIndex index;
    std::vector<ValuePatterns> patterns;  ///< For each topic.
};

namespace {

std::vector<ValuePatterns> patterns_of(std::span<const Topic> topics) {
    std::vector<ValuePatterns> made(topics.size());
    for (std::size_t i = 0; i < topics.size(); ++i)
        for (const TopicValue& value : topics[i].values) made[i].push_back(pattern_of(value));
    return made;
}

}  // namespace

TopicSearch::TopicSearch(std::span<const Topic> topics)
    : prepared_(std::make_unique<const Prepared>(
          Prepared{{topics.begin(), topics.end()}, TermIndex(topics), patterns_of(topics)})) {}

TopicSearch::~TopicSearch() = default;
TopicSearch::TopicSearch(TopicSearch&&) noexcept = default;
TopicSearch& TopicSearch::operator=(TopicSearch&&) noexcept = default;

std::vector<TopicEvidence> TopicSearch::search(const Document& document) const {
    const auto& [topics, index, patterns] = *prepared_;
    const auto text = annotate(document, index);
    std::vector<std::vector<Hit>> hits_of(topics.size());
    std::vector<std::uint32_t> occurrences(index.terms().size());
    for (const auto& hit : text.hits) {
        hits_of[index.terms()[hit.term].owner].push_back(hit);
        ++occurrences[hit.term];
    }
    std::vector<TopicEvidence> evidence;
    evidence.reserve(topics.size());
    for (std::size_t i = 0; i < topics.size(); ++i) {
        const auto graded = grade_topic(document, text, index, topics[i], hits_of[i]);
        evidence.push_back(evidence_from(document, text, topics[i], graded));
        for (const auto& pattern : patterns[i])
            evidence.back().values.push_back(
                pattern ? stated_values(document, text, index, hits_of[i], *pattern)
                        : std::vector<StatedValue>());
        if (graded.best.grade != Grade::content)
            evidence.back().near_misses =
                near_misses(document, text, index, {hits_of[i], occurrences}, graded.best);
        if (!document.readable) {
            evidence.back().grade = Grade::unreadable;
        } else if (!document.pages_without_text.empty()) {
            evidence.back().grade = with_unread_pages(evidence.back().grade);
        }
    }
    return evidence;
}

}  // namespace toets
