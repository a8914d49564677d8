// What the house tests look for in one file: includes, words, rules and their tests.
// Each function says what is there; the tables in house_test.cpp say what may be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace toets::tests {

/// An include directive.
struct Include {
    std::size_t line;    ///< From 1.
    std::string header;  ///< As written, without its quotes or brackets.
    bool quoted;         ///< "header" rather than <header>.
};

/// The includes of a C++ text, those in comments excepted.
std::vector<Include> includes_of(std::string_view cpp);

/// The numbers, from 1, of the lines of `text` in which `word` occurs, in whatever case.
std::vector<std::size_t> lines_with(std::string_view text, std::string_view word);

/// The names that follow `keyword` at the start of a line of Regeltaal: with "regel" the rules that
/// a file declares, with "test" the rules that it tests. In order, with repetitions.
std::vector<std::string> names_after(std::string_view keyword, std::string_view regeltaal);

}  // namespace toets::tests
