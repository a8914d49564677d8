// Compares the grades of the search, with the topics of the rules, with readings by hand.
// Use: toets_measure_documents FOLDER [-v] [--rules FOLDER]
// FOLDER holds NAME.txt beside NAME.yaml, the reading: under "checks:" a topic on each line that
// is indented by two, and "status: present|partial|mention|heading-only|absent" below it.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>

#include "checker/cli/rule_files.h"
#include "checker/evaluate/evidence.h"

namespace {

using toets::Grade;
constexpr std::array<const char*, 8> grade_names = {"content",   "heading_only", "mention",
                                                    "pointer",   "negated",      "outdated",
                                                    "not_found", "unreadable"};
const std::array<std::string, 5> statuses = {"present", "partial", "mention", "heading-only",
                                             "absent"};

using Counts = std::array<int, grade_names.size()>;
using Table = std::map<std::string, Counts>;  // by status

std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The status of each topic in a reading.
std::map<std::string, std::string> reading(const std::filesystem::path& path) {
    std::map<std::string, std::string> found;
    std::ifstream in(path);
    std::string topic;
    bool in_checks = false;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(' ')) in_checks = line.starts_with("checks:");
        if (!in_checks) continue;
        if (line.starts_with("    status: "))
            found[topic] = line.substr(12);
        else if (line.starts_with("  ") && line[2] != ' ')
            topic = line.substr(2, line.size() - 3);
    }
    return found;
}

void print(const std::string& title, const Table& table) {
    std::cout << title << '\n';
    for (const auto& status : statuses) {
        const auto row = table.find(status);
        if (row == table.end()) continue;
        std::cout << "  " << status << ':';
        for (std::size_t i = 0; i < grade_names.size(); ++i)
            if (row->second[i] > 0) std::cout << ' ' << grade_names[i] << ' ' << row->second[i];
        std::cout << '\n';
    }
}

int sum(const Counts& counts) {
    int total = 0;
    for (const int count : counts) total += count;
    return total;
}

void share(const char* what, const Table& table, const std::string& status,
           std::initializer_list<Grade> grades) {
    const auto row = table.find(status);
    if (row == table.end()) return;
    int right = 0;
    for (const auto grade : grades) right += row->second[static_cast<std::size_t>(grade)];
    const int total = sum(row->second);
    std::cout << what << ": " << right << " of " << total << " (" << right * 100.0 / total
              << "%)\n";
}

void show(const std::string& document, const std::string& status, const std::string& subject,
          const toets::TopicEvidence& evidence) {
    const auto grade = grade_names[static_cast<std::size_t>(evidence.grade)];
    const bool plain = (status == "absent" && evidence.grade == Grade::not_found) ||
                       (status == "present" && evidence.grade == Grade::content);
    if (plain) return;
    std::cout << document << " | " << subject << " | " << status << " -> " << grade << " | "
              << evidence.best.line << ": " << evidence.best.quote << '\n';
}

/// A subject of the readings, with the numbers of the topics that answer for it. A topic is a
/// subject by its own name.
using Subjects = std::map<std::string, std::vector<std::size_t>>;

Subjects subjects(const std::vector<toets::Topic>& topics) {
    Subjects made;
    for (std::size_t i = 0; i < topics.size(); ++i) made[topics[i].name] = {i};
    std::ifstream in(TOETS_SOURCE_DIR "/tests/documents/measure/onderwerpen.txt");
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string subject;
        std::string name;
        if (!(words >> subject >> name) || name != "=") continue;
        while (words >> name)
            for (std::size_t i = 0; i < topics.size(); ++i)
                if (topics[i].name == name) made[subject].push_back(i);
    }
    return made;
}

/// The answer of the topic that found most.
const toets::TopicEvidence& best(const std::vector<toets::TopicEvidence>& evidence,
                                 const std::vector<std::size_t>& topics) {
    const auto less = [&](std::size_t a, std::size_t b) {
        return toets::worth(evidence[a].grade) < toets::worth(evidence[b].grade);
    };
    return evidence[*std::max_element(topics.begin(), topics.end(), less)];
}

}  // namespace

int main(int argc, char** argv) {
    bool verbose = false;
    std::filesystem::path rules = TOETS_SOURCE_DIR "/rules";
    std::filesystem::path folder;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "-v")
            verbose = true;
        else if (word == "--rules" && i + 1 < argc)
            rules = argv[++i];
        else
            folder = word;
    }
    if (folder.empty()) {
        std::cerr << "use: toets_measure_documents FOLDER [-v] [--rules FOLDER]\n";
        return 2;
    }
    const toets::LoadedRules loaded = toets::load_rules({rules}, false);
    const Subjects asked = subjects(loaded.book.topics);
    const toets::TopicSearch search(loaded.book.topics);
    std::map<std::string, Table> by_subject;
    Table all;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (auto path : files) {
        const auto document = toets::read_document(path.stem().string(), file_text(path));
        const auto expected = reading(path.replace_extension(".yaml"));
        const auto evidence = search.search(document);
        for (const auto& [subject, topics] : asked) {
            const auto status = expected.find(subject);
            if (status == expected.end()) continue;
            const toets::TopicEvidence& answer = best(evidence, topics);
            const auto grade = static_cast<std::size_t>(answer.grade);
            ++by_subject[subject].try_emplace(status->second).first->second[grade];
            ++all.try_emplace(status->second).first->second[grade];
            if (verbose) show(document.name, status->second, subject, answer);
        }
    }
    for (const auto& [subject, table] : by_subject) print(subject, table);
    print("all subjects", all);
    share("present as content", all, "present", {Grade::content});
    share("absent as content", all, "absent", {Grade::content});
    share("absent as not found", all, "absent", {Grade::not_found});
    share("heading-only as such", all, "heading-only", {Grade::heading_only});
    share("mention as mention", all, "mention", {Grade::mention});
    share("mention as named without content", all, "mention",
          {Grade::mention, Grade::heading_only, Grade::pointer, Grade::negated});
}
