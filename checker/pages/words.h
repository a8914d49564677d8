// Private to the room: the words of the pages, and the parts that more than one page has.
#pragma once

#include <string>

#include <fmt/format.h>

#include "checker/pages/pages.h"

namespace toets::pages {

enum class Word {
#define WORD(name, dutch, english) name,
#include "checker/pages/words.def"
#undef WORD
};

const char* word(Word which, UserLanguage language);

template <typename... Args>
std::string filled(Word which, UserLanguage language, const Args&... args) {
    return fmt::format(fmt::runtime(word(which, language)), args...);
}

/// Text for a cell of a table: no bars, no line ends.
std::string cell(std::string_view text);

/// A citation with its link, where it has one.
std::string linked(const Citation& citation, UserLanguage language);

std::string rule_page(const Rule& rule, const PageInput& input);
std::string rule_index(const PageInput& input);
std::string article_index(const PageInput& input);
std::string glossary(const PageInput& input);

/// The number of tests beside the rule.
std::size_t tests_of(const Rule& rule, const PageInput& input);

}  // namespace toets::pages
