// Other figures stand in the same paragraph: only the one nearest to a term of the topic is its
// own.
#include "checker/documents/stated_values.h"

#include <algorithm>
#include <optional>
#include <string>

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
std::string value_of(const std::smatch& match) {
    for (std::size_t i = 1; i < match.size(); ++i)
        if (match[i].matched) return match.str(i);
    return match.str();
}

/// Whether "2025" and "26" are a school year; "2023" and "27" are those of a plan.
bool follow(const std::string& first, const std::string& second) {
    return (std::stoi(first) + 1) % 100 == std::stoi(second);
}

/// "2025-2026", however it was written.
std::string school_year(const std::string& first) {
    return first + '-' + std::to_string(std::stoi(first) + 1);
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
            if (strong) take_nearest(hit, block);
            const bool heads =
                role == TermRole::heading && document_.blocks[block].kind == BlockKind::heading;
            if (heads && (headings_.empty() || headings_.back() != block))
                headings_.push_back(block);
        }
        for (const std::uint32_t heading : headings_) take_first_of_section(heading);
        std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
            return a.passage.block < b.passage.block;
        });
        return std::move(found_);
    }

  private:
    std::vector<Match> matches_in(std::uint32_t block) const {
        const std::string shown = document_.blocks[block].text.substr(0, block_bytes);
        std::vector<Match> all;
        const std::sregex_iterator end;
        for (std::sregex_iterator each(shown.begin(), shown.end(), pattern_.written); each != end;
             ++each) {
            if (pattern_.is_school_year && !follow(each->str(1), each->str(2))) continue;
            const auto begin = static_cast<std::size_t>(each->position());
            const auto length = static_cast<std::size_t>(each->length());
            all.push_back({begin, begin + length,
                           pattern_.is_school_year ? school_year(each->str(1)) : value_of(*each)});
        }
        return all;
    }

    void take_nearest(const Hit& hit, std::uint32_t block) {
        const std::size_t from = text_.tokens[hit.first].begin;
        const std::size_t to = text_.tokens[hit.end - 1].end;
        const auto distance = [&](const Match& match) {
            if (match.begin >= to) return match.begin - to;
            return match.end <= from ? from - match.end : std::size_t{0};
        };
        const auto all = matches_in(block);
        const auto nearest = std::min_element(
            all.begin(), all.end(),
            [&](const Match& a, const Match& b) { return distance(a) < distance(b); });
        if (nearest != all.end() && distance(*nearest) <= near_bytes) add(*nearest, block);
    }

    void take_first_of_section(std::uint32_t heading) {
        const std::uint32_t end = text_.places[heading].section_end;
        const bool has_one =
            std::any_of(found_.begin(), found_.end(), [&](const StatedValue& each) {
                return each.passage.block >= heading && each.passage.block < end;
            });
        for (std::uint32_t block = heading; block < end && !has_one; ++block) {
            if (text_.places[block].only_names) continue;
            const auto all = matches_in(block);
            if (!all.empty()) return add(all.front(), block);
        }
    }

    void add(const Match& match, std::uint32_t block) {
        const auto& place = text_.places[block];
        std::uint32_t token = place.first_token;
        while (token + 1 < place.end_token && text_.tokens[token].end <= match.begin) ++token;
        StatedValue made{match.value, passage_at(document_, text_, token), {}};
        const bool known = std::any_of(found_.begin(), found_.end(), [&](const StatedValue& each) {
            return each.text == made.text && each.passage.block == block;
        });
        if (!known) found_.push_back(std::move(made));
    }

    const Document& document_;
    const AnnotatedText& text_;
    const TermIndex& index_;
    std::span<const Hit> hits_;
    const ValuePattern& pattern_;
    std::vector<std::uint32_t> headings_;  ///< Blocks that are headings of the topic; ascending.
    std::vector<StatedValue> found_;
};

}  // namespace

ValuePattern pattern_of(const TopicValue& value) {
    constexpr auto options = std::regex::icase | std::regex::optimize;
    if (!value.pattern.empty()) return {std::regex(value.pattern, options), false};
    constexpr auto school_year = R"((20[0-9]{2}) ?(?:-|/|–|—) ?(?:20)?([0-9]{2})(?![0-9]))";
    return {std::regex(school_year, options), true};
}

std::vector<StatedValue> stated_values(const Document& document, const AnnotatedText& text,
                                       const TermIndex& index, std::span<const Hit> hits,
                                       const ValuePattern& pattern) {
    return ValueFinder(document, text, index, hits, pattern).find();
}

}  // namespace toets
