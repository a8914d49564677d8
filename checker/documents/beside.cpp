// Whether a word that a topic asks beside its terms stands beside one of them.
#include "checker/documents/beside.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "checker/documents/clause_words.h"
#include "checker/documents/words.h"

namespace toets {
namespace {

constexpr int clauses_before = 6;            ///< So far back "she" is still looked for.
constexpr int clauses_after = 60;            ///< Of an enumeration; no sentence has more pieces.
constexpr std::uint32_t pronoun_within = 3;  ///< "Ook bewaakt zij": so near the start.
constexpr std::size_t title_blocks = 4;      ///< A title stands within so many.

}  // namespace

BesideWords::BesideWords(const Document& document, const AnnotatedText& text,
                         const TermIndex& index, std::span<const Hit> hits)
    : document_(document), text_(text) {
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(words_),
                 [&](const Hit& hit) { return index.terms()[hit.term].role == TermRole::beside; });
}

bool BesideWords::are_with(const Hit& hit) const {
    const auto& where = text_.places[text_.block_of(hit)];
    if (are_in(sentences_to(hit))) return true;
    for (auto heading = where.heading; heading != no_heading;
         heading = text_.places[heading].parent)
        if (are_in({text_.places[heading].first_token, text_.places[heading].end_token}))
            return true;
    if (are_in(title())) return true;
    if (document_.blocks[text_.block_of(hit)].kind != BlockKind::list_item) return false;
    const auto above = text_.places[where.list_start > 0 ? where.list_start - 1 : 0];
    return are_in({above.first_token, above.end_token});
}

/// The heading that a document begins with; plain text shows no other headings under it.
Range BesideWords::title() const {
    for (std::uint32_t i = 0; i < std::min<std::size_t>(document_.blocks.size(), title_blocks); ++i)
        if (document_.blocks[i].kind == BlockKind::heading)
            return {text_.places[i].first_token, text_.places[i].end_token};
    return {};
}

/// The sentence of a hit, with those before it in the same block that tell who "she" is.
Range BesideWords::sentences_to(const Hit& hit) const {
    auto first = text_.tokens[hit.first].clause;
    auto last = first;
    for (int back = 0; back < clauses_before && leans_back(text_.clauses[first]); ++back) --first;
    for (int on = 0;
         on < clauses_after && last + 1 < text_.clauses.size() && goes_on(text_.clauses[last + 1]);
         ++on)
        ++last;
    return {text_.clauses[first].first, text_.clauses[last].end};
}

/// Whether a clause is of one sentence with the clause before it.
bool BesideWords::goes_on(const Clause& clause) const {
    return gap_before(document_, text_, clause).find_first_of(":;") != std::string_view::npos;
}

/// Whether a clause is about what the one before it names: "Zij coacht ...".
bool BesideWords::leans_back(const Clause& clause) const {
    if (goes_on(clause)) return true;
    if (gap_before(document_, text_, clause).empty()) return false;
    constexpr std::array<std::string_view, 6> pronouns = {"zij",  "ze",   "hij",
                                                          "deze", "haar", "hem"};
    const auto end = std::min(clause.end, clause.first + pronoun_within);
    for (auto at = clause.first; at < end; ++at) {
        const auto word = folded(word_text(document_, text_, at));
        if (std::find(pronouns.begin(), pronouns.end(), word) != pronouns.end()) return true;
    }
    return false;
}

bool BesideWords::are_in(Range range) const {
    const auto within = hits_in(words_, range);
    return std::any_of(within.begin(), within.end(),
                       [&](const Hit& word) { return word.end <= range.end; });
}

}  // namespace toets
