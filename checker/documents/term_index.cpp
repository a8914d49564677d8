// All terms of all topics in one index.
#include "checker/documents/term_index.h"

#include <algorithm>

namespace toets {
namespace {

// A compound is only taken apart around a piece that is long enough not to occur by chance, as
// "missie" does in "commissie".
constexpr std::size_t first_piece_min = 6;
constexpr std::size_t later_piece_min = 8;
constexpr std::size_t piece_before_min = 3;
constexpr std::size_t compound_bytes_max = 80;  ///< A longer run of letters is no word.

void note(std::vector<StemMatch>& matches, StemMatch match) {
    const auto same = std::find_if(matches.begin(), matches.end(),
                                   [&](const StemMatch& m) { return m.stem == match.stem; });
    if (same == matches.end()) matches.push_back(match);
}

}  // namespace

TermIndex::TermIndex(std::span<const Topic> topics) {
    Stemmer stemmer;
    const auto add_all = [&](const std::vector<std::string>& words, TermRole role,
                             std::size_t topic, std::size_t part) {
        const Term kind{role,
                        static_cast<std::uint32_t>(topic),
                        topics[topic].family,
                        static_cast<std::uint32_t>(part),
                        {}};
        for (const auto& term : words) add(term, kind, stemmer);
    };
    for (std::size_t i = 0; i < topics.size(); ++i) {
        add_all(topics[i].headings, TermRole::heading, i, 0);
        add_all(topics[i].strong, TermRole::strong, i, 0);
        add_all(topics[i].weak, TermRole::weak, i, 0);
        add_all(topics[i].beside, TermRole::beside, i, 0);
        add_all(topics[i].outdated, TermRole::outdated, i, 0);
        for (std::size_t part = 0; part < topics[i].parts.size(); ++part)
            add_all(topics[i].parts[part].terms, TermRole::part, i, part);
    }
    for (const Cues& each : cues()) {
        const Term kind{TermRole::cue, static_cast<std::uint32_t>(each.kind), 0, 0, {}};
        for (std::size_t begin = 0; begin < each.phrases.size();) {
            const auto end = std::min(each.phrases.find(',', begin), each.phrases.size());
            add(each.phrases.substr(begin, end - begin), kind, stemmer);
            begin = end + 1;
        }
    }
    by_first_stem_.resize(stems_.size());
    for (std::uint32_t i = 0; i < terms_.size(); ++i) {
        const auto& stems = terms_[i].stems;
        by_first_stem_[stems.front()].push_back(
            {i, stems.size() > 1 ? stems[1] : TermStart::no_stem});
    }
    for (auto& same : by_first_stem_)
        std::stable_sort(same.begin(), same.end(), [&](const TermStart& a, const TermStart& b) {
            return terms_[a.term].stems.size() > terms_[b.term].stems.size();
        });
}

void TermIndex::add(std::string_view words, const Term& kind, Stemmer& stemmer) {
    Term term = kind;
    for (WordReader reader(words); reader.next();) {
        const auto at = reader.word().begin;
        const bool ending = kind.role == TermRole::cue && at > 0 && words[at - 1] == '*';
        const auto stem = ending ? '*' + reader.folded() : stemmer.stem(reader.folded());
        const auto number = static_cast<std::uint32_t>(stems_.size());
        const auto id = stems_.try_emplace(stem, number).first->second;
        term.stems.push_back(id);
        if (ending) endings_.try_emplace(reader.folded(), id);
        if (is_whole(kind.role)) continue;
        for (const auto& piece : {stem, reader.folded()})
            if (piece.size() >= first_piece_min) compounding_.try_emplace(piece, id);
    }
    if (!term.stems.empty()) terms_.push_back(std::move(term));
}

std::vector<StemMatch> TermIndex::stems_in(const std::string& folded, Stemmer& stemmer) const {
    std::vector<StemMatch> matches;
    const auto stem = stemmer.stem(folded);
    if (const auto whole = stems_.find(stem); whole != stems_.end())
        matches.push_back({whole->second, true});
    for (const auto& [ending, id] : endings_)
        if (folded.ends_with(ending)) note(matches, {id, true});
    if (folded.size() > compound_bytes_max) return matches;
    for (const std::string_view word : {std::string_view(folded), std::string_view(stem)}) {
        for (std::size_t start = 0; start + first_piece_min <= word.size(); ++start) {
            if (start > 0 && start < piece_before_min) continue;
            const auto least = start == 0 ? first_piece_min : later_piece_min;
            for (auto length = least; start + length <= word.size(); ++length) {
                const auto piece = compounding_.find(word.substr(start, length));
                if (piece != compounding_.end()) note(matches, {piece->second, false});
            }
        }
    }
    return matches;
}

}  // namespace toets
