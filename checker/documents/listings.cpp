// Enumerations of subjects, announced lists, and tables of contents set as one paragraph.
#include "checker/documents/listings.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "checker/documents/contents_table.h"
#include "checker/documents/hit_range.h"
#include "checker/documents/line_form.h"
#include "checker/documents/words.h"

namespace toets {
namespace {

constexpr std::size_t opening_blocks_min = 60;  ///< A table of contents stands within these, or
constexpr std::size_t opening_share = 4;        ///< within the first quarter of a document.
constexpr std::size_t listed_topics_min = 3;    ///< So many topics in one place make it a list.
constexpr std::size_t listed_words_min = 5;     ///< The same for headings of one word.
constexpr std::size_t listed_words_max = 9;     ///< On average, of items that only name subjects.
constexpr std::size_t listed_item_words_max = 14;
constexpr std::size_t titles_min = 5;  ///< So many lines in one paragraph that are only a title.

/// Whether a heading says that what follows are words with their meaning.
bool names_glossary(std::string_view heading) {
    constexpr std::array<std::string_view, 10> names = {
        "begrippenlijst", "woordenlijst",     "begripsbepalingen", "begripsomschrijvingen",
        "afkortingen",    "afkortingenlijst", "definities",        "glossarium",
        "begrippen",      "woordverklaring"};
    for (WordReader reader(heading); reader.next();)
        if (std::find(names.begin(), names.end(), reader.folded()) != names.end()) return true;
    return false;
}

/// Whether a line can be a title and has no number.
bool is_title(std::string_view line) {
    while (line.ends_with(' ')) line.remove_suffix(1);
    return may_be_heading(line) && word_counts(line).numbers == 0;
}

class Listings {
  public:
    Listings(const Document& document, const TermIndex& index, AnnotatedText& text)
        : document_(document), index_(index), text_(text) {}

    void mark() {
        find_contents();
        find_glossaries();
        carry_announcements();
        find_listing_clauses();
        find_listing_blocks();
    }

  private:
    /// A table of contents that lost its line ends, and what it runs on into on the next page.
    void find_contents() {
        bool in_table = false;
        const auto opening = std::max(opening_blocks_min, document_.blocks.size() / opening_share);
        for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
            const auto& text = document_.blocks[i].text;
            const bool looks = in_table || (i < opening && may_be_run_on_contents(text));
            const auto form = looks ? run_on_contents(text) : RunOnContents::none;
            const bool table = form == RunOnContents::pages || form == RunOnContents::headed ||
                               (in_table && form == RunOnContents::titles) || is_loose_contents(i);
            if (table) name_only(i);
            in_table = table || form == RunOnContents::title;
        }
    }

    /// A list of words with their meaning tells nothing of the school.
    void find_glossaries() {
        for (std::uint32_t i = 0; i < document_.blocks.size(); ++i)
            if (text_.is_heading(i) && names_glossary(document_.blocks[i].text))
                for (auto at = i + 1; at < text_.places[i].section_end; ++at) announce(at);
    }

    /// "In deze bijlage vindt u: de kalender; de tijden." Each piece says what to find.
    void carry_announcements() {
        bool in_list = false;
        for (std::size_t i = 1; i < text_.clauses.size(); ++i) {
            if (!text_.clauses[i - 1].announces) {
                in_list = false;
                continue;
            }
            auto& clause = text_.clauses[i];
            const auto gap = gap_before(document_, text_, clause);
            const auto holds = [&](std::string_view mark) {
                return gap.find(mark) != std::string_view::npos;
            };
            const bool goes_on = holds(";") || holds("*") || holds("\u2022");
            in_list = holds(":") || (in_list && goes_on);
            if (in_list) clause.announces = true;
        }
    }

    /// Whether each line of a paragraph is a title, without a page number, and together they name
    /// many topics.
    bool is_loose_contents(std::uint32_t block) const {
        const Block& of = document_.blocks[block];
        if (of.kind != BlockKind::paragraph || of.line_starts.size() + 1 < titles_min) return false;
        std::size_t begin = 0;
        for (std::size_t i = 0; i <= of.line_starts.size(); ++i) {
            const std::size_t end = i < of.line_starts.size() ? of.line_starts[i] : of.text.size();
            if (!is_title(std::string_view(of.text).substr(begin, end - begin))) return false;
            begin = end;
        }
        const BlockPlace& place = text_.places[block];
        std::map<std::uint32_t, Named> families;
        for (const Hit& hit : hits_in(text_.hits, {place.first_token, place.end_token})) {
            const std::uint32_t at = text_.tokens[hit.first].begin;
            const auto line = std::upper_bound(of.line_starts.begin(), of.line_starts.end(), at);
            note(hit, static_cast<std::uint32_t>(line - of.line_starts.begin()), families);
        }
        return list_topics(families);
    }

    TermRole role(const Hit& hit) const { return index_.terms()[hit.term].role; }

    bool names_topic(const Hit& hit) const {
        return role(hit) == TermRole::strong || role(hit) == TermRole::heading;
    }

    /// What a stretch of text names of one family: for each place the topics that it names.
    struct Named {
        std::map<std::uint32_t, std::set<std::uint32_t>> topics_at;

