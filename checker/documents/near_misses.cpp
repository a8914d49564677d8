// Where a document comes near a topic: the blocks with the most telling of its words.
#include "checker/documents/near_misses.h"

#include <algorithm>
#include <set>

#include "checker/documents/passages.h"

namespace toets {
namespace {

constexpr int scale = 100;
constexpr int heading_bonus = 2 * scale;
constexpr int common_from = 8;  ///< A word that stands in so many places tells half as much.

/// A block with words of the topic.
struct Near {
    std::uint32_t block = 0;
    std::uint32_t token = 0;  ///< Of the most telling word.
    int closeness = 0;
};

/// What a term tells about the subject; a part, and a word that the topic asks beside its terms,
/// only tell something beside another term.
int weight(const Term& term) {
    switch (term.role) {
        case TermRole::strong:
        case TermRole::heading:
            return 6;
        case TermRole::outdated:
            return 5;
        case TermRole::weak:
            return 2 * static_cast<int>(term.stems.size());
        case TermRole::part:
        case TermRole::beside:
            return 1;
        case TermRole::cue:
            break;
    }
    return 0;
}

/// Every block that holds a term of the topic, in reading order.
std::vector<Near> blocks_with(const Document& document, const AnnotatedText& text,
                              const TermIndex& index, TopicHits found) {
    std::vector<Near> blocks;
    for (std::size_t i = 0; i < found.hits.size();) {
        Near near{text.block_of(found.hits[i]), 0, 0};
        std::set<std::uint32_t> terms;
        int most = 0;
        bool only_parts = true;
        for (; i < found.hits.size() && text.block_of(found.hits[i]) == near.block; ++i) {
            const Hit& hit = found.hits[i];
            if (!terms.insert(hit.term).second) continue;
            const Term& term = index.terms()[hit.term];
            const auto times = static_cast<int>(std::min(found.occurrences[hit.term], 1000U));
            const int telling = weight(term) * scale * common_from / (common_from + times);
            near.closeness += telling;
            only_parts =
                only_parts && (term.role == TermRole::part || term.role == TermRole::beside);
            if (telling > most) near.token = hit.first;
            most = std::max(most, telling);
        }
        if (only_parts) continue;
        const bool heading = document.blocks[near.block].kind == BlockKind::heading;
        if (heading) near.closeness += heading_bonus;
        if (text.places[near.block].only_names) near.closeness /= 4;
        blocks.push_back(near);
    }
    return blocks;
}

}  // namespace

std::vector<NearMiss> near_misses(const Document& document, const AnnotatedText& text,
                                  const TermIndex& index, TopicHits found, const Candidate& best) {
    auto blocks = blocks_with(document, text, index, found);
    std::stable_sort(blocks.begin(), blocks.end(),
                     [](const Near& a, const Near& b) { return a.closeness > b.closeness; });
    const bool rests = best.grade != Grade::not_found;
    const auto taken = rests ? text.tokens[best.token].block : no_heading;
    const auto above = rests ? text.places[taken].heading : no_heading;
    std::vector<std::uint32_t> shown;
    std::vector<NearMiss> nearest;
    for (const Near& each : blocks) {
        if (nearest.size() == near_misses_max) break;
        if (each.block == taken || each.block == above) continue;
        const bool beside = std::any_of(shown.begin(), shown.end(), [&](std::uint32_t block) {
            const bool next = each.block <= block + 1 && block <= each.block + 1;
            return next && text.places[each.block].heading == text.places[block].heading;
        });
        if (beside) continue;
        shown.push_back(each.block);
        nearest.push_back({passage_at(document, text, each.token), each.closeness, {}});
    }
    return nearest;
}

}  // namespace toets
