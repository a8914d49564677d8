// From text to syntax tree: every mistake is reported with its place, and what is sound is kept.
#include "checker/language/parse.h"

#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "tests/diagnostics/both_languages.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

ast::File parsed(const std::string& text, Diagnostics& problems) {
    Sources sources;
    return parse(sources, sources.add("regels", text), problems);
}

const ast::Expr& requirement(const ast::File& file) {
    return file.rules.front().demand.requirement.front();
}

/// Whether `work` comes to an end within a minute in a process of its own, so that a crash there is
/// one failing test and not the end of all.
template <typename Work>
bool survives(Work work) {
    const pid_t child = fork();
    if (child == 0) {
        alarm(60);
        std::signal(SIGSEGV, SIG_DFL);
        work();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// The kinds of an expression and its parts, as `a(b c)`.
std::string shape(const ast::Expr& expr) {
    std::string text = std::to_string(static_cast<int>(expr.kind));
    for (const auto& arg : expr.args) text += "(" + shape(arg) + ")";
    return text;
}

std::string shape_of(const std::string& condition) {
    Diagnostics problems;
    const ast::File file = parsed("regel r \"r\" eis " + condition, problems);
    REQUIRE_MESSAGE(problems.empty(), condition);
    return shape(requirement(file));
}

}  // namespace

TEST_CASE("every rule file in cases/ gives the diagnostics beside it, whatever was parsed before") {
    for (int round = 0; round < 2; ++round, forget_choices())
        for (const auto& path : files_in(source_root() / "tests/language/cases", ".regels")) {
            CAPTURE(path.filename().string());
            Sources sources;
            Diagnostics problems;
            parse(sources, sources.add(path.filename().string(), read_file(path)), problems);
            const std::string produced = in_both_languages(problems, sources);
            auto beside = path;
            CHECK(produced == golden(beside.replace_extension(".diagnostics"), produced));
        }
}

TEST_CASE("what stands beside a mistake is still read") {
    Diagnostics problems;
    const ast::File file =
        parsed("regel a \"a\" eis ja\nregel b \"b\" eis ja )\nregel c \"c\" eis ja\n", problems);
    CHECK(problems.size() == 1);
    REQUIRE(file.rules.size() >= 2);
    CHECK(file.rules[0].name == "a");
    CHECK(file.rules.back().name == "c");
}

TEST_CASE("a mistake in the first word of a file hides nothing of the rest") {
    Diagnostics problems;
    const ast::File file =
        parsed("regle x \"x\"\nregel a \"a\" eis ja\nregel b \"b\" eis is\n", problems);
    CHECK(problems.size() >= 2);
    REQUIRE(!file.rules.empty());
    CHECK(file.rules[0].name == "a");
}

TEST_CASE("nesting of any kind is refused or read, and never ends the program") {
    const auto repeated = [](const std::string& words, int times) {
        std::string text = "regel r \"r\" eis ";
        for (int i = 0; i < times; ++i) text += words;
        return text + "a";
    };
    const std::string texts[] = {repeated("niet ", 100000),
                                 repeated("als a dan ", 100000),
                                 repeated("als a dan b anders ", 100000),
                                 repeated("1 week na ", 100000),
                                 repeated("1 week vanaf ", 100000),
                                 repeated("1 week voor ", 100000),
                                 repeated("a op a(", 100000),
                                 repeated("voor elk x geldt ", 100000),
                                 repeated("(", 100000),
                                 repeated("a of ", 100000),
                                 repeated("a.", 100000),
                                 "test r \"r\" gegeven " + repeated("a { ", 100000)};
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 60));
        CHECK(survives([&] {
            Sources sources;
            Diagnostics problems;
            parse(sources, sources.add("regels", text), problems);
        }));
    }
}

TEST_CASE("a long chain of values is read in seconds") {
    std::string text = "regel r \"r\" eis a.dag na ";
    for (int i = 0; i < 150; ++i) text += "6 weken na ";
    const auto started = std::chrono::steady_clock::now();
    Diagnostics problems;
    parsed(text + "a.dag", problems);
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(10));
}

