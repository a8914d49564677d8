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
    const Topic topic = topic_of({"missie", "basisondersteuning"});
    const auto grade = grader(topic);
    CHECK(grade("De commissie vergadert elke maand.") == Grade::not_found);
    CHECK(grade("Onze missie is kort.") == Grade::mention);
    CHECK(grade("Ons basisondersteuningsaanbod is breed.") == Grade::mention);
    CHECK(grade("De BASISONDERSTEUNINGEN zijn breed.") == Grade::mention);
}

TEST_CASE("case, diacritics and inflection do not matter to a term of more words") {
    const Topic topic = topic_of({"gewichtige omstandigheden", "coördinator pesten"});
    const auto grade = grader(topic);
    CHECK(grade("Bij een GEWICHTIGE OMSTANDIGHEID mag het.") == Grade::mention);
    CHECK(grade("Zij is coordinator pesten.") == Grade::mention);
    CHECK(grade("Gewichtige zaken, andere omstandigheden.") == Grade::not_found);
}

TEST_CASE("a topic with the denial among its terms is not denied by it") {
    Topic topic = topic_of({"sponsorgeld", "geen sponsorgeld"}, {"gift"}, 8);
    const auto grade = grader(topic);
    CHECK(grade("Wij nemen geen sponsorgeld aan, en elke gift gaat naar het plein.") ==
          Grade::content);
    topic.strong = {"sponsorgeld"};
    CHECK(grade("Wij nemen geen sponsorgeld aan, en elke gift gaat naar het plein.") ==
          Grade::negated);
}

TEST_CASE("a part of a topic that is denied is not there") {
    Topic topic = topic_of({"ouderbijdrage"}, {"ouderraad"}, 5);
    topic.parts = {{"vrijwillig", "dat zij vrijwillig is", {"vrijwillig", "niet verplicht"}, false},
                   {"termijnen", "betalen in termijnen", {"termijnen"}, false}};
    const auto parts = [&](const char* text) { return evidence_for(topic, text).parts; };
    CHECK(parts("De ouderbijdrage voor de ouderraad is vrijwillig.").front().found);
    CHECK(parts("De ouderbijdrage voor de ouderraad is niet verplicht.").front().found);
    CHECK(!parts("De ouderbijdrage voor de ouderraad is niet vrijwillig.").front().found);
    CHECK(parts("De ouderbijdrage is niet zomaar vrijwillig, zegt de ouderraad.").front().found);
    CHECK(!parts("De ouderbijdrage voor de ouderraad kent geen termijnen.").back().found);
}

TEST_CASE("a part stands near a topic that only weak terms tell") {
    Topic topic = topic_of({}, {"pesten", "incident", "veilig"}, 8);
    topic.minimum_weak = 3;
    topic.parts = {{"meting", "een meting", {"vragenlijst"}, false}};
    const auto found = [&](const std::string& text) {
        const auto evidence = evidence_for(topic, text);
        return evidence.grade == Grade::content && evidence.parts.front().found;
    };
    const std::string told =
        "Bij pesten of een ander incident grijpen wij in, zodat iedereen zich veilig voelt.";
    CHECK(found(told + " Elk voorjaar vullen de kinderen een vragenlijst in."));
    std::string far;
    for (int i = 0; i < 40; ++i) far += " Wij zingen elke dag.";
    CHECK_FALSE(found(told + far + " Elk voorjaar vullen de kinderen een vragenlijst in."));
}

TEST_CASE("of two mentions the one in a section of the topic is quoted") {
    Topic topic = topic_of({}, {}, 20);
    topic.headings = {"schooltijden"};
    topic.number_required = true;
    const auto evidence = evidence_for(
        topic,
        "# Ziek\n\nMeld uw kind voor schooltijd ziek.\n\n# De dag\n\n## Schooltijden\n\nDe "
        "schooltijden zijn voor elke groep gelijk; de bel gaat om half negen en aan het eind van "
        "de "
        "middag nog een keer voor wie buiten speelt.\n");
    CHECK(evidence.grade == Grade::mention);
    CHECK(evidence.best.heading_path == "De dag");
    CHECK(evidence.best.quote == "Schooltijden");
}

