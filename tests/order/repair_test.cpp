// What to repair first: small graphs by hand, and large ones against plain counting.
#include "checker/order/repair.h"

#include <algorithm>
#include <random>
#include <set>

#include <doctest/doctest.h>

namespace toets::tests {

namespace {

/// All that rest on `root`, by walking until nothing is new.
std::size_t counted(std::size_t root, const std::vector<RestsOn>& edges) {
    std::set<std::size_t> found;
    for (std::size_t before = 1; before != found.size();) {
        before = found.size();
        for (const auto& [from, to] : edges)
            if (to == root || found.contains(to)) found.insert(from);
    }
    return found.size();
}

}  // namespace

TEST_CASE("without edges there is nothing to wait for") {
    CHECK(repair_order(3, {}).size() == 3);
    CHECK(repair_order(0, {}).empty());
    CHECK(without_shortcuts({}).empty());
}

TEST_CASE("what rests on something in the end is drawn only once") {
    const std::vector<RestsOn> edges = {{2, 1}, {1, 0}, {2, 0}, {3, 0}};
    CHECK(without_shortcuts(edges) == std::vector<RestsOn>{{1, 0}, {2, 1}, {3, 0}});
}

TEST_CASE("random graphs: the order keeps every edge, and so does what is drawn") {
    std::mt19937 random(20261122);
    for (int times = 0; times < 50; ++times) {
        const std::size_t count = 2 + random() % 20;
        std::vector<RestsOn> edges;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t from = 1 + random() % (count - 1);
            edges.emplace_back(from, random() % from);
        }
        const std::vector<std::size_t> order = repair_order(count, edges);
        std::vector<std::size_t> place(count);
        for (std::size_t i = 0; i < count; ++i) place[order[i]] = i;
        const auto reduced = without_shortcuts(edges);
        for (const auto& [from, to] : edges) CHECK(place[to] < place[from]);
        for (std::size_t i = 0; i < count; ++i) CHECK(counted(i, reduced) == counted(i, edges));
    }
}

}  // namespace toets::tests
