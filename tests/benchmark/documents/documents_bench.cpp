// How fast documents are searched for all topics of the shipped rules, in bytes of text a second.
#include <string>

#include <benchmark/benchmark.h>

#include "checker/cli/rule_files.h"
#include "checker/documents/evidence.h"
#include "tests/benchmark/support/rule_set.h"

namespace toets::benchmark {
namespace {

/// Prose as guides have it: one sentence in fifty names a topic, one block in twenty is a heading.
std::string prose(std::size_t bytes) {
    constexpr const char* plain[] = {
        "De kinderen werken in de ochtend aan taal en rekenen, in de middag aan een thema. ",
        "Op dinsdag en donderdag gymt de groep in de sporthal naast het plein. ",
        "Wij vertellen u in de nieuwsbrief welke boeken er worden gelezen. ",
        "Neem bij regen een jas en een paar droge sokken mee. "};
    constexpr const char* named[] = {
        "De basisondersteuning beschrijft wat elke leraar in de groep kan bieden. ",
        "Met een klacht gaat u eerst naar de leraar en dan naar de directeur. "};
    std::string text;
    for (std::size_t sentence = 0; text.size() < bytes; ++sentence) {
        if (sentence % 80 == 0)
            text += "\n\n" + std::to_string(sentence / 80 + 1) + ". De groepen\n\n";
        text += sentence % 50 == 49 ? named[sentence / 50 % 2] : plain[sentence * 7 / 3 % 4];
        if (sentence % 4 == 3) text += "\n\n";
    }
    return text;
}

void read_plain_text(::benchmark::State& state) {
    const std::string text = prose(8U << 20U);
    for (auto step : state) ::benchmark::DoNotOptimize(read_document("x", text));
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(read_plain_text)->Unit(::benchmark::kMillisecond);

void search_all_topics(::benchmark::State& state) {
    const LoadedRules rules = load_rules({shipped_rules()}, false);
    const TopicSearch search(rules.book.topics);
    const std::string text = prose(8U << 20U);
    const Document document = read_document("x", text);
    for (auto step : state) ::benchmark::DoNotOptimize(search.search(document));
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
    state.counters["topics"] = static_cast<double>(rules.book.topics.size());
}
BENCHMARK(search_all_topics)->Unit(::benchmark::kMillisecond);

}  // namespace
}  // namespace toets::benchmark

BENCHMARK_MAIN();
