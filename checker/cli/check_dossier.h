// One dossier file, from bytes to report; holds the working memory of one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "checker/cli/document_files.h"
#include "checker/cli/given_facts.h"
#include "checker/cli/rule_files.h"
#include "checker/documents/evidence.h"
#include "checker/dossier/read_dossier.h"
#include "checker/evaluate/evaluate.h"
#include "checker/report/dossier_report.h"
#include "checker/text/file_buffer.h"

namespace toets {

struct CheckOptions {
    Date peildatum{};
    UserLanguage language = UserLanguage::nl;
    Severity severity = Severity::info;  ///< what is lighter is not told
    bool explain = true;                 ///< without it, a report holds findings only
    std::string subject{};  ///< only what is about it is told, by its key or as reports name it
};

/// What documents are searched for; nothing where no documents are read, for preparing it takes
/// time and memory.
TopicSearch topic_search(const LoadedRules& rules, const DocumentFiles* files);

class DossierCheck {
  public:
    /// Without `files` no documents are read.
    DossierCheck(const LoadedRules& rules, const TopicSearch& search, DocumentFiles* files,
                 CheckOptions options);

    /// Reads and evaluates one file. The report refers to this object's memory until the next run.
    DossierReport run(const std::filesystem::path& path);

    /// As run, for one document without a dossier, in one file or several of one folder, with what
    /// the user told of it.
    DossierReport run_document(const std::vector<std::filesystem::path>& paths,
                               const std::vector<GivenFact>& given);

    /// What is told of a file for which `run` or the writing of its report ran out of memory.
    DossierReport too_heavy(const std::filesystem::path& path);

    /// All obligations that are about the subject, by its key or that of the pupil or document
    /// around it, whatever their outcome, with their reasoning.
    std::vector<Explanation> explain(const DossierReport& report, RuleId rule,
                                     const std::string& subject);

  private:
    DossierReport nothing_of(const std::filesystem::path& path);
    bool could_be_given(const Explanation& each, TableId documents) const;
    void keep_document_findings(DossierReport& report, TableId documents) const;
    bool is_about(const Finding& finding, const std::string& subject) const;
    void evaluate(DossierReport& report);
    void judge(DossierReport& report, const std::filesystem::path& folder);

    const LoadedRules& rules_;
    const TopicSearch& search_;
    DocumentFiles* files_;
    CheckOptions options_;
    FactsBuilder facts_;
    FileBuffer file_;
    DossierReader reader_;
    Evaluator evaluator_;
    Sources sources_;
    Documents documents_;
};

}  // namespace toets
