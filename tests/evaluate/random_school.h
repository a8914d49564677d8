// Random dossiers over one small vocabulary, and random rules about them; the same for one seed.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "checker/facts/builder.h"

namespace toets::tests {

/// Concepts with a column of every type: a school, its pupils, and their documents (events).
extern const std::string_view random_vocabulary;

/// A row of any table as it is written: a text per column, and the rows of its one list.
struct RandomRow {
    std::vector<std::string> values;
    bool is_stated = true;
    bool is_open = false;
    std::vector<RandomRow> rows;
};

/// A dossier with known and unknown values, partly known dates, and open and absent lists.
class RandomSchool {
  public:
    RandomSchool(const Vocabulary& vocabulary, unsigned seed);

    /// Learns one thing more: an unknown value gets a value, a partly known date its day, an absent
    /// list its rows, an open list an end. False when there is nothing left to learn.
    bool learn();
    /// The facts as they are now; they live as long as this dossier stays as it is.
    void state(FactsBuilder& facts) const;
    /// The values of a row as people would write them, to show in a failing test.
    std::string shown() const;

  private:
    struct Unknown {
        TableId table;
        RandomRow* row;
        std::size_t column;  ///< past the last: the list
    };
    unsigned pick(unsigned count) { return static_cast<unsigned>(random_() % count); }
    RandomRow row(TableId table);
    std::string value(const Column& column);
    void state_calendar(FactsBuilder& facts, RowIndex school) const;
    std::string day();
    bool is_unknown(const Column& column, const std::string& written) const;
    void find_unknowns(TableId table, RandomRow& row, std::vector<Unknown>& found);
    void state(FactsBuilder& facts, TableId table, RowIndex index, const RandomRow& row) const;

    const Vocabulary& vocabulary_;
    std::mt19937 random_;
    RandomRow school_;
};

/// The text of `count` rules r0, r1, ... about pupils and the school. They ask for nothing's
/// existence, so that what they conclude can only become more certain.
std::vector<std::string> random_rules(unsigned seed, unsigned count);

}  // namespace toets::tests
