// Other figures stand in the same paragraph: only the one nearest to a term of the topic is its
// own.
#include "checker/documents/stated_values.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "checker/documents/hit_range.h"
#include "checker/documents/passages.h"

namespace toets {
namespace {

constexpr std::size_t near_bytes = 100;     ///< A value this far from a term belongs to it.
constexpr std::size_t block_bytes = 20000;  ///< Of a longer block no more is looked at.

/// A match in a block: bytes [begin, end), and the value itself.
struct Match {
    std::size_t begin = 0, end = 0;
    std::string value;
};

/// The first group that matched, or all of it.
std::string value_of(std::string_view text, const PatternMatch& match) {
    for (const std::string_view group : match.groups)
        if (!group.empty()) return std::string(group);
    return std::string(text.substr(match.begin, match.end - match.begin));
}

/// Whether "2025" and "26" are a school year; "2023" and "27" are those of a plan.
bool follow(std::string_view first, std::string_view second) {
    return (std::stoi(std::string(first)) + 1) % 100 == std::stoi(std::string(second));
}

/// "2025-2026", however it was written.
std::string school_year(std::string_view first) {
    const std::string year(first);
    return year + '-' + std::to_string(std::stoi(year) + 1);
}

class ValueFinder {
  public:
    ValueFinder(const Document& document, const AnnotatedText& text, const TermIndex& index,
                std::span<const Hit> hits, const ValuePattern& pattern)
        : document_(document), text_(text), index_(index), hits_(hits), pattern_(pattern) {}

    std::vector<StatedValue> find() {
        for (const Hit& hit : hits_) {
            const auto block = text_.block_of(hit);
            if (text_.places[block].only_names) continue;
            const auto role = index_.terms()[hit.term].role;
            const bool strong = role == TermRole::strong;
            if (strong) take_nearest(hit, {0, block_bytes});
            const bool heads =
                role == TermRole::heading && document_.blocks[block].kind == BlockKind::heading;
            if (heads && (headings_.empty() || headings_.back() != block))
                headings_.push_back(block);
        }
        for (const std::uint32_t heading : headings_) take_of_section(heading);
        std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
            return a.passage.block < b.passage.block;
        });
        return std::move(found_);
    }

  private:
    /// The values in a block; hits stand in reading order, so the last block is asked for again.
    const std::vector<Match>& matches_in(std::uint32_t block) {
        if (matched_ == block) return matches_;
        matched_ = block;
        matches_ = find_in(block);
        return matches_;
    }

    std::vector<Match> find_in(std::uint32_t block) const {
        const auto shown = std::string_view(document_.blocks[block].text).substr(0, block_bytes);
        std::vector<Match> all;
        std::size_t from = 0;
        while (const auto each = pattern_.written.find(shown, from)) {
            // A school year ends before the character that shows that it ends.
            const auto last = each->groups[1];
            const std::size_t end = pattern_.is_school_year
                                        ? static_cast<std::size_t>(last.end() - shown.begin())
                                        : each->end;
            from = std::max(end, from + 1);
            if (!pattern_.is_school_year)
                all.push_back({each->begin, end, value_of(shown, *each)});
            else if (follow(each->groups[0], last))
                all.push_back({each->begin, end, school_year(each->groups[0])});
        }
        return all;
    }

    /// Bytes [begin, end) of a block.
    struct Stretch {
        std::size_t begin = 0, end = 0;
    };

    /// The value nearest to the hit, of those in the stretch.
    void take_nearest(const Hit& hit, Stretch within) {
        const std::size_t from = text_.tokens[hit.first].begin;
        const std::size_t to = text_.tokens[hit.end - 1].end;
        const auto distance = [&](const Match& match) {
            if (match.begin >= to) return match.begin - to;
            return match.end <= from ? from - match.end : std::size_t{0};
        };
        const Match* nearest = nullptr;
        for (const Match& match : matches_in(text_.block_of(hit)))
            if (match.begin >= within.begin && match.end <= within.end &&
                (nearest == nullptr || distance(match) < distance(*nearest)))
                nearest = &match;
        if (nearest != nullptr && distance(*nearest) <= near_bytes)
            add(*nearest, text_.block_of(hit));
    }

    Stretch clause_of(const Hit& hit) const {
        const Clause& clause = text_.clause_of(hit);
        return {text_.tokens[clause.first].begin, text_.tokens[clause.end - 1].end};
    }

    /// Under a heading the subject need not be named again: what a clause with one of its words
    /// says, and else the first value.
    void take_of_section(std::uint32_t heading) {
        const std::uint32_t end = text_.places[heading].section_end;
        const auto has_one = [&] {
            const auto first = known_.lower_bound({heading, {}});
            return first != known_.end() && first->first < end;
        };
        const auto names_only = [&](std::uint32_t block) { return text_.places[block].only_names; };
        if (has_one()) return;
        const Range section{text_.places[heading].first_token, text_.places[end - 1].end_token};
        for (const Hit& hit : hits_in(hits_, section))
            if (!names_only(text_.block_of(hit))) take_nearest(hit, clause_of(hit));
        if (has_one()) return;
        for (std::uint32_t block = heading; block < end; ++block)
            if (!names_only(block) && !matches_in(block).empty())
                return add(matches_in(block).front(), block);
    }

    void add(const Match& match, std::uint32_t block) {
        if (!known_.emplace(block, match.value).second) return;
        const auto& place = text_.places[block];
        std::uint32_t token = place.first_token;
        while (token + 1 < place.end_token && text_.tokens[token].end <= match.begin) ++token;
        found_.push_back({match.value, passage_at(document_, text_, token), {}});
    }

    const Document& document_;
    const AnnotatedText& text_;
    const TermIndex& index_;
    std::span<const Hit> hits_;
    const ValuePattern& pattern_;
    std::vector<std::uint32_t> headings_;  ///< Blocks that are headings of the topic; ascending.
    std::vector<StatedValue> found_;
    std::set<std::pair<std::uint32_t, std::string>> known_;  ///< The same: block and value.
    std::uint32_t matched_ = no_heading;  ///< The block that `matches_` were found in.
    std::vector<Match> matches_;
};

}  // namespace

std::optional<ValuePattern> pattern_of(const TopicValue& value) {
    constexpr auto school_year = R"((20[0-9]{2}) ?(?:-|/|–|—) ?(?:20)?([0-9]{2})(?:[^0-9]|$))";
    const bool is_year = value.pattern.empty();
    const auto written = Pattern::read(is_year ? school_year : std::string_view(value.pattern),
                                       Pattern::Letters::of_any_case);
    if (!written) return std::nullopt;
    return ValuePattern{*written, is_year};
}

std::vector<StatedValue> stated_values(const Document& document, const AnnotatedText& text,
                                       const TermIndex& index, std::span<const Hit> hits,
                                       const ValuePattern& pattern) {
    return ValueFinder(document, text, index, hits, pattern).find();
}

}  // namespace toets
