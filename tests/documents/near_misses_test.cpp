// Where a document comes near a topic that it does not treat.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checker/documents/evidence.h"

namespace toets::tests {
namespace {

Topic printing() {
    Topic topic;
    topic.name = "printen";
    topic.strong = {"kopieerpas"};
    topic.weak = {"apparaat", "papier kopen", "printen"};
    topic.minimum_words = 8;
    topic.parts = {{"prijs", "de prijs", {"cent"}, false}};
    return topic;
}

TopicEvidence evidence_in(const std::string& markdown) {
    return TopicSearch(std::vector<Topic>{printing()})
        .search(read_document("proef.md", markdown))
        .front();
}

/// A section of so many words that what stands before it is far from what stands after it.
std::string between() {
    std::string text = "## Tuin\n\n";
    for (int i = 0; i < 30; ++i) text += "Er staan bomen. ";
    return text + "\n\n";
}

std::vector<std::string> quotes(const TopicEvidence& evidence) {
    std::vector<std::string> texts;
    for (const auto& near : evidence.near_misses) texts.push_back(near.passage.quote);
    return texts;
}

}  // namespace

TEST_CASE("the nearest place comes first: a heading, then the longer term, then a single word") {
    const auto found = evidence_in("# Gids\n\nHet apparaat staat uit.\n\n" + between() +
                                   "## Zolder\n\nU kunt hier papier kopen.\n\n" + between() +
                                   "## Printen\n\nVraag het aan de balie.\n");
    CHECK(found.grade == Grade::not_found);
    CHECK(quotes(found) == std::vector<std::string>{"Printen", "U kunt hier papier kopen.",
                                                    "Het apparaat staat uit."});
    CHECK(found.near_misses.front().passage.line == 17);
    CHECK(found.near_misses.front().passage.heading_path == "Gids");
}

TEST_CASE("a word that stands everywhere tells less than one that stands once") {
    std::string text = "# Gids\n\n";
    for (int i = 0; i < 20; ++i)
        text += "## Zaal " + std::string(1, static_cast<char>('A' + i)) +
                "\n\nHier staat een apparaat.\n\n";
    const auto found = evidence_in(text + "## Kelder\n\nWie wil printen, gaat naar beneden.\n");
    REQUIRE(found.near_misses.size() == near_misses_max);
    CHECK(found.near_misses.front().passage.quote == "Wie wil printen, gaat naar beneden.");
}

TEST_CASE("a part alone is no near miss, and a text without the words has none") {
    CHECK(evidence_in("# Gids\n\nEen snoepje kost tien cent.\n").near_misses.empty());
    CHECK(evidence_in("# Gids\n\nHier staat iets anders.\n").near_misses.empty());
}

TEST_CASE("of neighbours in a section only the nearest is shown, and never the best passage") {
    const auto found = evidence_in("# Gids\n\nVraag om een kopieerpas.\n\n" + between() +
                                   "## Zolder\n\nDit apparaat is oud.\n\nHet apparaat staat uit; "
                                   "u kunt papier kopen.\n");
    CHECK(found.grade == Grade::mention);
    CHECK(found.best.quote == "Vraag om een kopieerpas.");
    CHECK(quotes(found) ==
          std::vector<std::string>{"Het apparaat staat uit; u kunt papier kopen."});
}

TEST_CASE("what is treated has no near misses") {
    const auto found = evidence_in(
        "# Gids\n\n## Kopieerpas\n\nMet een kopieerpas gebruikt u het apparaat op elke dag van de "
        "week.\n\n## Zolder\n\nHet apparaat staat uit.\n");
    CHECK(found.grade == Grade::content);
    CHECK(found.near_misses.empty());
}

}  // namespace toets::tests
