// A scan stripped to what is measured: rules, dossiers, evaluation, a line per finding. It stands
// beside `toets scan` so that a difference between the two shows what the reports cost.
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "checker/cli/rule_files.h"
#include "checker/dossier/read_dossier.h"
#include "checker/evaluate/evaluate.h"
#include "checker/text/file_buffer.h"
#include "tests/benchmark/support/days.h"
#include "tests/benchmark/support/input_files.h"
#include "tests/benchmark/support/rule_set.h"

namespace toets::benchmark {
namespace {

namespace fs = std::filesystem;

struct Wanted {
    fs::path folder;
    fs::path rules = ten_rules();
    unsigned threads = 1;
};

Wanted read_arguments(int argc, char** argv) {
    Wanted wanted;
    if (argc > 1) wanted.folder = argv[1];
    for (int i = 2; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--rules")
            wanted.rules = argv[i + 1];
        else if (name == "--threads")
            wanted.threads = static_cast<unsigned>(std::stoul(argv[i + 1]));
    }
    return wanted;
}

/// The keys of a row and of what contains it, below the root: L17/P1.
void add_subject(const Vocabulary& vocabulary, const Facts& facts, TableId table, RowIndex row,
                 std::string& out) {
    const Table& shape = vocabulary.tables[table];
    if (shape.parent == no_table) return;
    add_subject(vocabulary, facts, shape.parent, facts.tables[table].parent[row], out);
    if (shape.key == no_column) return;
    if (out.back() != ';') out += '/';
    out += facts.tables[table].columns[shape.key].texts[row];
}

class Scanner {
  public:
    explicit Scanner(const LoadedRules& rules)
        : rules_(rules),
          facts_(rules.vocabulary),
          reader_(rules.vocabulary, facts_),
          evaluator_(rules.book, rules.vocabulary, rules.order) {
        kept_[static_cast<std::size_t>(Outcome::violated)] = true;
        kept_[static_cast<std::size_t>(Outcome::unknown)] = true;
    }

    /// The lines of one dossier; false when it can't be read without a problem.
    bool scan(const fs::path& path, std::string& lines) {
        if (!buffer_.read(path)) return false;
        problems_.clear();
        Sources sources;
        const SourceId source = sources.add(path.string(), std::string(buffer_.text()));
        const bool readable = reader_.read(buffer_.bytes(), sources, source, problems_);
        if (!readable || !problems_.empty()) return false;
        evaluator_.evaluate(facts_.facts(), Date{peildatum}, nullptr, kept_, evaluation_);
        for (const Finding& finding : evaluation_.findings) add_line(finding, lines);
        return true;
    }

  private:
    void add_line(const Finding& finding, std::string& lines) const {
        const Rule& rule = rules_.book.rules[finding.rule];
        const Part& part = rule.parts[finding.part];
        const Facts& facts = facts_.facts();
        lines += facts.tables[0].columns[rules_.vocabulary.root().key].texts[0];
        lines += ';';
        lines += rule.id;
        if (!part.name.empty()) lines += '/' + part.name;
        lines += ';';
        add_subject(rules_.vocabulary, facts, rule.subject_table, finding.row, lines);
        lines += finding.outcome == Outcome::violated ? ";overtreding\n" : ";onbekend\n";
    }

    const LoadedRules& rules_;
    FileBuffer buffer_;
    FactsBuilder facts_;
    DossierReader reader_;
    Evaluator evaluator_;
    Diagnostics problems_;
    Kept kept_{};
    Evaluation evaluation_;
};

/// Writes the lines of file after file in order, whichever is ready first.
class OrderedOutput {
  public:
    void write(std::size_t turn, const std::string& lines) {
        std::unique_lock lock(mutex_);
        next_turn_.wait(lock, [&] { return turn == turn_; });
        std::fwrite(lines.data(), 1, lines.size(), stdout);
        ++turn_;
        next_turn_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable next_turn_;
    std::size_t turn_ = 0;
};

int scan(const Wanted& wanted) {
    const LoadedRules rules = load_rules(with_vocabulary(wanted.rules), false);
    if (has_errors(rules.problems)) {
        std::cerr << render(rules.problems, rules.sources, UserLanguage::nl);
        return 2;
    }
    const std::vector<fs::path> files = dossiers_in(wanted.folder);
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> unreadable{0};
    OrderedOutput output;
    const auto work = [&] {
        Scanner scanner(rules);
        std::string lines;
        for (std::size_t i = next++; i < files.size(); i = next++) {
            lines.clear();
            if (!scanner.scan(files[i], lines)) ++unreadable;
            output.write(i, lines);
        }
    };
    std::vector<std::thread> others;
    for (unsigned i = 1; i < wanted.threads; ++i) others.emplace_back(work);
    work();
    for (std::thread& each : others) each.join();
    return unreadable == 0 ? 0 : 3;
}

}  // namespace
}  // namespace toets::benchmark

int main(int argc, char** argv) {
    const auto wanted = toets::benchmark::read_arguments(argc, argv);
    if (wanted.folder.empty()) {
        std::cerr << "toets_scan_bench DIR --rules R --threads N\n";
        return 2;
    }
    toets::benchmark::keep_heap_warm();
    return toets::benchmark::scan(wanted);
}
