// Who speaks in a clause: this school, or somebody about any school.
#include "checker/documents/voice.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "checker/documents/clause_words.h"
#include "checker/documents/cues.h"
#include "checker/documents/hit_range.h"

namespace toets {
namespace {

constexpr std::uint32_t modal_tokens_max = 2;    ///< Between "scholen" and "verplicht".
constexpr std::uint32_t defined_tokens_max = 5;  ///< Between "een" and "is een".

/// What a sentence starts with that tells the reader what to do.
constexpr auto told = std::to_array<std::string_view>(
    {"Ga", "Neem", "Maak", "Meld", "Bel", "Bespreek", "Stuur", "Mail", "Vul", "Kom", "Dien", "Loop",
     "Praat", "Vraag", "Spreek", "Richt"});

/// What a sentence starts with that is about the one before it.
constexpr auto goes_on = std::to_array<std::string_view>(
    {"Het", "Dit", "Dat", "Deze", "Die", "Zij", "Hij", "Hierin", "Daarin"});

constexpr auto schools =
    std::to_array<std::string_view>({"Scholen", "Basisscholen", "Schoolbesturen"});
constexpr auto permissions = std::to_array<std::string_view>(
    {"mag", "mogen", "Mag", "Mogen", "kan", "kunnen", "Kan", "Kunnen"});
constexpr auto duties = std::to_array<std::string_view>(
    {"moet", "moeten", "Moet", "Moeten", "dient", "dienen", "verplicht", "plicht"});
constexpr auto articles = std::to_array<std::string_view>({"een", "het", "de", "wat"});

class Voice {
  public:
    Voice(const Document& document, const TermIndex& index, AnnotatedText& text)
        : document_(document),
          index_(index),
          text_(text),
          general_under_(document.blocks.size(), false) {}

    void mark() {
        // A text in which nobody speaks for a school goes on about any school under every heading.
        const bool is_of_a_school =
            std::any_of(text_.clauses.begin(), text_.clauses.end(), [&](const Clause& clause) {
                hits_ = hits_of(clause);
                return is_own(clause);
            });
        next_hit_ = 0;
        for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
            const BlockPlace& place = text_.places[i];
            if (text_.is_heading(i) && is_of_a_school)
                general_ = place.parent != no_heading && general_under_[place.parent];
            for (auto at = place.first_token; at < place.end_token;) {
                Clause& clause = text_.clauses[text_.tokens[at].clause];
                read(clause);
                at = clause.end;
            }
            if (place.heading != no_heading) general_under_[place.heading] = general_;
        }
    }

  private:
    void read(Clause& clause) {
        hits_ = hits_of(clause);
        if (holds(CueKind::elsewhere)) {
            general_ = true;
        } else if (is_own(clause)) {
            general_ = defining_ = false;
        } else if (is_general(clause)) {
            general_ = true;
        } else {
            defining_ =
                defines(clause) || (defining_ && has(clause.first, clause.first + 1, goes_on));
        }
        clause.general = general_ || defining_;
    }

    std::string_view word(std::uint32_t token) const { return word_text(document_, text_, token); }

    /// The hits of the clause; it is asked of each in reading order.
    std::span<const Hit> hits_of(const Clause& clause) {
        while (next_hit_ < text_.hits.size() && text_.hits[next_hit_].first < clause.first)
            ++next_hit_;
        std::size_t end = next_hit_;
        while (end < text_.hits.size() && text_.hits[end].first < clause.end) ++end;
        return std::span<const Hit>(text_.hits).subspan(next_hit_, end - next_hit_);
    }

    bool holds(CueKind kind) const { return any_cue(hits_, index_, kind); }

    /// "Wij", "mevrouw De Vries", an e-mail address; or the reader is told what to do.
    bool is_own(const Clause& clause) const {
        if (holds(CueKind::own) || has(clause.first, clause.first + 1, told)) return true;
        const Token& first = text_.tokens[clause.first];
        const auto words = std::string_view(document_.blocks[first.block].text)
                               .substr(first.begin, text_.tokens[clause.end - 1].end - first.begin);
        return words.find('@') != std::string_view::npos;
    }

    bool has(std::uint32_t first, std::uint32_t end,
             std::span<const std::string_view> words) const {
        return has_word(document_, text_, first, end, words);
    }

    /// A duty to do something ("scholen moeten spijbelen melden") tells parents what will be done.
    bool is_general(const Clause& clause) const {
        // "Scholen houden dat bij": which schools, it doesn't say.
        if (has(clause.first, clause.first + 1, schools) && !holds(CueKind::offering) &&
            !has(clause.first, clause.end, duties))
            return true;
        if (holds(CueKind::any_school) && !holds(CueKind::offering)) return true;
        if (!holds(CueKind::school)) return false;
        const bool had_or_made = holds(CueKind::having) || holds(CueKind::making);
        return any_cue(hits_, index_, CueKind::school, [&](const Hit& school) {
            // "School" has the stem of "scholen", and is mostly this one.
            if (school.end - school.first == 1 && !word(school.first).ends_with("en")) return false;
            const auto from =
                std::max(clause.first, school.first - std::min(school.first, modal_tokens_max));
            const auto to = std::min(clause.end, school.end + modal_tokens_max + 1);
            const bool leads = to == clause.end;
            return has(from, to, permissions) || ((leads || had_or_made) && has(from, to, duties));
        });
    }

    /// "Een arrangement is een ...", "Basisondersteuning is de hulp die ...": what a word means.
    bool defines(const Clause& clause) const {
        const bool indefinite = word(clause.first) == "Een" || word(clause.first) == "een";
        if (indefinite) {
            const auto last = std::min(clause.end, clause.first + defined_tokens_max + 2);
            for (auto at = clause.first + 2; at < last; ++at)
                if (says_what_is(at, clause)) return true;
            return false;
        }
        return std::any_of(hits_.begin(), hits_.end(), [&](const Hit& hit) {
            return hit.first == clause.first && index_.terms()[hit.term].role == TermRole::strong &&
                   says_what_is(hit.end, clause);
        });
    }

    /// "is een", "zijn de", "betekent".
    bool says_what_is(std::uint32_t at, const Clause& clause) const {
        if (at >= clause.end) return false;
        if (word(at) == "betekent") return true;
        return (word(at) == "is" || word(at) == "zijn") &&
               has(at + 1, std::min(clause.end, at + 2), articles);
    }

    const Document& document_;
    const TermIndex& index_;
    AnnotatedText& text_;
    std::vector<bool> general_under_;  ///< By heading: how its own text ended.
    std::size_t next_hit_ = 0;
    std::span<const Hit> hits_;  ///< Of the clause that is read.
    bool general_ = false;
    bool defining_ = false;
};

}  // namespace

void mark_general(const Document& document, const TermIndex& index, AnnotatedText& text) {
    Voice(document, index, text).mark();
}

}  // namespace toets
