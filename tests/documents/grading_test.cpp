// Which grade a passage gets, by golden files, and what may never change it.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/documents/rendered.h"
#include "tests/support/golden.h"

namespace toets::tests {
namespace {

std::size_t characters(const std::string& utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    }));
}

/// The grade of every topic in a fixture, by name of the topic.
std::vector<std::pair<std::string, std::string>> grades(const std::string& school,
                                                        const std::string& suffix) {
    const auto topics = all_topics();
    const auto evidence = TopicSearch(topics).search(
        document_in(source_root() / "fixtures" / school / ("schoolgids." + suffix)));
    std::vector<std::pair<std::string, std::string>> found;
    for (std::size_t i = 0; i < topics.size(); ++i)
        found.emplace_back(topics[i].name, name_of(evidence[i].grade));
    return found;
}

Topic topic_named(const std::string& name) {
    const auto topics = all_topics();
    const auto found = std::find_if(topics.begin(), topics.end(),
                                    [&](const Topic& topic) { return topic.name == name; });
    REQUIRE(found != topics.end());
    return *found;
}

TopicEvidence evidence_for(const Topic& topic, const std::string& text) {
    return TopicSearch(std::vector<Topic>{topic}).search(read_document("proef", text)).front();
}

}  // namespace

TEST_CASE("every document in cases/grades gives the grades beside it") {
    const auto topics = all_topics();
    const TopicSearch search(topics);
    const auto folder = source_root() / "tests/documents/cases/grades";
    for (const auto* suffix : {".md", ".txt"})
        for (const auto& path : files_in(folder, suffix)) {
            CAPTURE(path.filename().string());
            const auto produced = rendered(topics, search.search(document_in(path)));
            CHECK(produced == golden(path.string() + ".grades", produced));
        }
}

TEST_CASE("a guide gets the same grades in Markdown, Word and PDF") {
    for (const auto* school : {"de-wilgenhoek", "de-regenboog"}) {
        CAPTURE(school);
        const auto expected = grades(school, "md");
        CHECK(grades(school, "docx") == expected);
        CHECK(grades(school, "pdf") == expected);
    }
}

TEST_CASE("De Wilgenhoek only points to its extra support and is silent on the pupils' say") {
    for (const auto& found : grades("de-wilgenhoek", "pdf")) {
        const auto& topic = found.first;
        const auto& grade = found.second;
        CAPTURE(topic);
        if (topic == "schoolgids-ondersteuningsaanbod-extra")
            CHECK(grade == "pointer");
        else if (topic == "schoolgids-inspraak-leerlingen")
            CHECK(grade == "not_found");
        else if (topic == "schoolgids-hoorrecht")
            CHECK(grade == "not_found");
        else
            CHECK(grade == "content");
    }
}

TEST_CASE("De Regenboog treats every topic") {
    for (const auto& found : grades("de-regenboog", "pdf")) {
        CAPTURE(found.first);
        CHECK(found.second == "content");
    }
}

TEST_CASE("evidence from a PDF says on which page and under which heading it stands") {
    const auto topics = std::vector<Topic>{topic_named("schoolgids-ondersteuningsaanbod-extra")};
    const auto document = document_in(source_root() / "fixtures/de-wilgenhoek/schoolgids.pdf");
    const auto evidence = TopicSearch(topics).search(document).front();
    CHECK(evidence.best.page == 6);
    CHECK(evidence.best.heading_path ==
          "Schoolgids 2026-2027 Basisschool De Wilgenhoek > 4 De ondersteuning van leerlingen > "
          "4.3 Extra ondersteuning");
    CHECK(evidence.best.quote.find("schoolondersteuningsprofiel") != std::string::npos);
}

TEST_CASE("a topic that isn't seen is unknown where a page could not be read") {
    const auto document =
        document_in(source_root() / "tests/documents/cases/readers/gescande-bladzijde.pdf");
    const auto topics = all_topics();
    for (const auto& evidence : TopicSearch(topics).search(document))
        CHECK(evidence.grade == Grade::unreadable);
}

TEST_CASE("in a file that could not be read every topic is unreadable") {
    const auto topics = all_topics();
    for (const auto& evidence : TopicSearch(topics).search(read_document("x", "%PDF-1.4 kapot")))
        CHECK(evidence.grade == Grade::unreadable);
}

TEST_CASE("a quotation has at most 240 characters, whole words, and holds the term") {
    std::string text = "## Kop\n\n";
    for (int i = 0; i < 100; ++i) text += "één twéé drie vier vijf ";
    text += "de klachtencommissie helpt u met een klacht ";
    for (int i = 0; i < 100; ++i) text += "één twéé drie vier vijf ";
    const auto evidence = evidence_for(topic_named("schoolgids-klachtenregeling"), text);
    CHECK(characters(evidence.best.quote) <= 240);
    CHECK(evidence.best.quote.find("klachtencommissie") != std::string::npos);
    CHECK(evidence.best.quote.starts_with("…"));
    CHECK(evidence.best.quote.ends_with("…"));
}

TEST_CASE("a part of a compound counts for long terms, and not by chance for short ones") {
    Topic topic;
    topic.name = "proef";
    topic.strong = {"missie", "basisondersteuning"};
    const auto grade = [&](const char* text) { return evidence_for(topic, text).grade; };
    CHECK(grade("De commissie vergadert elke maand.") == Grade::not_found);
    CHECK(grade("Onze missie is kort.") == Grade::mention);
    CHECK(grade("Ons basisondersteuningsaanbod is breed.") == Grade::mention);
    CHECK(grade("De BASISONDERSTEUNINGEN zijn breed.") == Grade::mention);
}

TEST_CASE("case, diacritics and inflection do not matter to a term of more words") {
    Topic topic;
    topic.name = "proef";
    topic.strong = {"gewichtige omstandigheden", "coördinator pesten"};
    const auto grade = [&](const char* text) { return evidence_for(topic, text).grade; };
    CHECK(grade("Bij een GEWICHTIGE OMSTANDIGHEID mag het.") == Grade::mention);
    CHECK(grade("Zij is coordinator pesten.") == Grade::mention);
    CHECK(grade("Gewichtige zaken, andere omstandigheden.") == Grade::not_found);
}

TEST_CASE("a document is searched for any number of topics, also none") {
    CHECK(TopicSearch({}).search(read_document("x", "tekst")).empty());
    CHECK(evidence_for(Topic{}, "tekst").grade == Grade::not_found);
    CHECK(evidence_for(topic_named("schoolgids-doelen"), "").grade == Grade::unreadable);
}

}  // namespace toets::tests
