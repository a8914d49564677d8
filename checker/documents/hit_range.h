// A stretch of words, the terms in it, and what stands before a clause.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "checker/documents/annotated_text.h"

namespace toets {

/// Tokens [first, end).
struct Range {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

/// Whether a term is a cue of that kind.
inline bool is_cue(const Term& term, CueKind kind) {
    return term.role == TermRole::cue && static_cast<CueKind>(term.owner) == kind;
}

/// The hits, of those in reading order, that begin in the range.
inline std::span<const Hit> hits_in(std::span<const Hit> hits, Range range) {
    const auto begins_before = [](const Hit& hit, std::uint32_t at) { return hit.first < at; };
    const auto from = std::lower_bound(hits.begin(), hits.end(), range.first, begins_before);
    return {from, std::lower_bound(from, hits.end(), range.end, begins_before)};
}

/// Whether one of the hits is a cue of that kind and passes the test.
template <typename Test>
bool any_cue(std::span<const Hit> hits, const TermIndex& index, CueKind kind, Test test) {
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        return is_cue(index.terms()[hit.term], kind) && test(hit);
    });
}

/// Whether one of the hits is a cue of that kind.
inline bool any_cue(std::span<const Hit> hits, const TermIndex& index, CueKind kind) {
    return any_cue(hits, index, kind, [](const Hit&) { return true; });
}

/// The characters before a clause in its block; empty for the first.
inline std::string_view gap_before(const Document& document, const AnnotatedText& text,
                                   const Clause& clause) {
    const auto& start = text.tokens[clause.first];
    if (clause.first == text.places[start.block].first_token) return {};
    const auto before = text.tokens[clause.first - 1].end;
    return std::string_view(document.blocks[start.block].text).substr(before, start.begin - before);
}

}  // namespace toets
