// How well a document treats one topic. Three kinds of place can be content: a section under a
// heading of the topic, a strong term with support near it, and a group of weak terms.
#include "checker/documents/grading.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "checker/documents/hit_range.h"
#include "checker/documents/topic_text.h"

namespace toets {
namespace {

constexpr std::uint32_t near_tokens = 60;       ///< Support this far from a term belongs to it.
constexpr std::uint32_t near_part_tokens = 90;  ///< A part may stand in the next paragraph.
constexpr std::uint32_t figure_tokens = 12;     ///< Between a part's term and its figure.
constexpr int rows_min = 3;        ///< So many figures under a heading of the topic are its rows.
constexpr int row_words_max = 6;   ///< On average, with its figures.
constexpr int raised_support = 3;  ///< Asked outside a section that only refers or promises.

class TopicGrader {
  public:
    TopicGrader(const Document& document, const AnnotatedText& text, const TermIndex& index,
                const Topic& topic, std::span<const Hit> hits)
        : text_(text), topic_(topic), said_(document, text, index, topic, hits) {}

    Graded grade() {
        grade_headings();
        grade_running_text();
        grade_weak_groups();
        name_the_rest();
        find_parts();
        note_outdated();
        return std::move(graded_);
    }

  private:
    void grade_headings() {
        for (const auto& hit : said_.hits()) {
            const auto what = said_.role(hit);
            if (what != TermRole::heading && what != TermRole::strong) continue;
            const auto number = said_.block(hit);
            if (text_.places[number].only_names) {
                add(Grade::heading_only, hit.first);
            } else if (said_.is_heading(hit) && said_.headings().is_about(hit)) {
                if (last_heading_ == number) continue;
                last_heading_ = number;
                grade_section(number, hit);
                // A section within a section of the topic is already in it.
                if (sections_.empty() || sections_.back().end <= number)
                    sections_.push_back({number, text_.places[number].section_end});
            }
        }
    }

    Range section(std::uint32_t heading) const {
        const auto& where = text_.places[heading];
        const auto end = where.section_end < text_.places.size()
                             ? text_.places[where.section_end].first_token
                             : static_cast<std::uint32_t>(text_.tokens.size());
        return {where.end_token, end};
    }

    void grade_section(std::uint32_t heading, const Hit& hit) {
        const Range range = section(heading);
        const auto found = said_.substance(range);
        const int supported = said_.support(range, nullptr);
        int needed = said_.headings().carries(heading) && topic_.beside.empty() ? 0 : 1;
        if (said_.headings().narrows(hit)) needed = 2;
        // A few words around a reference are its introduction, unless they say more themselves.
        if (found.points && found.words < topic_.minimum_words * 3) needed = std::max(needed, 2);
        // Beside what holds for any school, the school is to say what it does itself.
        if (found.general) needed = std::max(needed, 1);
        const bool figure = found.figures > 0 || !topic_.number_required;
        const bool told = found.words >= topic_.minimum_words && supported >= needed && figure;
        // Rows of figures tell without sentences.
        const bool rows = topic_.number_required && found.figures >= rows_min &&
                          found.words <= found.figures * row_words_max;
        if ((told || rows) && !denies(range)) {
            add(Grade::content, first_in(range, hit));
            return;
        }
        const Hit* denied = first_denied(range);
        sent_away_ = sent_away_ || found.points || found.promises || denied != nullptr;
        if (found.points) return add(Grade::pointer, first_where(range, &Clause::points, hit));
        if (found.promises) return add(Grade::negated, first_where(range, &Clause::promises, hit));
        if (denied != nullptr) return add(Grade::negated, denied->first);
        // Text that says what to find elsewhere in the document is no bare heading.
        const bool bare = found.words < topic_.minimum_words && !found.announces && !found.general;
        add(bare ? Grade::heading_only : Grade::mention, hit.first);
    }

