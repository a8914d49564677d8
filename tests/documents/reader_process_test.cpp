// Documents read in a process of their own: the same documents, and no file that takes more than
// its own reader with it.
#include "checker/documents/reader_process.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

#include <doctest/doctest.h>

#include "checker/documents/document_bytes.h"
#include "tests/documents/made_pdf.h"
#include "tests/support/golden.h"

namespace toets::tests {
namespace {

namespace fs = std::filesystem;
using Kind = ReadProblem::Kind;

const std::string program = TOETS_READER;

/// A file that is gone after the test.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& bytes) : file_(std::tmpfile()) {
        REQUIRE(file_ != nullptr);
        std::fwrite(bytes.data(), 1, bytes.size(), file_);
        std::fflush(file_);
    }
    ~TemporaryFile() { std::fclose(file_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    /// Makes it this long with a hole that takes no room on the disk.
    void stretch(off_t bytes) { REQUIRE(ftruncate(descriptor(), bytes) == 0); }
    int descriptor() const { return fileno(file_); }

  private:
    std::FILE* file_;
};

Document read_apart(const ReaderProcess& reader, const std::string& bytes) {
    const TemporaryFile file(bytes);
    return reader.read("x", file.descriptor());
}

Kind first_problem(const Document& document) {
    CHECK_FALSE(document.readable);
    REQUIRE_FALSE(document.problems.empty());
    return document.problems.front().kind;
}

/// Pages that all show the same content.
std::string pdf_of_pages(int pages, const std::string& content) {
    std::string kids;
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                        made_stream(content), helvetica};
    for (int page = 0; page < pages; ++page) {
        objects.push_back(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << "
            "/Font << /F1 4 0 R >> >> >>");
        kids += std::to_string(objects.size()) + " 0 R ";
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages) + " >>";
    return made_pdf(objects);
}

/// Many pages with a long text: small as a file, long to read.
std::string slow_pdf() {
    std::string content;
    for (int line = 0; line < 4000; ++line) content += shown("woord en woord en nog een woord");
    return pdf_of_pages(1900, content);
}

/// The same file, whose table of objects says that an earlier one stands there.
std::string with_earlier_table(std::string pdf, std::size_t place) {
    const std::string trailer = "/Root 1 0 R";
    return pdf.replace(pdf.rfind(trailer), trailer.size(),
                       trailer + " /Prev " + std::to_string(place));
}

/// The processes that have this one for a parent.
std::vector<pid_t> children_of(pid_t parent) {
    std::vector<pid_t> found;
    for (const auto& each : fs::directory_iterator("/proc")) {
        const std::string name = each.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        std::ifstream status(each.path() / "status");
        for (std::string line; std::getline(status, line);)
            if (line == "PPid:\t" + std::to_string(parent)) found.push_back(std::stoi(name));
    }
    return found;
}

/// How each process that came from this one ended, once all have.
std::vector<int> ends_of_all() {
    std::vector<int> ends;
    int status = 0;
    while (waitpid(-1, &status, 0) > 0) ends.push_back(status);
    return ends;
}

}  // namespace

