#include "checker/cli/check_dossier.h"

#include <algorithm>

#include "checker/cli/dossier_documents.h"
#include "checker/findings/value_text.h"
#include "checker/text/suggest.h"

namespace toets {
namespace {

/// What is told: all but met, excepted and not applicable.
constexpr Kept told = {true, true, true, true, true, false, false, false};
constexpr Kept all = {true, true, true, true, true, true, true, true};

}  // namespace

DossierCheck::DossierCheck(const LoadedRules& rules, const TopicSearch& search,
                           DocumentFiles* files, const CheckOptions& options)
    : rules_(rules),
      search_(search),
      files_(files),
      options_(options),
      facts_(rules.vocabulary),
      reader_(rules.vocabulary, facts_),
      evaluator_(rules.book, rules.vocabulary, rules.order) {}

DossierReport DossierCheck::run(const std::filesystem::path& path) {
    DossierReport report;
    report.path = path.string();
    report.peildatum = options_.peildatum;
    sources_ = {};
    auto bytes = read_bytes(path);
    report.source = sources_.add(path.string(), bytes ? std::move(*bytes) : std::string());
    report.sources = &sources_;
    if (!bytes) {
        report.problems.push_back({Code::unreadable_file, {report.source, 0, 0}, {path.string()}});
        return report;
    }
    report.readable = reader_.read(sources_[report.source].text(), report.source, report.problems);
    if (report.readable) judge(report, path.parent_path());
    return report;
}

DossierReport DossierCheck::run_document(const std::filesystem::path& path,
                                         const std::vector<std::string>& given) {
    DossierReport report;
    report.path = path.string();
    report.peildatum = options_.peildatum;
    sources_ = {};
    report.source = sources_.add(path.string(), "");
    report.sources = &sources_;
    facts_.clear();
    const DocumentColumn documents =
        rules_.book.documents.empty() ? DocumentColumn{} : rules_.book.documents.front();
    const RowIndex root = facts_.add_row(0, no_row, 0);
    if (documents.table == no_table || rules_.vocabulary.tables[documents.table].parent != 0)
        return report;
    facts_.state_list(0, root, rules_.vocabulary.tables[documents.table].slot, false);
    const RowIndex row = facts_.add_row(documents.table, root, 0);
    facts_.attach(documents.table, row);
    const std::string name = path.filename().string();
    facts_.set(documents.table, row, documents.file, name);
    for (const std::string& each : given) {
        const std::size_t dot = each.find('.');
        const std::size_t equals = each.find('=');
        const std::string_view text = each;
        const bool whole = dot != std::string::npos && equals != std::string::npos && dot < equals;
        const std::string_view begrip = whole ? text.substr(0, dot) : text;
        const TableId table = begrip == rules_.vocabulary.root().element ? 0 : documents.table;
        const Table& shape = rules_.vocabulary.tables[table];
        const ColumnId column = whole && begrip == shape.element
                                    ? shape.column(text.substr(dot + 1, equals - dot - 1))
                                    : no_column;
        if (column == no_column || facts_.set(table, table == 0 ? root : row, column,
                                              text.substr(equals + 1)) == State::invalid)
            report.problems.push_back({Code::fact_not_understood, {report.source, 0, 0}, {each}});
    }
    facts_.finish();
    report.readable = true;
    judge(report, path.parent_path());
    const DocumentAnswers* answers = answers_for(&documents_, documents.table, row);
    report.readable = answers != nullptr && answers->readable;
    return report;
}

void DossierCheck::judge(DossierReport& report, const std::filesystem::path& folder) {
    const Facts& facts = facts_.facts();
    report.facts = &facts;
    documents_ = {};
    if (files_ != nullptr)
        documents_ = read_documents(facts, rules_.book, search_, folder, *files_, report.source,
                                    report.problems);
    evaluator_.evaluate(facts, options_.peildatum, &documents_, told, report.evaluation);
    auto& findings = report.evaluation.findings;
    std::erase_if(findings, [&](const Finding& each) {
        return rules_.book.rules[each.rule].parts[each.part].severity < options_.severity;
    });
    for (auto from = findings.begin(); options_.explain && from != findings.end();) {
        const auto to = std::find_if(from, findings.end(),
                                     [&](const Finding& each) { return each.rule != from->rule; });
        auto explained = evaluator_.explain(facts, options_.peildatum, &documents_, {from, to},
                                            options_.language);
        std::move(explained.begin(), explained.end(), std::back_inserter(report.explanations));
        from = to;
    }
}

std::vector<Explanation> DossierCheck::explain(const DossierReport& report, RuleId rule,
                                               const std::string& subject) {
    Evaluation evaluation;
    const Facts& facts = *report.facts;
    evaluator_.evaluate(facts, options_.peildatum, &documents_, all, evaluation);
    const auto named = [&](const Finding& finding) {
        if (finding.rule != rule) return false;
        TableId table = rules_.book.rules[rule].subject_table;
        RowIndex row = finding.row;
        while (true) {
            if (row_text(rules_.vocabulary, facts, table, row, options_.language) == subject)
                return true;
            if (rules_.vocabulary.tables[table].parent == no_table) return false;
            row = facts.tables[table].parent[row];
            table = rules_.vocabulary.tables[table].parent;
        }
    };
    std::vector<Finding> found;
    std::copy_if(evaluation.findings.begin(), evaluation.findings.end(), std::back_inserter(found),
                 named);
    return evaluator_.explain(facts, options_.peildatum, &documents_, found, options_.language);
}

}  // namespace toets
