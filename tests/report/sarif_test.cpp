// SARIF as other programs read it: addresses of files, and the rules that were judged.
#include <set>
#include <unistd.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/run_toets.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

std::filesystem::path cases() { return source_root() / "tests/report/cases"; }

nlohmann::json sarif_of(const std::string& path, const std::vector<std::string>& more,
                        const std::filesystem::path& folder) {
    std::vector<std::string> arguments = {"check",       path,         "--format", "sarif",
                                          "--peildatum", "2026-04-15", "--rules"};
    arguments.push_back((cases() / "regels").string());
    arguments.insert(arguments.end(), more.begin(), more.end());
    return nlohmann::json::parse(run_toets(arguments, folder).out)["runs"][0];
}

std::set<std::string> addresses(const nlohmann::json& run) {
    std::set<std::string> found;
    for (const auto& each : run["results"])
        found.insert(each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]);
    return found;
}

}  // namespace

TEST_CASE("the address of a file is a URI reference") {
    const struct {
        std::string name, uri;
    } table[] = {
        {"a-b_c.~1.xml", "a-b_c.~1.xml"},
        {"een school.xml", "een%20school.xml"},
        {"50%.xml", "50%25.xml"},
        {"a#b?c.xml", "a%23b%3Fc.xml"},
        {"b:c.xml", "b%3Ac.xml"},
        {"e\\f.xml", "e%5Cf.xml"},
        {"école.xml", "%C3%A9cole.xml"},
        {"\xFF.xml", "%FF.xml"},
        {"a\nb\u202E.xml", "a%0Ab%E2%80%AE.xml"},
        {"[a]\"<b>.xml", "%5Ba%5D%22%3Cb%3E.xml"},
    };
    const auto folder =
        std::filesystem::temp_directory_path() / ("toets-sarif-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    for (const auto& [name, uri] : table) {
        CAPTURE(name);
        std::filesystem::copy_file(cases() / "leeg.xml", folder / name);
        CHECK(addresses(sarif_of(name, {}, folder)) == std::set<std::string>{uri});
        CHECK(addresses(sarif_of((folder / name).string(), {}, folder)) ==
              std::set<std::string>{"file://" + folder.string() + "/" + uri});
    }
    std::filesystem::remove_all(folder);
}

TEST_CASE("SARIF names the rules that were judged, and each rule of a result") {
    const struct {
        std::vector<std::string> only;
        std::size_t rules;
    } table[] = {{{}, 19}, {{"--only", "akkoord"}, 1}, {{"--only", "stuk-volledig"}, 7}};
    for (const auto& [only, rules] : table) {
        const auto run = sarif_of("alles.xml", only, cases());
        std::set<std::string> named;
        for (const auto& each : run["tool"]["driver"]["rules"]) named.insert(each["id"]);
        CHECK(named.size() == rules);
        for (const auto& each : run["results"]) {
            const std::string id = each["ruleId"];
            const bool is_about_data = id.find('_') != std::string::npos;
            CHECK_MESSAGE((named.contains(id) || is_about_data), id);
        }
    }
}

}  // namespace toets::tests