        /// Topics that are named at the same place are one subject: "ouderbijdrage" is of three.
        bool makes_list(std::size_t least) const {
            if (topics_at.size() < least) return false;
            std::vector<std::set<std::uint32_t>> subjects;
            for (const auto& here : topics_at) {
                const std::set<std::uint32_t>& topics = here.second;
                std::set<std::uint32_t> joined = topics;
                std::erase_if(subjects, [&](const std::set<std::uint32_t>& subject) {
                    const bool shared =
                        std::any_of(subject.begin(), subject.end(),
                                    [&](std::uint32_t topic) { return topics.contains(topic); });
                    if (shared) joined.insert(subject.begin(), subject.end());
                    return shared;
                });
                subjects.push_back(std::move(joined));
            }
            return subjects.size() >= least;
        }
    };

    void note(const Hit& hit, std::uint32_t place, std::map<std::uint32_t, Named>& families) const {
        if (!names_topic(hit)) return;
        const Term& term = index_.terms()[hit.term];
        families[term.family].topics_at[place].insert(term.owner);
    }

    static bool list_topics(const std::map<std::uint32_t, Named>& families) {
        return std::any_of(families.begin(), families.end(), [](const auto& each) {
            return each.second.makes_list(listed_topics_min);
        });
    }

    /// In a sentence a heading of one word, as "ouders", is mostly no name of a subject.
    void find_listing_clauses() {
        for (std::size_t i = 0; i < text_.hits.size();) {
            const auto clause = text_.tokens[text_.hits[i].first].clause;
            std::map<std::uint32_t, Named> telling;
            std::map<std::uint32_t, Named> families;
            for (; i < text_.hits.size() && text_.tokens[text_.hits[i].first].clause == clause;
                 ++i) {
                const auto& hit = text_.hits[i];
                note(hit, hit.first, families);
                if (role(hit) == TermRole::strong || hit.end - hit.first > 1)
                    note(hit, hit.first, telling);
            }
            for (const auto& [family, named] : families)
                if (named.makes_list(listed_words_min) ||
                    telling[family].makes_list(listed_topics_min))
                    text_.clauses[clause].lists.push_back(family);
        }
    }

    /// A run of short items that together name many topics, each at most one or two, lists what a
    /// document holds.
    void find_listing_blocks() {
        const auto& blocks = document_.blocks;
        for (std::uint32_t i = 1; i < blocks.size(); ++i)
            if (may_be_item(i) && announces_list(i - 1))
                for (; i < blocks.size() && may_be_item(i); ++i) announce(i);
        for (std::uint32_t start = 0; start < blocks.size();) {
            std::uint32_t end = start;
            while (end < blocks.size() && blocks[end].kind == BlockKind::list_item &&
                   text_.places[end].end_token - text_.places[end].first_token <=
                       listed_item_words_max)
                ++end;
            if (end - start >= listed_topics_min && names_many_topics(start, end)) {
                const auto list = text_.places[start].list_start;
                const bool explains = list > 0 && states_duty(list - 1);
                for (auto i = start; i < end; ++i) explains ? announce(i) : name_only(i);
            }
            start = std::max(end, start + 1);
        }
    }

    /// After "wij verstaan onder:" a paragraph that starts small is an item that lost its mark.
    bool may_be_item(std::uint32_t block) const {
        const Block& of = document_.blocks[block];
        return of.kind == BlockKind::list_item ||
               (of.kind == BlockKind::paragraph && starts_small(of.text));
    }

    void name_only(std::uint32_t block) { text_.places[block].only_names = true; }

    void announce(std::uint32_t block) {
        const auto& place = text_.places[block];
        for (auto at = place.first_token; at < place.end_token; ++at)
            text_.clauses[text_.tokens[at].clause].announces = true;
    }

    /// The last clause of a paragraph that leads to a list, or null.
    const Clause* lead_to_list(std::uint32_t block) const {
        const auto& place = text_.places[block];
        if (document_.blocks[block].kind != BlockKind::paragraph ||
            !document_.blocks[block].text.ends_with(':') || place.first_token == place.end_token)
            return nullptr;
        return &text_.clauses[text_.tokens[place.end_token - 1].clause];
    }

    /// "In de gids vindt u informatie over:" - each item says what to find, however long it is.
    bool announces_list(std::uint32_t block) const {
        const Clause* lead = lead_to_list(block);
        return lead != nullptr && lead->announces;
    }

    /// "In een gids moet staan:" - what follows explains what a document needs.
    bool states_duty(std::uint32_t block) const {
        const Clause* lead = lead_to_list(block);
        return lead != nullptr &&
               any_cue(hits_in(text_.hits, {lead->first, lead->end}), index_, CueKind::duty);
    }

    bool names_many_topics(std::uint32_t start, std::uint32_t end) const {
        const auto first = text_.places[start].first_token;
        const auto last = text_.places[end - 1].end_token;
        if (last - first > (end - start) * listed_words_max) return false;
        std::map<std::uint32_t, Named> families;
        for (const Hit& hit : hits_in(text_.hits, {first, last}))
            note(hit, text_.block_of(hit), families);
        return list_topics(families);
    }

    const Document& document_;
    const TermIndex& index_;
    AnnotatedText& text_;
};

}  // namespace

void mark_listings(const Document& document, const TermIndex& index, AnnotatedText& text) {
    Listings(document, index, text).mark();
}

}  // namespace toets