TEST_CASE("a time of the day and a date are no figure, an amount and a number of hours are") {
    Topic topic = topic_of({"schooltijden"}, {}, 5);
    topic.headings = {"schooltijden"};
    topic.number_required = true;
    const auto grade = [&](const std::string& figure) {
        return evidence_for(topic, "# Schooltijden\n\nDe school werkt elke dag en telt " + figure +
                                       " voor alle groepen samen.\n")
            .grade;
    };
    for (const auto* time : {"8.30", "08:30", "8.30-14.30 uur", "24.00"}) {
        CAPTURE(time);
        CHECK(grade(time) != Grade::content);
    }
    for (const auto* number : {"940 uur", "7.520 uur", "25.75 uur", "€ 12.50", "12.50%", "12-14",
                               "24 maanden", "15 meisjes", "12 junioren"}) {
        CAPTURE(number);
        CHECK(grade(number) == Grade::content);
    }
    const std::vector<std::string> dates = {
        "31.10.2025",     "31-10-2025",           "15/11/2025", "15 november", "15 t/m 19 november",
        "15-19 november", "23 tot en met 27 mei", "12 sept.",   "1 juli",      "12 Mrt",
        "15 November"};
    for (const std::string& date : dates) {
        CAPTURE(date);
        CHECK(grade(date) != Grade::content);
    }
    topic.date_suffices = true;
    for (const std::string& date : dates) {
        CAPTURE(date);
        CHECK(grade(date) == Grade::content);
    }
    CHECK(grade("940 uur") == Grade::content);
    CHECK(grade("8.30") != Grade::content);
}

TEST_CASE("topics that share a term are one subject in a list") {
    std::vector<Topic> topics(3);
    for (auto& topic : topics) {
        topic.strong = {"ouderbijdrage"};
        topic.minimum_words = 5;
    }
    topics[0].strong.emplace_back("vrijwillig");
    topics[1].strong.emplace_back("uitgesloten");
    topics[2].weak = {"schoolreis"};
    const auto document = read_document(
        "proef",
        "De ouderbijdrage is vrijwillig en wie haar niet betaalt wordt van de schoolreis "
        "niet uitgesloten zodat de ouderbijdrage niemand dwingt. Zij is vrijwillig.");
    const auto evidence = TopicSearch(topics).search(document);
    CHECK(evidence[0].grade == Grade::content);
    CHECK(evidence[2].grade == Grade::content);
    topics[1].strong = {"uitgesloten"};
    topics[2].strong = {"schoolreis"};
    topics[2].weak.clear();
    CHECK(TopicSearch(topics).search(document)[2].grade == Grade::mention);
}

TEST_CASE("weak terms that never suffice are no mention, however many") {
    Topic topic = topic_of({"ouderbijdrage"}, {"ouders", "betalen"});
    const auto grade = grader(topic);
    CHECK(grade("De ouders betalen de opvang zelf.") == Grade::not_found);
    topic.minimum_weak = 3;
    CHECK(grade("De ouders betalen de opvang zelf.") == Grade::mention);
}

TEST_CASE("a short section does not ask more elsewhere, a section that only promises does") {
    Topic topic = topic_of({"klachtencommissie"}, {"vertrouwenspersoon"}, 12);
    topic.headings = {"klachten"};
    const auto grade = [&](const std::string& section) {
        return evidence_for(topic,
                            "# Klachten\n\n" + section +
                                "\n\n# Wie is wie\n\nDe vertrouwenspersoon hoort u aan en helpt "
                                "u op weg. De klachtencommissie oordeelt daarna over de zaak.\n")
            .grade;
    };
    CHECK(grade("Wij luisteren.") == Grade::content);
    CHECK(grade("Deze tekst volgt nog.") == Grade::negated);
}

