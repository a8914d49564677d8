#include "checker/cli/rule_files.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "checker/cli/folder_walk.h"
#include "checker/cli/on_threads.h"
#include "checker/language/parse.h"
#include "checker/order/order.h"
#include "checker/text/file_buffer.h"

namespace toets {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t rules_bytes_max = 16U << 20U;

bool is_test_file(const fs::path& path) {
    return path.filename().string().ends_with(".test.regels");
}

/// Leaves each file once, under the name that comes first.
void leave_once(std::vector<fs::path>& found) {
    std::set<fs::path> known;
    std::error_code error;
    std::erase_if(found, [&](const fs::path& path) {
        return !known.insert(fs::weakly_canonical(path, error)).second;
    });
}

std::vector<fs::path> rule_files(const std::vector<fs::path>& paths, bool with_tests) {
    std::vector<fs::path> found;
    std::error_code none;
    for (const fs::path& path : paths) {
        if (!fs::is_directory(path, none)) {
            found.push_back(path);
            continue;
        }
        Below inside = below(path, is_rule_file);
        // editors mark a file that is open with a link to nowhere
        std::erase_if(inside.files, [&](const fs::path& each) { return !fs::exists(each, none); });
        for (const auto& each : {inside.files, inside.unread_folders})
            found.insert(found.end(), each.begin(), each.end());
    }
    std::erase_if(found, [&](const fs::path& path) { return !with_tests && is_test_file(path); });
    if (paths.size() > 1) leave_once(found);
    std::sort(found.begin(), found.end());
    return found;
}

/// Parses the files on all cores; what is wrong with them stands in their order.
std::vector<ast::File> parse_files(const std::vector<fs::path>& paths, LoadedRules& loaded) {
    std::vector<SourceId> ids;
    std::vector<Diagnostics> problems(paths.size());
    FileBuffer file;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const bool readable = file.read(paths[i], rules_bytes_max + 1);
        const bool fits = file.text().size() <= rules_bytes_max;
        ids.push_back(loaded.sources.add(paths[i].string(), fits ? std::string(file.text()) : ""));
        if (!readable)
            problems[i].push_back({unread_for(paths[i]), {ids[i], 0, 0}, {paths[i].string()}});
        if (!fits)
            problems[i].push_back(
                {Code::rules_too_large, {ids[i], 0, 0}, {std::to_string(rules_bytes_max >> 20U)}});
    }
    std::vector<ast::File> files(paths.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < paths.size(); i = next++)
            files[i] = parse(loaded.sources, ids[i], problems[i]);
    };
    constexpr std::size_t files_per_thread = 16;  // fewer aren't worth a thread
    on_threads(
        std::min<std::size_t>(std::thread::hardware_concurrency(), paths.size() / files_per_thread),
        work);
    for (Diagnostics& each : problems)
        loaded.problems.insert(loaded.problems.end(), each.begin(), each.end());
    return files;
}

/// Gives each file without a module the one of the nearest folder that has one: that of its
/// module.regels, or of a file in it where no other file of that folder has another.
void inherit_modules(const std::vector<fs::path>& paths, std::vector<ast::File>& files) {
    std::map<fs::path, ast::Module> of_folder;
    std::set<fs::path> with_several;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (!files[i].module) continue;
        const auto [first, is_new] = of_folder.emplace(paths[i].parent_path(), *files[i].module);
        if (!is_new && first->second.name.text != files[i].module->name.text)
            with_several.insert(first->first);
    }
    for (const fs::path& folder : with_several) of_folder.erase(folder);
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (paths[i].filename() == "module.regels" && files[i].module)
            of_folder.insert_or_assign(paths[i].parent_path(), *files[i].module);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        for (fs::path folder = paths[i].parent_path(); !files[i].module;
             folder = folder.parent_path()) {
            const auto found = of_folder.find(folder);
            if (found != of_folder.end()) files[i].module = found->second;
            if (folder == folder.parent_path()) break;
        }
    }
}

