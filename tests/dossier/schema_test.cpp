// The XML Schema of the dossier format, judged by a validator that isn't ours.
#include "checker/dossier/schema.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/dossier/dossier_text.h"

namespace toets::tests {

namespace {

/// Writes the schema of the words in cases/ once, and asks xmllint about dossiers.
class Validator {
  public:
    Validator() : schema_(std::filesystem::path(TOETS_BINARY_DIR) / "tests/dossier.xsd") {
        REQUIRE_MESSAGE(std::system("xmllint --version 2>/dev/null") == 0,
                        "xmllint is missing: see .ci/install");
        std::ofstream(schema_, std::ios::binary) << schema(case_words());
    }
    bool accepts(const std::filesystem::path& dossier) const {
        const std::string command = "xmllint --noout --schema '" + schema_.string() + "' '" +
                                    dossier.string() + "' >/dev/null 2>&1";
        return std::system(command.c_str()) == 0;
    }
    bool accepts_text(const std::string& xml) const {
        const auto file = std::filesystem::path(TOETS_BINARY_DIR) / "tests/dossier-of-a-test.xml";
        std::ofstream(file, std::ios::binary) << xml;
        return accepts(file);
    }

  private:
    std::filesystem::path schema_;
};

std::filesystem::path case_file(const std::string& name) {
    return source_root() / "tests/dossier/cases" / name;
}

}  // namespace

TEST_CASE("the schema accepts a dossier with every kind of value") {
    const Validator validator;
    CHECK(validator.accepts(case_file("goed.xml")));
}

TEST_CASE("the schema accepts that a value with a pattern isn't known") {
    const Validator validator;
    CHECK(validator.accepts_text(R"(<school brin="onbekend" naam="x"/>)"));
    CHECK_FALSE(validator.accepts_text(R"(<school brin="anders" naam="x"/>)"));
}

TEST_CASE("the schema rejects what the reader complains of") {
    const Validator validator;
    for (const char* name : {"waarden.xml", "onbekende-namen.xml", "losse-tekst.xml",
                             "verplicht.xml", "andere-wortel.xml", "niet-gesloten.xml"}) {
        CAPTURE(std::string(name));
        CHECK(!validator.accepts(case_file(name)));
    }
    CHECK(!validator.accepts(source_root() / "tests/dossier/cases/dubbel.xml"));
}

TEST_CASE("each broken value is rejected by the schema as by the reader") {
    const Validator validator;
    const Vocabulary words = case_words();
    const std::pair<const char*, const char*> values[] = {
        {"geboren", "31-13"},      {"klaar", "misschien"}, {"uren", "veel"},
        {"uren", "1,23456"},       {"eind", "morgen"},     {"klaar", "Ja"},
        {"geboren", "25"},         {"uren", "+5"},         {"uren", "1.000"},
        {"uren", "-12.345"},       {"eind", "9999-12-31"}, {"geboren", "1026-03-10"},
        {"geboren", "10-03-1899"}, {"geboren", "1899"}};
    for (const auto& row : values) {
        const std::string name = row.first;
        const std::string value = row.second;
        CAPTURE(name + "=" + value);
        const std::string xml =
            std::string("<school brin=\"99WH\" naam=\"x\"><leerlingen><leerling id=\"1\" ") + name +
            "=\"" + value + "\"/></leerlingen></school>";
        ReadDossier dossier(words);
        dossier.read("a", xml);
        CHECK(!dossier.problems().empty());
        CHECK(!validator.accepts_text(xml));
    }
}

TEST_CASE("what the reader reads without a problem, the schema accepts") {
    const Validator validator;
    const Vocabulary words = case_words();
    for (const char* inside :
         {"", "<leerlingen/>", "<leerlingen/><plan/>", "<plan nvt=\"ja\"/>",
          "<leerlingen onbekend=\"ja\"/>",
          "<leerlingen><leerling id=\"1\"><opps volledig=\"nee\"/></leerling></leerlingen>",
          "<leerlingen><leerling id=\"1\" klaar=\" ja \" uren=\"-1.5\" "
          "geboren=\"1-2-2014\"/></leerlingen>",
          "<leerlingen><leerling id=\"1\" uren=\"1234.567\" eind=\"2099-12-31\" "
          "geboren=\"1-1-1900\"/><leerling id=\"2\" uren=\"0.125\" eind=\"1900\"/></leerlingen>",
          "<leerlingen><leerling><id>1</id></leerling></leerlingen>", "<soort>bo</soort>",
          "<!-- een opmerking --><leerlingen><?een instructie?></leerlingen>"}) {
        CAPTURE(std::string(inside));
        const std::string xml =
            std::string("<school brin=\"99WH\" naam=\"x\">") + inside + "</school>";
        ReadDossier dossier(words);
        REQUIRE(dossier.read("a", xml));
        if (dossier.problems().empty()) CHECK(validator.accepts_text(xml));
    }
}

TEST_CASE("the schema escapes what its words hold") {
    Sources sources;
    Diagnostics problems;
    const ast::File file = parse(sources, sources.add("a", R"(
        begrip School "de <school> & \"co\"" wortel
            brin : tekst patroon "[<>&\"]+|a")"),
                                 problems);
    REQUIRE(problems.empty());
    const auto path = std::filesystem::path(TOETS_BINARY_DIR) / "tests/escaped.xsd";
    std::ofstream(path, std::ios::binary) << schema(make_vocabulary(std::span(&file, 1), problems));
    CHECK(std::system(("xmllint --noout '" + path.string() + "'").c_str()) == 0);
}

}  // namespace toets::tests
