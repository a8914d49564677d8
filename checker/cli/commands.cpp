#include "checker/cli/commands.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <unistd.h>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "checker/cli/check_dossier.h"
#include "checker/cli/complaints.h"
#include "checker/cli/graphviz.h"
#include "checker/cli/input_files.h"
#include "checker/dossier/schema.h"
#include "checker/findings/value_text.h"
#include "checker/language/parse.h"
#include "checker/order/order.h"
#include "checker/report/words.h"

namespace toets {
namespace {

namespace fs = std::filesystem;

Exit worst(Exit a, Exit b) { return std::max(a, b); }

bool colours_wanted(const Arguments& arguments) {
    return arguments.output.empty() && std::getenv("NO_COLOR") == nullptr &&
           isatty(STDOUT_FILENO) != 0;
}

/// A rule, or the one part of it that was named.
struct NamedRule {
    RuleId rule = no_rule;
    std::optional<std::size_t> part = {};
};

/// What a report calls `rule` or `rule/part`; no rule, and a complaint with the nearest name, when
/// there is none.
NamedRule find_rule(const Arguments& arguments, const RuleBook& book, const std::string& name) {
    const std::size_t slash = std::min(name.find('/'), name.size());
    const RuleId id = book.find(name.substr(0, slash));
    if (id != no_rule && slash == name.size()) return {id};
    std::vector<std::string> known;
    for (const Rule& each : book.rules) known.push_back(each.id);
    if (id != no_rule) {
        const std::vector<Part>& parts = book.rules[id].parts;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].name == name.substr(slash + 1)) return {id, i};
            known.push_back(book.rules[id].id + "/" + parts[i].name);
        }
    }
    complain_of_name(arguments, Text::no_such_rule, name, known);
    return {};
}

CheckOptions options_of(const Arguments& arguments) {
    CheckOptions made{arguments.peildatum, arguments.language, arguments.severity};
    if (arguments.command == Command::check) made.subject = arguments.subject;
    return made;
}

bool is_definition(const std::vector<ast::File>& files, const std::string& name) {
    return std::any_of(files.begin(), files.end(), [&](const ast::File& file) {
        return std::any_of(file.definitions.begin(), file.definitions.end(),
                           [&](const ast::Definition& each) { return full_name(each) == name; });
    });
}

/// Leaves only the rules that were asked for, with those that they rest on.
bool keep_only(const Arguments& arguments, LoadedRules& rules) {
    if (arguments.only.empty()) return true;
    std::vector<bool> kept(rules.book.rules.size(), false);
    std::vector<RuleId> open;
    for (const std::string& name : arguments.only) {
        // of a definition the tests of any rule may count
        if (arguments.command == Command::test && is_definition(rules.files, name)) return true;
        const NamedRule named = find_rule(arguments, rules.book, name);
        if (named.rule == no_rule) return false;
        if (named.part) {
            complain(arguments, Text::only_whole_rules, name, rules.book.rules[named.rule].id);
            return false;
        }
        open.push_back(named.rule);
    }
    while (!open.empty()) {
        const RuleId id = open.back();
        open.pop_back();
        if (kept[id]) continue;
        kept[id] = true;
        open.insert(open.end(), rules.book.rules[id].prerequisites.begin(),
                    rules.book.rules[id].prerequisites.end());
    }
    std::erase_if(rules.order, [&](RuleId id) { return !kept[id]; });
    const auto is_other = [&](const auto& each) {
        return std::find(arguments.only.begin(), arguments.only.end(), each.rule.text) ==
               arguments.only.end();
    };
    for (ast::File& file : rules.files) std::erase_if(file.tests, is_other);
    return true;
}

Exit exit_of(const DossierReport& report) {
    if (!report.readable || !report.documents_read) return Exit::unreadable;
    const bool found = std::any_of(
        report.explanations.begin(), report.explanations.end(),
        [](const Explanation& each) { return each.finding.outcome == Outcome::violated; });
    return found ? Exit::findings : Exit::kept;
}