/// What stands in a file of parameters and isn't one would be lost.
void refuse_declarations(const ast::File& file, Diagnostics& problems) {
    const auto refuse = [&](Span where) { problems.push_back({Code::only_settings, where, {}}); };
    const auto refuse_named = [&](const auto& declared) {
        for (const auto& each : declared) refuse(each.name.span);
    };
    refuse_named(file.works);
    refuse_named(file.option_lists);
    refuse_named(file.parameters);
    refuse_named(file.concepts);
    refuse_named(file.definitions);
    refuse_named(file.topics);
    refuse_named(file.rules);
    for (const ast::Calendar& each : file.calendars) refuse(each.lessons_from.concept_name.span);
    for (const ast::DocumentFile& each : file.document_files) refuse(each.file.concept_name.span);
    for (const ast::Holiday& each : file.holidays) refuse(each.span);
    for (const ast::LeapBirthdays& each : file.leap_birthdays) refuse(each.span);
    for (const ast::LeftOut& each : file.left_out) refuse(each.citation.span);
    for (const ast::Test& each : file.tests) refuse(each.rule.span);
    for (const ast::Equivalent& each : file.equivalents) refuse(each.of.span);
}

}  // namespace

bool is_rule_file(const fs::path& path) { return path.extension() == ".regels"; }

Code unread_for(const fs::path& path) {
    std::error_code none;
    const fs::file_status status = fs::status(path, none);
    if (fs::is_directory(status)) return Code::unreadable_folder;
    return fs::exists(status) && !fs::is_regular_file(status) ? Code::not_a_file
                                                              : Code::unreadable_file;
}

bool lies_in(const fs::path& path, const std::vector<fs::path>& folders) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(path, error);
    return std::any_of(folders.begin(), folders.end(), [&](const fs::path& folder) {
        const fs::path around = fs::weakly_canonical(folder, error);
        return std::mismatch(around.begin(), around.end(), whole.begin(), whole.end()).first ==
               around.end();
    });
}

bool bring_vocabulary(const std::vector<fs::path>& paths) {
    LoadedRules loaded;
    const auto files = parse_files(rule_files(paths, false), loaded);
    return std::any_of(files.begin(), files.end(), [](const ast::File& file) {
        return std::any_of(file.concepts.begin(), file.concepts.end(),
                           [](const ast::Concept& each) { return each.root; });
    });
}

LoadedRules load_rules(const std::vector<fs::path>& paths, bool with_tests,
                       const std::vector<fs::path>& parameter_files,
                       const std::vector<fs::path>& tested) {
    LoadedRules loaded;
    std::vector<fs::path> all = rule_files(paths, with_tests);
    const auto is_tested = [&](const fs::path& path) {
        return tested.empty() || lies_in(path, tested);
    };
    std::erase_if(all,
                  [&](const fs::path& each) { return is_test_file(each) && !is_tested(each); });
    loaded.files = parse_files(all, loaded);
    for (std::size_t i = 0; i < all.size() && !tested.empty(); ++i) {
        if (is_tested(all[i]))
            loaded.tested.push_back(loaded.files[i].source);
        else
            loaded.files[i].tests.clear();
    }
    inherit_modules(all, loaded.files);
    Settings settings;
    for (const ast::File& file : parse_files(parameter_files, loaded)) {
        settings.insert(settings.end(), file.overrides.begin(), file.overrides.end());
        refuse_declarations(file, loaded.problems);
    }
    if (all.empty()) {
        const SourceId id = loaded.sources.add(paths.empty() ? "" : paths.front().string(), "");
        loaded.problems.push_back({Code::no_rule_files, {id, 0, 0}, {}});
        return loaded;
    }
    const bool tells_nothing =
        std::all_of(loaded.files.begin(), loaded.files.end(),
                    [](const ast::File& file) { return file.concepts.empty(); });
    if (tells_nothing && !has_errors(loaded.problems))
        loaded.problems.push_back({Code::no_root, {loaded.files.front().source, 0, 0}, {}});
    loaded.vocabulary = make_vocabulary(loaded.files, loaded.problems);
    loaded.book = make_rulebook(loaded.files, loaded.vocabulary, settings, loaded.problems);
    loaded.order = order(loaded.book, loaded.problems);
    return loaded;
}

}  // namespace toets
