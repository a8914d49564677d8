// In an explanation a definition speaks of what was asked, not of its parameter.
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace fs = std::filesystem;

TEST_CASE("the words of a definition hold the options that a rule gives it") {
    const fs::path folder = fs::path(TOETS_BINARY_DIR) / "tests/explain-words";
    fs::create_directories(folder);
    std::ofstream(folder / "lid.regels") << R"(
bron B "Bron"
keuzelijst Soort = jeugd, gast
begrip Club wortel
    leden : lijst van Lid
begrip Lid
    id : tekst sleutel
    soort : Soort
    naam : tekst
definitie Lid.is-van(soort : Soort) = lid.soort is soort en lid.naam is niet "soort"
definitie Lid.hoort-bij(welke : Soort) = lid.is-van(welke)
regel lid-is-jeugd "Lid is jeugd"
    bron B artikel 1 ernst info voor elk lid
    onderdeel a eis lid.hoort-bij(jeugd) melding "x"
    onderdeel b eis lid.is-van(gast) melding "x"
)";
    std::ofstream(folder / "club.xml")
        << R"(<club><leden><lid id="L1" soort="jeugd" naam="Ada"/></leden></club>)";
    const auto explained = [&](const std::string& part) {
        const Run run =
            run_toets({"explain", "lid-is-jeugd/" + part, "L1", (folder / "club.xml").string(),
                       "--rules", (folder / "lid.regels").string()});
        INFO(run.err);
        return run.out;
    };
    const std::string a = explained("a");
    INFO(a);
    CHECK(a.find("lid.soort is jeugd en lid.naam is niet \"soort\"") != std::string::npos);
    CHECK(a.find("is soort") == std::string::npos);
    const std::string b = explained("b");
    INFO(b);
    CHECK(b.find("lid.soort is gast en lid.naam is niet \"soort\"") != std::string::npos);
}

}  // namespace toets::tests
