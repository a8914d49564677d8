// The obligation graph of one dossier: what is not kept, and what waits for it.
#include <set>

#include "checker/report/evidence.h"

namespace toets {
namespace {

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
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

std::string obligations_as_dot(const DossierReport& report, const RuleContext& rules) {
    std::string dot =
        "digraph verplichtingen {\n  rankdir=RL;\n  node [shape=box, style=filled, "
        "fontname=\"sans-serif\"];\n";
    std::set<std::string> nodes, edges;
    const auto node = [&](RuleId rule, RowIndex row) {
        return rules.book.rules[rule].id + "#" + std::to_string(row);
    };
    for (const Explanation& each : report.explanations) {
        const Finding& finding = each.finding;
        const Rule& rule = rules.book.rules[finding.rule];
        const Group group = group_of(rule.subject_table, finding.row, report, rules);
        nodes.insert("  \"" + node(finding.rule, finding.row) + "\" [label=\"" +
                     escaped(row_title(group.table, group.row, report, rules)) + "\\n" +
                     escaped(rule.id) + "\", fillcolor=\"" + fill(finding.outcome) + "\"];\n");
        if (finding.outcome == Outcome::blocked)
            edges.insert("  \"" + node(finding.rule, finding.row) + "\" -> \"" +
                         node(finding.blocked_by, finding.blocked_row) + "\";\n");
    }
    for (const auto& each : nodes) dot += each;
    for (const auto& each : edges) dot += each;
    return dot + "}\n";
}

}  // namespace toets
