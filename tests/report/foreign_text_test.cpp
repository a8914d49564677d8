// Text from a dossier, and the names of files, in every form of report: it ends no line, colours
// nothing and turns nothing around.
#include <fstream>
#include <initializer_list>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/run_toets.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

std::filesystem::path cases() { return source_root() / "tests/report/cases"; }

/// A pupil without a card, with a key that would forge a line, in a file with such a name.
class ForgedDossier {
  public:
    ForgedDossier() : folder_(std::filesystem::temp_directory_path() / unique()) {
        std::filesystem::create_directory(folder_);
        std::ofstream(path())
            << R"(<bibliotheek code="A&#10;B&#x202E;C" soort="openbaar"><leden>)"
            << R"(<lid nummer="M1&#10;OVERTREDING: vals&#x2028;&#x9B;31m&#x7F;)"
            << R"(&#x202E;&amp;#8;" sinds="2021-03" akkoord="nee"><kaart nvt="ja")"
            << R"(/></lid></leden></bibliotheek>)";
    }
    ~ForgedDossier() { std::filesystem::remove_all(folder_); }
    ForgedDossier(const ForgedDossier&) = delete;
    ForgedDossier& operator=(const ForgedDossier&) = delete;

    std::string path() const { return (folder_ / "a\nOVERTREDING\x1B[31m\u202E.xml").string(); }

    Run run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {path(), "--rules", "regels"});
        if (arguments.front() != "graph")
            arguments.insert(arguments.end(), {"--peildatum", "2026-04-15"});
        return run_toets(arguments, cases());
    }

  private:
    static std::string unique() { return "toets-vreemd-" + std::to_string(getpid()); }
    std::filesystem::path folder_;
};

/// What may not stand in any output as it is.
void check_harmless(const std::string& text) {
    for (const char* forbidden : {"\x1B", "\x7F", "\r", "\u009B", "\u2028", "\u202E",
                                  "\nOVERTREDING: vals", "\nOVERTREDING[", "\nOVERTREDING\\"})
        CHECK_MESSAGE(text.find(forbidden) == std::string::npos, forbidden);
}

}  // namespace

TEST_CASE("no form of report is forged by text from a dossier or the name of a file") {
    const ForgedDossier dossier;
    const std::string key = "M1 OVERTREDING: vals \\u009b31m\\u007f\\u202e&#8;";
    const struct {
        std::vector<std::string> arguments;
        std::string shown;
    } table[] = {
        {{"check"}, key},
        {{"check", "--lang", "en"}, key},
        {{"check", "--format", "github"}, key},
        {{"check", "--format", "sarif"}, ""},
        {{"check", "--format", "json"}, ""},
        {{"scan"}, "A B\\u202eC"},
        {{"scan", "--format", "json"}, ""},
        // Graphviz reads what is escaped here, so that the picture shows the same
        {{"graph"}, "M1 OVERTREDING: vals \\\\u009b31m\\\\u007f\\\\u202e&amp;#8;"},
    };
    for (const auto& [arguments, shown] : table) {
        CAPTURE(arguments.front());
        CAPTURE(arguments.back());
        const Run run = dossier.run(arguments);
        CHECK(run.exit <= 1);
        CHECK(run.err == "");
        if (arguments.back() == "json" || arguments.back() == "sarif") {
            const auto read = nlohmann::json::parse(run.out, nullptr, false);
            REQUIRE(!read.is_discarded());
            // as data the key is what the dossier says
            CHECK(read.dump().find("M1\\nOVERTREDING: vals\u2028\u009B31m\x7F\u202E&#8;") !=
                  std::string::npos);
        } else {
            CHECK_MESSAGE(run.out.find(shown) != std::string::npos, run.out);
            check_harmless(run.out);
        }
    }
}

TEST_CASE("no complaint is forged by a word of the command line") {
    const std::string forged = "x\nOVERTREDING: vals \x1B[31m\u202E";
    for (const std::vector<std::string>& arguments :
         std::initializer_list<std::vector<std::string>>{{"check", forged},
                                                         {"scan", forged},
                                                         {"explain", forged, "M1", "alles.xml"},
                                                         {forged}}) {
        const Run run = run_toets(arguments, cases());
        CHECK(run.exit == 2);
        CHECK(run.err.find("vals") != std::string::npos);
        check_harmless(run.err);
    }
}

}  // namespace toets::tests
