// Many dossiers, each thread one at a time; results leave in the order of the files.
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <mutex>
#include <new>
#include <thread>
#include <unistd.h>

#include <fmt/format.h>

#include "checker/cli/check_dossier.h"
#include "checker/cli/commands.h"
#include "checker/cli/input_files.h"
#include "checker/cli/on_threads.h"
#include "checker/findings/value_text.h"

namespace toets {
namespace {

namespace fs = std::filesystem;

struct Scanned {
    ScanLine line;
    std::string json;
    std::vector<std::vector<Tally>> tallies;
    bool violated = false;
    bool documents_read = true;
};

/// Takes results in any order and gives them on in the order of the files. A thread that is far
/// ahead of the slowest waits, so that few results are held.
class InOrder {
  public:
    InOrder(std::size_t ahead_max, std::function<void(Scanned&&)> next)
        : ahead_max_(ahead_max), next_(std::move(next)) {}

    /// False when one of the results is not to come, and so none after it can be given on.
    bool put(std::size_t index, Scanned&& result) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return stopped_ || index < expected_ + ahead_max_; });
        if (stopped_) return false;
        held_.emplace(index, std::move(result));
        while (!held_.empty() && held_.begin()->first == expected_) {
            next_(std::move(held_.begin()->second));
            held_.erase(held_.begin());
            ++expected_;
        }
        room_.notify_all();
        return true;
    }

    /// Makes all who wait or come later go away.
    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        room_.notify_all();
    }

  private:
    std::size_t ahead_max_;
    std::function<void(Scanned&&)> next_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::map<std::size_t, Scanned> held_;
    std::size_t expected_ = 0;
    bool stopped_ = false;
};

Scanned scanned(DossierReport report, const RuleContext& context, bool json) {
    Scanned made;
    made.line.path = report.path;
    made.line.readable = report.readable;
    made.documents_read = report.documents_read;
    if (report.readable)
        made.line.problems = report.problems.size();
    else
        made.line.unreadable_for =
            render_without_text(report.problems, *report.sources, context.language);
    if (report.readable) {
        made.line.name = row_text(context.vocabulary, *report.facts, 0, 0, context.language);
        made.line.counts = counts(context.book, report.evaluation);
        made.violated =
            std::any_of(report.evaluation.findings.begin(), report.evaluation.findings.end(),
                        [](const Finding& each) { return each.outcome == Outcome::violated; });
    }
    if (json) made.json = json_report(report, context);
    made.tallies = std::move(report.evaluation.tallies);
    return made;
}

/// One dossier; when memory runs out, what can be said without it.
Scanned scan_one(DossierCheck& checker, const fs::path& path, const RuleContext& context,
                 bool json) {
    try {
        return scanned(checker.run(path), context, json);
    } catch (const std::bad_alloc&) {
        return scanned(checker.too_heavy(path), context, json);
    }
}

void add(std::vector<std::vector<Tally>>& to, const std::vector<std::vector<Tally>>& more) {
    if (to.empty())
        to = more;
    else
        for (std::size_t r = 0; r < more.size(); ++r)
            for (std::size_t p = 0; p < more[r].size(); ++p) {
                Tally& sum = to[r][p];
                for (std::size_t o = 0; o < outcome_count; ++o) sum.of[o] += more[r][p].of[o];
                const auto& due = more[r][p].first_due;
                if (due) sum.first_due = std::min(sum.first_due.value_or(*due), *due);
            }
}

}  // namespace

Exit scan(const Arguments& arguments, const LoadedRules& rules, DocumentFiles* files,
          std::ostream& out) {
    const auto targets = find_targets(arguments);
    if (!targets) return Exit::wrong_use;
    const TopicSearch search = topic_search(rules, files);
    const RuleContext context{rules.book, rules.vocabulary, rules.sources, arguments.language};
    const bool json = arguments.format == OutputFormat::json;
    const bool shows_progress = isatty(STDERR_FILENO) != 0;
    std::vector<ScanLine> lines;
    std::vector<std::vector<Tally>> tallies;
    Exit result = Exit::kept;
    if (json) out << "{\"toets\":\"" << TOETS_VERSION << "\",\"dossiers\":[\n";
    const auto take = [&](Scanned&& each) {
        if (json) out << (lines.empty() ? "" : ",\n") << each.json;
        add(tallies, each.tallies);
        if (!each.line.readable || !each.documents_read)
            result = Exit::unreadable;
        else if (each.violated)
            result = std::max(result, Exit::findings);
        lines.push_back(std::move(each.line));
        if (!shows_progress) return;
        constexpr std::size_t bar = 30;
        const std::size_t done = bar * lines.size() / targets->size();
        std::cerr << "\r[" << std::string(done, '#') << std::string(bar - done, ' ') << "] "
                  << fmt::format(fmt::runtime(text(Text::progress, arguments.language)),
                                 lines.size(), targets->size());
        if (lines.size() == targets->size()) std::cerr << '\n';
    };
    const unsigned cores = arguments.threads != 0
                               ? arguments.threads
                               : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t workers = std::min<std::size_t>(std::min(cores, 256U), targets->size());
    InOrder in_order(workers * 4, take);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        DossierCheck checker(rules, search, files,
                             {arguments.peildatum, arguments.language, arguments.severity, json});
        std::size_t i = next++;
        while (i < targets->size() &&
               in_order.put(i, scan_one(checker, (*targets)[i].path, context, json)))
            i = next++;
    };
    on_threads(workers, [&] {
        try {
            work();
        } catch (...) {
            in_order.stop();
            throw;
        }
    });
    if (json)
        out << "\n]}\n";
    else
        out << scan_table(lines, tallies, context);
    return result;
}

}  // namespace toets
