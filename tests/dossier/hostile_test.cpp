// Files that are made to break a reader: refused or read, never a crash, never without an end.
#include <chrono>
#include <random>

#include <doctest/doctest.h>

#include "tests/dossier/dossier_text.h"

namespace toets::tests {

namespace {

std::string good() { return read_file(source_root() / "tests/dossier/cases/goed.xml"); }

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

/// Whether the dossier was read or refused with a reason, within a time that no one notices.
bool comes_to_an_end(ReadDossier& dossier, const std::string& xml) {
    const auto started = std::chrono::steady_clock::now();
    const bool read = dossier.read("vijandig", xml);
    const bool in_time = std::chrono::steady_clock::now() - started < std::chrono::seconds(10);
    return in_time && (read || !dossier.problems().empty());
}

}  // namespace

TEST_CASE("hostile files are read or refused") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    const std::string head = R"(<school brin="99WH" naam="x")";
    const std::pair<const char*, std::string> files[] = {
        {"deep, unknown",
         "<school>" + repeated("<a>", 100000) + repeated("</a>", 100000) + "</school>"},
        {"deep, known", head + ">" + repeated("<leerlingen><leerling id=\"1\">", 100000)},
        {"deep, not closed", repeated("<school>", 200000)},
        {"a long value", head + " soort=\"" + std::string(20000000, 'x') + "\"/>"},
        {"a long value with a pattern",
         "<school naam=\"x\" brin=\"" + std::string(5000000, '9') + "\"/>"},
        {"a long name", "<school " + std::string(2000000, 'a') + "=\"1\"/>"},
        {"many attributes", head +
                                [] {
                                    std::string all;
                                    for (int i = 0; i < 50000; ++i)
                                        all += " a" + std::to_string(i) + "=\"1\"";
                                    return all;
                                }() +
                                "/>"},
        {"many unknown elements", head + ">" + repeated("<x/>", 100000) + "</school>"},
        {"many keys that are one", head + "><leerlingen>" +
                                       repeated("<leerling id=\"L\"/>", 50000) +
                                       "</leerlingen></school>"},
        {"only a byte order mark", "\xEF\xBB\xBF"},
        {"a byte order mark before", "\xEF\xBB\xBF" + good()},
        {"zeros", std::string(100000, '\0')},
        {"a document type without an end", "<!DOCTYPE school ["},
        {"comments in comments", "<!-- <!-- -->" + head + "/>"},
        {"many character references", head + " soort=\"" + repeated("&#x41;", 500000) + "\"/>"},
        {"a reference to no character", head + " soort=\"&#xFFFFFFFF;&#0;\"/>"},
        {"processing instructions",
         "<?xml version=\"1.0\"?>" + repeated("<?a b?>", 100000) + head + "/>"}};
    for (const auto& file : files) {
        const std::string name = file.first;
        const std::string& xml = file.second;
        CAPTURE(name);
        CHECK(comes_to_an_end(dossier, xml));
    }
}

TEST_CASE("a dossier cut off anywhere is refused") {
    const Vocabulary words = case_words();
    const std::string whole = good();
    ReadDossier dossier(words);
    const std::size_t end = whole.rfind("</school>") + 9;
    for (std::size_t length = 0; length < end; ++length) {
        CAPTURE(length);
        CHECK(!dossier.read("half", whole.substr(0, length)));
        CHECK(!dossier.problems().empty());
    }
}

TEST_CASE("a dossier with a zero byte is refused, wherever it stands, and never read in part") {
    const Vocabulary words = case_words();
    const std::string whole = good();
    ReadDossier dossier(words);
    for (std::size_t at = 0; at + 1 < whole.size(); at += 7) {
        CAPTURE(at);
        std::string damaged = whole;
        damaged[at] = '\0';
        CHECK(!dossier.read("nul", damaged));
    }
}

TEST_CASE("a dossier with any bytes changed is read or refused") {
    const Vocabulary words = case_words();
    const std::string whole = good();
    ReadDossier dossier(words);
    for (unsigned seed = 1; seed <= 3000; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::string damaged = whole;
        for (auto i = random() % 5 + 1; i > 0; --i)
            damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
        const bool read = dossier.read("beschadigd", damaged);
        CHECK((read || !dossier.problems().empty()));
        for (const auto& problem : dossier.problems()) {
            CHECK(problem.span.end <= damaged.size());
            CHECK(problem.span.begin <= problem.span.end);
        }
    }
}

TEST_CASE("nothing after the root is skipped without a word") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    for (const char* name : {"na-de-wortel.xml", "nul-erna.xml"}) {
        CAPTURE(std::string(name));
        dossier.read(name, read_file(source_root() / "tests/dossier/cases" / name));
        CHECK(!dossier.problems().empty());
    }
}

TEST_CASE("entities are not expanded, and a document type that defines some is refused") {
    const Vocabulary words = case_words();
    ReadDossier dossier(words);
    CHECK(!dossier.read("entiteiten",
                        read_file(source_root() / "tests/dossier/cases/entiteiten.xml")));
}

}  // namespace toets::tests
