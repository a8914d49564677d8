// All terms of all topics in one index, so that a text is searched for all of them at once.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checker/documents/cues.h"
#include "checker/documents/words.h"
#include "checker/vocabulary/topic.h"

namespace toets {

/// What a term is for its owner.
enum class TermRole : std::uint8_t { heading, strong, weak, beside, outdated, part, cue };

/// Whether a term is found only as itself, and not inside a longer word: a "coördinator" is not
/// just any "cultuurcoördinator".
constexpr bool is_whole(TermRole role) {
    return role == TermRole::heading || role == TermRole::beside || role == TermRole::cue;
}

/// One term: a row of stems that must follow each other.
struct Term {
    TermRole role = TermRole::weak;
    std::uint32_t owner = 0;   ///< The topic; for a cue, its kind.
    std::uint32_t family = 0;  ///< Of the topic.
    std::uint32_t part = 0;    ///< The part of the topic, for a part's term.
    std::vector<std::uint32_t> stems;
};

/// A stem of the index that a word holds: the word itself, or a part of a compound.
struct StemMatch {
    std::uint32_t stem = 0;
    bool whole_word = false;
};

/// A term by its beginning, so that most are told apart without a look at the rest.
struct TermStart {
    std::uint32_t term = 0;
    std::uint32_t second_stem = no_stem;  ///< Of a term of more than one word.
    static constexpr std::uint32_t no_stem = 0xFFFF'FFFF;
};

/// The index: terms by their first stem, stems by their spelling.
class TermIndex {
  public:
    explicit TermIndex(std::span<const Topic> topics);

    /// The stems that a folded word holds, each once.
    std::vector<StemMatch> stems_in(const std::string& folded, Stemmer& stemmer) const;

    const std::vector<Term>& terms() const { return terms_; }
    /// The terms that begin with a stem; the longest first.
    std::span<const TermStart> starting_with(std::uint32_t stem) const {
        return by_first_stem_[stem];
    }

  private:
    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Stems = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

    void add(std::string_view words, const Term& kind, Stemmer& stemmer);

    Stems stems_;        ///< By their spelling.
    Stems compounding_;  ///< Stems and whole words that are looked for inside longer words.
    Stems endings_;      ///< What a word may end in: "*gids" in a cue.
    std::vector<Term> terms_;
    std::vector<std::vector<TermStart>> by_first_stem_;
};

}  // namespace toets
