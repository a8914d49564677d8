// Where what the program says ends up, and that nothing is lost on the way.
#include <filesystem>
#include <sys/stat.h>

#include <doctest/doctest.h>

#include "tests/cli/folder.h"
#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

namespace fs = std::filesystem;

const std::string its_rules = " --rules tests/report/cases/regels";
const std::string small = its_rules + " --peildatum 2026-04-15";
const std::string sound = "tests/report/cases/in-orde.xml";

Run toets(const std::string& line) { return run_toets(words_of(line)); }

}  // namespace

TEST_CASE("a run that fails leaves the file that was there") {
    const Folder folder("toets-uitvoer");
    const std::string file = folder.write("oud.txt", "oud");
    const std::pair<const char*, int> failures[] = {
        {"check nergens.xml", 2},
        {"check fixtures/de-wilgenhoek --only geen-regel", 2},
        {"rules --rules nergens", 2},
        {"graph fixtures/kapot/leeg.xml", 3},
        {"explain opp-hoorrecht L99 fixtures/de-wilgenhoek --peildatum 2026-11-01", 2},
    };
    for (const auto& [command, exit] : failures) {
        CAPTURE(command);
        CHECK(toets(std::string(command) + " -o " + file).exit == exit);
        CHECK(read_file(file) == "oud");
    }
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("the file behind a link is replaced, with the mode that it had") {
    const Folder folder("toets-uitvoer-link");
    const std::string file = folder.write("oud.txt", "oud");
    const std::string link = folder / "link.txt";
    const std::string nowhere = folder / "los.txt";
    fs::create_symlink("oud.txt", link);
    fs::create_symlink("nieuw.txt", nowhere);
    CHECK(chmod(file.c_str(), 0640) == 0);
    CHECK(toets("rules -o " + link + its_rules).exit == 0);
    CHECK(fs::is_symlink(link));
    CHECK(read_file(file) == toets("rules" + its_rules).out);
    CHECK(static_cast<unsigned>(fs::status(file).permissions()) == 0640U);
    CHECK(toets("rules -o " + nowhere + its_rules).exit == 0);
    CHECK(fs::is_symlink(nowhere));
    CHECK(read_file(folder / "nieuw.txt") == read_file(file));
    const Run run = run_shell("umask 027; toets rules -o " + (folder / "eigen.txt") + its_rules);
    CHECK(run.exit == 0);
    CHECK(static_cast<unsigned>(fs::status(folder / "eigen.txt").permissions()) == 0640U);
}

TEST_CASE("what is no regular file is written as it stands") {
    const Folder folder("toets-uitvoer-pijp");
    const std::string said = toets("rules" + its_rules).out;
    CHECK(toets("rules -o /dev/null" + its_rules).exit == 0);
    CHECK(fs::is_character_file("/dev/null"));
    CHECK(toets("rules -o /dev/stdout" + its_rules).out == said);
    CHECK(run_shell("toets rules -o /dev/stdout" + its_rules + " | cat").out == said);
    const std::string pipe = folder / "pijp";
    CHECK(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(run_shell("timeout 60 cat " + pipe + " & toets rules -o " + pipe + its_rules + "; wait")
              .out == said);
    CHECK(fs::is_fifo(pipe));
    // after what another program wrote there
    const std::string file = folder / "samen.txt";
    CHECK(run_shell("{ echo kop; toets rules -o /dev/stdout" + its_rules + "; } >> " + file).exit ==
          0);
    CHECK(read_file(file) == "kop\n" + said);
}

TEST_CASE("an output that is also read is refused, and not touched") {
    const Folder folder("toets-uitvoer-invoer");
    const std::string dossier = folder.write("school.xml", read_file(source_root() / sound));
    const std::string document = folder.write("reglement.md", "# Reglement\n");
    const std::string pdf = folder.write("plan.pdf", "%PDF-1.4");
    const std::string settings = folder.write("ruim.regels", "stel termijn op 9 weken\n");
    const std::string link = folder / "link";
    fs::create_symlink(dossier, link);
    const std::string refused[] = {
        "check " + dossier + " -o " + dossier + small,
        "check " + dossier + " -o " + link + small,
        "check " + dossier + " -o " + pdf + small,
        "check " + document + " -o " + document + small,
        "scan " + folder.path() + " -o " + dossier + small,
        "graph " + dossier + " -o " + dossier + small,
        "rules" + its_rules + " --parameters " + settings + " -o " + settings,
        "rules --rules " + folder.path() + " -o " + settings,
    };
    const auto contents = [&] {
        return read_file(dossier) + read_file(document) + read_file(pdf) + read_file(settings);
    };
    const std::string before = contents();
    for (const std::string& command : refused) {
        CAPTURE(command);
        const Run run = toets(command);
        CHECK(run.exit == 2);
        CHECK(run.out == "");
        CHECK_MESSAGE(run.err.find("wordt ook gelezen") != std::string::npos, run.err);
        CHECK(contents() == before);
    }
    CHECK(toets("check " + dossier + " -o " + (folder / "verslag.txt") + small).exit == 0);
    CHECK(toets("check " + dossier + " -o " + (folder / "verslag.txt") + small).exit == 0);
}

TEST_CASE("what can't be written is told with the cause, in both languages") {
    const Folder folder("toets-uitvoer-oorzaak");
    const std::tuple<std::string, const char*, const char*> causes[] = {
        {"/dev/full", "de schijf is vol", "the disk is full"},
        {folder.path(), "het is een map", "it is a folder"},
        {"nergens/x.txt", "is er niet", "no such folder"},
        {folder.write("bestand", "") + "/x.txt", "geen map", "no folder"},
    };
    for (const auto& [path, dutch, english] : causes) {
        CAPTURE(path);
        const Run run = toets("rules -o " + path + its_rules);
        CHECK(run.exit == 3);
        CHECK_MESSAGE(run.err.find(dutch) != std::string::npos, run.err);
        const Run other = toets("rules --lang en -o " + path + its_rules);
        CHECK_MESSAGE(other.err.find(english) != std::string::npos, other.err);
    }
    const Run full = run_shell("toets rules" + its_rules + " > /dev/full");
    CHECK(full.exit == 3);
    CHECK_MESSAGE(
        full.err.find("`stdout` kan niet worden geschreven: de schijf is vol") != std::string::npos,
        full.err);
    const Run pages = toets("pages /dev/null/docs");
    CHECK(pages.exit == 3);
    CHECK_MESSAGE(pages.err.find("geen map") != std::string::npos, pages.err);
}

TEST_CASE("without --peildatum the day is that of the place, not of Greenwich") {
    // twenty-six hours apart: never the same day
    const std::string check = "toets check " + sound + " --rules tests/report/cases/regels";
    const Run east = run_shell("export TZ=OOST-14; " + check);
    const Run west = run_shell("export TZ=WEST+12; " + check);
    CHECK(east.out.find("peildatum") != std::string::npos);
    CHECK(east.out != west.out);
}

}  // namespace toets::tests
