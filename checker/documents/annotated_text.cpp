// Words, clauses, sections and hits of a document, in one pass.
#include "checker/documents/annotated_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <span>
#include <string_view>

#include "checker/documents/clause_words.h"
#include "checker/documents/figures.h"
#include "checker/documents/hit_range.h"
#include "checker/documents/line_form.h"
#include "checker/documents/listings.h"
#include "checker/documents/other_texts.h"
#include "checker/documents/sections.h"
#include "checker/documents/voice.h"
#include "checker/documents/word_numbers.h"
#include "checker/text/ascii.h"

namespace toets {
namespace {

constexpr std::uint32_t negation_ahead_tokens = 3;  ///< Between "geen" and what it denies.
constexpr std::uint32_t negation_after_tokens = 5;
constexpr std::uint32_t lack_tokens = 3;           ///< Between "basiszorg" and "onvoldoende".
constexpr std::uint32_t condition_tokens_max = 2;  ///< Between "als" and "geen".
constexpr std::uint32_t making_tokens_max = 4;     ///< Between "nog niet" and "vastgesteld".
constexpr std::uint32_t having_tokens_max = 3;     ///< Between "heeft" and "geen".
constexpr std::uint32_t need_tokens = 60;          ///< Between a need and what is given for it.
constexpr std::uint32_t term_tokens_max = 16;      ///< Longer terms are not denied, only found.

/// Beside what pupils need they tell what is done about it.
constexpr auto giving = std::to_array<std::string_view>(
    {"krijgt",   "krijgen",   "geeft",       "geven",       "biedt",       "bieden",
     "helpt",    "helpen",    "begeleidt",   "begeleiden",  "ondersteunt", "ondersteunen",
     "zet",      "zetten",    "inzetten",    "ingezet",     "stelt",       "stellen",
     "maakt",    "maken",     "kan",         "kunnen",      "wordt",       "worden",
     "werkt",    "werken",    "overlegt",    "overleggen",  "bespreekt",   "bespreken",
     "schakelt", "schakelen", "zoekt",       "zoeken",      "volgt",       "volgen",
     "vraagt",   "vragen",    "organiseert", "organiseren", "zorgt",       "zorgen",
     "komt",     "komen",     "gaat",        "gaan"});

/// What makes "nog" mean more of the same.
constexpr auto after_nog =
    std::to_array<std::string_view>({"een", "eens", "extra", "meer", "steeds", "altijd"});

/// Reads the words of all blocks, each distinct word once through the stemmer.
class Annotator {
  public:
    Annotator(const Document& document, const TermIndex& index)
        : document_(document), index_(index) {}

    AnnotatedText annotate() {
        constexpr std::size_t bytes_per_word = 5;  // fewer would move all tokens once
        std::size_t bytes = 0;
        for (const auto& block : document_.blocks) bytes += block.text.size();
        text_.tokens.reserve(bytes / bytes_per_word);
        text_.places.reserve(document_.blocks.size());
        for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) read_block(i);
        place_sections(document_, text_);
        find_terms();
        drop_covered_headings();
        settle_cues();
        mark_general(document_, index_, text_);
        mark_other_texts(document_, index_, text_);
        mark_listings(document_, index_, text_);
        std::erase_if(text_.hits, [&](const Hit& hit) { return role(hit) == TermRole::cue; });
        return std::move(text_);
    }

  private:
    void read_block(std::uint32_t number) {
        const std::string_view text = document_.blocks[number].text;
        BlockPlace place;
        place.first_token = static_cast<std::uint32_t>(text_.tokens.size());
        place.only_names = document_.blocks[number].kind == BlockKind::contents_entry;
        place.list_start = list_start(number);
        bool asks = false;  // The clause starts with a question word.
        for (WordReader reader(text); reader.next();) {
            const auto [begin, end] = reader.word();
            const auto at = static_cast<std::uint32_t>(text_.tokens.size());
            const bool first = at == place.first_token;
            const auto last_end = first ? 0 : text_.tokens.back().end;
            if (first || ends_clause(text.substr(last_end, begin - last_end), text.substr(begin))) {
                if (!first) close_clause(asks, text.substr(last_end, begin - last_end));
                text_.clauses.emplace_back();
                text_.clauses.back().first = at;
                asks = is_question_word(reader.folded());
            }
            text_.clauses.back().end = at + 1;
            Token token;
            token.block = number;
            token.clause = static_cast<std::uint32_t>(text_.clauses.size() - 1);
            token.word = word_number(reader.folded());
            token.begin = begin;
            token.end = end;
            token.number = number_kind(text.substr(begin, end - begin), text.substr(0, begin),
                                       text.substr(end));
            text_.tokens.push_back(token);
        }
        place.end_token = static_cast<std::uint32_t>(text_.tokens.size());
        if (place.end_token > place.first_token)
            close_clause(asks, text.substr(text_.tokens.back().end));
        text_.places.push_back(place);
        if (text.find('[') != std::string_view::npos) find_blanks(place, text);
    }