/// Whether what is told of a document has a document to be about.
bool suits(const Arguments& arguments, const std::vector<Target>& targets) {
    const bool has_document = std::any_of(targets.begin(), targets.end(),
                                          [](const Target& each) { return !each.is_dossier; });
    if (has_document || arguments.facts.empty()) return true;
    complain(arguments, Text::facts_need_document, arguments.facts.front());
    return false;
}

/// The file at `i`; with `together` all documents after a document too, as pieces of that one.
std::vector<fs::path> documents_from(const std::vector<Target>& targets, std::size_t& i,
                                     bool together) {
    std::vector<fs::path> paths = {targets[i].path};
    together = together && !targets[i].is_dossier;
    while (together && i + 1 < targets.size() && !targets[i + 1].is_dossier)
        paths.push_back(targets[++i].path);
    return paths;
}

/// Writes dossier after dossier in the form that was asked for.
class CheckOutput {
  public:
    CheckOutput(const Arguments& arguments, const RuleContext& rules,
                const std::vector<RuleId>& judged, std::ostream& out)
        : format_(arguments.format), colours_(colours_wanted(arguments)), rules_(rules), out_(out) {
        if (format_ == OutputFormat::json)
            out_ << "{\"toets\":\"" << TOETS_VERSION << "\",\"dossiers\":[\n";
        if (format_ == OutputFormat::sarif) out_ << sarif_head(rules_, judged, TOETS_VERSION);
    }

    void add(const DossierReport& report) {
        const std::string made = written(report);
        const bool lists = format_ == OutputFormat::json || format_ == OutputFormat::sarif;
        if (started_ && !made.empty() && format_ != OutputFormat::github)
            out_ << (lists ? ",\n" : "\n");
        out_ << made;
        started_ = started_ || !made.empty();
    }

    void finish() {
        if (format_ == OutputFormat::json) out_ << "\n]}\n";
        if (format_ == OutputFormat::sarif) out_ << sarif_tail;
    }

  private:
    std::string written(const DossierReport& report) const {
        if (format_ == OutputFormat::json) return json_report(report, rules_);
        if (format_ == OutputFormat::sarif) return sarif_results(report, rules_);
        if (format_ == OutputFormat::github) return github_report(report, rules_);
        return text_report(report, rules_, colours_);
    }

    OutputFormat format_;
    bool colours_;
    const RuleContext& rules_;
    std::ostream& out_;
    bool started_ = false;
};

Exit check(const Arguments& arguments, const LoadedRules& rules, DocumentFiles* files,
           std::ostream& out) {
    const auto found = find_targets(arguments);
    if (!found) return Exit::wrong_use;
    const std::vector<Target>& targets = *found;
    const auto given = given_facts(arguments, rules);
    if (!given || !suits(arguments, targets)) return Exit::wrong_use;
    const TopicSearch search = topic_search(rules, files);
    DossierCheck checker(rules, search, files, options_of(arguments));
    const RuleContext context{rules.book, rules.vocabulary, rules.sources, arguments.language};
    CheckOutput output(arguments, context, rules.order, out);
    Exit result = Exit::kept;
    bool has_subject = false;
    const auto take = [&](const DossierReport& report) {
        if (report.readable && !report.has_subject) return;
        has_subject = true;
        result = worst(result, exit_of(report));
        output.add(report);
    };
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (files != nullptr && i + 1 < targets.size() && !targets[i + 1].is_dossier)
            files->start_early(targets[i + 1].path);
        const std::vector<fs::path> files_of_one = documents_from(targets, i, arguments.together);
        try {
            take(targets[i].is_dossier ? checker.run(targets[i].path)
                                       : checker.run_document(files_of_one, *given));
        } catch (const std::bad_alloc&) {
            take(checker.too_heavy(files_of_one.front()));
        }
    }
    output.finish();
    if (has_subject) return result;
    complain(arguments, Text::no_such_row, arguments.subject);
    return Exit::wrong_use;
}

