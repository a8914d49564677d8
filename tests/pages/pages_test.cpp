// Reference pages of a small set of rules, compared with golden files.
#include "checker/pages/pages.h"

#include <doctest/doctest.h>

#include "checker/language/parse.h"
#include "checker/vocabulary/vocabulary.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

constexpr const char* rules = R"(module bieb "Bibliotheek" versie 1 laag landelijk

begrip Bibliotheek "bibliotheek" wortel
    naam     : tekst "naam"
    soort    : keuze uit groot, klein
    lezers   : lijst van Lezer
begrip Lezer "lezer"
    id       : tekst sleutel verplicht "kaartnummer"
    geboren  : datum vertrouwelijk "geboortedatum"
    sinds    : datum
    eind     : datum gepland leeg is nvt
    boeken   : getal
    vast     : ja/nee
    seizoen  : schooljaar
    adres    : een Adres
    vriend   : verwijzing naar Lezer
begrip Adres
    straat   : tekst

/// Wie er lang is.
definitie Lezer.trouw = lezer.sinds voor 1 januari 2020

bron LEENWET "Wet op het lenen" BWBR0000001
bron AFSPRAAK "Afspraken van de balie"

ongetoetst LEENWET artikel 10 lid 2 want "gaat over de minister | en niet over ons"

/// Een kaart is van een mens.
/// Twee regels uitleg.
regel kaart-op-naam "De kaart staat op naam"
    bron LEENWET artikel 2 lid 1 tekst 01-01-2024; AFSPRAAK plaats "punt 3"
    ernst fout urgentie herstel-nu zekerheid midden
    geldig vanaf 1 januari 2024 tot en met 31 december 2030
    voor elke lezer
    tenzij lezer.vast "een vaste klant kent men"
    eis lezer.sinds is ingevuld
    melding "Van {lezer} is niet bekend sinds wanneer."
    herstel "Vraag het na."

regel trouwe-lezer "Een trouwe lezer leest"
    bron LEENWET artikel 10 lid 1, 3
    ernst waarschuwing urgentie volgende-editie
    voor elke lezer
    alleen als lezer.trouw
    steunt op kaart-op-naam
    onderdeel a "een boek"
        eis lezer.boeken is ten minste 1
        melding "Lezer {lezer} leest niet."
    onderdeel b "genoeg boeken"
        oordeel "Leest deze lezer genoeg?"
        toon lezer.boeken

test kaart-op-naam "met datum" peildatum 1 mei 2025
    gegeven lezer { sinds 01-01-2025 } verwacht voldaan
test kaart-op-naam "zonder" peildatum 1 mei 2025
    gegeven lezer { sinds nvt vast nee } verwacht overtreding
)";

}  // namespace

TEST_CASE("the reference pages tell what the rules say") {
    for (const UserLanguage language : {UserLanguage::nl, UserLanguage::en}) {
        Sources sources;
        Diagnostics problems;
        const SourceId id = sources.add("bieb/lezers.regels", rules);
        std::vector<ast::File> files;
        files.push_back(parse(sources, id, problems));
        const Vocabulary vocabulary = make_vocabulary(files, problems);
        const RuleBook book = make_rulebook(files, vocabulary, {}, problems);
        INFO(render(problems, sources, UserLanguage::nl));
        REQUIRE(!has_errors(problems));
        std::string all;
        for (const Page& page :
             reference_pages({files, sources, vocabulary, book, "bieb", language}))
            all += "=== " + page.path + "\n" + page.text + "\n";
        const auto file = source_root() / "tests/pages" /
                          (language == UserLanguage::nl ? "bieb.nl.txt" : "bieb.en.txt");
        CHECK(all == golden(file, all));
    }
}

}  // namespace toets::tests
