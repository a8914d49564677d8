// Which sentences describe a topic, and which only announce, explain or deny it.
#include <string>

#include <doctest/doctest.h>

#include "tests/documents/rendered.h"

namespace toets::tests {

TEST_CASE("a question announces, and does not describe") {
    const Topic topic = topic_of({"ouderbijdrage"}, {"ouderraad"}, 10);
    const auto grade = grader(topic);
    CHECK(grade("De ouderraad helpt de school bij feesten, met raad en met veel daad. Hoe zit het "
                "met de ouderbijdrage?") == Grade::mention);
    CHECK(grade("De ouderraad helpt de school bij feesten, met raad en met veel daad. Hoe het "
                "met de ouderbijdrage zit, beslist zij elk jaar.") == Grade::content);
}

TEST_CASE("a sentence on what a guide holds announces, whatever the guide is called") {
    const Topic topic = topic_of({"ouderbijdrage"}, {"ouderraad", "schoolreis"}, 5);
    const auto grade = grader(topic);
    for (const auto* guide : {"de gids", "de jaargids", "een infogids"}) {
        CAPTURE(guide);
        const std::string text = std::string("In ") + guide +
                                 " leest u wat de ouderraad met de ouderbijdrage doet voor de "
                                 "schoolreis.";
        CHECK(grade(text) == Grade::mention);
    }
    CHECK(grade("Met een gidsje in de hand betaalt de ouderraad uit de ouderbijdrage de "
                "schoolreis.") == Grade::content);
}

TEST_CASE("a list of what a guide must hold explains, a list of chapters names") {
    std::vector<Topic> topics(3);
    topics[0].strong = {"klachtenregeling"};
    topics[1].strong = {"ouderbijdrage"};
    topics[2].strong = {"onderwijstijd"};
    const TopicSearch search(topics);
    const auto grade = [&](const std::string& introduction) {
        const auto document =
            read_document("proef", introduction +
                                       "\n\n- de klachtenregeling\n- de ouderbijdrage "
                                       "van ouders\n- het gebruik van de "
                                       "onderwijstijd\n");
        return search.search(document)[1].grade;
    };
    CHECK(grade("Dit moet elke school haar ouders vertellen:") == Grade::mention);
    CHECK(grade("Een overzicht van de hoofdstukken:") == Grade::heading_only);
    // A long item before them changes nothing.
    CHECK(grade("Dit moet elke school haar ouders vertellen:\n\n- wat zij met haar leerlingen wil "
                "bereiken en hoe zij dat op school in elke groep en elk vak aanpakt") ==
          Grade::mention);
}

TEST_CASE("each item of a list after an announcing line is announced, however long") {
    const Topic topic = topic_of({"ouderbijdrage"}, {"vrijwillig"}, 8);
    const auto grade = [&](const std::string& lead) {
        return evidence_for(topic,
                            lead +
                                "\n\n- de hoogte van de ouderbijdrage, met de uitleg dat zij "
                                "vrijwillig is en waar zij aan wordt besteed\n- de vakanties\n")
            .grade;
    };
    CHECK(grade("In de schoolgids vindt u:") == Grade::mention);
    CHECK(grade("Dit spraken wij met de ouders af:") == Grade::content);
}

TEST_CASE("a definition describes nothing, and neither do the items after it without a mark") {
    const Topic topic = topic_of({"klachtencommissie"}, {"klacht"}, 8);
    const std::string items =
        "\n\nklager: de ouder of leerling die zich met een klacht over een besluit of gedraging "
        "wendt tot de school of de klachtencommissie;\n\nouders: ook voogden;\n";
    CHECK(evidence_for(topic, "In deze regeling wordt verstaan onder:" + items).grade ==
          Grade::mention);
    CHECK(evidence_for(topic, "Zo gaat het bij ons:" + items).grade == Grade::content);
}

TEST_CASE("what falls short or is gone beyond is no offer") {
    const Topic topic = topic_of({"basisondersteuning"}, {"instructie"}, 8);
    const auto grade = grader(topic);
    for (const auto* text :
         {"Kinderen voor wie de basisondersteuning ontoereikend is, krijgen elders instructie.",
          "Het gaat om hulp die verder gaat dan de basisondersteuning en de instructie van de "
          "klas.",
          "Hulp en instructie die de basisondersteuning overstijgt, vraagt u bij het loket aan."}) {
        CAPTURE(text);
        CHECK(grade(text) == Grade::mention);
    }
    CHECK(
        grade(
            "De basisondersteuning is instructie in de groep, en genoeg voor bijna ieder kind.") ==
        Grade::content);
}

TEST_CASE("a denial that is only supposed denies nothing") {
    const Topic topic = topic_of({"ouderbijdrage"}, {"schoolreis"}, 8);
    const auto grade = grader(topic);
    CHECK(grade("Ook als ouders geen ouderbijdrage betalen, gaat hun kind mee op schoolreis.") ==
          Grade::content);
    CHECK(grade("Als kleine school vragen wij geen ouderbijdrage voor de schoolreis of voor "
                "feesten.") == Grade::negated);
}

TEST_CASE("what any school must or may do describes no school, unless the school speaks along") {
    const Topic topic = topic_of({"ouderbijdrage"}, {"schoolreis"}, 8);
    const auto grade = grader(topic);
    for (const auto* text :
         {"Scholen mogen ouders een ouderbijdrage vragen voor een schoolreis of een feest.",
          "Scholen vragen vaak een ouderbijdrage, voor een schoolreis of voor een feest.",
          "Voor een schoolreis mag een school aan alle ouders een ouderbijdrage vragen.",
          "Elke school is wettelijk verplicht een ouderbijdrage voor de schoolreis te "
          "beschrijven."}) {
        CAPTURE(text);
        CHECK(grade(text) == Grade::mention);
    }
    CHECK(grade("Scholen mogen een ouderbijdrage vragen, en wij doen dat voor de schoolreis.") ==
          Grade::content);
    CHECK(
        grade("Scholen moeten een ouderbijdrage voor de schoolreis terugbetalen bij verhuizing.") ==
        Grade::content);
    CHECK(grade("De scholen van Delta vragen een ouderbijdrage voor de schoolreis in mei.") ==
          Grade::content);
}

TEST_CASE("what a word means in general describes nothing, what it is here does") {
    const Topic topic = topic_of({"ondersteuningsteam"}, {"orthopedagoog"}, 8);
    const auto grade = grader(topic);
    CHECK(
        grade("Een ondersteuningsteam is een overleg waarin een orthopedagoog met ouders denkt.") ==
        Grade::mention);
    CHECK(grade("Het ondersteuningsteam is een overleg waarin de orthopedagoog met u meedenkt.") ==
          Grade::content);
    CHECK(grade("Een ondersteuningsteam is een overleg dat wij met de orthopedagoog voeren.") ==
          Grade::content);
    CHECK(
        grade("Met het begrip ondersteuningsteam wordt het overleg bedoeld waarin de orthopedagoog "
              "met ons meedenkt.") == Grade::mention);
}

TEST_CASE("a list of words with their meaning describes nothing") {
    const Topic topic = topic_of({"ondersteuningsteam"}, {"orthopedagoog"}, 8);
    const std::string text =
        "\n\nOndersteuningsteam: overleg van ouders en school, waar de orthopedagoog bij zit als "
        "het nodig is.\n\n# Contact\n\nBel ons gerust.\n";
    CHECK(evidence_for(topic, "# Verklarende woordenlijst" + text).grade == Grade::mention);
    CHECK(evidence_for(topic, "# Wie helpt" + text).grade == Grade::content);
}

TEST_CASE("a section that mostly says what there is not is denied, one denial in it is policy") {
    Topic topic = topic_of({"extra hulp", "trajectgroep", "pestprotocol", "pestgedrag"},
                           {"orthopedagoog", "pesten"}, 10);
    topic.headings = {"extra hulp", "pestprotocol"};
    const auto grade = grader(topic);
    CHECK(grade("# Extra hulp\n\nBuiten de klas is er geen extra hulp. Een trajectgroep hebben wij "
                "niet. De leraar kent zijn eigen leerlingen en spreekt hun ouders elke week.\n") ==
          Grade::negated);
    // Said not to be there, and nothing against it.
    CHECK(grade("# Extra hulp\n\nOnze school kent geen trajectgroep; een orthopedagoog van buiten "
                "kijkt elke week mee in de groepen.\n") == Grade::negated);
    CHECK(grade("# Extra hulp\n\nOnze school kent geen trajectgroep. Wie meer nodig heeft, krijgt "
                "extra hulp van de orthopedagoog in een kamer naast de klas.\n") == Grade::content);
    CHECK(grade("# Pestprotocol\n\nWij dulden geen pestgedrag. Wie ziet dat een ander moet lijden, "
                "vertelt het, en de leraar spreekt nog dezelfde dag met de kinderen.\n") ==
          Grade::content);
}

TEST_CASE("what holds for any school goes on until the school speaks, or its section ends") {
    Topic topic = topic_of({"ouderbijdrage"}, {"schoolreis"}, 8);
    topic.headings = {"ouderbijdrage"};
    const auto grade = grader(topic);
    const std::string law = "Elke school vraagt ouders om een ouderbijdrage.\n\n";
    const std::string reis = "De ouderbijdrage is voor de schoolreis en voor het feest in mei.\n";
    CHECK(grade("# Ouderbijdrage\n\n" + law + reis) == Grade::mention);
    CHECK(grade("# Ouderbijdrage\n\n" + law + "Wij doen dat ook. " + reis) == Grade::content);
    CHECK(grade("# Ouderbijdrage\n\n" + law + "Vraag het juf An. " + reis) == Grade::content);
    CHECK(grade("# Geld\n\n" + law + "# Ouders\n\nWij zingen.\n\n" + reis) == Grade::content);
    // Where nobody speaks for a school, a new heading brings none.
    CHECK(grade("# Geld\n\n" + law + "# Ouders\n\n" + reis) == Grade::mention);
    topic.general_counts = true;
    CHECK(grade("# Ouderbijdrage\n\n" + law + reis) == Grade::content);
}

TEST_CASE("an advert, minutes, news and tips describe nothing, whoever speaks in them") {
    Topic topic = topic_of({"extra ondersteuning"}, {"intern begeleider", "arrangement"}, 8);
    const auto grade = grader(topic);
    const std::string offer =
        "Wij geven extra ondersteuning. De intern begeleider regelt met u een arrangement.\n\n";
    CHECK(grade("# Hulp\n\n" + offer) == Grade::content);
    for (const auto* heading : {"Vacature leerkracht", "Notulen 14 november", "Nieuwsbrief 7",
                                "Verslag oudervergadering", "Tips voor ouders"}) {
        CAPTURE(std::string(heading));
        CHECK(grade(std::string("# ") + heading + "\n\n# Hulp\n\n" + offer) == Grade::mention);
    }
    CHECK(grade("# Hulp\n\n" + offer + "Solliciteren kan tot 1 mei.\n") == Grade::mention);
    CHECK(grade("# Hulp\n\n" + offer + "Rondvraag: niemand.\n") == Grade::mention);
    CHECK(grade("# Hulp\n\n" + offer + "Je leert solliciteren.\n") == Grade::content);
    topic.general_counts = true;
    CHECK(grade("# Nieuwsbrief 7\n\n" + offer) == Grade::mention);
}

TEST_CASE("within a guide an advert is its own section, and one about the newsletter is policy") {
    const Topic topic = topic_of({"extra ondersteuning"}, {"intern begeleider", "arrangement"}, 8);
    const auto grade = grader(topic);
    const std::string offer =
        "Wij geven extra ondersteuning. De intern begeleider regelt met u een arrangement.\n\n";
    const std::string guide = "# Gids\n\nWij zijn er voor u.\n\n";
    CHECK(grade(guide + "# Vacature intern begeleider\n\n" + offer) == Grade::mention);
    CHECK(grade(guide + "# Vacature intern begeleider\n\nBel ons.\n\n# Hulp\n\n" + offer) ==
          Grade::content);
    CHECK(grade(guide + "# Onze nieuwsbrief\n\n" + offer) == Grade::content);
}

TEST_CASE("what is so in the country or at another school goes on until the school speaks") {
    const Topic topic = topic_of({"extra ondersteuning"}, {"intern begeleider", "arrangement"}, 8);
    const auto grade = grader(topic);
    const std::string offer =
        "Kinderen krijgen extra ondersteuning. De intern begeleider regelt een arrangement.\n";
    const std::string own = "Wij doen het zo. ";
    for (const auto* before :
         {"In Nederland is veel veranderd. ", "Uit onderzoek weten we dat. ",
          "Soms is een andere school beter. ", "Vorige week was het feest bij ons. "}) {
        CAPTURE(std::string(before));
        CHECK(grade("# Hulp\n\n" + std::string(before) + offer) == Grade::mention);
        CHECK(grade("# Hulp\n\n" + std::string(before) + own + offer) == Grade::content);
    }
}

TEST_CASE("what stands ready at school is of this school") {
    const Topic topic = topic_of({"verlofaanvraag"}, {"directeur"}, 8);
    const auto grade = grader(topic);
    const std::string law = "Ieder kind in Nederland is leerplichtig. ";
    CHECK(grade(law + "De directeur beslist volgens de wet over elke verlofaanvraag van ouders.") ==
          Grade::mention);
    CHECK(grade(law + "Op school is een formulier. De directeur beslist binnen een week over elke "
                      "verlofaanvraag.") == Grade::content);
}

TEST_CASE("a list of what schools must have holds for any school, what a school must do is told") {
    const Topic topic = topic_of({"pesten"}, {"aanspreekpunt"}, 8);
    const auto grade = grader(topic);
    const std::string list =
        "\n\n- een aanspreekpunt bij wie ouders en leerlingen terecht kunnen;\n- afspraken over "
        "pesten op het plein.\n";
    CHECK(grade("Scholen moeten:" + list) == Grade::mention);
    CHECK(grade("Er is op school:" + list) == Grade::content);
    CHECK(grade("De school moet pesten melden bij het aanspreekpunt van de groep.") ==
          Grade::content);
}

TEST_CASE("what a pupil needs is no offer, what it gets is") {
    const Topic topic = topic_of({"extra uitleg"}, {"rustige werkplek"}, 8);
    const auto grade = grader(topic);
    CHECK(grade("Sommigen hebben extra uitleg nodig, en veel kinderen een rustige werkplek.") ==
          Grade::mention);
    CHECK(grade("Wie extra uitleg nodig heeft, krijgt die aan een rustige werkplek.") ==
          Grade::content);
}

TEST_CASE("a need tells of what stands near it, and in a clause without end no further") {
    const Topic topic = topic_of({"extra uitleg"}, {"rustige werkplek"}, 8);
    const auto grade = grader(topic);
    const std::string need = "Sommigen hebben behoefte aan extra uitleg en een rustige werkplek";
    std::string far;
    for (int i = 0; i < 80; ++i) far += ", zo";
    CHECK(grade(need + " die zij hier krijgen.") == Grade::content);
    CHECK(grade(need + far + " die zij hier krijgen.") == Grade::mention);
}

TEST_CASE("a weak term that is a heading tells with the text under it") {
    Topic topic = topic_of({}, {"logopedist", "fysiotherapeut"}, 8);
    topic.minimum_weak = 2;
    const auto grade = grader(topic);
    const std::string under = "\n\nHelpt kinderen op school, alleen of in een groepje.\n\n";
    CHECK(grade("# Logopedist" + under + "# Fysiotherapeut" + under) == Grade::content);
    CHECK(grade("# Logopedist\n\n# Fysiotherapeut\n\n# Tijden" + under) != Grade::content);
    CHECK(grade("# De lunch met de logopedist" + under + "# Fysiotherapeut" + under) !=
          Grade::content);
}

TEST_CASE("rows of figures under a heading of the topic are its substance") {
    Topic topic = topic_of({}, {}, 15);
    topic.headings = {"doorstroom"};
    topic.number_required = true;
    const auto grade = grader(topic);
    CHECK(grade("# Doorstroom\n\n- vwo 23%\n- havo 19%\n- vmbo-t 26%\n") == Grade::content);
    CHECK(grade("# Doorstroom\n\n- vwo 23%\n- havo\n- vmbo-t\n") == Grade::heading_only);
}

TEST_CASE("a template that nobody filled in promises, and so does what is still going on") {
    const Topic topic = topic_of({"ouderbijdrage"}, {"schoolreis"}, 8);
    const auto grade = grader(topic);
    CHECK(grade("Voor de schoolreis vragen wij u een ouderbijdrage van € [bedrag] per kind.") ==
          Grade::negated);
    CHECK(grade("[Noem hier de ouderbijdrage. Zeg ook waarvoor zij is, zoals de schoolreis.]") ==
          Grade::negated);
    CHECK(grade("Over de ouderbijdrage voor de schoolreis praat de medezeggenschapsraad nog.") ==
          Grade::negated);
    CHECK(grade("Voor de schoolreis [1] is de ouderbijdrage [hoe hoog?] per kind in de groep.") ==
          Grade::negated);
    CHECK(grade("Voor de schoolreis [1. tot [bedrag]] is een ouderbijdrage van ieder kind.") ==
          Grade::negated);
    CHECK(grade("Voor de schoolreis vragen wij u een ouderbijdrage van € 45 [1] per kind.") ==
          Grade::content);
    CHECK(grade("Voor de schoolreis vragen wij een [ouderbijdrage](https://school.nl) van € 45.") ==
          Grade::content);
}

TEST_CASE("one more of something is asked, and not promised") {
    const Topic topic = topic_of({"ouderbijdrage"}, {"schoolreis"}, 8);
    const auto grade = grader(topic);
    CHECK(
        grade("Voor de schoolreis wordt nog eens een ouderbijdrage van € 45 per kind gevraagd.") ==
        Grade::content);
    CHECK(
        grade("Voor de schoolreis wordt nog een regeling opgesteld, met de ouderbijdrage erin.") ==
        Grade::negated);
    CHECK(grade("Voor de schoolreis wordt nog gewerkt aan een regeling voor de ouderbijdrage.") ==
          Grade::negated);
}

}  // namespace toets::tests
