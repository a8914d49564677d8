// A document as the search sees it: words, clauses with what they do, sections, and every place
// where a term of a topic stands. Made in one pass.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <vector>

#include "checker/documents/document.h"
#include "checker/documents/figures.h"
#include "checker/documents/term_index.h"

namespace toets {

/// A word of a block.
struct Token {
    std::uint32_t block = 0;
    std::uint32_t clause = 0;
    std::uint32_t word = 0;   ///< The same number for the same folded word.
    std::uint32_t begin = 0;  ///< Byte offsets in the text of the block.
    std::uint32_t end = 0;
    NumberKind number = NumberKind::none;
};

/// A piece of a sentence between . ! ? ; and :, never over the end of a block.
struct Clause {
    std::uint32_t first = 0;  ///< Tokens [first, end).
    std::uint32_t end = 0;
    bool points = false;  ///< Holds a cue of that kind.
    bool promises = false;
    bool announces = false;
    bool general = false;              ///< Holds for any school, or says what a word means.
    bool other_text = false;           ///< Of an advert, minutes, news or tips: no policy.
    std::vector<std::uint32_t> lists;  ///< Families of which it names three topics or more: a list.

    /// Whether it can be the substance of a topic.
    bool describes(const Topic& topic) const {
        return !points && !promises && !announces && !other_text &&
               (!general || topic.general_counts) &&
               std::find(lists.begin(), lists.end(), topic.family) == lists.end();
    }
};

/// A place where a term stands.
struct Hit {
    std::uint32_t term = 0;
    std::uint32_t first = 0;  ///< Tokens [first, end).
    std::uint32_t end = 0;
    bool absent = false;    ///< What it names is said not to be there: "kent geen".
    bool exceeded = false;  ///< It is said to fall short, or to be gone beyond: no offer.
    bool needed = false;    ///< Pupils are said to need it, and not to get it.
    bool negated = false;   ///< "geen" before it, "niet beschikbaar" after it.
};

/// Where a block stands. Numbers of blocks; `no_heading` before the first heading.
struct BlockPlace {
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;
    std::uint32_t heading = 0;      ///< The nearest heading above; for a heading, itself.
    std::uint32_t parent = 0;       ///< For a heading: the heading above it with a higher level.
    std::uint32_t section_end = 0;  ///< For a heading or label: the first block past its section.
    std::uint32_t list_start = 0;   ///< For a list item: the first of its list.
    bool only_names = false;        ///< A contents entry, or an item in a list of subjects.
};
constexpr std::uint32_t no_heading = 0xFFFF'FFFF;

/// A heading with a heading term of a topic that gave way to a longer one of another topic in its
/// family.
struct CededHeading {
    std::uint32_t block = 0;
    std::uint32_t topic = 0;

    auto operator<=>(const CededHeading&) const = default;
};

/// The whole of it. `hits` holds no cues, and stands in reading order.
struct AnnotatedText {
    std::vector<Token> tokens;
    std::vector<Clause> clauses;
    std::vector<BlockPlace> places;  ///< One for each block.
    std::vector<Hit> hits;
    std::vector<CededHeading> ceded;  ///< Ascending.

    /// Whether a block heads a section; the label of a value is set as a heading, and heads none.
    bool is_heading(std::uint32_t block) const { return places[block].heading == block; }
    std::uint32_t block_of(const Hit& hit) const { return tokens[hit.first].block; }
    const Clause& clause_of(const Hit& hit) const { return clauses[tokens[hit.first].clause]; }
};

/// Reads all words once and finds all terms of the index.
AnnotatedText annotate(const Document& document, const TermIndex& index);

}  // namespace toets