TEST_CASE("niet binds more strongly than en, and en than of") {
    CHECK(shape_of("niet a en b of c") == shape_of("((niet a) en b) of c"));
    CHECK(shape_of("a of b en niet c") == shape_of("a of (b en (niet c))"));
    CHECK(shape_of("als a of b dan c of d") == shape_of("als (a of b) dan (c of d)"));
    CHECK(shape_of("als a dan als b dan c") == shape_of("als a dan (als b dan c)"));
}

TEST_CASE("anders belongs to the als before it") {
    CHECK(shape_of("als a dan b anders c") == shape_of("(als a dan b anders c)"));
    CHECK(shape_of("als a dan b anders als c dan d anders e") ==
          shape_of("als a dan b anders (als c dan d anders e)"));
    CHECK(shape_of("als a dan als b dan c anders d") ==
          shape_of("als a dan (als b dan c anders d)"));
    CHECK(shape_of("als a dan b anders c") != shape_of("als a dan b"));
}

TEST_CASE("voor and vóór are one word") {
    CHECK(shape_of("a.dag voor 1 mei 2025") == shape_of("a.dag vóór 1 mei 2025"));
    CHECK(shape_of("a.dag uiterlijk (6 weken voor b.dag)") ==
          shape_of("a.dag uiterlijk (6 weken vóór b.dag)"));
}

TEST_CASE("a condition after met runs as far right as it can") {
    CHECK(shape_of("er is een a van b met a.c en a.d") ==
          shape_of("er is een a van b met (a.c en a.d)"));
    CHECK(shape_of("(er is een a van b met a.c) en a.d") !=
          shape_of("er is een a van b met a.c en a.d"));
}

TEST_CASE("a day is the same in each of its forms") {
    for (const char* written : {"10-03-2025", "10-3-2025", "2025-03-10", "10 maart 2025"}) {
        CAPTURE(written);
        Diagnostics problems;
        const ast::File file =
            parsed(std::string("regel r \"r\" eis a.dag na ") + written, problems);
        REQUIRE(problems.empty());
        CHECK(iso(requirement(file).args.at(1).date) == "2025-03-10");
    }
}

TEST_CASE("numbers are read to the ten-thousandth") {
    const std::pair<const char*, std::int64_t> table[] = {
        {"0", 0}, {"16", 160000}, {"1,5", 15000}, {"0,0001", 1}, {"007", 70000}};
    for (const auto& row : table) {
        const char* const written = row.first;
        const std::int64_t expected = row.second;
        CAPTURE(written);
        Diagnostics problems;
        const ast::File file = parsed(std::string("regel r \"r\" eis a.b is ") + written, problems);
        REQUIRE(problems.empty());
        CHECK(requirement(file).args.at(1).number.ten_thousandths == expected);
    }
}

TEST_CASE("quotes and backslashes in a text are written with a backslash") {
    Diagnostics problems;
    const ast::File file = parsed(R"(regel r "zeg \"ja\" en \\ nee" eis ja)", problems);
    REQUIRE(problems.empty());
    CHECK(file.rules.front().demand.title == R"(zeg "ja" en \ nee)");
}

TEST_CASE("lines of /// before a declaration are its comment") {
    Diagnostics problems;
    const ast::File file = parsed("/// Waarom.\n///  En hoe.\nregel r \"r\" eis ja\n", problems);
    REQUIRE(problems.empty());
    CHECK(file.rules.front().doc == "Waarom.\n En hoe.");
}

TEST_CASE("a span covers exactly the words it is about, also after accents") {
    Sources sources;
    Diagnostics problems;
    const std::string text = "regel één \"één\" eis ééns.dag na 1 mei 2025 melding \"é\"\n";
    const SourceId id = sources.add("regels", text);
    const ast::File file = parse(sources, id, problems);
    REQUIRE(problems.empty());
    const Span span = requirement(file).span;
    CHECK(text.substr(span.begin, span.end - span.begin) == "ééns.dag na 1 mei 2025");
}

}  // namespace toets::tests
