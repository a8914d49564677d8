#include "checker/order/order.h"

#include <algorithm>
#include <map>
#include <queue>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/transitive_reduction.hpp>

namespace toets {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

/// An edge from each rule to each of its prerequisites.
Graph prerequisites_of(const RuleBook& book) {
    Graph graph(book.rules.size());
    for (RuleId id = 0; id < book.rules.size(); ++id)
        for (const RuleId needed : book.rules[id].prerequisites) boost::add_edge(id, needed, graph);
    return graph;
}

/// The rules of each cycle, smallest id first; none when the graph has no cycle.
std::vector<std::vector<RuleId>> cycles(const RuleBook& book, const Graph& graph) {
    std::vector<int> component(boost::num_vertices(graph));
    if (component.empty()) return {};
    const int count = boost::strong_components(
        graph, boost::make_iterator_property_map(component.begin(),
                                                 boost::get(boost::vertex_index, graph)));
    std::vector<std::vector<RuleId>> members(static_cast<std::size_t>(count));
    for (RuleId id = 0; id < component.size(); ++id)
        members[static_cast<std::size_t>(component[id])].push_back(id);
    std::erase_if(members, [&](const std::vector<RuleId>& each) {
        if (each.size() > 1) return false;
        const auto& needed = book.rules[each.front()].prerequisites;
        return std::find(needed.begin(), needed.end(), each.front()) == needed.end();
    });
    std::sort(members.begin(), members.end());
    return members;
}

void report_cycle(const RuleBook& book, const std::vector<RuleId>& cycle, Diagnostics& problems) {
    std::string names;
    Diagnostic problem{Code::circular_prerequisites, book.rules[cycle.front()].span, {}};
    for (const RuleId id : cycle) {
        names += (names.empty() ? "" : ", ") + book.rules[id].id;
        problem.chain.push_back(book.rules[id].span);
    }
    problem.args = {names};
    problems.push_back(std::move(problem));
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

}  // namespace

std::vector<RuleId> order(const RuleBook& book, Diagnostics& problems) {
    const Graph graph = prerequisites_of(book);
    for (const auto& cycle : cycles(book, graph)) report_cycle(book, cycle, problems);
    std::vector<std::size_t> open(book.rules.size());
    std::vector<std::vector<RuleId>> dependents(book.rules.size());
    std::priority_queue<RuleId, std::vector<RuleId>, std::greater<>> ready;
    for (RuleId id = 0; id < book.rules.size(); ++id) {
        open[id] = boost::out_degree(id, graph);
        if (open[id] == 0) ready.push(id);
        for (const RuleId needed : book.rules[id].prerequisites) dependents[needed].push_back(id);
    }
    std::vector<RuleId> sorted;
    while (!ready.empty()) {
        const RuleId id = ready.top();
        ready.pop();
        sorted.push_back(id);
        for (const RuleId dependent : dependents[id])
            if (--open[dependent] == 0) ready.push(dependent);
    }
    return sorted;
}

std::string rules_as_dot(const RuleBook& book) {
    const Graph graph = prerequisites_of(book);
    Graph reduced(boost::num_vertices(graph));
    std::map<Graph::vertex_descriptor, Graph::vertex_descriptor> to_reduced;
    std::vector<std::size_t> index(boost::num_vertices(graph));
    for (std::size_t i = 0; i < index.size(); ++i) index[i] = i;
    if (!cycles(book, graph).empty()) {
        reduced = graph;  // only a graph without cycles has a reduction
        for (RuleId id = 0; id < book.rules.size(); ++id) to_reduced[id] = id;
    } else
        boost::transitive_reduction(graph, reduced, boost::make_assoc_property_map(to_reduced),
                                    index.data());
    std::map<Graph::vertex_descriptor, RuleId> rule_of;
    for (const auto& [from, to] : to_reduced) rule_of[to] = static_cast<RuleId>(from);
    std::string dot =
        "digraph regels {\n  rankdir=RL;\n  node [shape=box, fontname=\"sans-serif\"];\n";
    std::map<std::string, std::vector<std::string>> by_module;
    for (const auto& rule : book.rules) by_module[rule.module].push_back(rule.id);
    for (const auto& [module, ids] : by_module) {
        dot +=
            "  subgraph " + quoted("cluster_" + module) + " {\n    label=" + quoted(module) + ";\n";
        for (const auto& id : ids) dot += "    " + quoted(id) + ";\n";
        dot += "  }\n";
    }
    std::vector<std::pair<std::string, std::string>> edges;
    for (auto [edge, end] = boost::edges(reduced); edge != end; ++edge)
        edges.emplace_back(book.rules[rule_of[boost::source(*edge, reduced)]].id,
                           book.rules[rule_of[boost::target(*edge, reduced)]].id);
    std::sort(edges.begin(), edges.end());
    for (const auto& [from, to] : edges) dot += "  " + quoted(from) + " -> " + quoted(to) + ";\n";
    return dot + "}\n";
}

}  // namespace toets
