// Whether the terms of a topic describe it where they stand, and how much stands with them.
#include "checker/documents/topic_text.h"

#include <algorithm>
#include <set>

namespace toets {
namespace {

constexpr std::uint32_t heading_extra_max = 1;  ///< "De plusgroep" is "plusgroep" and no more.
constexpr int headed_words_min = 6;             ///< Under a heading that is itself a term.

}  // namespace

bool TopicText::supports(const Hit& hit) const {
    const auto what = role(hit);
    return what == TermRole::strong || what == TermRole::weak || what == TermRole::part;
}

bool TopicText::describes(const Hit& hit) const {
    auto& known = describing_[static_cast<std::size_t>(&hit - hits_.data())];
    if (known == Asked::not_yet)
        known = supports(hit) && (is_heading(hit) ? heads_text(hit) : stands_in_text(hit))
                    ? Asked::yes
                    : Asked::no;
    return known == Asked::yes;
}

bool TopicText::stands_in_text(const Hit& hit) const {
    const Clause& clause = text_.clause_of(hit);
    return !hit.negated && !hit.exceeded && !hit.needed && clause.describes(topic_) &&
           !place(hit).only_names &&
           (role(hit) == TermRole::strong || !headings_.is_of_another(place(hit).heading)) &&
           (topic_.beside.empty() || beside_.are_with(hit));
}

/// "Logopedist" over what the logopedist does.
bool TopicText::heads_text(const Hit& hit) const {
    const BlockPlace& where = place(hit);
    if (role(hit) != TermRole::weak || hit.negated || where.only_names ||
        where.end_token - where.first_token > hit.end - hit.first + heading_extra_max)
        return false;
    Range own{where.end_token, where.end_token};
    for (auto below = block(hit) + 1; below < text_.places.size() && !text_.is_heading(below);
         ++below)
        own.end = text_.places[below].end_token;
    return substance(own).words >= headed_words_min;
}

bool TopicText::is_wanted_figure(const Token& token) const {
    return token.number == NumberKind::figure ||
           (topic_.date_suffices && token.number == NumberKind::of_date);
}

Substance TopicText::substance(Range range) const {
    Substance found;
    for (auto at = range.first; at < range.end;) {
        const auto& token = text_.tokens[at];
        const auto& clause = text_.clauses[token.clause];
        const auto end = std::min(clause.end, range.end);
        const bool names = text_.is_heading(token.block) || text_.places[token.block].only_names;
        if (!names) {
            found.points |= clause.points;
            found.promises |= clause.promises;
            found.announces |= clause.announces;
            found.general |= clause.other_text || (clause.general && !topic_.general_counts);
        }
        if (!names && clause.describes(topic_)) {
            found.words += static_cast<int>(end - at);
            for (; at < end; ++at) found.figures += is_wanted_figure(text_.tokens[at]) ? 1 : 0;
        }
        at = end;
    }
    return found;
}

int TopicText::support(Range range, const Hit* except) const {
    std::set<std::uint32_t> terms;
    std::set<std::uint32_t> strong_clauses;
    std::uint32_t covered = 0;
    for (const auto& hit : hits_in(range)) {
        if (hit.end > range.end || !describes(hit) || hit.first < covered) continue;
        const auto clause = text_.tokens[hit.first].clause;
        const bool strong = role(hit) == TermRole::strong;
        if (except != nullptr) {
            if (hit.first < except->end && hit.end > except->first) continue;
            // Strong terms side by side are an enumeration, not a description.
            if (strong && clause == text_.tokens[except->first].clause) continue;
        }
        covered = hit.end;
        if (strong)
            strong_clauses.insert(clause);
        else
            terms.insert(hit.term);
    }
    return static_cast<int>(terms.size() + strong_clauses.size());
}

int TopicText::weak_terms(Range range) const {
    std::set<std::uint32_t> terms;
    for (const auto& hit : hits_in(range))
        if (role(hit) == TermRole::weak && describes(hit)) terms.insert(hit.term);
    return static_cast<int>(terms.size());
}

Range TopicText::near(const Hit& hit, std::uint32_t distance) const {
    const auto tokens = static_cast<std::uint32_t>(text_.tokens.size());
    return {hit.first - std::min(hit.first, distance), std::min(hit.end + distance, tokens)};
}

}  // namespace toets
