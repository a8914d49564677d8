// The commands that write something to start from, or to look things up in.
#include <algorithm>
#include <iostream>
#include <map>

#include <fmt/format.h>

#include "checker/cli/commands.h"
#include "checker/cli/complaints.h"
#include "checker/cli/output.h"
#include "checker/language/parse.h"
#include "checker/pages/pages.h"
#include "checker/text/ascii.h"
#include "checker/text/file_buffer.h"

namespace toets {
namespace {

namespace fs = std::filesystem;

bool write(const Arguments& arguments, const fs::path& path, const std::string& content) {
    std::error_code error;
    fs::create_directories(path.parent_path().empty() ? "." : path.parent_path(), error);
    Output file(path);
    file.stream() << content;
    const std::error_code failure = file.finish(true);
    if (failure)
        complain(arguments, Text::cannot_write, path.string(), cause(failure, arguments.language));
    return !failure;
}

/// Pages that are in the folder and no longer made are stale too.
std::vector<std::string> stale_pages(const fs::path& folder, const std::vector<Page>& pages) {
    std::vector<std::string> stale;
    FileBuffer written;
    for (const Page& page : pages)
        if (!written.read(folder / page.path) || written.text() != page.text)
            stale.push_back(page.path);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder / "regels", error)) {
        const std::string path = "regels/" + entry.path().filename().string();
        const bool made = std::any_of(pages.begin(), pages.end(),
                                      [&](const Page& page) { return page.path == path; });
        if (!made) stale.push_back(path);
    }
    std::sort(stale.begin(), stale.end());
    return stale;
}

bool is_rule_name(const std::string& name) {
    const auto is_small = [](char c) { return is_letter(c) && to_small(c) == c; };
    const auto fits = [&](char c) { return is_small(c) || is_digit(c) || c == '-'; };
    return !name.empty() && is_small(name.front()) && name.back() != '-' &&
           std::all_of(name.begin(), name.end(), fits);
}

/// The first kenmerk that a rule can ask for: not the key, and not what reports must hide.
const Column* askable(const Table& table) {
    for (ColumnId i = 0; i < table.columns.size(); ++i)
        if (i != table.key && !table.columns[i].confidential) return &table.columns[i];
    return nullptr;
}

/// A value of the column as a test states it.
std::string sample(const Column& column, const Vocabulary& vocabulary) {
    switch (column.type) {
        case ColumnType::number:
            return "1";
        case ColumnType::truth:
            return "ja";
        case ColumnType::date:
            return "01-09-2025";
        case ColumnType::school_year:
            return "\"2025-2026\"";
        case ColumnType::duration:
            return duration_words({2, column.unit});
        case ColumnType::choice:
            return vocabulary.choices[column.choices].options.front();
        case ColumnType::reference:
        case ColumnType::text:
            break;
    }
    return "\"iets\"";
}

/// The work that most rules rest on: a guess, for the author to replace.
std::string most_cited(const RuleBook& book) {
    std::map<std::string, int> times;
    for (const Rule& rule : book.rules)
        for (const Part& part : rule.parts)
            for (const Citation& cited : part.citations) ++times[cited.work];
    const auto most =
        std::max_element(times.begin(), times.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == times.end() ? "bron" : most->first;
}

std::string drafted_rule(const Arguments& arguments, const LoadedRules& rules, const Table& subject,
                         const Column& asked) {
    const auto say = [&](Text which) { return text(which, arguments.language); };
    return fmt::format(
        "/// {}\nregel {} \"{}\"\n    bron    {} plaats \"{}\"\n    ernst   waarschuwing\n"
        "    voor    elk {}\n    eis     {}.{} is ingevuld\n    melding \"{}\"\n"
        "    herstel \"{}\"\n",
        say(Text::new_rule_doc), arguments.rule, say(Text::new_rule_title), most_cited(rules.book),
        say(Text::new_rule_place), subject.element, subject.element, asked.name,
        fmt::format(fmt::runtime(say(Text::new_rule_message)), subject.element),
        say(Text::new_rule_remedy));
}

/// Whether it is a rule: only its name, which the user chose, can keep it from being one.
bool can_be_read(const std::string& drafted) {
    Sources sources;
    Diagnostics problems;
    parse(sources, sources.add("", drafted), problems);
    return problems.empty();
}

std::string drafted_tests(const Arguments& arguments, const LoadedRules& rules,
                          const Table& subject, const Column& asked) {
    const auto test = [&](Text title, const std::string& value, const char* outcome) {
        return fmt::format(
            "test {} \"{}\"\n    peildatum 1 november 2025\n    gegeven {} {{ {} {} }}\n"
            "    verwacht {}\n",
            arguments.rule, text(title, arguments.language), subject.element, asked.name, value,
            outcome);
    };
    return test(Text::new_test_kept, sample(asked, rules.vocabulary), "voldaan") + "\n" +
           test(Text::new_test_violated, "nvt", "overtreding");
}

/// One element of the table with its kenmerken to fill in, and its lists below it.
void add_element(const Vocabulary& vocabulary, const Table& table, const std::string& element,
                 int depth, std::string& out) {
    constexpr int deepest = 5;
    const std::string indent(static_cast<std::size_t>(depth) * 4, ' ');
    out += indent + "<" + element;
    for (ColumnId i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (!column.required && i != table.key && depth > 0 && column.type == ColumnType::reference)
            continue;
        out += "\n" + indent + "    " + column.name + "=\"onbekend\"";
    }
    if (depth >= deepest || table.children.empty()) {
        out += "/>\n";
        return;
    }
    out += ">\n";
    for (const Child& child : table.children) {
        if (child.table == no_table) continue;
        const Table& of = vocabulary.tables[child.table];
        if (child.single) {
            add_element(vocabulary, of, child.name, depth + 1, out);
        } else {
            out += indent + "    <" + child.name + " volledig=\"nee\">\n";
            if (depth + 1 < deepest) add_element(vocabulary, of, of.element, depth + 2, out);
            out += indent + "    </" + child.name + ">\n";
        }
    }
    out += indent + "</" + element + ">\n";
}

}  // namespace