Exit explain(const Arguments& arguments, const LoadedRules& rules, DocumentFiles* files,
             std::ostream& out) {
    const NamedRule named = find_rule(arguments, rules.book, arguments.rule);
    if (named.rule == no_rule) return Exit::wrong_use;
    const auto targets = find_targets(arguments);
    if (!targets) return Exit::wrong_use;
    const TopicSearch search = topic_search(rules, files);
    DossierCheck checker(rules, search, files, options_of(arguments));
    const RuleContext context{rules.book, rules.vocabulary, rules.sources, arguments.language};
    bool found = false;
    for (const Target& target : *targets) {
        const DossierReport report = checker.run(target.path);
        if (!report.readable) {
            std::cerr << text_report(report, context, false);
            return Exit::unreadable;
        }
        for (const Explanation& each : checker.explain(report, named.rule, arguments.subject)) {
            if (named.part && each.finding.part != *named.part) continue;
            out << (found ? "\n" : "") << reasoning(each, report, context);
            found = true;
        }
    }
    if (!found) complain(arguments, Text::nothing_to_explain, arguments.rule, arguments.subject);
    return found ? Exit::kept : Exit::wrong_use;
}

/// "a: WPO artikel 40a lid 6 vanaf 1 augustus 2025".
std::string sources_and_validity(const Part& part, UserLanguage language) {
    const auto worded = [&](Text which, Date day) {
        return " " + fmt::format(fmt::runtime(text(which, language)), date_text(day, language));
    };
    std::string line = part.name.empty() ? "" : part.name + ": ";
    for (const Citation& cited : part.citations)
        line += (&cited == &part.citations.front() ? "" : "; ") + citation_text(cited, language);
    if (part.valid_from) line += worded(Text::valid_from, *part.valid_from);
    if (part.valid_to) line += worded(Text::valid_to, *part.valid_to);
    return line;
}

void list_rules(const Arguments& arguments, const LoadedRules& rules, std::ostream& out) {
    const auto list = [&](const std::string& module) {
        for (const Rule& rule : rules.book.rules) {
            if (rule.module != module) continue;
            out << "  " << rule.id << ": " << rule.title << '\n';
            for (const Part& part : rule.parts)
                out << "      " << sources_and_validity(part, arguments.language) << '\n';
        }
    };
    if (std::any_of(rules.book.rules.begin(), rules.book.rules.end(),
                    [](const Rule& rule) { return rule.module.empty(); }))
        out << text(Text::no_module, arguments.language) << '\n';
    list("");
    for (const ModuleInfo& module : rules.book.modules) {
        out << module.name << ' ' << module.version << ": " << module.title << '\n';
        list(module.name);
    }
}

Exit graph(const Arguments& arguments, const LoadedRules& rules, DocumentFiles* files,
           std::ostream& out) {
    std::string dot = rules_as_dot(rules.book);
    if (!arguments.paths.empty()) {
        const auto targets = find_targets(arguments);
        if (!targets) return Exit::wrong_use;
        const TopicSearch search = topic_search(rules, files);
        DossierCheck checker(rules, search, files, options_of(arguments));
        const RuleContext context{rules.book, rules.vocabulary, rules.sources, arguments.language};
        const DossierReport report = checker.run(targets->front().path);
        if (!report.readable) {
            std::cerr << text_report(report, context, false);
            return Exit::unreadable;
        }
        dot = obligations_as_dot(report, context);
    }
    if (arguments.format != OutputFormat::svg) {
        out << dot;
        return Exit::kept;
    }
    const std::string svg = svg_of(dot);
    if (svg.empty()) {
        complain(arguments, Text::svg_needs_graphviz, "");
        return Exit::wrong_use;
    }
    out << svg;
    return Exit::kept;
}

