// The table of cues. A phrase must be specific enough not to occur in a description. "*gids" is any
// word that ends so.
#include "checker/documents/cues.h"

#include <array>

namespace toets {
namespace {

using enum CueKind;

constexpr auto table = std::to_array<Cues>({
    {pointer,
     "ter inzage, zie onze website, zie de website, zie website, zie ook de website, "
     "zie hiervoor, is geregeld in, zijn geregeld in, staat geregeld in, vindt u bij, "
     "vindt u het bij, vindt het bij, is te vinden, zie bijlage, zie de bijlage, "
     "zie het document, zie onze, zie ons, zie de *gids, zie *gids, in het document, "
     "op onze website, op de website, op onze site, op de site, op www, via www, zie www, "
     "via de link, achter de knop, via deze link, via onderstaande link, te vinden op, "
     "te vinden in, te vinden bij, terug te vinden, vindt u op, vindt u via, vind je via, "
     "vind je op, vindt u in het, vindt u in ons, vindt u in onze, vindt u in de *gids, "
     "vindt u in de bijlage, vindt u hiernaast, treft u aan in, treft u aan op, "
     "staat beschreven in, staan beschreven in, staat omschreven in, is beschreven in, "
     "zijn beschreven in, is opgenomen in, zijn opgenomen in, is vastgelegd in, "
     "wordt uitgewerkt in, worden uitgewerkt in, is uitgewerkt in, zijn uitgewerkt in, "
     "onder andere uitgewerkt in, zijn vastgelegd in, staat in ons, staan in ons, "
     "staat in onze, staat in onderstaand, staat in onderstaande, staan in onderstaande, "
     "staat in de bijlage, staan in de bijlage, kunt u opvragen, kun je opvragen, "
     "kan worden opgevraagd, op te vragen, opvraagbaar, te downloaden, kunt u downloaden, "
     "kunt u lezen in, verwijzen wij u naar, verwijzen wij naar, verwijzen we u naar, "
     "verwijzen we naar, wordt verwezen naar, leest u meer, lees je meer, leest u in, "
     "leest u op, lees je op, leest u hier, lees je hier, klik hier, lees je in, "
     "meer informatie vindt, meer informatie staat, verkrijgbaar bij, te raadplegen, "
     "kunt u raadplegen, inzien bij, in te zien, kunt u inzien, kun je inzien, "
     "kunt u nalezen, kun je nalezen, na te lezen, te lezen in, te lezen op, kunt u vinden, "
     "kun je vinden"},
    {channel, "via het ouderportaal, in het ouderportaal, via onze website, via de website"},
    {doing, "meld, meldt, geeft u door, geef je door, vraagt u aan, vraag je aan, betaalt"},
    {promise,
     "volgt nog, volgen nog, volgt later, wordt later, worden later, werken wij later, "
     "werken we later, volgt binnenkort, volgt zo spoedig mogelijk, volgen later, "
     "volgen binnenkort, informatie volgt, verschijnt binnenkort, verschijnen binnenkort, "
     "nog toe te voegen, nog in te vullen, wordt nog, worden nog, moet nog, moeten nog, "
     "zal nog, zullen nog, nader te bepalen, nader in te vullen, nog te bepalen, "
     "nog te schrijven, nog nader, nog uit te werken, wordt aangevuld, in ontwikkeling, "
     "in bewerking, bezig met het opstellen, bezig met het schrijven, "
     "bezig met het herschrijven, bezig met het herijken, wordt momenteel, "
     "worden momenteel, onder constructie, komt binnenkort, hebben we nog niet, "
     "hebben wij nog niet, is er nog niet, zijn er nog niet, is nog niet af, "
     "is nog niet klaar"},
    {not_yet, "nog niet"},
    {making,
     "beschreven, beschrijven, geschreven, schrijven, opgeschreven, uitgewerkt, uitwerken, "
     "opgesteld, opstellen, vastgesteld, vaststellen, vastgelegd, vastleggen, opgenomen, "
     "ingevuld, toegevoegd, aangevuld, afgerond, voeren, uitvoeren, gereed, definitief, "
     "beschikbaar, bekend, ingericht, ingevoerd, geregeld, bieden, biedt, geboden, "
     "aanbieden, aangeboden"},
    {negation_ahead, "geen, beschikken niet over, beschikt niet over"},
    {negation_after,
     "niet bieden, niet aanbieden, niet aangeboden, niet geboden, bieden wij niet, "
     "bieden we niet, niet aanwezig, niet beschikbaar, niet van toepassing, ontbreekt, "
     "hebben wij niet, hebben we niet, kennen wij niet, kennen we niet, geven wij niet, "
     "geven we niet, vragen wij niet, vragen we niet, innen wij niet"},
    {lack,
     "ontoereikend, niet toereikend, niet voldoende, niet genoeg, onvoldoende, overstijgt, "
     "te boven gaat, te boven gaan"},
    {excess, "verder gaat dan, verder gaan dan, gaat verder dan, gaan verder dan"},
    {denial, "niet"},
    {having, "heeft, hebben, kent, kennen, biedt, bieden, is er, zijn er"},
    {announcement,
     "erin staat, erin staan, hierin staat, hierin staan, hierin leest, hierin lees, "
     "hierin vindt, hierin beschrijven, leest hierin, lees je hierin, vindt hierin, "
     "hierin beschreven, hierin omschreven, daarin staat, daarin staan, daarin leest, "
     "daarin vindt, daarin beschreven, daarin omschreven, daarin verantwoord, "
     "wordt ook beschreven, wordt ook omschreven, worden ook beschreven, "
     "worden ook omschreven, daar vindt u, daar vind je, vindt u o.a. informatie, "
     "vindt u onder andere informatie, vindt u onder meer informatie, "
     "in deze bijlage staat, in deze bijlage staan, in deze bijlage vindt, "
     "in deze bijlage leest, in deze gids staat, in deze gids staan, in deze gids vindt, "
     "in deze gids leest, in deze gids lees, in deze gids beschrijven, "
     "in deze gids vertellen, in de gids staat, in de gids staan, in de *gids, "
     "in een *gids, in deze *gids, *gids bevat, *gids beschrijft, *gids informeert, "
     "*profiel staat, *profiel staan, *profiel legt, *profiel geeft, *profiel geven, "
     "*profiel beschrijft, *profiel beschrijven, *protocol bevat, *protocol beschrijft, "
     "*protocol beschrijven, *protocol staat, *protocol staan, *protocol geeft, "
     "*protocol fungeert, *protocol dient, in dit document, in het *plan staat, "
     "in het *plan staan, in dit *plan staat, in dit *plan staan, in dit *plan beschrijven, "
     "in het *schema staat, in het *schema staan, in dit *statuut, in het *statuut staan, "
     "in dit *reglement staan, wordt verstaan onder, verstaan wij onder, verstaan we onder, "
     "wordt niet verstaan, met het begrip, bedoelen we, bedoelen wij, overstijgt noemen, "
     "overstijgen noemen, moet kunnen bieden, "
     "moeten kunnen bieden, in dit hoofdstuk leest, in dit hoofdstuk vindt, "
     "in dit hoofdstuk beschrijven, we in dit hoofdstuk, wij in dit hoofdstuk, op de volgende "
     "pagina's, overzicht van onderwerpen, "
     "de volgende onderwerpen, komen aan bod, komt aan bod, komen aan de orde, "
     "komt aan de orde, met onder andere de"},
    {duty, "moet, moeten, verplicht, in elk geval, in ieder geval, minstens, ten minste, minimaal"},
    {condition, "als, indien, wanneer, waarvan, van wie, ook zonder"},
    {offering, "biedt, bieden"},
    {any_school,
     "elke school, iedere school, elke basisschool, iedere basisschool, van een school, "
     "bij een school, op een school, op een gewone school, op een gewone basisschool, "
     "op een reguliere school"},
    {school, "scholen, basisscholen, schoolbesturen, een school"},
    {elsewhere,
     "in nederland, in heel nederland, in ons land, in onze provincie, in de provincie, "
     "was landelijk, volgens het ministerie, het ministerie van, uit onderzoek, "
     "onderzoekers, landelijk onderzoek, centraal bureau voor de statistiek, de "
     "onderwijsraad, nederlandse scholen, het kabinet, de minister, de tweede kamer, de "
     "staatssecretaris, veel scholen, de meeste scholen, sommige scholen, scholen vaak, "
     "een school vaak, scholen bepalen zelf, basisschool bepaalt zelf, vorige week, "
     "afgelopen week, afgelopen *dag, gisteren, hebben genoten, dank aan alle, vraag op "
     "school, vraag de school, vraag aan de school, school van uw kind, is een andere "
     "school, andere school beter, andere school passender, op die school, die school "
     "biedt, die school heeft, in de buurt staat, onze buurt staat, buurschool, "
     "collega-school, zusterschool"},
    {other_heading,
     "vacature, vacatures, wij zoeken een, we zoeken een, gezocht, fte, notulen, verslag "
     "*vergadering, vergaderverslag, verslag *raad, verslag mr, verslag ouderavond, "
     "nieuwsbrief, nieuwsflits, weekbericht, weekbrief, persbericht, groot succes, tips, "
     "zo helpt u uw kind, zo help je je kind, landelijke cijfers, in de provincie"},
    {other_text,
     "solliciteren kan, solliciteren kun, solliciteren tot, stuur je sollicitatie, stuur "
     "je motivatie, stuur je brief, brief en cv, salaris in schaal, functie-eisen, wie "
     "zoeken wij, rondvraag, ingekomen stukken, opent de vergadering, opende de "
     "vergadering, sluit de vergadering, sloot de vergadering, afwezig met bericht"},
    {own,
     "wij, we, onze, ons, mevrouw, meneer, juf, meester, mw, dhr, op school is, op school ligt, "
     "op school hangt, op school werkt"},
    {need, "behoefte aan, een vorm van, diagnose"},
    {needed, "nodig"},
});

}  // namespace

std::span<const Cues> cues() { return table; }

}  // namespace toets
