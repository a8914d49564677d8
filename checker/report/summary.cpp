// Counts, and the tables of a scan.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

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

Counts counts(const RuleBook& book, const Evaluation& evaluation) {
    Counts all;
    for (RuleId id = 0; id < evaluation.tallies.size(); ++id)
        for (std::size_t p = 0; p < evaluation.tallies[id].size(); ++p) {
            const Tally& tally = evaluation.tallies[id][p];
            all.violated[static_cast<std::size_t>(book.rules[id].parts[p].severity)] +=
                of(tally, Outcome::violated);
            all.unknown += of(tally, Outcome::unknown);
            all.blocked += of(tally, Outcome::blocked);
            all.judgement += of(tally, Outcome::judgement);
            all.pending += of(tally, Outcome::pending);
            all.met += of(tally, Outcome::met);
            all.excepted += of(tally, Outcome::excepted);
            if (tally.first_due)
                all.first_due =
                    std::min(all.first_due.value_or(*tally.first_due), *tally.first_due);
        }
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

constexpr std::array<Outcome, 5> scanned = {Outcome::violated, Outcome::unknown, Outcome::pending,
                                            Outcome::judgement, Outcome::met};

constexpr std::size_t name_characters_max = 80;

/// A rule's part with what came of it at all schools.
struct ScanRow {
    std::string name;
    std::array<std::size_t, scanned.size()> counts{};
};

/// Worst first; what concerns nobody is only counted.
std::vector<ScanRow> scan_rows(const std::vector<std::vector<Tally>>& tallies, const RuleBook& book,
                               std::size_t& idle) {
    std::vector<ScanRow> rows;
    for (RuleId id = 0; id < tallies.size(); ++id)
        for (std::size_t p = 0; p < tallies[id].size(); ++p) {
            const std::string& part = book.rules[id].parts[p].name;
            ScanRow row{book.rules[id].id + (part.empty() ? "" : "/" + part), {}};
            for (std::size_t i = 0; i < scanned.size(); ++i)
                row.counts[i] = of(tallies[id][p], scanned[i]);
            if (row.counts == decltype(row.counts){})
                ++idle;
            else
                rows.push_back(std::move(row));
        }
    std::stable_sort(rows.begin(), rows.end(), [](const ScanRow& a, const ScanRow& b) {
        return std::pair(a.counts[0], a.counts[1]) > std::pair(b.counts[0], b.counts[1]);
    });
    return rows;
}

}  // namespace

std::string scan_table(const std::vector<ScanLine>& lines,
                       const std::vector<std::vector<Tally>>& tallies, const RuleContext& rules) {
    const auto word = [&](Phrase which) { return std::string(phrase(which, rules.language)); };
    const std::vector<std::string> outcomes = {
        word(Phrase::scan_violated), word(Phrase::scan_unknown), word(Phrase::scan_pending),
        word(Phrase::scan_judgement), word(Phrase::scan_met)};
    std::vector<std::vector<std::string>> by_rule = {{word(Phrase::scan_rule)}};
    by_rule[0].insert(by_rule[0].end(), outcomes.begin(), outcomes.end());
    std::size_t idle = 0;
    for (const ScanRow& each : scan_rows(tallies, rules.book, idle)) {
        auto& row = by_rule.emplace_back(1, each.name);
        for (const std::size_t count : each.counts) row.push_back(std::to_string(count));
    }
    std::vector<std::vector<std::string>> by_school = {{word(Phrase::scan_school)}};
    by_school[0].insert(by_school[0].end(), outcomes.begin(), outcomes.end());
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
        const Counts& c = line.counts;
        const std::string name =
            namesakes[line.name] > 1 ? line.name + " (" + line.path + ")" : line.name;
        if (line.problems > 0)
            beside +=
                filled(Phrase::scan_problems, rules.language, visible(line.path), line.problems) +
                '\n';
        by_school.push_back({shortened(name, name_characters_max), std::to_string(c.violations()),
                             std::to_string(c.unknown), std::to_string(c.pending),
                             std::to_string(c.judgement), std::to_string(c.met)});
    }
    const std::string unused =
        idle == 0 ? "" : filled(Phrase::scan_idle, rules.language, idle) + '\n';
    return table(by_rule) + unused + '\n' + table(by_school) + '\n' + beside +
           (beside.empty() ? "" : "\n") +
           filled(Phrase::scan_files, rules.language, lines.size() - unread, unread) + '\n';
}

}  // namespace toets