    /// The first supporting term in the range, and else its first word.
    std::uint32_t first_in(Range range, const Hit& fallback) const {
        for (const auto strong_only : {true, false})
            for (const auto& hit : said_.hits_in(range))
                if (hit.end <= range.end && said_.describes(hit) &&
                    (!strong_only || said_.role(hit) == TermRole::strong))
                    return hit.first;
        for (auto at = range.first; at < range.end; ++at)
            if (text_.clauses[text_.tokens[at].clause].describes(topic_) &&
                !text_.is_heading(text_.tokens[at].block))
                return at;
        return fallback.first;
    }

    std::uint32_t first_where(Range range, bool Clause::*flag, const Hit& fallback) const {
        for (auto at = range.first; at < range.end;) {
            const auto& clause = text_.clauses[text_.tokens[at].clause];
            if (clause.*flag) return at;
            at = clause.end;
        }
        return fallback.first;
    }

    /// Whether a section says that there is no such thing, or mostly what there is not. One other
    /// denial is none: "wij dulden geen pestgedrag" is policy.
    bool denies(Range range) const {
        std::set<std::uint32_t> denied;
        std::set<std::uint32_t> affirmed;
        bool absent = false;
        bool affirms_strong = false;
        for (const auto& hit : said_.hits_in(range)) {
            if (!said_.supports(hit) || said_.is_heading(hit)) continue;
            (hit.negated ? denied : affirmed).insert(text_.tokens[hit.first].clause);
            const bool strong = said_.role(hit) == TermRole::strong;
            absent = absent || (strong && hit.absent);
            affirms_strong = affirms_strong || (strong && !hit.negated);
        }
        for (const auto clause : denied) affirmed.erase(clause);
        return (absent && !affirms_strong) ||
               (denied.size() > 1 && denied.size() > affirmed.size());
    }

    const Hit* first_denied(Range range) const {
        for (const auto& hit : said_.hits_in(range))
            if (hit.negated && said_.role(hit) == TermRole::strong) return &hit;
        return nullptr;
    }

    bool in_section_of_topic(const Hit& hit) const {
        const auto after = std::upper_bound(
            sections_.begin(), sections_.end(), said_.block(hit),
            [](std::uint32_t number, const Range& blocks) { return number < blocks.first; });
        return after != sections_.begin() && said_.block(hit) < std::prev(after)->end;
    }

    void grade_running_text() {
        for (const auto& hit : said_.hits()) {
            if (is_settled(hit.first)) return;
            if (said_.role(hit) != TermRole::strong || said_.place(hit).only_names) continue;
            if (said_.is_heading(hit)) {
                if (!said_.headings().is_about(hit)) add(Grade::mention, hit.first);
                continue;
            }
            const auto& clause = text_.clause_of(hit);
            if (hit.negated || clause.promises) {
                add(Grade::negated, hit.first);
            } else if (clause.points) {
                add(Grade::pointer, hit.first);
            } else {
                add(is_content(hit) ? Grade::content : Grade::mention, hit.first);
            }
        }
    }

    /// Whether a strong term in running text has enough beside it. Where a section for the topic
    /// only refers or promises, a word elsewhere must bring more.
    bool is_content(const Hit& hit) const {
        if (!said_.describes(hit)) return false;
        const Range range = said_.near(hit, near_tokens);
        const auto found = said_.substance(range);
        const int needed = sent_away_ ? raised_support : 1;
        return found.words >= topic_.minimum_words && said_.support(range, &hit) >= needed &&
               (found.figures > 0 || !topic_.number_required);
    }

    void grade_weak_groups() {
        if (topic_.minimum_weak <= 0) return;
        const int needed = topic_.minimum_weak + (sent_away_ ? raised_support - 1 : 0);
        for (const auto& hit : said_.hits()) {
            if (is_settled(hit.first)) return;
            if (said_.role(hit) != TermRole::weak || !said_.describes(hit)) continue;
            const Range range = {hit.first, said_.near(hit, near_tokens).end};
            const auto found = said_.substance(said_.near(hit, near_tokens));
            if (said_.support(range, nullptr) >= needed && found.words >= topic_.minimum_words &&
                (found.figures > 0 || !topic_.number_required)) {
                add(Grade::content, hit.first);
                return;
            }
        }
    }

