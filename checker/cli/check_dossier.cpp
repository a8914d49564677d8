#include "checker/cli/check_dossier.h"

#include <algorithm>
#include <new>
#include <set>
#include <utility>

#include "checker/cli/dossier_documents.h"
#include "checker/dossier/far_dates.h"
#include "checker/findings/value_text.h"
#include "checker/text/suggest.h"

namespace toets {
namespace {

/// What is told: all but met, excepted and not applicable.
constexpr Kept told = {true, true, true, true, true, false, false, false};
constexpr Kept all = {true, true, true, true, true, true, true, true};

/// Whether all files that rows of this table name could be read.
bool is_read(const DocumentEvidence& documents) {
    return std::all_of(documents.rows.begin(), documents.rows.end(),
                       [](const auto& answers) { return !answers || answers->readable; });
}

}  // namespace

TopicSearch topic_search(const LoadedRules& rules, const DocumentFiles* files) {
    if (files == nullptr) return TopicSearch({});
    return TopicSearch(rules.book.topics);
}

DossierCheck::DossierCheck(const LoadedRules& rules, const TopicSearch& search,
                           DocumentFiles* files, CheckOptions options)
    : rules_(rules),
      search_(search),
      files_(files),
      options_(std::move(options)),
      facts_(rules.vocabulary),
      reader_(rules.vocabulary, facts_),
      evaluator_(rules.book, rules.vocabulary, rules.order) {}

/// A report on the file with nothing in it yet; what was there of the last one goes.
DossierReport DossierCheck::nothing_of(const std::filesystem::path& path) {
    DossierReport report;
    report.path = path.string();
    report.peildatum = options_.peildatum;
    sources_ = {};
    report.sources = &sources_;
    return report;
}

DossierReport DossierCheck::run(const std::filesystem::path& path) {
    DossierReport report = nothing_of(path);
    const bool found = file_.read(path, dossier_bytes_max + 1);
    report.source = sources_.add(path.string(), std::string(file_.text()));
    if (!found) {
        report.problems.push_back({unread_for(path), {report.source, 0, 0}, {path.string()}});
        return report;
    }
    report.readable = reader_.read(file_.bytes(), sources_, report.source, report.problems);
    if (!report.readable) return report;
    report_far_dates(facts_.facts(), rules_.vocabulary, options_.peildatum, report.source,
                     report.problems);
    try {
        judge(report, path.parent_path());
    } catch (const std::bad_alloc&) {  // of this dossier; there is room for the next one
        report.readable = false;
        report.facts = nullptr;
        report.evaluation = {};
        report.explanations.clear();
        report.problems.push_back({Code::dossier_too_heavy, {report.source, 0, 0}, {}});
    }
    return report;
}

DossierReport DossierCheck::too_heavy(const std::filesystem::path& path) {
    DossierReport report = nothing_of(path);
    report.source = sources_.add(path.string(), "");
    report.problems.push_back({Code::dossier_too_heavy, {report.source, 0, 0}, {}});
    return report;
}

DossierReport DossierCheck::run_document(const std::vector<std::filesystem::path>& paths,
                                         const std::vector<GivenFact>& given) {
    DossierReport report = nothing_of(paths.front());
    report.source = sources_.add(report.path, "");
    facts_.clear();
    const DocumentColumn documents =
        rules_.book.documents.empty() ? DocumentColumn{} : rules_.book.documents.front();
    const RowIndex root = facts_.add_row(0, no_row, 0);
    if (documents.table == no_table || rules_.vocabulary.tables[documents.table].parent != 0)
        return report;
    // what else the school has is not known
    facts_.state_list(0, root, rules_.vocabulary.tables[documents.table].slot, true);
    const RowIndex row = facts_.add_row(documents.table, root, 0);
    std::vector<std::string> names;  // the facts keep views of them
    names.reserve(paths.size());
    const std::filesystem::path folder = paths.front().parent_path();
    for (const auto& path : paths)
        names.push_back(path.lexically_proximate(folder.empty() ? "." : folder).generic_string());
    facts_.set(documents.table, row, documents.file, names.front());
    for (std::size_t i = 1; i < names.size() && documents.piece_table != no_table; ++i) {
        const RowIndex piece = facts_.add_row(documents.piece_table, row, 0);
        facts_.set(documents.piece_table, piece, documents.piece_file, names[i]);
    }
    for (const GivenFact& each : given)
        facts_.set(each.table, each.table == 0 ? root : row, each.column, each.value);
    report.options_left = options_left(given, rules_.book, rules_.vocabulary);
    for (const DocumentOption& option : rules_.book.document_options) {
        const auto& states = facts_.facts().tables[option.table].columns[option.column].states;
        if (!option.otherwise.empty() && (states.empty() || states[0] == State::not_supplied))
            facts_.set(option.table, 0, option.column, option.otherwise);
    }
    facts_.finish();
    report.readable = true;
    judge(report, folder);
    const DocumentAnswers* answers = answers_for(&documents_, documents.table, row);
    report.readable = answers != nullptr && answers->readable;
    keep_document_findings(report, documents.table);
    return report;
}

/// Whether what is missing can be had from the document, or stated on the command line.
bool DossierCheck::could_be_given(const Explanation& each, TableId documents) const {
    const auto can = [&](const Reading& reading) {
        const bool stated = !reading.child && reading.column != no_column &&
                            (reading.table == 0 || reading.table == documents);
        return reading.passage() != nullptr || stated;
    };
    return each.missing.empty() || std::all_of(each.missing.begin(), each.missing.end(), can);
}

/// Of a document without a dossier only what is about it, or was read in it, is told: of the rest
/// of the school nothing is known. What only a dossier can tell is counted.
void DossierCheck::keep_document_findings(DossierReport& report, TableId documents) const {
    const auto concerns_document = [&](const Explanation& each) {
        TableId table = rules_.book.rules[each.finding.rule].subject_table;
        while (table != no_table && table != documents)
            table = rules_.vocabulary.tables[table].parent;
        return table == documents || each.reads_document;
    };
    std::set<std::pair<RuleId, RowIndex>> beyond;
    for (const Explanation& each : report.explanations)
        if (each.finding.outcome == Outcome::unknown && !could_be_given(each, documents))
            beyond.emplace(each.finding.rule, each.finding.row);
    const auto is_told = [&](const Explanation& each) {
        const Finding& finding = each.finding;
        if (!concerns_document(each)) return false;
        if (finding.outcome == Outcome::blocked)
            return !beyond.contains({finding.blocked_by, finding.blocked_row});
        return finding.outcome != Outcome::unknown || could_be_given(each, documents);
    };
    auto& findings = report.evaluation.findings;
    for (const Explanation& each : report.explanations) {
        if (is_told(each)) continue;
        const Finding& finding = each.finding;
        if (concerns_document(each)) ++report.beyond_document;
        --report.evaluation.tallies[finding.rule][finding.part]
              .of[static_cast<std::size_t>(finding.outcome)];
        std::erase_if(findings, [&](const Finding& other) {
            return other.rule == finding.rule && other.part == finding.part &&
                   other.row == finding.row;
        });
    }
    std::erase_if(report.explanations, [&](const Explanation& each) { return !is_told(each); });
}

/// Whether the row of a finding, or one around it, has this key, or this title in reports.
bool DossierCheck::is_about(const Finding& finding, const std::string& subject) const {
    const Facts& facts = facts_.facts();
    TableId table = rules_.book.rules[finding.rule].subject_table;
    RowIndex row = finding.row;
    while (table != no_table) {
        const std::string key = row_text(rules_.vocabulary, facts, table, row, options_.language);
        if (key == subject || rules_.vocabulary.tables[table].label + ' ' + key == subject)
            return true;
        row = facts.tables[table].parent[row];
        table = rules_.vocabulary.tables[table].parent;
    }
    return false;
}

/// The findings that are told, and all that is tallied; of the subject only, if the user named one.
void DossierCheck::evaluate(DossierReport& report) {
    auto& [findings, tallies] = report.evaluation;
    const bool whole = options_.subject.empty();
    evaluator_.evaluate(facts_.facts(), options_.peildatum, &documents_, whole ? told : all,
                        report.evaluation);
    if (whole) return;
    std::erase_if(findings, [&](const Finding& each) { return !is_about(each, options_.subject); });
    report.has_subject = !findings.empty();
    for (auto& of_parts : tallies) std::fill(of_parts.begin(), of_parts.end(), Tally{});
    for (const Finding& each : findings) tallies[each.rule][each.part].add(each);
    std::erase_if(findings, [](const Finding& each) {
        return !told[static_cast<std::size_t>(each.outcome)];
    });
}

void DossierCheck::judge(DossierReport& report, const std::filesystem::path& folder) {
    const Facts& facts = facts_.facts();
    report.facts = &facts;
    documents_ = {};
    if (files_ != nullptr)
        documents_ = read_documents(facts, rules_.book, search_, folder, *files_, report.source,
                                    report.problems);
    report.documents_read = std::all_of(documents_.begin(), documents_.end(), is_read);
    evaluate(report);
    auto& findings = report.evaluation.findings;
    const auto is_lighter = [&](RuleId rule, std::size_t part) {
        return rules_.book.rules[rule].parts[part].severity < options_.severity;
    };
    std::erase_if(findings, [&](const Finding& each) { return is_lighter(each.rule, each.part); });
    auto& tallies = report.evaluation.tallies;
    for (RuleId rule = 0; rule < tallies.size(); ++rule)
        for (std::size_t part = 0; part < tallies[rule].size(); ++part)
            if (is_lighter(rule, part)) tallies[rule][part] = {};
    for (auto from = findings.begin(); options_.explain && from != findings.end();) {
        const auto to = std::find_if(from, findings.end(),
                                     [&](const Finding& each) { return each.rule != from->rule; });
        auto explained = evaluator_.explain(facts, options_.peildatum, &documents_, {from, to},
                                            options_.language, Reasoning::told);
        std::move(explained.begin(), explained.end(), std::back_inserter(report.explanations));
        from = to;
    }
}

std::vector<Explanation> DossierCheck::explain(const DossierReport& report, RuleId rule,
                                               const std::string& subject) {
    Evaluation evaluation;
    const Facts& facts = *report.facts;
    evaluator_.evaluate(facts, options_.peildatum, &documents_, all, evaluation);
    const auto named = [&](const Finding& each) {
        return each.rule == rule && is_about(each, subject);
    };
    std::vector<Finding> found;
    std::copy_if(evaluation.findings.begin(), evaluation.findings.end(), std::back_inserter(found),
                 named);
    return evaluator_.explain(facts, options_.peildatum, &documents_, found, options_.language);
}

}  // namespace toets