Exit write_pages(const Arguments& arguments, const LoadedRules& rules, std::ostream& out) {
    const fs::path folder = arguments.paths.front();
    const std::vector<Page> pages =
        reference_pages({rules.files, rules.sources, rules.vocabulary, rules.book,
                         fs::path(arguments.rules.front()).parent_path(), arguments.language});
    const std::vector<std::string> stale = stale_pages(folder, pages);
    if (arguments.only_compare) {
        for (const std::string& each : stale) complain(arguments, Text::page_differs, each);
        return stale.empty() ? Exit::kept : Exit::findings;
    }
    for (const std::string& each : stale) {
        const auto page = std::find_if(pages.begin(), pages.end(),
                                       [&](const Page& made) { return made.path == each; });
        std::error_code error;
        if (page == pages.end())
            fs::remove(folder / each, error);
        else if (!write(arguments, folder / each, page->text))
            return Exit::unreadable;
    }
    out << fmt::format(fmt::runtime(text(Text::pages_written, arguments.language)), pages.size(),
                       folder.string())
        << '\n';
    return Exit::kept;
}

Exit write_new_rule(const Arguments& arguments, const LoadedRules& rules, std::ostream& out) {
    if (!is_rule_name(arguments.rule)) {
        complain(arguments, Text::no_such_name, arguments.rule);
        return Exit::wrong_use;
    }
    if (std::ranges::find(rules.book.rules, arguments.rule, &Rule::id) != rules.book.rules.end()) {
        complain(arguments, Text::rule_exists, arguments.rule);
        return Exit::wrong_use;
    }
    const Table* subject = &rules.vocabulary.root();
    if (!arguments.subject.empty()) {
        const auto& tables = rules.vocabulary.tables;
        const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& table) {
            return table.element == arguments.subject;
        });
        if (found == tables.end()) {
            std::vector<std::string> known;
            known.reserve(tables.size());
            for (const Table& table : tables) known.push_back(table.element);
            complain_of_name(arguments, Text::no_such_subject, arguments.subject, known);
            return Exit::wrong_use;
        }
        subject = &*found;
    }
    const Column* asked = askable(*subject);
    if (asked == nullptr) {
        complain(arguments, Text::no_such_subject, subject->element);
        return Exit::wrong_use;
    }
    const std::string drafted = drafted_rule(arguments, rules, *subject, *asked);
    if (!can_be_read(drafted)) {
        complain(arguments, Text::word_as_name, arguments.rule);
        return Exit::wrong_use;
    }
    const fs::path folder = arguments.paths.empty() ? "." : arguments.paths.front();
    const std::pair<fs::path, std::string> files[] = {
        {folder / (arguments.rule + ".regels"), drafted},
        {folder / (arguments.rule + ".test.regels"),
         drafted_tests(arguments, rules, *subject, *asked)}};
    for (const auto& [path, content] : files) {
        std::error_code error;
        if (!fs::exists(path, error)) continue;
        complain(arguments, Text::file_exists, path.string());
        return Exit::wrong_use;
    }
    for (const auto& [path, content] : files) {
        if (!write(arguments, path, content)) return Exit::unreadable;
        out << path.string() << '\n';
    }
    return Exit::kept;
}

Exit write_new_dossier(const Arguments& arguments, const LoadedRules& rules, std::ostream& out) {
    std::string content = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- " +
                          std::string(text(Text::new_dossier_head, arguments.language)) + " -->\n";
    add_element(rules.vocabulary, rules.vocabulary.root(), rules.vocabulary.root().element, 0,
                content);
    out << content;
    return Exit::kept;
}

}  // namespace toets
