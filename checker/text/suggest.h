// Typos: the known word that a user probably meant.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "checker/text/ascii.h"

namespace toets {

/// The number of single-letter edits (insert, delete, replace, swap neighbours) between two words,
/// whether or not their letters are capitals.
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::vector<std::size_t> next(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = to_small(a[i - 1]) == to_small(b[j - 1]) ? 0 : 1;
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + cost});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                next[j] = std::min(next[j], before[j - 2] + 1);
        }
        before = row;
        row = next;
    }
    return row[b.size()];
}

/// The candidate nearest to `word`, if near enough to be a typo (a third of its letters at most);
/// empty when none is. The first of equals wins.
inline std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    constexpr std::size_t word_bytes_max = 100;  // no typo is longer
    if (word.size() > word_bytes_max) return best;
    for (const auto& candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

/// The first `most` words, each between back quotes, with a comma between; dots where there are
/// more.
inline std::string listed(const std::vector<std::string>& words, std::size_t most = 12) {
    std::string text;
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i)
        text += (i == 0 ? "`" : ", `") + words[i] + "`";
    return words.size() > most ? text + ", ..." : text;
}

}  // namespace toets
