// Per article: what is checked, what a person judges, and what is left out on purpose.
#include <algorithm>
#include <map>

#include "checker/pages/words.h"
#include "checker/report/words.h"
#include "checker/text/ascii.h"

namespace toets::pages {
namespace {

/// Digits compare as numbers: 8.9 before 8.14, 40 before 40a.
bool natural_less(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (is_digit(a.front()) && is_digit(b.front())) {
            const auto number = [&](std::string_view& text) {
                std::size_t length = 0;
                while (length < text.size() && is_digit(text[length])) ++length;
                std::string_view found = text.substr(0, length);
                text.remove_prefix(length);
                while (found.size() > 1 && found.front() == '0') found.remove_prefix(1);
                return found;
            };
            const std::string_view left = number(a);
            const std::string_view right = number(b);
            if (left.size() != right.size()) return left.size() < right.size();
            if (left != right) return left < right;
            continue;
        }
        if (a.front() != b.front()) return a.front() < b.front();
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.size() < b.size();
}

struct Natural {
    bool operator()(const std::string& a, const std::string& b) const { return natural_less(a, b); }
};

/// What is said of one provision: the rules that rest on it, and how it is kept.
using Lines = std::vector<std::string>;
struct Work {
    std::string title;
    std::map<std::string, Lines, Natural> provisions;
};

/// The provision within its work, without the date of its text: "artikel 40a lid 6".
std::string provision(Citation citation, UserLanguage language) {
    citation.version.reset();
    citation.title = citation.work;
    const std::string whole = citation_text(citation, language);
    const std::string rest = whole.substr(std::min(whole.size(), citation.work.size()));
    const std::size_t start = rest.find_first_not_of(" ,");
    return start == std::string::npos ? "" : rest.substr(start);
}

void add(std::map<std::string, Work>& works, const Citation& citation, const std::string& line,
         UserLanguage language) {
    Work& work = works[citation.work];
    work.title = citation.title;
    const std::string link = citation_link(citation);
    const std::string name = provision(citation, language);
    Lines& lines =
        work.provisions[link.empty() || name.empty() ? name : "[" + name + "](" + link + ")"];
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
}

std::string state(const Rule& rule, const Part& part, const PageInput& input) {
    if (part.requirement == no_node) return word(Word::judged, input.language);
    const std::size_t tests = tests_of(rule, input);
    return tests == 0 ? word(Word::untested, input.language)
                      : filled(Word::tested, input.language, tests);
}

}  // namespace

std::string article_index(const PageInput& input) {
    const UserLanguage language = input.language;
    std::map<std::string, Work> works;
    for (const Rule& rule : input.book.rules)
        for (const Part& part : rule.parts)
            for (const Citation& cited : part.citations)
                add(works, cited,
                    "[" + rule.id + "](regels/" + rule.id + ".md) | " + state(rule, part, input),
                    language);
    for (const LeftOut& each : input.book.left_out)
        add(works, each.citation, "| " + filled(Word::left_out, language, cell(each.reason)),
            language);
    std::string text = std::string("# ") + word(Word::articles_title, language) + "\n\n" +
                       word(Word::articles_lead, language) + "\n";
    for (const auto& [name, work] : works) {
        text += "\n## " + name + ": " + work.title + "\n\n| " +
                word(Word::article_column, language) + " | " + word(Word::rule_column, language) +
                " | " + word(Word::state_column, language) + " |\n| --- | --- | --- |\n";
        for (const auto& [provision, lines] : work.provisions)
            for (const std::string& line : lines)
                text += "| " + cell(provision) + " | " + line + " |\n";
    }
    return text;
}

}  // namespace toets::pages