    /// A heading's words in running text are a mention, and so are two weak terms together. One
    /// weak term alone tells nothing, and neither do any number where they never suffice.
    void name_the_rest() {
        if (worth(graded_.best.grade) > worth(Grade::mention)) return;
        for (const auto& hit : said_.hits()) {
            const auto what = said_.role(hit);
            const bool in_text = !said_.is_heading(hit) && !said_.place(hit).only_names;
            if (!in_text || (what != TermRole::heading && what != TermRole::weak)) continue;
            const bool alone =
                what == TermRole::weak && (topic_.minimum_weak <= 0 ||
                                           said_.support(said_.near(hit, near_tokens), &hit) == 0);
            if (!alone) add(Grade::mention, hit.first, in_section_of_topic(hit));
        }
    }

    void find_parts() {
        graded_.parts.resize(topic_.parts.size());
        for (const auto& hit : said_.hits()) {
            if (said_.role(hit) != TermRole::part || said_.place(hit).only_names || hit.negated)
                continue;
            const auto number = said_.part(hit);
            if (graded_.parts[number].found || !is_near_topic(hit)) continue;
            if (topic_.parts[number].number_required && !has_figure_near(hit)) continue;
            graded_.parts[number] = {true, hit.first};
        }
    }

    /// In its section, or close to a strong term, or to as many weak ones as tell the topic.
    bool is_near_topic(const Hit& part) const {
        if (in_section_of_topic(part)) return true;
        const Range around = said_.near(part, near_part_tokens);
        const auto hits = said_.hits_in(around);
        const bool strong = std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
            return said_.role(hit) == TermRole::strong && !said_.place(hit).only_names;
        });
        return strong ||
               (topic_.minimum_weak > 0 && said_.weak_terms(around) >= topic_.minimum_weak);
    }

    bool has_figure_near(const Hit& hit) const {
        const Range range = said_.near(hit, figure_tokens);
        for (auto at = range.first; at < range.end; ++at)
            if (text_.tokens[at].number == NumberKind::figure &&
                text_.tokens[at].block == said_.block(hit))
                return true;
        return false;
    }

    void note_outdated() {
        for (const auto& hit : said_.hits()) {
            if (said_.role(hit) != TermRole::outdated) continue;
            graded_.outdated = true;
            graded_.outdated_token = hit.first;
            add(Grade::outdated, hit.first);
            return;
        }
    }

    /// How much a grade counts when a topic gets more than one.
    static int worth(Grade grade) {
        constexpr std::array<Grade, 7> rising = {
            Grade::not_found, Grade::outdated, Grade::mention, Grade::heading_only,
            Grade::pointer,   Grade::negated,  Grade::content};
        return static_cast<int>(std::find(rising.begin(), rising.end(), grade) - rising.begin());
    }

    /// Keeps the best; of equals one that is close to the topic, and then the first in the text.
    void add(Grade grade, std::uint32_t token, bool close = true) {
        Candidate& best = graded_.best;
        const int more = worth(grade) - worth(best.grade);
        const bool better =
            more > 0 || (more == 0 && (close != best.close ? close : token < best.token));
        if (better) best = {grade, token, close};
    }

    /// Whether nothing from this token on can change what was found.
    bool is_settled(std::uint32_t token) const {
        return graded_.best.grade == Grade::content && graded_.best.token <= token;
    }

    const AnnotatedText& text_;
    const Topic& topic_;
    TopicText said_;
    std::vector<Range> sections_;  ///< Blocks under headings of the topic; apart, ascending.
    std::uint32_t last_heading_ = no_heading;
    bool sent_away_ = false;  ///< One of the sections refers, promises or denies, and no more.
    Graded graded_;
};

}  // namespace

Graded grade_topic(const Document& document, const AnnotatedText& text, const TermIndex& index,
                   const Topic& topic, std::span<const Hit> hits) {
    return TopicGrader(document, text, index, topic, hits).grade();
}

}  // namespace toets
