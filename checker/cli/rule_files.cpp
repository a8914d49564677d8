#include "checker/cli/rule_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "checker/language/parse.h"
#include "checker/order/order.h"

namespace toets {
namespace {

namespace fs = std::filesystem;

bool is_rule_file(const fs::path& path) { return path.extension() == ".regels"; }
bool is_test_file(const fs::path& path) {
    return path.filename().string().ends_with(".test.regels");
}

std::vector<fs::path> rule_files(const std::vector<fs::path>& paths, bool with_tests) {
    std::vector<fs::path> found;
    for (const fs::path& path : paths) {
        if (!fs::is_directory(path)) {
            found.push_back(path);
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(path))
            if (entry.is_regular_file() && is_rule_file(entry.path()))
                found.push_back(entry.path());
    }
    std::erase_if(found, [&](const fs::path& path) { return !with_tests && is_test_file(path); });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::string bytes_of(const fs::path& path, bool& readable) {
    std::ifstream in(path, std::ios::binary);
    readable = static_cast<bool>(in) && !fs::is_directory(path);
    if (!readable) return {};
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

ast::File parse_file(const fs::path& path, LoadedRules& loaded) {
    bool readable = false;
    const SourceId id = loaded.sources.add(path.string(), bytes_of(path, readable));
    if (!readable) loaded.problems.push_back({Code::unreadable_file, {id, 0, 0}, {path.string()}});
    return parse(loaded.sources, id, loaded.problems);
}

/// Gives each file without a module the one of the nearest folder that has a module.regels.
void inherit_modules(const std::vector<fs::path>& paths, std::vector<ast::File>& files) {
    std::map<fs::path, ast::Module> of_folder;
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (paths[i].filename() == "module.regels" && files[i].module)
            of_folder.emplace(paths[i].parent_path(), *files[i].module);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        for (fs::path folder = paths[i].parent_path(); !files[i].module;
             folder = folder.parent_path()) {
            const auto found = of_folder.find(folder);
            if (found != of_folder.end()) files[i].module = found->second;
            if (folder == folder.parent_path()) break;
        }
    }
}

}  // namespace

LoadedRules load_rules(const std::vector<fs::path>& paths, bool with_tests,
                       const std::vector<fs::path>& parameter_files) {
    LoadedRules loaded;
    const std::vector<fs::path> all = rule_files(paths, with_tests);
    for (const fs::path& path : all) loaded.files.push_back(parse_file(path, loaded));
    inherit_modules(all, loaded.files);
    Settings settings;
    for (const fs::path& path : parameter_files) {
        const ast::File file = parse_file(path, loaded);
        settings.insert(settings.end(), file.overrides.begin(), file.overrides.end());
    }
    if (all.empty()) {
        const SourceId id = loaded.sources.add(paths.empty() ? "" : paths.front().string(), "");
        loaded.problems.push_back({Code::no_rule_files, {id, 0, 0}, {}});
        return loaded;
    }
    loaded.vocabulary = make_vocabulary(loaded.files, loaded.problems);
    loaded.book = make_rulebook(loaded.files, loaded.vocabulary, settings, loaded.problems);
    loaded.order = order(loaded.book, loaded.problems);
    return loaded;
}

}  // namespace toets
