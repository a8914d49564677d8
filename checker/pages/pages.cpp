#include "checker/pages/pages.h"

#include <algorithm>

#include "checker/pages/words.h"
#include "checker/report/words.h"

namespace toets {
namespace pages {

const char* word(Word which, UserLanguage language) {
    static constexpr const char* words[][2] = {
#define WORD(name, dutch, english) {dutch, english},
#include "checker/pages/words.def"
#undef WORD
    };
    return words[static_cast<std::size_t>(which)][static_cast<std::size_t>(language)];
}

std::string cell(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if (c == '|') made += '\\';
        made += c == '\n' ? ' ' : c;
    }
    return made;
}

std::string linked(const Citation& citation, UserLanguage language) {
    const std::string text = citation_text(citation, language);
    const std::string link = citation_link(citation);
    return link.empty() ? text : "[" + text + "](" + link + ")";
}

std::size_t tests_of(const Rule& rule, const PageInput& input) {
    std::size_t count = 0;
    for (const auto& file : input.files)
        count += static_cast<std::size_t>(
            std::count_if(file.tests.begin(), file.tests.end(),
                          [&](const auto& test) { return test.rule.text == rule.id; }));
    return count;
}

}  // namespace pages

std::vector<Page> reference_pages(const PageInput& input) {
    std::vector<Page> made = {{"artikelen.md", pages::article_index(input)},
                              {"regels/README.md", pages::rule_index(input)},
                              {"woordenlijst.md", pages::glossary(input)}};
    for (const Rule& rule : input.book.rules)
        made.push_back({"regels/" + rule.id + ".md", pages::rule_page(rule, input)});
    std::sort(made.begin(), made.end(),
              [](const Page& a, const Page& b) { return a.path < b.path; });
    return made;
}

}  // namespace toets