    std::uint32_t list_start(std::uint32_t block) const {
        const auto is_item = [&](std::uint32_t number) {
            return document_.blocks[number].kind == BlockKind::list_item;
        };
        return block > 0 && is_item(block) && is_item(block - 1)
                   ? text_.places[block - 1].list_start
                   : block;
    }

    /// "Wij vragen € [bedrag]. [Noem hier de commissie.]": a template that nobody filled in. A note
    /// in brackets starts with no letter, and a link has its address behind it.
    void find_blanks(const BlockPlace& place, std::string_view text) {
        auto at = place.first_token;  // All before it are marked, or before the bracket.
        std::size_t close = 0;
        for (auto open = text.find('['); open != std::string_view::npos;
             open = text.find('[', open + 1)) {
            if (close <= open) close = text.find(']', open);
            if (close == std::string_view::npos) return;
            const bool to_fill = open + 1 < close && (is_letter(text[open + 1]) ||
                                                      text.substr(open + 1).starts_with(".."));
            const bool link = text.substr(close + 1).starts_with('(');
            if (!to_fill || link) continue;
            while (at < place.end_token && text_.tokens[at].end <= open) ++at;
            for (; at < place.end_token && text_.tokens[at].begin < close; ++at)
                text_.clauses[text_.tokens[at].clause].promises = true;
        }
    }

    /// A question ("Hoe zit het met de ouderbijdrage?") announces what it does not yet say, and
    /// what ends in "nog" is still to come.
    void close_clause(bool asks, std::string_view after) {
        auto& clause = text_.clauses.back();
        const bool question = after.find('?') != std::string_view::npos;
        clause.announces = clause.announces || (asks && question);
        // "Daarover praat de raad nog."
        clause.promises =
            clause.promises || (!question && word_text(document_, text_, clause.end - 1) == "nog");
    }

    std::uint32_t word_number(const std::string& folded) {
        const auto [number, is_new] = words_.number_of(folded);
        if (is_new) {
            stems_of_word_.push_back(index_.stems_in(folded, stemmer_));
            std::uint64_t marks = 0;
            for (const auto& match : stems_of_word_.back()) marks |= mark_of(match.stem);
            stem_marks_.push_back(marks);
        }
        return number;
    }

    /// One of 64 bits for a stem: a word without it does not hold the stem.
    static std::uint64_t mark_of(std::uint32_t stem) { return std::uint64_t{1} << (stem % 64); }

    void find_terms() {
        const auto& tokens = text_.tokens;
        for (std::uint32_t at = 0; at < tokens.size(); ++at) {
            // Few words are of any term, so they are told apart in a table that stays in the cache.
            if (stem_marks_[tokens[at].word] == 0) continue;
            const bool ends = at + 1 == tokens.size() || tokens[at + 1].block != tokens[at].block;
            const std::uint64_t next = ends ? 0 : stem_marks_[tokens[at + 1].word];
            for (const auto& match : stems_of_word_[tokens[at].word])
                for (const auto& start : index_.starting_with(match.stem)) {
                    if (start.second_stem != TermStart::no_stem &&
                        (next & mark_of(start.second_stem)) == 0)
                        continue;
                    const auto end = end_of(index_.terms()[start.term], match, at);
                    if (end > at) text_.hits.push_back({start.term, at, end});
                }
        }
    }

