// A fuzzer's way in: any bytes are read as a dossier over a small vocabulary, and judged by a rule
// of every kind; nothing may go wrong.
// seeds: tests/dossier/cases
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "checker/dossier/read_dossier.h"
#include "checker/evaluate/evaluate.h"
#include "checker/language/parse.h"

namespace {

using namespace toets;

/// The words of tests/dossier/cases, and rules that read all of them.
constexpr const char* rule_text = R"(
keuzelijst onderwijssoort = bo, sbo ook speciaal-basisonderwijs, vo
begrip School wortel
    brin       : tekst sleutel verplicht patroon "[0-9]{2}[A-Z]{2}"
    naam       : tekst verplicht
    soort      : onderwijssoort
    schooljaar : schooljaar
    plan       : een Schoolplan
    leerlingen : lijst van Leerling
begrip Schoolplan
    vastgesteld : datum
begrip Leerling
    id         : tekst sleutel verplicht
    geboren    : datum vertrouwelijk
    klaar      : ja/nee
    uren       : getal
    eind       : datum gepland leeg is nvt
    maatje     : verwijzing naar Leerling
    opps       : lijst van Opp
begrip Opp gebeurtenis op datum
    id         : tekst sleutel
    datum      : datum
    kleur      : keuze uit rood, groen
    vorige     : verwijzing naar Opp
bron B "Bron"
regel plan "Plan" bron B ernst fout voor elke school
    eis school.plan.vastgesteld binnen 6 weken na begin-schooljaar(school.schooljaar)
    melding "{school} {school.naam} {school.soort}"
regel leerling-regel "Leerling" bron B ernst fout voor elke leerling
    steunt op plan
    alleen als leerling.klaar of leeftijd(leerling.geboren, peildatum) is ten minste 4
    tenzij leerling.maatje.klaar "maatje"
    eis som leerling.uren over leerling van school is ten hoogste 100
        en voor elk opeenvolgend paar (a, b) van opp van leerling volgens opp.datum geldt b.datum binnen 1 jaar na a.datum
        en dagen-tussen(vroegste opp.datum over opp van leerling, leerling.eind) is ten hoogste 400
        en woorden(leerling.id) is ten minste 1
    melding "{leerling} {leerling.eind}"
regel opp-regel "Opp" bron B ernst fout voor elk opp van leerling
    geldig vanaf 1 augustus 2024, getoetst op opp.datum
    eis ((opp.kleur is rood of groen) of (opp.vorige.kleur is groen))
        en (laatste opp van leerling volgens opp.datum).kleur is niet rood
        en voor elk schooljaar als sj tussen opp.datum en leerling.eind geldt er is een opp van leerling met opp.datum uiterlijk sj.eind
        en ten minste elke 1 jaar vanaf opp.datum is er een opp van leerling volgens opp.datum
        en voor elke reeks als r van opp van leerling lopend van opp.datum tot en met leerling.eind geldt r.begin na 1 mei 2020
    melding "{opp} {opp.datum} {opp.kleur}"
)";

struct Judge {
    Sources sources;
    Diagnostics problems;
    ast::File file = parse(sources, sources.add("regels", rule_text), problems);
    std::span<const ast::File> files{&file, 1};
    Vocabulary vocabulary = make_vocabulary(files, problems);
    RuleBook book = make_rulebook(files, vocabulary, {}, problems);
    FactsBuilder facts{vocabulary};
    DossierReader reader{vocabulary, facts};
    Evaluator evaluator{
        book, vocabulary, {book.find("plan"), book.find("leerling-regel"), book.find("opp-regel")}};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Judge judge;
    if (has_errors(judge.problems)) std::abort();  // the rules above are out of date
    const std::string xml(reinterpret_cast<const char*>(data), size);
    Sources sources;
    Diagnostics problems;
    std::string changing = xml;
    const SourceId source = sources.add("fuzz", xml);
    if (!judge.reader.read(changing, sources, source, problems)) return problems.empty() ? 1 : 0;
    render(problems, sources, UserLanguage::nl);
    constexpr Kept all = {true, true, true, true, true, true, true, true};
    Evaluation evaluation;
    judge.evaluator.evaluate(judge.facts.facts(), *make_date(2025, 3, 10), nullptr, all,
                             evaluation);
    for (RuleId id = 0; id < judge.book.rules.size(); ++id) {
        std::vector<Finding> of_rule;
        for (const Finding& each : evaluation.findings)
            if (each.rule == id && of_rule.size() < 20) of_rule.push_back(each);
        judge.evaluator.explain(judge.facts.facts(), *make_date(2025, 3, 10), nullptr, of_rule,
                                UserLanguage::nl);
    }
    return 0;
}
