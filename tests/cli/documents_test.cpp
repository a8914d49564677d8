// What is told of documents that can't be read, and that the rest is judged all the same.
#include <filesystem>
#include <fstream>
#include <regex>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

namespace fs = std::filesystem;

const fs::path cases = source_root() / "tests/cli/cases/documenten";

/// A folder with the dossier of the cases and every document that it names, and no others.
class DocumentFolder {
  public:
    DocumentFolder() : path_(fs::path(TOETS_BINARY_DIR) / "documenten-test") {
        fs::remove_all(path_);
        fs::create_directories(path_);
        fs::copy_file(cases / "documenten.xml", path_ / "documenten.xml");
        const fs::path documents = source_root() / "tests/documents/cases";
        for (const auto& folder : {"hostile", "readers"})
            for (const auto& entry : fs::directory_iterator(documents / folder))
                fs::copy_file(entry.path(), path_ / entry.path().filename());
        fs::copy_file(source_root() / "fixtures/de-wilgenhoek/schoolgids.odt",
                      path_ / "schoolgids.odt");
        std::ofstream(path_ / "nullen.pdf", std::ios::binary) << '\0';
        fs::resize_file(path_ / "nullen.pdf", std::uintmax_t{2} << 30U);
    }
    ~DocumentFolder() { fs::remove_all(path_); }
    DocumentFolder(const DocumentFolder&) = delete;
    DocumentFolder& operator=(const DocumentFolder&) = delete;

    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

nlohmann::json report(const fs::path& folder, const std::string& options) {
    return nlohmann::json::parse(
        run_toets(words_of("check documenten.xml --format json" + options), folder).out);
}

}  // namespace

TEST_CASE("each document that can't be read is told with its place, the cause and a cure") {
    const DocumentFolder folder;
    std::string told;
    for (const auto* language : {" --lang nl", " --lang en"}) {
        const auto whole = report(folder.path(), language);
        for (const auto& each : whole["dossiers"][0]["gegevens"])
            told += std::to_string(each["regel"].get<int>()) + ": " +
                    each["melding"].get<std::string>() + " [" + each["code"].get<std::string>() +
                    "]\n";
    }
    CHECK(told == golden(cases / "documenten.diagnostics", told));
}

TEST_CASE("a scan goes on past documents that can't be read") {
    const DocumentFolder folder;
    const Run run = run_toets({"scan", folder.path().string(), "--threads", "2"});
    CHECK((run.exit == 0 || run.exit == 1));
    CHECK(run.err.empty());
    CHECK(run.out.find("schoolgids-basisondersteuning") != std::string::npos);
}

TEST_CASE("--ocr reads a scan, and says of a quotation that it comes from one") {
    if (run_program("tesseract", {"--version"}).exit != 0) {
        MESSAGE("tesseract is not installed: left out");
        return;
    }
    const std::string check =
        "check tests/documents/cases/programs/scan.pdf --fact document.soort=schoolgids "
        "--fact document.schooljaar=2025-2026 "
        "--fact school.onderwijssoort=bo --fact school.vraagt-bijdrage=ja";
    const Run without = run_toets(words_of(check));
    CHECK(without.out.find("scan") != std::string::npos);
    const Run text = run_toets(words_of(check + " --ocr"));
    CHECK(std::regex_search(text.out, std::regex("gelezen\\s+van\\s+een\\s+scan")));
    CHECK(text.out.find("--ocr") == std::string::npos);
    const Run json = run_toets(words_of(check + " --ocr --format json"));
    CHECK(json.out.find("\"ocr\":true") != std::string::npos);
}

TEST_CASE("--ocr without tesseract says what to install") {
    const char* path = std::getenv("PATH");
    const std::string before = path == nullptr ? "" : path;
    setenv("PATH", "/nergens", 1);
    const Run run = run_toets(words_of("check tests/documents/cases/programs/scan.pdf --ocr"));
    setenv("PATH", before.c_str(), 1);
    CHECK(run.out.find("tesseract-ocr-nld") != std::string::npos);
}

TEST_CASE("a document on its own that can't be read ends with the exit code for that") {
    const DocumentFolder folder;
    const auto exit_of = [&](const std::string& name) {
        return run_toets({"check", name}, folder.path()).exit;
    };
    CHECK(exit_of("nullen.pdf") == 3);
    CHECK(exit_of("zip-bom.docx") == 3);
    CHECK(exit_of("diep-genest.html") == 3);
    CHECK(exit_of("schoolgids.odt") != 3);
}

}  // namespace toets::tests
