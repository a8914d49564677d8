// `toets schema` and what xmllint makes of the fixtures with it; and pictures that are XML.
#include <filesystem>

#include <doctest/doctest.h>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

/// A folder for the files of one test, gone when the test is.
class Folder {
  public:
    Folder()
        : path_(std::filesystem::temp_directory_path() /
                ("toets-schema-" + std::to_string(getpid()))) {
        std::filesystem::create_directory(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

Run validate(const std::string& schema, const std::string& dossier) {
    return run_program("xmllint", {"--noout", "--schema", schema, dossier});
}

}  // namespace

TEST_CASE("the schema accepts every good fixture, and rejects what a schema can reject") {
    const Folder folder;
    const std::string schema = folder / "dossier.xsd";
    REQUIRE(run_toets({"schema", "--output", schema}).exit == 0);
    REQUIRE(run_program("xmllint", {"--noout", schema}).exit == 0);
    std::size_t good = 0;
    for (const auto& school : std::filesystem::directory_iterator(source_root() / "fixtures")) {
        if (!std::filesystem::exists(school.path() / "dossier.xml")) continue;
        const Run run = validate(schema, (school.path() / "dossier.xml").string());
        CHECK_MESSAGE(run.exit == 0, run.err);
        ++good;
    }
    CHECK(good >= 6);
    for (const auto& ruling : files_in(source_root() / "fixtures/uitspraken", ".xml")) {
        const Run run = validate(schema, ruling.string());
        CHECK_MESSAGE(run.exit == 0, run.err);
    }

    struct Broken {
        const char* name;
        const char* why;  ///< a word of xmllint's answer; null: the schema can't see it
    };
    const Broken all[] = {
        {"andere-wortel", "No matching global declaration"},
        {"dubbel-nummer", "'id' is required but missing"},  // the double number is out of its reach
        {"onbekende-keuze", "not an element of the set"},
        {"tikfouten", "'vastgestelt' is not allowed"},
        {"geen-utf8", "not proper UTF-8"},
        {"leeg", "Document is empty"},
        {"niet-welgevormd", "tag mismatch"},
        {"onmogelijke-datum", nullptr},  // 31-02-2026 has the form of a date
        {"verwijzing-zonder-doel",
         nullptr},  // keys hold over several lists; XSD 1.0 can't say that
    };
    std::size_t seen = 0;
    for (const Broken& each : all) {
        const Run run = validate(schema, "fixtures/kapot/" + std::string(each.name) + ".xml");
        CAPTURE(each.name);
        CHECK_MESSAGE((run.exit == 0) == (each.why == nullptr), run.err);
        if (each.why != nullptr)
            CHECK_MESSAGE(run.err.find(each.why) != std::string::npos, run.err);
        ++seen;
    }
    CHECK(seen == files_in(source_root() / "fixtures/kapot", ".xml").size());
}

TEST_CASE("the schema follows the vocabulary of the rules that are given") {
    const Folder folder;
    const std::string schema = folder / "bibliotheek.xsd";
    const std::string rules = "tests/report/cases/regels";
    REQUIRE(run_toets({"schema", "--rules", rules, "--output", schema}).exit == 0);
    CHECK(validate(schema, "tests/report/cases/in-orde.xml").exit == 0);
    CHECK(validate(schema, "tests/report/cases/bladzijden.xml").exit == 0);
    CHECK(validate(schema, "fixtures/de-wilgenhoek/dossier.xml").exit != 0);
    const Run values = validate(schema, "tests/report/cases/alles.xml");
    CHECK(values.exit != 0);
    CHECK(values.err.find("'veel'") != std::string::npos);
}

TEST_CASE("the picture of a graph is well-formed SVG that names its rules") {
    const Folder folder;
    for (const std::string of : {"", "fixtures/de-wilgenhoek --peildatum 2026-11-01 "}) {
        const std::string picture = folder / "graaf.svg";
        const Run run = run_toets(words_of("graph " + of + "--format svg --output " + picture));
        REQUIRE_MESSAGE(run.exit == 0, run.err);
        CHECK(run_program("xmllint", {"--noout", "--nonet", picture}).exit == 0);
        const std::string svg = read_file(picture);
        CHECK(svg.find("<svg") != std::string::npos);
        CHECK(svg.find("opp&#45;hoorrecht") != std::string::npos);  // as graphviz writes it
    }
}

}  // namespace toets::tests