/// The way to documents, with the first one begun: the rules are loaded meanwhile.
std::unique_ptr<DocumentFiles> document_files(const Arguments& arguments) {
    const bool judges = arguments.command == Command::check || arguments.command == Command::scan ||
                        arguments.command == Command::explain ||
                        arguments.command == Command::graph;
    if (!judges || !arguments.read_documents) return nullptr;
    ReadSettings settings;
    settings.ocr = arguments.ocr;
    const bool one_document =
        arguments.command == Command::check && !is_dossier_name(arguments.paths.front());
    if (one_document) settings.process.processes_max = 2;
    auto files = std::make_unique<DocumentFiles>(settings);
    if (one_document) files->start_early(arguments.paths.front());
    return files;
}

/// The rules that the command is about. Tests at paths that the user named run with all rules
/// around them; a vocabulary of their own takes the place of the one that came with the program.
LoadedRules load(const Arguments& arguments, bool with_tests) {
    std::vector<fs::path> paths(arguments.rules.begin(), arguments.rules.end());
    const std::vector<fs::path> parameters(arguments.parameters.begin(),
                                           arguments.parameters.end());
    if (arguments.command != Command::test || arguments.paths.empty())
        return load_rules(paths, with_tests, parameters);
    const std::vector<fs::path> tested(arguments.paths.begin(), arguments.paths.end());
    const bool within = std::all_of(tested.begin(), tested.end(),
                                    [&](const fs::path& each) { return lies_in(each, paths); });
    if (!within && !arguments.rules_named && bring_vocabulary(tested)) paths.clear();
    paths.insert(paths.begin(), tested.begin(), tested.end());
    return load_rules(paths, with_tests, parameters, tested);
}

/// What is told of rules that are sound: of the tested files, where only some are.
Diagnostics told_problems(const LoadedRules& rules) {
    Diagnostics told = rules.problems;
    std::erase_if(told, [&](const Diagnostic& each) {
        return !rules.tested.empty() &&
               std::ranges::find(rules.tested, each.span.source) == rules.tested.end();
    });
    return told;
}

}  // namespace

Exit run(const Arguments& arguments, std::ostream& out, LoadedRules& rules) {
    const bool tests = arguments.command == Command::test || arguments.command == Command::pages;
    const auto files = document_files(arguments);
    rules = load(arguments, tests);
    if (has_errors(rules.problems)) {
        // What is wrong stands alone: a warning about someone else's rule would bury it.
        std::erase_if(rules.problems,
                      [](const Diagnostic& each) { return level(each.code) != Level::error; });
        std::cerr << render(rules.problems, rules.sources, arguments.language);
        return Exit::wrong_use;
    }
    spdlog::info(fmt::runtime(text(Text::rules_loaded, arguments.language)),
                 rules.book.rules.size(), rules.files.size());
    // authors of rules test; who checks a dossier can't mend them
    if (arguments.verbose || arguments.command == Command::test)
        std::cerr << render(told_problems(rules), rules.sources, arguments.language);
    if (!keep_only(arguments, rules)) return Exit::wrong_use;
    if (!tests) {  // judging needs the rules, not how they were written
        rules.files = {};
        forget_choices();
    }
    switch (arguments.command) {
        case Command::check:
            return check(arguments, rules, files.get(), out);
        case Command::scan:
            return scan(arguments, rules, files.get(), out);
        case Command::rules:
            list_rules(arguments, rules, out);
            return Exit::kept;
        case Command::test:
            return test_rules(arguments, rules, out);
        case Command::schema:
            out << schema(rules.vocabulary);
            return Exit::kept;
        case Command::graph:
            return graph(arguments, rules, files.get(), out);
        case Command::explain:
            return explain(arguments, rules, files.get(), out);
        case Command::pages:
            return write_pages(arguments, rules, out);
        case Command::new_rule:
            return write_new_rule(arguments, rules, out);
        case Command::new_dossier:
            return write_new_dossier(arguments, rules, out);
    }
    return Exit::wrong_use;
}

}  // namespace toets