    /// The token past the term that starts at `at`, or `at` when it doesn't stand there.
    std::uint32_t end_of(const Term& term, const StemMatch& first, std::uint32_t at) const {
        const bool whole_words = is_whole(term.role);
        if (whole_words && !first.whole_word) return at;
        const auto block_end = text_.places[text_.tokens[at].block].end_token;
        if (at + term.stems.size() > block_end) return at;
        for (std::uint32_t i = 1; i < term.stems.size(); ++i) {
            const auto& stems = stems_of_word_[text_.tokens[at + i].word];
            const bool same = std::any_of(stems.begin(), stems.end(), [&](const StemMatch& m) {
                return m.stem == term.stems[i] && (m.whole_word || !whole_words);
            });
            if (!same) return at;
        }
        return at + static_cast<std::uint32_t>(term.stems.size());
    }

    TermRole role(const Hit& hit) const { return index_.terms()[hit.term].role; }

    /// A heading "extra X" is not the heading "X" of another topic: the heading terms of a topic
    /// give way to a longer heading of another one at the same place, and to a longer strong term
    /// of one in its family.
    void drop_covered_headings() {
        std::vector<Hit> kept;
        kept.reserve(text_.hits.size());
        for (const auto& hit : text_.hits)
            if (role(hit) != TermRole::heading || !is_covered(hit)) kept.push_back(hit);
        text_.hits = std::move(kept);
        std::sort(text_.ceded.begin(), text_.ceded.end());
    }

    bool is_covered(const Hit& hit) {
        const auto from = hit.first - std::min(hit.first, term_tokens_max);
        for (const Hit& other : hits_in(text_.hits, {from, hit.first + 1})) {
            const bool longer =
                other.end >= hit.end && other.end - other.first > hit.end - hit.first;
            const Term& covering = index_.terms()[other.term];
            const Term& covered = index_.terms()[hit.term];
            const bool names =
                role(other) == TermRole::heading ||
                (role(other) == TermRole::strong && covering.family == covered.family);
            if (!longer || !names || covering.owner == covered.owner) continue;
            const auto block = text_.block_of(hit);
            if (covering.family == covered.family && text_.is_heading(block))
                text_.ceded.push_back({block, covered.owner});
            return true;
        }
        return false;
    }

    void settle_cues() {
        for (const auto& cue : text_.hits) {
            if (role(cue) != TermRole::cue) continue;
            auto& clause = text_.clauses[text_.tokens[cue.first].clause];
            const auto kind = static_cast<CueKind>(index_.terms()[cue.term].owner);
            settle_clause(cue, kind, clause);
            settle_terms(cue, kind, clause);
        }
    }

    /// What a cue makes of its clause.
    void settle_clause(const Hit& cue, CueKind kind, Clause& clause) const {
        switch (kind) {
            case CueKind::pointer:
                clause.points = true;
                return;
            case CueKind::channel:
                clause.points = clause.points || !holds(around(cue, clause), CueKind::doing);
                return;
            case CueKind::promise:
                clause.promises = clause.promises || !asks_more(cue, clause) ||
                                  is_beside(clause, cue, CueKind::making, making_tokens_max);
                return;
            case CueKind::announcement:
                clause.announces = true;
                return;
            case CueKind::not_yet:
                if (is_beside(clause, cue, CueKind::making, making_tokens_max) ||
                    (cue.end == clause.end &&
                     follows(clause, cue, CueKind::having, having_tokens_max)))
                    clause.promises = true;
                return;
            default:
                return;
        }
    }

    /// "Soms wordt nog een bijdrage gevraagd": one more, and nothing that is still to come.
    bool asks_more(const Hit& cue, const Clause& clause) const {
        return word_text(document_, text_, cue.end - 1) == "nog" &&
               has_word(document_, text_, cue.end, std::min(cue.end + 1, clause.end), after_nog);
    }