TEST_CASE("a term that asks a word beside it tells only there") {
    Topic topic = topic_of({}, {"coacht", "coachen"}, 5);
    topic.headings = {"kerntaken"};
    topic.minimum_weak = 1;
    topic.beside = {"intern begeleider", "coördinator zorg"};
    const auto grade = grader(topic);
    CHECK(grade("De intern begeleider coacht leraren in de klas.") == Grade::content);
    CHECK(grade("De trainer coacht het team van groep acht.") != Grade::content);
    // Only who is named before counts, and only when the sentence points back.
    CHECK(grade("Wij hebben een intern begeleider. Zij coacht nieuwe leraren.") == Grade::content);
    CHECK(grade("Onze intern begeleider is An. Ook coacht zij nieuwe leraren.") == Grade::content);
    CHECK(grade("Wij hebben een intern begeleider. De trainer coacht het team.") != Grade::content);
    CHECK(grade("De trainer coacht het team. De intern begeleider kijkt toe.") != Grade::content);
    CHECK(grade("Een taak van de intern begeleider: zij coacht nieuwe leraren.") == Grade::content);
    CHECK(grade("De taken: coachen van leraren door de intern begeleider.") == Grade::content);
    // A heading above, or the line over a list.
    CHECK(grade("# Intern begeleider\n\n## Taken\n\nHet coachen van leraren in de klas.\n") ==
          Grade::content);
    CHECK(grade("De intern begeleider doet dit:\n\n- toetsen afnemen in groep drie\n- het "
                "coachen van leraren in de klas\n") == Grade::content);
    CHECK(grade("De trainer doet dit:\n\n- ballen oppompen\n- het coachen van spelers op het "
                "veld\n") != Grade::content);
    // The word itself, and not inside another; and a heading of the topic asks it too.
    CHECK(grade("De hoofdcoördinator zorg coacht leraren in de klas.") != Grade::content);
    CHECK(grade("# Kerntaken\n\nDe trainer coacht het team van groep acht.\n") != Grade::content);
}

TEST_CASE("numbered lines under an item of a contents list are entries of it") {
    const Topic topic = topic_of({"basisondersteuning", "arrangementen"}, {}, 5);
    const std::string list =
        "# Profiel\n\nInhoud\n\n1. Inleiding 2\n2. Basisondersteuning 3\n2.1 Preventief werken aan "
        "gedrag 4\n2.2 Licht curatieve arrangementen 5\n3. Wat heeft een kind nodig? 6\n"
        "3.1 Hulp van buiten de school 7\n3.2 Afspraken 8\n";
    CHECK(evidence_for(topic, list).grade == Grade::heading_only);
    const Document document = read_document("proef", list);
    CHECK(std::count_if(document.blocks.begin(), document.blocks.end(), [](const Block& each) {
              return each.text.starts_with("2.") || each.text.starts_with("3.");
          }) == 4);
    // One line that starts so is a sentence that was broken off there.
    const Document broken =
        read_document("proef.md", "# Kop\n\nWij werken zoals\n2.1 Afspraken voorschrijft.\n");
    CHECK(broken.blocks.size() == 2);
}

TEST_CASE("in a sentence headings of one word make no list of subjects") {
    std::vector<Topic> topics(4);
    for (auto& topic : topics) {
        topic.name = "proef";
        topic.minimum_words = 8;
    }
    topics[0].headings = {"ouders"};
    topics[1].headings = {"leerlingen"};
    topics[2].headings = {"resultaten"};
    topics[3].strong = {"oudersteunpunt"};
    topics[3].weak = {"onafhankelijk"};
    const auto grade = [&] {
        return TopicSearch(topics)
            .search(read_document("proef",
                                  "Ouders en leerlingen horen de resultaten ook bij het "
                                  "oudersteunpunt, dat onafhankelijk van school meekijkt."))[3]
            .grade;
    };
    CHECK(grade() == Grade::content);
    topics[0].strong = {"ouders"};
    topics[2].strong = {"resultaten"};
    topics[1].strong = {"leerlingen"};
    CHECK(grade() == Grade::mention);
}

TEST_CASE("a heading over text that only announces is a mention, over nothing a bare heading") {
    Topic topic = topic_of({"pestprotocol"}, {}, 8);
    topic.headings = {"pestprotocol"};
    const auto grade = grader(topic);
    CHECK(grade("# Pestprotocol\n\nHet pestprotocol bevat richtlijnen voor leraren en ouders.\n") ==
          Grade::mention);
    CHECK(grade("# Pestprotocol\n\n# Vakanties\n\nDe herfstvakantie begint in oktober.\n") ==
          Grade::heading_only);
}

TEST_CASE("a document is searched for any number of topics, also none") {
    CHECK(TopicSearch({}).search(read_document("x", "tekst")).empty());
    CHECK(evidence_for(Topic{}, "tekst").grade == Grade::not_found);
    CHECK(evidence_for(topic_named("schoolgids-doelen"), "").grade == Grade::unreadable);
}

}  // namespace toets::tests
