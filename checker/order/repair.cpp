#include "checker/order/repair.h"

#include <algorithm>
#include <iterator>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/graph/transitive_reduction.hpp>

namespace toets {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

}  // namespace

std::vector<std::size_t> repair_order(std::size_t count, const std::vector<RestsOn>& rests_on) {
    const Graph graph(rests_on.begin(), rests_on.end(), count);
    std::vector<std::size_t> order;
    boost::topological_sort(graph, std::back_inserter(order));
    return order;
}

std::vector<RestsOn> without_shortcuts(const std::vector<RestsOn>& rests_on) {
    // only those that have an edge: the reduction takes memory for each pair
    std::vector<std::size_t> numbers;
    for (const auto& [from, to] : rests_on) numbers.insert(numbers.end(), {from, to});
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    if (numbers.empty()) return {};
    const auto place = [&](std::size_t number) {
        return static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), number) -
                                        numbers.begin());
    };
    Graph graph(numbers.size());
    for (const auto& [from, to] : rests_on) boost::add_edge(place(from), place(to), graph);
    Graph reduced;
    std::vector<Graph::vertex_descriptor> in_reduced(numbers.size());
    std::vector<std::size_t> index(numbers.size());
    for (std::size_t i = 0; i < index.size(); ++i) index[i] = i;
    const auto by_vertex = [&](auto& values) {
        return boost::make_iterator_property_map(values.begin(),
                                                 boost::get(boost::vertex_index, graph));
    };
    boost::transitive_reduction(graph, reduced, by_vertex(in_reduced), by_vertex(index));
    std::vector<std::size_t> number_of(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) number_of[in_reduced[i]] = numbers[i];
    std::vector<RestsOn> kept;
    for (auto [edge, end] = boost::edges(reduced); edge != end; ++edge)
        kept.emplace_back(number_of[boost::source(*edge, reduced)],
                          number_of[boost::target(*edge, reduced)]);
    std::sort(kept.begin(), kept.end());
    return kept;
}

}  // namespace toets
