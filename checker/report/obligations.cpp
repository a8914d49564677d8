// The obligation graph of one dossier: what is not kept, and what waits for it.
#include "checker/report/obligations.h"

#include <algorithm>
#include <map>
#include <set>

#include "checker/report/evidence.h"
#include "checker/text/unseen.h"

namespace toets {
namespace {

/// Graphviz reads `&` as the begin of a reference, and leaves it so in the picture.
std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : visible(text)) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
        if (c == '&') out += "amp;";
    }
    return out;
}

const char* fill(Outcome outcome) {
    switch (outcome) {
        case Outcome::violated:
            return "#f4b6b0";
        case Outcome::unknown:
            return "#e3e3e3";
        case Outcome::pending:
            return "#cfe3f7";
        case Outcome::judgement:
            return "#e6d8f2";
        case Outcome::blocked:
        case Outcome::met:
        case Outcome::excepted:
        case Outcome::not_applicable:
            break;
    }
    return "#ffffff";
}

}  // namespace

Obligations obligations_of(const DossierReport& report, const RuleContext& rules) {
    Obligations made;
    std::map<Obligation, std::size_t> numbers;
    for (const Explanation& each : report.explanations) {
        const Obligation obligation{each.finding.rule, each.finding.row};
        if (numbers.emplace(obligation, made.all.size()).second) made.all.push_back(obligation);
    }
    for (std::size_t i = 0; i < made.all.size(); ++i) {
        const Rule& rule = rules.book.rules[made.all[i].first];
        for (const RuleId needed : rule.prerequisites) {
            TableId table = rule.subject_table;
            RowIndex row = made.all[i].second;
            while (table != rules.book.rules[needed].subject_table && table != no_table) {
                row = report.facts->tables[table].parent[row];
                table = rules.vocabulary.tables[table].parent;
            }
            const auto found = numbers.find({needed, row});
            if (table != no_table && found != numbers.end())
                made.rests_on.emplace_back(i, found->second);
        }
    }
    return made;
}

std::string obligations_as_dot(const DossierReport& report, const RuleContext& rules) {
    const Obligations obligations = obligations_of(report, rules);
    const auto node = [&](const Obligation& each) {
        return "\"" + rules.book.rules[each.first].id + "#" + std::to_string(each.second) + "\"";
    };
    // the worst outcome of its parts colours an obligation
    std::map<Group, std::map<std::string, Outcome>> by_group;
    for (const Explanation& each : report.explanations) {
        const Finding& finding = each.finding;
        const Rule& rule = rules.book.rules[finding.rule];
        auto& nodes = by_group[group_of(rule.subject_table, finding.row, report, rules)];
        const auto [found, is_new] =
            nodes.emplace(node({finding.rule, finding.row}), finding.outcome);
        if (!is_new) found->second = std::min(found->second, finding.outcome);
    }
    std::string dot =
        "digraph verplichtingen {\n  rankdir=RL;\n  pack=16;\n  packmode=\"clust\";\n  "
        "fontname=\"sans-serif\";\n  node [shape=box, style=filled, fontname=\"sans-serif\"];\n";
    for (const auto& [group, nodes] : by_group) {
        const std::string title = escaped(row_title(group.table, group.row, report, rules));
        dot += "  subgraph cluster_" + std::to_string(group.table) + "_" +
               std::to_string(group.row) + " {\n    label=\"" + title + "\";\n";
        for (const auto& [name, outcome] : nodes)
            dot += "    " + name + " [label=\"" + name.substr(1, name.find('#') - 1) +
                   "\", fillcolor=\"" + fill(outcome) + "\"];\n";
        dot += "  }\n";
    }
    std::set<std::string> edges;
    for (const auto& [from, to] : without_shortcuts(obligations.rests_on))
        edges.insert("  " + node(obligations.all[from]) + " -> " + node(obligations.all[to]) +
                     ";\n");
    for (const auto& each : edges) dot += each;
    return dot + "}\n";
}

}  // namespace toets