    /// What a cue makes of the terms near it.
    void settle_terms(const Hit& cue, CueKind kind, const Clause& clause) {
        const auto back = [&](std::uint32_t tokens) {
            return cue.first - std::min(cue.first, tokens);
        };
        switch (kind) {
            case CueKind::negation_ahead:
                // A denial that is only supposed: "als ouders geen bijdrage betalen".
                if (follows(clause, cue, CueKind::condition, condition_tokens_max)) return;
                return mark_hits(
                    cue, clause, cue.end, cue.end + negation_ahead_tokens,
                    [absent = follows(clause, cue, CueKind::having, having_tokens_max)](Hit& hit) {
                        hit.negated = true;
                        hit.absent = hit.absent || absent;
                    });
            case CueKind::negation_after:
                return mark_hits(cue, clause, back(negation_after_tokens), cue.first,
                                 [](Hit& hit) { hit.negated = true; });
            case CueKind::lack:
                return mark_hits(cue, clause, back(lack_tokens), cue.first,
                                 [](Hit& hit) { hit.exceeded = true; });
            case CueKind::excess:
                return mark_hits(cue, clause, cue.end, cue.end + lack_tokens,
                                 [](Hit& hit) { hit.exceeded = true; });
            case CueKind::denial:  // "De bijdrage is niet vrijwillig."
                return mark_hits(cue, clause, cue.end, cue.end + 1, [&](Hit& hit) {
                    hit.negated = hit.negated || role(hit) == TermRole::part;
                });
            case CueKind::needed:
            case CueKind::need:
                return settle_need(cue, kind, clause);
            default:
                return;
        }
    }

    void settle_need(const Hit& cue, CueKind kind, const Clause& clause) {
        const Range near = around(cue, clause);
        if (kind == CueKind::needed && !holds(near, CueKind::having)) return;
        if (has_word(document_, text_, near.first, near.end, giving)) return;
        mark_hits(cue, clause, near.first, near.end, [](Hit& hit) { hit.needed = true; });
    }

    /// The clause, or of a clause without end what stands near the cue.
    static Range around(const Hit& cue, const Clause& clause) {
        return {std::max(clause.first, cue.first - std::min(cue.first, need_tokens)),
                std::min(clause.end, cue.end + need_tokens)};
    }

    bool holds(Range range, CueKind kind) const {
        return any_cue(hits_in(text_.hits, range), index_, kind);
    }

    /// Whether a cue of that kind ends at most `apart` tokens before this one in its clause.
    bool follows(const Clause& clause, const Hit& cue, CueKind kind, std::uint32_t apart) const {
        const auto from = std::max(clause.first, cue.first - std::min(cue.first, term_tokens_max));
        return any_cue(hits_in(text_.hits, {from, cue.first}), index_, kind, [&](const Hit& other) {
            return other.end <= cue.first && cue.first - other.end <= apart;
        });
    }

    /// The same, before it or after it.
    bool is_beside(const Clause& clause, const Hit& cue, CueKind kind, std::uint32_t apart) const {
        return follows(clause, cue, kind, apart) ||
               holds({cue.end, std::min(clause.end, cue.end + apart + 1)}, kind);
    }

    /// Calls `change` for the hits of the clause that touch tokens [from, to). A topic with the
    /// denial itself among its terms ("geen sponsors") is not denied by it.
    template <typename Change>
    void mark_hits(const Hit& cue, const Clause& clause, std::uint32_t from, std::uint32_t to,
                   Change change) {
        const auto earliest = std::max(clause.first, from - std::min(from, term_tokens_max));
        std::set<std::uint32_t> sayers;
        for (const Hit& hit : hits_in(text_.hits, {earliest, cue.end}))
            if (hit.first <= cue.first && hit.end >= cue.end && role(hit) != TermRole::cue)
                sayers.insert(index_.terms()[hit.term].owner);
        const auto reached = hits_in(text_.hits, {earliest, std::min(to, clause.end)});
        const auto first = static_cast<std::size_t>(reached.data() - text_.hits.data());
        for (Hit& hit : std::span(text_.hits).subspan(first, reached.size()))
            if (hit.end > from && !sayers.contains(index_.terms()[hit.term].owner)) change(hit);
    }

    const Document& document_;
    const TermIndex& index_;
    Stemmer stemmer_;
    WordNumbers words_;
    std::vector<std::uint64_t> stem_marks_;  ///< By the number of the word; 0 for no stems.
    std::vector<std::vector<StemMatch>> stems_of_word_;  ///< By the number of the word.
    AnnotatedText text_;
};

}  // namespace

AnnotatedText annotate(const Document& document, const TermIndex& index) {
    return Annotator(document, index).annotate();
}

}  // namespace toets
