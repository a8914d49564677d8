// Words, clauses, sections and hits of a document, in one pass.
#include "checker/documents/annotated_text.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string_view>

#include "checker/documents/line_form.h"
#include "checker/documents/word_numbers.h"

namespace toets {
namespace {

constexpr std::uint32_t negation_ahead_tokens = 3;  ///< Between "geen" and what it denies.
constexpr std::uint32_t negation_after_tokens = 5;
constexpr std::uint32_t term_tokens_max = 16;  ///< Longer terms are not denied, only found.
constexpr std::size_t listed_topics_min = 3;   ///< So many topics in one place make it a list.
constexpr std::size_t listed_words_max = 9;    ///< On average, of items that only name subjects.
constexpr std::size_t listed_item_words_max = 14;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether the characters between two words end a clause.
bool ends_clause(std::string_view between, std::string_view after) {
    if (between.size() < 2) return false;
    const auto mark = between.find_first_of(".!?;:");
    if (mark == std::string_view::npos || between.find(' ', mark) == std::string_view::npos)
        return false;
    // "bijv. een" goes on; a sentence starts with a capital or a figure.
    return between[mark] != '.' || !starts_small(after);
}

bool is_figure(std::string_view word, std::string_view before, std::string_view after) {
    if (!std::all_of(word.begin(), word.end(), is_digit)) return false;
    const bool unit = after.starts_with('%') || after.starts_with(" %") ||
                      after.starts_with(" procent") || after.starts_with(" euro") ||
                      before.ends_with("€ ") || before.ends_with("€") || before.ends_with("EUR ");
    if (unit) return true;
    const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    return word.size() >= 2 && !year;
}

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
        place_sections();
        find_terms();
        drop_covered_headings();
        settle_negations();
        find_listing_clauses();
        find_listing_blocks();
        std::erase_if(text_.hits, [&](const Hit& hit) { return role(hit) == TermRole::cue; });
        return std::move(text_);
    }

