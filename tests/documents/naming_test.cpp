// Text that only names, announces or promises, told from text that describes.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checker/documents/evidence.h"

namespace toets::tests {
namespace {

/// A text and the grade that it gets.
struct Graded {
    const char* text;
    Grade grade;
};

Topic bicycles() {
    Topic topic;
    topic.name = "fietsen";
    topic.headings = {"fietsen"};
    topic.strong = {"fietsenstalling", "fietskeuring"};
    topic.weak = {"helm", "bandenplak", "verlichting"};
    topic.minimum_words = 8;
    topic.minimum_weak = 3;
    return topic;
}

void check(const std::vector<Topic>& topics, const std::vector<Graded>& cases) {
    const TopicSearch search(topics);
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(search.search(read_document("proef.md", each.text)).front().grade == each.grade);
    }
}

}  // namespace

TEST_CASE("a table of contents in one paragraph names") {
    check(
        {bicycles()},
        {{"Inhoudsopgave Voorwoord 3 Het gebouw 4 De fietsenstalling 6 Helm en verlichting 7 De "
          "kantine 9 Het plein 12 Slot 14\n",
          Grade::heading_only},
         {"2 Inhoud 1. HET GEBOUW De kantine 1.02 De fietsenstalling Helm op het plein 2. DE TUIN "
          "Planten Dieren 2.02 Verlichting op het pad\n",
          Grade::heading_only},
         // Without a title the pages tell it.
         {"Voorwoord 3 Het gebouw 4 De fietsenstalling 6 Helm en verlichting 7 De kantine 9 Het "
          "plein 12 Slot 14\n",
          Grade::heading_only},
         // It runs on over the end of a page.
         {"Inhoud Het gebouw De kantine De trap De lift Het dak\n\nHet plein Zand en water De "
          "fietsenstalling De helm Verlichting op het pad Het hek De poort\n",
          Grade::heading_only},
         // Numbers that go up and down are no pages.
         {"Lokaal 8 Fietsenstalling 12 Helm 3 Kapstok 40 Verlichting 6 Gymzaal 2 Kantine 30 "
          "Aula 1\n",
          Grade::content},
         // Sentences are no titles, whatever they begin with.
         {"Inhoud van de fietskeuring: Wij kijken naar de helm. Ook de verlichting van elke fiets "
          "moet Goed zijn. Mevrouw Jansen en Meneer De Vries keuren.\n",
          Grade::content}});
}

TEST_CASE("a table of contents in one paragraph stands in the opening of a document") {
    std::string text;
    for (int i = 0; i < 90; ++i) text += "Er staan bomen om de school.\n\n";
    text +=
        "Voorwoord 3 Het gebouw 4 De fietsenstalling 6 Helm en verlichting 7 De kantine 9 Het "
        "plein 12 Slot 14\n";
    CHECK(TopicSearch(std::vector<Topic>{bicycles()})
              .search(read_document("proef.md", text))
              .front()
              .grade == Grade::content);
}

TEST_CASE("what an appendix or a guide holds is announced") {
    check(
        {bicycles()},
        {{"In deze bijlage vindt u de regels voor de fietsenstalling, de helm en de verlichting.\n",
          Grade::mention},
         {"U leest hierin hoe het zit met de fietsenstalling, met de helm en met de verlichting.\n",
          Grade::mention},
         {"Het geld voor de fietsenstalling en de helm wordt daarin elk jaar verantwoord. Hoe de "
          "fietskeuring gaat wordt ook beschreven.\n",
          Grade::content},
         {"Het geld voor de fietsenstalling en de helm wordt daarin verantwoord. Hoe de "
          "fietskeuring met de helm gaat wordt ook beschreven.\n",
          Grade::mention}});
}

TEST_CASE("an announcement holds for every piece of the list in its sentence") {
    check(
        {bicycles()},
        {{"In deze bijlage vindt u o.a.: * De regels voor de helm; * De fietsenstalling en wie "
          "haar opent; * De verlichting op het pad naar school; * Het rooster\n",
          Grade::mention},
         {"In deze bijlage vindt u: de regels voor de helm; de fietsenstalling en wie haar opent; "
          "de verlichting op het pad naar school.\n",
          Grade::mention},
         // The sentence after it stands on its own.
         {"In deze bijlage vindt u: het rooster; de plattegrond. De fietsenstalling gaat om acht "
          "uur open en wie zonder helm komt, loopt.\n",
          Grade::content},
         // Without a colon no list has begun.
         {"In deze bijlage vindt u het rooster; de fietsenstalling gaat om acht uur open en wie "
          "zonder helm komt, loopt.\n",
          Grade::content}});
}

TEST_CASE("what is not yet written or offered is promised, what is not yet learned is not") {
    check(
        {bicycles()},
        {{"De regels voor de fietsenstalling en de helm zijn nog niet helemaal vastgesteld.\n",
          Grade::negated},
         {"Een fietskeuring met helm en verlichting kunnen wij nog niet elk jaar aanbieden.\n",
          Grade::negated},
         {"Een fietskeuring met een helm erbij hebben we nog niet op onze school.\n",
          Grade::negated},
         {"Een fietskeuring voor helm en verlichting heeft onze school nog niet.\n",
          Grade::negated},
         {"De regels voor de fietsenstalling en de helm worden later dit jaar uitgewerkt.\n",
          Grade::negated},
         {"Bij de fietskeuring leren kinderen die nog niet goed kunnen fietsen met een helm om te "
          "gaan.\n",
          Grade::content},
         {"Wie zijn fiets nog niet heeft laten zien bij de fietskeuring, komt met een helm "
          "terug.\n",
          Grade::content}});
}

