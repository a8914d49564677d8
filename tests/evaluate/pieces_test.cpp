// Several files as one document: what each topic gets from which piece.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checker/evaluate/evidence.h"

namespace toets::tests {
namespace {

const TopicSearch& search() {
    static const TopicSearch made = [] {
        Topic topic;
        topic.name = "boetes";
        topic.strong = {"boetes"};
        topic.weak = {"bedrag"};
        topic.minimum_words = 6;
        return TopicSearch(std::vector<Topic>{topic});
    }();
    return made;
}

DocumentAnswers piece(const std::string& name, const std::string& text) {
    return answers_of(name, read_document(name, text), search());
}

}  // namespace

TEST_CASE("what no piece treats comes near in each of them, with its file") {
    const auto both = combined({piece("gids.md", "# Gids\n\nHet bedrag staat op de kaart.\n"),
                                piece("bijlage.md", "# Bijlage\n\nWie betaalt er boetes?\n")});
    const TopicEvidence& found = both.topics.front();
    CHECK(found.grade == Grade::mention);
    CHECK(found.file == "bijlage.md");
    REQUIRE(found.near_misses.size() == 1);
    CHECK(found.near_misses[0].file == "gids.md");
    CHECK(found.near_misses[0].passage.quote == "Het bedrag staat op de kaart.");
    REQUIRE(both.searched.size() == 2);
    CHECK(both.searched[0].name == "gids.md");
    CHECK(both.searched[0].passages == 2);
    CHECK(both.searched[1].pages == 0);
}

TEST_CASE("a lesser passage of another piece is the nearest, and content leaves none") {
    const std::string mention = "# Gids\n\nWie betaalt er boetes?\n";
    const std::string treated =
        "# Boetes\n\nDe boetes zijn een tientje voor elk boek dat te laat terug is.\n";
    const auto mentions = combined({piece("a.md", mention), piece("b.md", mention)});
    REQUIRE(mentions.topics.front().near_misses.size() == 1);
    CHECK(mentions.topics.front().near_misses[0].file == "b.md");
    CHECK(mentions.topics.front().near_misses[0].passage.quote == "Wie betaalt er boetes?");
    const auto content = combined({piece("a.md", mention), piece("c.md", treated)});
    CHECK(content.topics.front().grade == Grade::content);
    CHECK(content.topics.front().near_misses.empty());
}

TEST_CASE("a single file keeps its near misses without a name") {
    const auto one = combined({piece("gids.md", "# Gids\n\nHet bedrag staat op de kaart.\n")});
    REQUIRE(one.topics.front().near_misses.size() == 1);
    CHECK(one.topics.front().near_misses[0].file.empty());
}

}  // namespace toets::tests
