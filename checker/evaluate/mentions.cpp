// `noemt`: what stands in the text of a document, letter by letter.
#include <array>

#include "checker/evaluate/machine.h"
#include "checker/text/ascii.h"
#include "checker/text/pattern.h"

namespace toets {
namespace {

std::optional<Mention> found(const std::string& text, const std::string& wanted) {
    const std::size_t at = text.find(wanted);
    if (at == std::string::npos) return std::nullopt;
    return Mention{Truth::yes, at, wanted.size()};
}

/// "2025-2026", "2025/2026", "2025 – 2026", "2025-26": people write a school year in many ways.
Mention school_year(const std::string& text, NumberInterval year) {
    if (year.first > year.last) return {Truth::no, 0, 0};
    if (year.first != year.last) return {};
    const std::string from = std::to_string(year.first);
    const std::string to = std::to_string(year.first + 1);
    constexpr std::array<std::string_view, 8> betweens = {"-",   "/",   "–",    " - ",
                                                          " / ", " – ", " en ", " tot "};
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
        const auto after = std::string_view(text).substr(at + from.size());
        for (const std::string_view between : betweens) {
            if (!after.starts_with(between)) continue;
            const auto rest = after.substr(between.size());
            const std::size_t before_end = from.size() + between.size();
            if (rest.starts_with(to)) return {Truth::yes, at, before_end + to.size()};
            if (rest.starts_with(std::string_view(to).substr(2)))
                return {Truth::yes, at, before_end + 2};
        }
    }
    return {Truth::no, 0, 0};
}

/// Whatever fits the pattern and is not the text itself.
Mention other_text(const std::string& text, const std::string& pattern, const std::string& than) {
    const auto sought = Pattern::read(pattern, Pattern::Letters::of_any_case);
    if (!sought) return {};  // was told when the rules were read
    for (std::size_t from = 0; from <= text.size();) {
        const auto match = sought->find(text, from);
        if (!match) break;
        if (text.compare(match->begin, match->end - match->begin, than) != 0)
            return {Truth::yes, match->begin, match->end - match->begin};
        from = std::max(match->end, from + 1);
    }
    return {Truth::no, 0, 0};
}

}  // namespace

Mention Machine::mention(const Node& node, std::size_t i, const DocumentAnswers& answers) const {
    Mention made;
    if (this->node(node.args[1]).type.kind == ValueKind::number) {
        made = school_year(answers.folded_text, numbers(node.args[1])[i]);
    } else {
        const TextValue wanted = texts(node.args[1])[i];
        if (wanted.state != State::known) return {};
        const std::string text = in_small_letters(wanted.text);
        made = node.op == Op::mentions_other
                   ? other_text(answers.folded_text, node.text, text)
                   : found(answers.folded_text, text).value_or(Mention{Truth::no, 0, 0});
    }
    if (made.truth == Truth::no && !answers.complete) made.truth = Truth::unknown;
    return made;
}

}  // namespace toets