TEST_CASE("what is settled or to be found elsewhere is referred to") {
    check({bicycles()},
          {{"De fietskeuring met helm en verlichting is geregeld in een reglement van de stad.\n",
            Grade::pointer},
           {"De regels voor de fietsenstalling en de helm vindt u bij de directeur op school.\n",
            Grade::pointer},
           {"De regels voor de fietskeuring met helm en verlichting staan via de website klaar.\n",
            Grade::pointer},
           {"Meld uw kind voor de fietskeuring met een helm aan via de website van de school.\n",
            Grade::content},
           {"De fietskeuring is goed geregeld: in de hal kijken ouders naar helm en verlichting.\n",
            Grade::content}});
}

TEST_CASE("a paragraph of which each line is a title that names a topic is a table of contents") {
    std::vector<Topic> topics(4, bicycles());
    topics[1].strong = {"kantine"};
    topics[1].headings = {"kantine"};
    topics[2].strong = {"schoolplein"};
    topics[2].headings = {"schoolplein"};
    topics[3].strong = {"verbanddoos"};
    topics[3].headings = {"verbanddoos"};
    check(topics, {{"Helm en verlichting\nDe fietsenstalling\nDe kantine in het oude gebouw\n"
                    "Het schoolplein\nDe verbanddoos\n",
                    Grade::heading_only},
                   // A sentence that runs on over lines is no row of titles.
                   {"Helm en verlichting\nbekijken wij bij de fietsenstalling.\nDat doen Jan en\n"
                    "Piet elke week,\nVaak met de bandenplak.\n",
                    Grade::content}});
}

TEST_CASE("names with a date or a figure under each are content of the heading above them") {
    Topic topic;
    topic.name = "keuringen";
    topic.headings = {"keuringen"};
    topic.strong = {"lentekeuring", "zomerkeuring", "herfstkeuring"};
    topic.minimum_words = 6;
    topic.number_required = true;
    topic.date_suffices = true;
    const char* three =
        "# Keuringen\n\n# Lentekeuring\n\n23 t/m 29 april\n\n# Zomerkeuring\n\n1 juli\n\n"
        "# Herfstkeuring\n\n12 oktober tot en met 14 oktober\n";
    check({topic},
          {{three, Grade::content},
           // Two may be two chapters.
           {"# Keuringen\n\n# Lentekeuring\n\n23 t/m 29 april\n\n# Herfstkeuring\n\n12 oktober\n",
            Grade::heading_only},
           // And so is what has words under it.
           {"# Keuringen\n\n# Lentekeuring\n\nbij de poort\n\n# Zomerkeuring\n\n1 "
            "juli\n\n# Herfstkeuring\n\n12 oktober\n",
            Grade::heading_only}});
    const auto evidence =
        TopicSearch(std::vector<Topic>{topic}).search(read_document("proef.md", three)).front();
    CHECK(evidence.best.heading_path == "Keuringen");
    CHECK(evidence.best.quote == "Lentekeuring");
}

TEST_CASE("a heading with one word of the topic among others asks more under it") {
    check(
        {bicycles()},
        {{"# Fietsen\n\nWie op de fiets komt zet een helm op, ook in de winter.\n", Grade::content},
         {"# Fietsen op onze school in 2026\n\nWie op de fiets komt zet een helm op, ook dan.\n",
          Grade::content},
         {"# Fietsen tijdens de sportdag\n\nWie op de fiets komt zet een helm op, ook dan.\n",
          Grade::mention},
         {"# Fietsen tijdens de sportdag\n\nWie op de fiets komt zet een helm op en heeft "
          "verlichting.\n",
          Grade::content},
         // With two terms in it, it is about the topic.
         {"# Fietsen, helm en andere zaken\n\nWie op de fiets komt zet een helm op, ook dan.\n",
          Grade::content}});
}

TEST_CASE("under the name of another topic of the family weak terms tell nothing") {
    Topic other;
    other.name = "fietsen-extra";
    other.headings = {"bijzondere fietsen"};
    other.strong = {"bijzondere fietsen"};
    const char* weak =
        "# Bijzondere fietsen\n\nWie zo komt zet een helm op, heeft verlichting en een "
        "bandenplak.\n";
    check({bicycles(), other},
          {{weak, Grade::not_found},
           {"# Bijzondere fietsen\n\nZij staan in de fietsenstalling. Een helm hoort daar altijd "
            "bij.\n",
            Grade::mention},
           // Its strong terms still tell.
           {"# Bijzondere fietsen\n\nZij staan in de fietsenstalling. De fietskeuring is ook voor "
            "hen.\n",
            Grade::content},
           // The topic has a word of its own in the heading.
           {"# Fietsen en bijzondere fietsen\n\nWie zo komt zet een helm op, heeft verlichting en "
            "een bandenplak.\n",
            Grade::content}});
    other.family = 1;
    check({bicycles(), other}, {{weak, Grade::content}});
}

}  // namespace toets::tests
