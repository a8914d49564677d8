// Counts, and the tables of a scan.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "checker/findings/value_text.h"
#include "checker/report/dossier_report.h"
#include "checker/report/filled.h"
#include "checker/report/table.h"
#include "checker/report/words.h"
#include "checker/text/source.h"
#include "checker/text/unseen.h"

namespace toets {
namespace {

std::uint32_t of(const Tally& tally, Outcome outcome) {
    return tally.of[static_cast<std::size_t>(outcome)];
}

}  // namespace

namespace {

void add(Counts& to, const Tally& tally, Severity severity) {
    to.violated[static_cast<std::size_t>(severity)] += of(tally, Outcome::violated);
    to.unknown += of(tally, Outcome::unknown);
    to.blocked += of(tally, Outcome::blocked);
    to.judgement += of(tally, Outcome::judgement);
    to.pending += of(tally, Outcome::pending);
    to.met += of(tally, Outcome::met);
    to.excepted += of(tally, Outcome::excepted);
    if (tally.first_due)
        to.first_due = std::min(to.first_due.value_or(*tally.first_due), *tally.first_due);
}

}  // namespace

Counts counts(const RuleBook& book, const Evaluation& evaluation) {
    Counts all;
    for (RuleId id = 0; id < evaluation.tallies.size(); ++id)
        for (std::size_t p = 0; p < evaluation.tallies[id].size(); ++p)
            add(all, evaluation.tallies[id][p], book.rules[id].parts[p].severity);
    return all;
}

void add(Counts& to, const Counts& more) {
    for (std::size_t i = 0; i < 3; ++i) to.violated[i] += more.violated[i];
    to.unknown += more.unknown;
    to.blocked += more.blocked;
    to.judgement += more.judgement;
    to.pending += more.pending;
    to.met += more.met;
    to.excepted += more.excepted;
    if (more.first_due)
        to.first_due = std::min(to.first_due.value_or(*more.first_due), *more.first_due);
}

namespace {

constexpr std::size_t name_characters_max = 80;

using Row = std::vector<std::string>;

/// The names of the columns after the first, in the order of `cells`.
Row column_names(Phrase first, const RuleContext& rules) {
    Row row;
    for (const Phrase each :
         {first, Phrase::scan_violated, Phrase::scan_lighter, Phrase::scan_unknown,
          Phrase::scan_pending, Phrase::scan_judgement, Phrase::scan_blocked, Phrase::scan_met})
        row.emplace_back(phrase(each, rules.language));
    return row;
}

Row row_of(std::string name, const Counts& all) {
    Row row = {std::move(name)};
    for (const std::size_t count : {all.violated[2], all.violated[1] + all.violated[0], all.unknown,
                                    all.pending, all.judgement, all.blocked, all.met})
        row.push_back(std::to_string(count));
    return row;
}

bool is_idle(const Counts& all) {
    return all.violations() + all.unknown + all.pending + all.judgement + all.blocked +
               all.excepted + all.met ==
           0;
}

/// A row for each part of a rule, worst first; what concerns nobody is only counted.
std::vector<Row> rule_rows(const std::vector<std::vector<Tally>>& tallies, const RuleBook& book,
                           std::size_t& idle) {
    std::vector<std::pair<std::string, Counts>> found;
    for (RuleId id = 0; id < tallies.size(); ++id)
        for (std::size_t p = 0; p < tallies[id].size(); ++p) {
            const Part& part = book.rules[id].parts[p];
            Counts all;
            add(all, tallies[id][p], part.severity);
            if (is_idle(all))
                ++idle;
            else
                found.emplace_back(book.rules[id].id + (part.name.empty() ? "" : "/" + part.name),
                                   all);
        }
    const auto weight = [](const Counts& all) {
        return std::tuple(all.violated[2], all.violated[1], all.violated[0], all.unknown);
    };
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        return weight(a.second) > weight(b.second);
    });
    std::vector<Row> rows;
    rows.reserve(found.size());
    for (const auto& [name, all] : found) rows.push_back(row_of(name, all));
    return rows;
}

}  // namespace

std::string scan_table(const std::vector<ScanLine>& lines,
                       const std::vector<std::vector<Tally>>& tallies, const RuleContext& rules) {
    const auto word = [&](Phrase which) { return std::string(phrase(which, rules.language)); };
    std::size_t idle = 0;
    std::vector<Row> by_rule = rule_rows(tallies, rules.book, idle);
    by_rule.insert(by_rule.begin(), column_names(Phrase::scan_rule, rules));
    std::vector<Row> by_school = {column_names(Phrase::scan_school, rules)};
    Counts total;
    std::size_t unread = 0;
    std::string beside;
    std::map<std::string, std::size_t> namesakes;
    for (const ScanLine& line : lines) ++namesakes[line.name];
    for (const ScanLine& line : lines) {
        if (!line.readable) {
            ++unread;
            by_school.push_back({line.path + ": " + word(Phrase::scan_unreadable)});
            beside += line.unreadable_for;
            continue;
        }
        add(total, line.counts);
        const std::string name =
            namesakes[line.name] > 1 ? line.name + " (" + line.path + ")" : line.name;
        if (line.problems > 0)
            beside +=
                filled(Phrase::scan_problems, rules.language, visible(line.path), line.problems) +
                '\n';
        by_school.push_back(row_of(shortened(name, name_characters_max), line.counts));
    }
    if (lines.size() - unread > 1) by_school.push_back(row_of(word(Phrase::scan_total), total));
    std::string below = filled(Phrase::scan_beside, rules.language, total.violated[1],
                               total.violated[0], total.excepted) +
                        '\n';
    if (total.first_due)
        below += filled(Phrase::scan_first_due, rules.language,
                        date_text(*total.first_due, rules.language)) +
                 '\n';
    const std::string unused =
        idle == 0 ? "" : filled(Phrase::scan_idle, rules.language, idle) + '\n';
    return table(by_rule) + unused + '\n' + table(by_school) + below + '\n' + beside +
           (beside.empty() ? "" : "\n") +
           filled(Phrase::scan_files, rules.language, lines.size() - unread, unread) + '\n';
}

}  // namespace toets
