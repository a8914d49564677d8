// Whether a word that a topic asks beside its terms stands beside one of them.
#include "checker/documents/beside.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "checker/documents/hit_range.h"

namespace toets {
namespace {

constexpr int clauses_before = 6;            ///< So far back "she" is still looked for.
constexpr std::uint32_t pronoun_within = 3;  ///< "Ook bewaakt zij": so near the start.
constexpr std::size_t title_blocks = 4;      ///< A title stands within so many.

class Surroundings {
  public:
    Surroundings(const Document& document, const AnnotatedText& text, const TermIndex& index,
                 std::span<const Hit> hits)
        : document_(document), text_(text), index_(index), hits_(hits) {}

    bool holds(const Hit& hit) const {
        const auto number = text_.block_of(hit);
        const auto& where = text_.places[number];
        if (has_beside(sentences_to(hit))) return true;
        for (auto heading = where.heading; heading != no_heading;
             heading = text_.places[heading].parent)
            if (has_beside({text_.places[heading].first_token, text_.places[heading].end_token}))
                return true;
        if (has_beside(title())) return true;
        if (document_.blocks[number].kind != BlockKind::list_item) return false;
        auto above = number;
        while (above > 0 && document_.blocks[above].kind == BlockKind::list_item) --above;
        return has_beside({text_.places[above].first_token, text_.places[above].end_token});
    }

  private:
    /// The heading that a document begins with; plain text shows no other headings under it.
    Range title() const {
        for (std::uint32_t i = 0; i < std::min<std::size_t>(document_.blocks.size(), title_blocks);
             ++i)
            if (document_.blocks[i].kind == BlockKind::heading)
                return {text_.places[i].first_token, text_.places[i].end_token};
        return {};
    }

    /// The sentence of a hit, with those before it in the same block that tell who "she" is.
    Range sentences_to(const Hit& hit) const {
        auto first = text_.tokens[hit.first].clause;
        auto last = first;
        for (int back = 0; back < clauses_before && leans_back(text_.clauses[first]); ++back)
            --first;
        while (last + 1 < text_.clauses.size() && goes_on(text_.clauses[last + 1])) ++last;
        return {text_.clauses[first].first, text_.clauses[last].end};
    }

    /// Whether a clause is of one sentence with the clause before it.
    bool goes_on(const Clause& clause) const {
        return gap_before(document_, text_, clause).find_first_of(":;") != std::string_view::npos;
    }

    /// Whether a clause is about what the one before it names: "Zij coacht ...".
    bool leans_back(const Clause& clause) const {
        if (goes_on(clause)) return true;
        if (gap_before(document_, text_, clause).empty()) return false;
        constexpr std::array<std::string_view, 6> pronouns = {"zij",  "ze",   "hij",
                                                              "deze", "haar", "hem"};
        const std::string_view text = document_.blocks[text_.tokens[clause.first].block].text;
        const auto end = std::min(clause.end, clause.first + pronoun_within);
        for (auto at = clause.first; at < end; ++at) {
            const auto& token = text_.tokens[at];
            const auto word = folded(text.substr(token.begin, token.end - token.begin));
            if (std::find(pronouns.begin(), pronouns.end(), word) != pronouns.end()) return true;
        }
        return false;
    }

    bool has_beside(Range range) const {
        const auto hits = hits_in(hits_, range);
        return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
            return hit.end <= range.end && index_.terms()[hit.term].role == TermRole::beside;
        });
    }

    const Document& document_;
    const AnnotatedText& text_;
    const TermIndex& index_;
    std::span<const Hit> hits_;
};

}  // namespace

bool stands_beside(const Document& document, const AnnotatedText& text, const TermIndex& index,
                   std::span<const Hit> hits, const Hit& hit) {
    return Surroundings(document, text, index, hits).holds(hit);
}

}  // namespace toets
