#include "checker/documents/other_texts.h"

#include <algorithm>

#include "checker/documents/hit_range.h"

namespace toets {
namespace {

constexpr std::uint32_t heading_words_min = 3;  ///< "De nieuwsbrief" is about it, and is none.

/// Blocks [first, end).
struct Blocks {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

/// The section in which a block stands, without what stands above it; for a heading, its own.
Blocks section_of(std::uint32_t block, const AnnotatedText& text) {
    const auto heading = text.places[block].heading;
    if (heading != no_heading) return {heading, text.places[heading].section_end};
    const auto next = std::find_if(text.places.begin() + block, text.places.end(),
                                   [](const auto& place) { return place.heading != no_heading; });
    return {0, static_cast<std::uint32_t>(next - text.places.begin())};
}

void mark(Blocks blocks, AnnotatedText& text) {
    for (auto number = blocks.first; number < blocks.end; ++number) {
        const BlockPlace& place = text.places[number];
        for (auto at = place.first_token; at < place.end_token;) {
            Clause& clause = text.clauses[text.tokens[at].clause];
            clause.other_text = true;
            at = clause.end;
        }
    }
}

}  // namespace

void mark_other_texts(const Document& document, const TermIndex& index, AnnotatedText& text) {
    for (const Hit& hit : text.hits) {
        const auto block = text.block_of(hit);
        if (text.places[block].only_names) continue;
        const Term& term = index.terms()[hit.term];
        const BlockPlace& place = text.places[block];
        const bool names = text.is_heading(block) && is_cue(term, CueKind::other_heading);
        if (names && block == 0)
            mark({0, static_cast<std::uint32_t>(document.blocks.size())}, text);
        else if (is_cue(term, CueKind::other_text) ||
                 (names && place.end_token - place.first_token >= heading_words_min))
            mark(section_of(block, text), text);
    }
}

}  // namespace toets
