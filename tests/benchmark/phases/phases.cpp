// The phases of a scan one by one, inside one process.
#include <memory>
#include <string>

#include <benchmark/benchmark.h>
#include <pugixml.hpp>

#include "checker/cli/rule_files.h"
#include "checker/dossier/read_dossier.h"
#include "checker/evaluate/evaluate.h"
#include "checker/text/file_buffer.h"
#include "tests/benchmark/support/days.h"
#include "tests/benchmark/support/input_files.h"
#include "tests/benchmark/support/rule_set.h"

namespace toets::benchmark {
namespace {

namespace fs = std::filesystem;

/// The generated folder, from the environment: Google Benchmark keeps the arguments to itself.
fs::path folder() {
    const char* set = std::getenv("TOETS_BENCHMARK_DATA");
    return set == nullptr ? "" : set;
}

std::string first_dossier() {
    const auto files = dossiers_in(folder());
    FileBuffer buffer;
    if (files.empty() || !buffer.read(files.front())) return {};
    return std::string(buffer.text());
}

LoadedRules rules_of(int count) {
    return load_rules(with_vocabulary(count == 10 ? ten_rules() : folder() / "rules100"), false);
}

void parse_xml(::benchmark::State& state) {
    const std::string dossier = first_dossier();
    pugi::xml_document document;
    std::string copy;
    for (auto step : state) {
        copy.assign(dossier);
        ::benchmark::DoNotOptimize(document.load_buffer_inplace(
            copy.data(), copy.size(), pugi::parse_default, pugi::encoding_utf8));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(dossier.size()) * state.iterations());
}
BENCHMARK(parse_xml)->Unit(::benchmark::kMicrosecond);

void read_dossier(::benchmark::State& state) {
    const std::string dossier = first_dossier();
    const LoadedRules rules = rules_of(10);
    FactsBuilder facts(rules.vocabulary);
    DossierReader reader(rules.vocabulary, facts);
    Diagnostics problems;
    Sources sources;
    const SourceId source = sources.add("dossier", dossier);
    std::string copy;
    for (auto step : state) {
        copy.assign(dossier);
        ::benchmark::DoNotOptimize(reader.read(copy, sources, source, problems));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(dossier.size()) * state.iterations());
}
BENCHMARK(read_dossier)->Unit(::benchmark::kMicrosecond);

void evaluate_rules(::benchmark::State& state) {
    std::string dossier = first_dossier();
    const LoadedRules rules = rules_of(static_cast<int>(state.range(0)));
    FactsBuilder facts(rules.vocabulary);
    DossierReader reader(rules.vocabulary, facts);
    Diagnostics problems;
    Sources sources;
    const SourceId source = sources.add("dossier", dossier);
    reader.read(dossier, sources, source, problems);
    Evaluator evaluator(rules.book, rules.vocabulary, rules.order);
    Kept kept{};
    kept[static_cast<std::size_t>(Outcome::violated)] = true;
    Evaluation evaluation;
    for (auto step : state)
        evaluator.evaluate(facts.facts(), Date{peildatum}, nullptr, kept, evaluation);
}
BENCHMARK(evaluate_rules)->Arg(10)->Arg(100)->Unit(::benchmark::kMicrosecond);

void load_rule_set(::benchmark::State& state) {
    for (auto step : state) ::benchmark::DoNotOptimize(load_rules({shipped_rules()}, false));
}
BENCHMARK(load_rule_set)->Unit(::benchmark::kMillisecond);

}  // namespace
}  // namespace toets::benchmark

int main(int argc, char** argv) {
    toets::benchmark::keep_heap_warm();
    benchmark::Initialize(&argc, argv);
    if (toets::benchmark::dossiers_in(std::getenv("TOETS_BENCHMARK_DATA") == nullptr
                                          ? "."
                                          : std::getenv("TOETS_BENCHMARK_DATA"))
            .empty()) {
        std::fputs("set TOETS_BENCHMARK_DATA to a folder of toets_generate\n", stderr);
        return 2;
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
