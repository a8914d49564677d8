// What the program writes to start from can be used at once.
#include <fstream>

#include <doctest/doctest.h>

#include "tests/cli/folder.h"
#include "tests/cli/run_toets.h"

namespace toets::tests {

TEST_CASE("a new rule loads, and its tests pass") {
    for (const std::string subject : {"", "leerling", "opp", "document"}) {
        CAPTURE(subject);
        const Folder folder("toets-nieuwe-regel");
        std::vector<std::string> arguments = {"new", "rule", "eerste-regel", "--folder",
                                              folder.path()};
        if (!subject.empty()) arguments.insert(arguments.end(), {"--for", subject});
        const Run made = run_toets(arguments);
        INFO(made.err);
        CHECK(made.exit == 0);
        const Run tested =
            run_toets({"test", "rules/begrippen", "rules/bronnen.regels", "rules/parameters.regels",
                       "rules/module.regels", folder.path()});
        INFO(tested.err);
        INFO(tested.out);
        CHECK(tested.exit == 0);
        CHECK(tested.out.find("2 tests geslaagd") != std::string::npos);
    }
}

TEST_CASE("a new rule never overwrites a file, and needs a name that fits") {
    const Folder folder("toets-nieuwe-regel-twee-keer");
    CHECK(run_toets({"new", "rule", "eerste-regel", "--folder", folder.path()}).exit == 0);
    const Run again = run_toets({"new", "rule", "eerste-regel", "--folder", folder.path()});
    CHECK(again.exit == 2);
    CHECK(again.err.find("bestaat al") != std::string::npos);
    CHECK(run_toets({"new", "rule", "Een Regel", "--folder", folder.path()}).exit == 2);
    const Run keyword = run_toets({"new", "rule", "elke", "--folder", folder.path()});
    CHECK(keyword.exit == 2);
    CHECK(keyword.err.find("een woord van de taal") != std::string::npos);
    const Run taken = run_toets({"new", "rule", "opp-hoorrecht", "--folder", folder.path()});
    CHECK(taken.exit == 2);
    CHECK(taken.err.find("is er al") != std::string::npos);
    const Run typo =
        run_toets({"new", "rule", "twee", "--folder", folder.path(), "--for", "lerling"});
    CHECK(typo.exit == 2);
    CHECK(typo.err.find("leerling") != std::string::npos);
}

TEST_CASE("a new dossier is read without a problem") {
    const Folder folder("toets-nieuw-dossier");
    const std::string file = folder.path() + "/school.xml";
    CHECK(run_toets({"new", "dossier", "-o", file}).exit == 0);
    const Run checked = run_toets({"check", file, "--peildatum", "2026-11-01", "--format", "json"});
    INFO(checked.err);
    CHECK(checked.exit != 3);
    CHECK(checked.out.find("\"gegevens\":[]") != std::string::npos);
}

TEST_CASE("the reference pages in docs follow from the rules") {
    const Run compared = run_toets({"pages", "docs", "--check"});
    INFO(compared.err);
    CHECK(compared.exit == 0);
}

TEST_CASE("pages are written, found current, and found stale after a change") {
    const Folder folder("toets-bladzijden");
    const std::vector<std::string> compare = {"pages", folder.path(), "--check"};
    CHECK(run_toets(compare).exit == 1);
    CHECK(run_toets({"pages", folder.path()}).exit == 0);
    CHECK(run_toets(compare).exit == 0);
    std::ofstream(folder.path() + "/woordenlijst.md", std::ios::app) << "meer";
    std::ofstream(folder.path() + "/regels/weg.md") << "een regel die er niet meer is";
    const Run stale = run_toets(compare);
    CHECK(stale.exit == 1);
    CHECK(stale.err.find("woordenlijst.md") != std::string::npos);
    CHECK(stale.err.find("regels/weg.md") != std::string::npos);
    CHECK(run_toets({"pages", folder.path()}).exit == 0);
    CHECK(run_toets(compare).exit == 0);
}

}  // namespace toets::tests