  private:
    void read_block(std::uint32_t number) {
        const std::string_view text = document_.blocks[number].text;
        BlockPlace place;
        place.first_token = static_cast<std::uint32_t>(text_.tokens.size());
        place.only_names = document_.blocks[number].kind == BlockKind::contents_entry;
        for (WordReader reader(text); reader.next();) {
            const auto [begin, end] = reader.word();
            const auto at = static_cast<std::uint32_t>(text_.tokens.size());
            const bool first = at == place.first_token;
            const auto last_end = first ? 0 : text_.tokens.back().end;
            if (first || ends_clause(text.substr(last_end, begin - last_end), text.substr(begin))) {
                text_.clauses.emplace_back();
                text_.clauses.back().first = at;
            }
            text_.clauses.back().end = at + 1;
            Token token;
            token.block = number;
            token.clause = static_cast<std::uint32_t>(text_.clauses.size() - 1);
            token.word = word_number(reader.folded());
            token.begin = begin;
            token.end = end;
            token.is_figure =
                is_digit(text[begin]) &&
                is_figure(text.substr(begin, end - begin), text.substr(0, begin), text.substr(end));
            text_.tokens.push_back(token);
        }
        place.end_token = static_cast<std::uint32_t>(text_.tokens.size());
        text_.places.push_back(place);
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

    void place_sections() {
        std::vector<std::uint32_t> open;
        const auto& blocks = document_.blocks;
        for (std::uint32_t i = 0; i < blocks.size(); ++i) {
            auto& place = text_.places[i];
            if (blocks[i].kind == BlockKind::heading) {
                while (!open.empty() && blocks[open.back()].level >= blocks[i].level) {
                    text_.places[open.back()].section_end = i;
                    open.pop_back();
                }
                place.parent = open.empty() ? no_heading : open.back();
                open.push_back(i);
            }
            place.heading = open.empty() ? no_heading : open.back();
        }
        for (const auto heading : open)
            text_.places[heading].section_end = static_cast<std::uint32_t>(blocks.size());
    }

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
                    if (end > at) text_.hits.push_back({start.term, at, end, false});
                }
        }
    }

    /// The token past the term that starts at `at`, or `at` when it doesn't stand there.
    std::uint32_t end_of(const Term& term, const StemMatch& first, std::uint32_t at) const {
        const bool whole_words = term.role == TermRole::heading || term.role == TermRole::cue;
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
    /// give way to a longer term of another one at the same place.
    void drop_covered_headings() {
        std::vector<Hit> kept;
        kept.reserve(text_.hits.size());
        for (const auto& hit : text_.hits)
            if (role(hit) != TermRole::heading || !is_covered(hit)) kept.push_back(hit);
        text_.hits = std::move(kept);
    }

    bool is_covered(const Hit& hit) const {
        for (auto other = first_hit_from(hit.first - std::min(hit.first, term_tokens_max));
             other != text_.hits.end() && other->first <= hit.first; ++other) {
            const bool longer =
                other->end >= hit.end && other->end - other->first > hit.end - hit.first;
            if (longer && names_topic(*other) &&
                index_.terms()[other->term].owner != index_.terms()[hit.term].owner)
                return true;
        }
        return false;
    }

    std::vector<Hit>::const_iterator first_hit_from(std::uint32_t token) const {
        return std::lower_bound(text_.hits.begin(), text_.hits.end(), token,
                                [](const Hit& h, std::uint32_t at) { return h.first < at; });
    }

    void settle_negations() {
        for (const auto& cue : text_.hits) {
            if (role(cue) != TermRole::cue) continue;
            auto& clause = text_.clauses[text_.tokens[cue.first].clause];
            switch (static_cast<CueKind>(index_.terms()[cue.term].owner)) {
                case CueKind::pointer:
                    clause.points = true;
                    break;
                case CueKind::promise:
                    clause.promises = true;
                    break;
                case CueKind::announcement:
                    clause.announces = true;
                    break;
                case CueKind::negation_ahead:
                    negate(clause, cue.end, cue.end + negation_ahead_tokens);
                    break;
                case CueKind::negation_after:
                    negate(clause, cue.first - std::min(cue.first, negation_after_tokens),
                           cue.first);
                    break;
            }
        }
    }

    /// Marks hits of the clause that touch tokens [from, to).
    void negate(const Clause& clause, std::uint32_t from, std::uint32_t to) {
        const auto earliest = std::max(clause.first, from - std::min(from, term_tokens_max));
        auto number = static_cast<std::size_t>(first_hit_from(earliest) - text_.hits.begin());
        for (; number < text_.hits.size(); ++number) {
            auto& hit = text_.hits[number];
            if (hit.first >= std::min(to, clause.end)) return;
            if (hit.end > from) hit.negated = true;
        }
    }

    bool names_topic(const Hit& hit) const {
        return role(hit) == TermRole::strong || role(hit) == TermRole::heading;
    }

    /// The topics of one family that a stretch of text names, and the places where it does.
    struct Named {
        std::set<std::uint32_t> topics, places;

        /// Terms that topics share stand at one place, and make no list.
        bool makes_list() const {
            return std::min(topics.size(), places.size()) >= listed_topics_min;
        }
    };

    void note(const Hit& hit, std::uint32_t place, std::map<std::uint32_t, Named>& families) const {
        if (!names_topic(hit)) return;
        const Term& term = index_.terms()[hit.term];
        families[term.family].topics.insert(term.owner);
        families[term.family].places.insert(place);
    }

    void find_listing_clauses() {
        for (std::size_t i = 0; i < text_.hits.size();) {
            const auto clause = text_.tokens[text_.hits[i].first].clause;
            std::map<std::uint32_t, Named> families;
            for (; i < text_.hits.size() && text_.tokens[text_.hits[i].first].clause == clause; ++i)
                note(text_.hits[i], text_.hits[i].first, families);
            for (const auto& [family, named] : families)
                if (named.makes_list()) text_.clauses[clause].lists.push_back(family);
        }
    }

    /// A run of short items that together name many topics, each at most one or two, lists what a
    /// document holds.
    void find_listing_blocks() {
        const auto& blocks = document_.blocks;
        for (std::uint32_t start = 0; start < blocks.size();) {
            std::uint32_t end = start;
            while (end < blocks.size() && blocks[end].kind == BlockKind::list_item &&
                   text_.places[end].end_token - text_.places[end].first_token <=
                       listed_item_words_max)
                ++end;
            if (end - start >= listed_topics_min && names_many_topics(start, end))
                for (auto i = start; i < end; ++i) text_.places[i].only_names = true;
            start = std::max(end, start + 1);
        }
    }

    bool names_many_topics(std::uint32_t start, std::uint32_t end) const {
        const auto first = text_.places[start].first_token;
        const auto last = text_.places[end - 1].end_token;
        if (last - first > (end - start) * listed_words_max) return false;
        std::map<std::uint32_t, Named> families;
        for (auto hit = first_hit_from(first); hit != text_.hits.end() && hit->first < last; ++hit)
            note(*hit, text_.tokens[hit->first].block, families);
        return std::any_of(families.begin(), families.end(),
                           [](const auto& each) { return each.second.makes_list(); });
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
