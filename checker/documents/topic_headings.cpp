// What the headings that hold a term of a topic tell about it.
#include "checker/documents/topic_headings.h"

#include <algorithm>

#include "checker/documents/hit_range.h"
#include "checker/documents/line_form.h"

namespace toets {
namespace {

constexpr int extra_words_max = 7;      ///< A longer heading is about something else too.
constexpr int narrowing_words_min = 2;  ///< More telling words narrow a heading of one term.

}  // namespace

std::span<const Hit> TopicHeadings::hits_in_block(std::uint32_t block) const {
    return hits_in(hits_, {text_.places[block].first_token, text_.places[block].end_token});
}

bool TopicHeadings::is_about(const Hit& hit) const {
    const auto& where = text_.places[text_.block_of(hit)];
    const auto words = static_cast<int>(where.end_token - where.first_token);
    return words - static_cast<int>(hit.end - hit.first) <= extra_words_max;
}

bool TopicHeadings::narrows(const Hit& hit) const {
    if (role(hit) != TermRole::heading || hit.end - hit.first > 1) return false;
    const auto block = text_.block_of(hit);
    const auto others = hits_in_block(block);
    return std::all_of(others.begin(), others.end(),
                       [&](const Hit& other) { return other.first == hit.first; }) &&
           telling_words(document_.blocks[block].text) > narrowing_words_min;
}

bool TopicHeadings::carries(std::uint32_t heading) const {
    const auto hits = hits_in_block(heading);
    return std::any_of(hits.begin(), hits.end(),
                       [&](const Hit& hit) { return role(hit) == TermRole::strong; });
}

bool TopicHeadings::is_of_another(std::uint32_t heading) const {
    const CededHeading place{heading, owner_};
    if (!std::binary_search(text_.ceded.begin(), text_.ceded.end(), place)) return false;
    const auto hits = hits_in_block(heading);
    return std::none_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        return role(hit) == TermRole::strong || role(hit) == TermRole::heading;
    });
}

}  // namespace toets