TEST_CASE("who reads a document ends with who asked for it") {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    const std::string pdf = slow_pdf();
    const pid_t asker = fork();
    if (asker == 0) {
        read_apart(ReaderProcess(program), pdf);
        _exit(0);
    }
    std::vector<pid_t> descendants = {asker};
    while (descendants.size() < 4) {  // the server, the supervisor, the reader
        for (const pid_t child : children_of(descendants.back())) descendants.push_back(child);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    kill(asker, SIGKILL);
    const std::vector<int> ends = ends_of_all();
    prctl(PR_SET_CHILD_SUBREAPER, 0);
    const auto killed = [](int status) {
        return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    };
    CHECK(ends.size() == 4);
    CHECK(std::ranges::count_if(ends, killed) == 3);  // the server ended by itself
}

TEST_CASE("a document that is read apart is the document that is read here") {
    const ReaderProcess reader(program);
    std::vector<fs::path> paths = files_in(source_root() / "fixtures/de-wilgenhoek", "");
    for (const auto& folder : {"readers", "hostile"})
        for (auto& path : files_in(source_root() / "tests/documents/cases" / folder, ""))
            paths.push_back(std::move(path));
    CHECK(paths.size() > 25);
    for (const auto& path : paths) {
        CAPTURE(path.string());
        const auto bytes = read_file(path);
        const auto here = read_document("x", bytes);
        const auto apart = read_apart(reader, bytes);
        CHECK(apart.name == "x");
        CHECK(bytes_of(apart) == bytes_of(here));
    }
}

TEST_CASE("many threads read apart at the same time, each its own document") {
    const ReaderProcess reader(program);
    std::vector<std::thread> threads;
    std::vector<int> right(8, 0);
    for (std::size_t i = 0; i < right.size(); ++i)
        threads.emplace_back([&, i] {
            for (int round = 0; round < 10; ++round) {
                const std::string text = "Document " + std::to_string(i) + ".";
                const TemporaryFile file(text);
                const auto document = reader.read("x", file.descriptor());
                if (document.blocks.size() == 1 && document.blocks.front().text == text) ++right[i];
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(right == std::vector<int>(8, 10));
}

TEST_CASE("a document that takes too long is too slow, and the next one is read") {
    ReadSettings settings;
    settings.process.processor_seconds = 1;
    settings.limits.text_bytes_max = 1U << 30U;
    const ReaderProcess reader(program, settings);
    const auto start = std::chrono::steady_clock::now();
    CHECK(first_problem(read_apart(reader, slow_pdf())) == Kind::too_slow);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
    CHECK(read_apart(reader, "Een gewone tekst.").readable);
}

TEST_CASE("a long document in two halves is the same document, and its limits hold") {
    ReadSettings settings;
    settings.process.processes_max = 2;
    const auto guide = pdf_of_pages(40, shown("Een gewone zin op een bladzijde."));
    CHECK(bytes_of(read_apart(ReaderProcess(program, settings), guide)) ==
          bytes_of(read_document("x", guide)));
    settings.limits.text_bytes_max = 800;
    CHECK(first_problem(read_apart(ReaderProcess(program, settings), guide)) == Kind::too_large);
    settings.process.processor_seconds = 1;
    settings.limits.text_bytes_max = 1U << 30U;
    CHECK(first_problem(read_apart(ReaderProcess(program, settings), slow_pdf())) ==
          Kind::too_slow);
}

TEST_CASE("the clock ends a reader as well as the processor does") {
    ReadSettings settings;
    settings.process.clock_seconds = 1;
    settings.limits.text_bytes_max = 1U << 30U;
    CHECK(first_problem(read_apart(ReaderProcess(program, settings), slow_pdf())) ==
          Kind::too_slow);
}

TEST_CASE("a document that takes too much memory is too large, and the next one is read") {
    if (!limits_memory()) return;
    ReadSettings settings;
    settings.process.memory_bytes = 1;
    const auto guide = read_file(source_root() / "fixtures/de-wilgenhoek/schoolgids.pdf");
    const auto document = read_apart(ReaderProcess(program, settings), guide);
    CHECK(first_problem(document) == Kind::too_large);
    CHECK(document.problems.front().detail == "memory");
    CHECK(read_apart(ReaderProcess(program), guide).readable);
}

TEST_CASE(
    "a file of two gigabytes of zeros is refused by its size, and a smaller one by its content") {
    const ReaderProcess reader(program);
    TemporaryFile file("");
    const auto start = std::chrono::steady_clock::now();
    file.stretch(off_t{2} << 30);
    CHECK(first_problem(reader.read("x", file.descriptor())) == Kind::too_large);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
    file.stretch(off_t{200} << 20);
    CHECK(first_problem(reader.read("x", file.descriptor())) == Kind::unknown_format);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

TEST_CASE("PDFs whose objects refer to themselves end in a document or a problem") {
    const ReaderProcess reader(program);
    const auto content = shown("Een gewone zin op een bladzijde.");
    std::string million;
    for (int i = 0; i < 1'000'000; ++i) million += "3 0 R ";
    const std::vector<std::string> loops = {
        one_page(
            content, "/Outlines 6 0 R", helvetica,
            {"<< /First 7 0 R /Last 7 0 R /Count 1 >>",
             "<< /Title (Kop) /Parent 6 0 R /First 7 0 R /Last 7 0 R /Next 7 0 R /Count 1 >>"}),
        one_page(content + "/X1 Do", "", helvetica,
                 {made_stream("/X1 Do",
                              "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources "
                              "<< /XObject << /X1 6 0 R >> >>")}),
        made_pdf({"<< /Type /Catalog /Pages 2 0 R >>",
                  "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000 /Parent 2 0 R >>"}),
        made_pdf({"1 0 R"}),
        one_page(content, "", "5 0 R"),
        made_pdf({"<< /Type /Catalog /Pages 2 0 R >>",
                  "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1900 >>",
                  "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1899 >>"}),
        made_pdf({"<< /Type /Catalog /Pages 2 0 R >>",
                  "<< /Type /Pages /Kids [" + million + "] /Count 1000000 >>",
                  "<< /Type /Page /Parent 2 0 R >>"}),
        with_earlier_table(one_page(content), 9),
        with_earlier_table(one_page(content), one_page(content).rfind("xref\n0")),
    };
    for (std::size_t i = 0; i < loops.size(); ++i) {
        CAPTURE(i);
        const auto document = read_apart(reader, loops[i]);
        CHECK((document.readable || !document.problems.empty()));
        CHECK((!document.readable || !document.blocks.empty()));
    }
    CHECK(read_apart(reader, "Een gewone tekst.").readable);
}

TEST_CASE("an outline that is nested beyond all bounds costs its reader only") {
    constexpr int depth = 200'000;
    std::vector<std::string> items = {"<< /First 7 0 R /Last 7 0 R /Count 1 >>"};
    for (int i = 0; i < depth; ++i) {
        const auto next = std::to_string(i + 8) + " 0 R";
        items.push_back("<< /Title (K) /Parent " + std::to_string(i + 6) + " 0 R /First " + next +
                        " /Last " + next + " >>");
    }
    // poppler's time grows with the square of the depth; its stack, if it had the time, with it.
    ReadSettings settings;
    settings.process.processor_seconds = 1;
    const ReaderProcess reader(program, settings);
    const auto pdf = one_page(shown("Een zin."), "/Outlines 6 0 R", helvetica, items);
    CHECK(first_problem(read_apart(reader, pdf)) != Kind::empty);
    CHECK(read_apart(reader, "Een gewone tekst.").readable);
}

TEST_CASE("what is no document from a reader is none") {
    Document document;
    document.format = Format::pdf;
    document.pages = 2;
    document.blocks.resize(3);
    document.blocks[1].text = "tekst";
    document.blocks[1].line_starts = {1, 2};
    document.pages_without_text = {2};
    document.problems.push_back({Kind::no_text_on_pages, "1"});
    const auto bytes = bytes_of(document);
    CHECK(bytes_of(*document_of(bytes)) == bytes);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(document_of(std::string_view(bytes).substr(0, size)));
    CHECK_FALSE(document_of(bytes + "x"));
    std::mt19937 random(4);  // NOLINT(cert-msc51-cpp): the same bytes on every run
    for (int round = 0; round < 2000; ++round) {
        auto changed = bytes;
        changed[random() % changed.size()] = static_cast<char>(random());
        document_of(changed);
    }
}

TEST_CASE("without the program nothing is read, and that is told") {
    CHECK_THROWS_AS(ReaderProcess("/nergens/toets-reader"), std::system_error);
    // A program that isn't the reader takes no orders; it may have ended before the first.
    const auto outcome = [] {
        try {
            return first_problem(read_apart(ReaderProcess("/bin/true"), "Tekst."));
        } catch (const std::system_error&) {
            return Kind::no_reader;
        }
    };
    const Kind told = outcome();
    CHECK((told == Kind::crashed || told == Kind::no_reader));
}

}  // namespace toets::tests
