// Same rules, same dossiers, same peildatum: the same bytes, whatever the number of threads.
#include <doctest/doctest.h>

#include "tests/cli/run_toets.h"

namespace toets::tests {

TEST_CASE("two runs print the same bytes") {
    for (const std::string command :
         {"check fixtures --peildatum 2026-11-01",
          "check fixtures --peildatum 2026-11-01 --lang en",
          "check fixtures --peildatum 2026-11-01 --format json",
          "explain opp-hoorrecht L03 fixtures/de-wilgenhoek --peildatum 2026-11-01", "rules",
          "schema", "graph", "graph fixtures/de-wilgenhoek --peildatum 2026-11-01"}) {
        CAPTURE(command);
        const Run first = run_toets(words_of(command));
        const Run second = run_toets(words_of(command));
        CHECK(first.out != "");
        CHECK(first.out == second.out);
        CHECK(first.err == second.err);
        CHECK(first.exit == second.exit);
    }
}

TEST_CASE("a scan prints the same bytes with one thread and with four") {
    for (const std::string format : {"text", "json"}) {
        CAPTURE(format);
        const std::string scan =
            "scan fixtures tests/report/cases --peildatum 2026-11-01 --format " + format;
        const Run one = run_toets(words_of(scan + " --threads 1"));
        const Run four = run_toets(words_of(scan + " --threads 4"));
        CHECK(one.out != "");
        CHECK(one.out == four.out);
        CHECK(one.exit == four.exit);
    }
}

TEST_CASE("a check of a folder and a scan of it hold the same JSON") {
    const std::string rest = " fixtures --peildatum 2026-11-01 --format json";
    CHECK(run_toets(words_of("check" + rest)).out == run_toets(words_of("scan" + rest)).out);
}

}  // namespace toets::tests
