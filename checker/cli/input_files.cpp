#include "checker/cli/input_files.h"

#include <algorithm>
#include <set>
#include <string>

#include "checker/cli/complaints.h"
#include "checker/cli/folder_walk.h"
#include "checker/cli/rule_files.h"
#include "checker/text/ascii.h"

namespace toets {
namespace {

namespace fs = std::filesystem;

bool ends_with_one_of(const fs::path& path, std::initializer_list<const char*> endings) {
    const std::string ending = in_small_letters(path.extension().string());
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

/// Documents that nobody writes by hand, and this program not at all.
bool is_office_document(const fs::path& path) {
    return ends_with_one_of(path, {".pdf", ".docx", ".odt", ".fodt"});
}

bool is_document_name(const fs::path& path) {
    return is_office_document(path) || ends_with_one_of(path, {".html", ".htm", ".md"});
}

void add_all(const std::vector<fs::path>& paths, bool are_dossiers, std::vector<Target>& to) {
    for (const fs::path& each : paths) to.push_back({each, are_dossiers});
}

void add_folder(const fs::path& folder, bool with_documents, std::vector<Target>& to) {
    const Below dossiers = below(folder, is_dossier_name);
    add_all(dossiers.files, true, to);
    if (dossiers.files.empty() && with_documents)
        add_all(below(folder, is_document_name).files, false, to);
    add_all(dossiers.unread_folders, true, to);
}

/// Leaves each file once, and tells which the user named more often.
void leave_once(const Arguments& arguments, std::vector<Target>& targets) {
    std::set<fs::path> known;
    std::erase_if(targets, [&](const Target& each) {
        std::error_code none;
        const bool is_new = known.insert(fs::weakly_canonical(each.path, none)).second;
        if (!is_new) complain(arguments, Text::named_twice, each.path.string());
        return !is_new;
    });
}

}  // namespace

bool is_dossier_name(const fs::path& path) { return ends_with_one_of(path, {".xml"}); }

std::optional<std::vector<Target>> find_targets(const Arguments& arguments) {
    const bool checks = arguments.command == Command::check;
    std::vector<Target> targets;
    for (const std::string& each : arguments.paths) {
        std::error_code failure;
        const fs::file_status status = fs::status(each, failure);
        if (!fs::exists(status)) {
            if (status.type() == fs::file_type::not_found)
                complain(arguments, Text::no_such_path, each);
            else
                complain(arguments, Text::cannot_read, each, cause(failure, arguments.language));
            return std::nullopt;
        }
        const std::size_t before = targets.size();
        if (fs::is_directory(status))
            add_folder(each, checks, targets);
        else
            targets.push_back({each, !checks || is_dossier_name(each)});
        if (targets.size() > before || arguments.command == Command::scan) continue;
        complain(arguments, Text::no_dossiers, each);
        return std::nullopt;
    }
    if (arguments.paths.size() > 1) leave_once(arguments, targets);
    if (!targets.empty()) return targets;
    complain(arguments, Text::no_dossiers, arguments.paths.front());
    return std::nullopt;
}

bool overwrites_input(const Arguments& arguments) {
    const fs::path output = arguments.output;
    std::error_code none;
    if (!fs::is_regular_file(output, none)) return false;
    const auto is_read = [&](const fs::path& input) {
        if (fs::equivalent(output, input, none)) return true;
        const bool is_folder = fs::is_directory(input, none);
        const bool could_be = is_office_document(output) ||
                              (is_folder && (is_dossier_name(output) || is_rule_file(output)));
        const fs::path around = is_folder ? input : fs::absolute(input, none).parent_path();
        return could_be && lies_in(output, {around});
    };
    return std::any_of(arguments.paths.begin(), arguments.paths.end(), is_read) ||
           std::any_of(arguments.rules.begin(), arguments.rules.end(), is_read) ||
           std::any_of(arguments.parameters.begin(), arguments.parameters.end(), is_read);
}

}  // namespace toets
