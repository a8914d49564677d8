// `noemt bij`: the amounts and terms that a document states, against the dossier or each other.
#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "checker/calendar/date.h"
#include "checker/evaluate/machine.h"
#include "checker/facts/written.h"
#include "checker/text/ascii.h"

namespace toets {
namespace {

/// A number as people write amounts: "1.250,50", "45,-", "45.00".
std::optional<std::int64_t> amount(std::string_view written) {
    std::string plain(written);
    while (!plain.empty() && std::string_view(",.-").find(plain.back()) != std::string::npos)
        plain.pop_back();
    const std::size_t dot = plain.rfind('.');
    const bool cents = dot != std::string::npos && plain.size() - dot == 3;
    if (cents && plain.find(',') == std::string::npos) plain[dot] = ',';
    std::erase(plain, '.');
    return parse_number(plain);
}

constexpr std::array<std::string_view, 13> number_words = {"nul",  "een", "twee",  "drie", "vier",
                                                           "vijf", "zes", "zeven", "acht", "negen",
                                                           "tien", "elf", "twaalf"};

/// A figure, or a number word; null for other words.
std::optional<std::int64_t> whole_number(std::string_view word) {
    const auto* const named = std::find(number_words.begin(), number_words.end(), word);
    if (named != number_words.end()) return named - number_words.begin();
    std::int64_t number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == word.data() + word.size();
    return whole && number < 100000 ? std::optional(number) : std::nullopt;
}

/// One way of writing, to compare by: of an amount its value; of a length of time a figure, and of
/// weeks the days ("vier weken" is "28 dagen"). A month is no fixed number of days.
std::string plain(const std::string& text) {
    if (const auto number = amount(text)) return std::to_string(*number);
    std::string made = in_small_letters(text);
    const std::size_t blank = std::min(made.find(' '), made.size());
    const auto count = whole_number(std::string_view(made).substr(0, blank));
    if (!count || blank == made.size()) return made;
    const std::string unit = made.substr(blank + 1);
    if (unit == "week" || unit == "weken") return std::to_string(*count * 7) + " dagen";
    return std::to_string(*count) + ' ' + (unit == "dag" ? "dagen" : unit);
}

bool share_a_value(const std::vector<StatedValue>& all, const std::string& a,
                   const std::string& b) {
    return std::any_of(all.begin(), all.end(), [&](const StatedValue& one) {
        return one.file == a && std::any_of(all.begin(), all.end(), [&](const StatedValue& other) {
                   return other.file == b && plain(one.text) == plain(other.text);
               });
    });
}

/// Two files that state a value each and none in common; the same value twice is no conflict.
Conflict between_files(const std::vector<StatedValue>& all) {
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (all[i].file != all[j].file && !share_a_value(all, all[i].file, all[j].file))
                return {Truth::yes, {all[i], all[j]}};
    return {Truth::no, {all.begin(), all.begin() + (all.empty() ? 0 : 1)}};
}

/// What is stated as the dossier holds it: of a school year the first of its years.
std::optional<std::int64_t> number_of(const std::string& stated, bool is_school_year) {
    if (!is_school_year) return amount(stated);
    const auto year = parse_school_year(stated);
    return year ? std::optional<std::int64_t>(year->first_year) : std::nullopt;
}

Truth is_value(const StatedValue& stated, NumberInterval number, bool is_school_year) {
    const auto written = number_of(stated.text, is_school_year);
    if (!written || number.first > number.last) return Truth::no;
    if (*written < number.first || *written > number.last) return Truth::no;
    return number.first == number.last ? Truth::yes : Truth::unknown;
}

}  // namespace

Conflict Machine::conflict(const Node& node, std::size_t i, const DocumentAnswers& answers) const {
    const std::vector<StatedValue>& all = answers.topics[node.index].values[node.topic_value];
    const Truth silent = answers.complete ? Truth::no : Truth::unknown;
    if (node.op == Op::states_two) {
        Conflict made = between_files(all);
        if (made.truth == Truth::no) made.truth = silent;
        return made;
    }
    if (all.empty()) return {silent, {}};
    const NodeId wanted = node.args[1];
    const bool by_number = this->node(wanted).type.kind == ValueKind::number;
    if (!by_number && texts(wanted)[i].state != State::known)
        return {Truth::unknown, {all.front()}};
    const auto equals = [&](const StatedValue& each) {
        if (by_number) return is_value(each, numbers(wanted)[i], node.code != 0);
        const bool same = plain(each.text) == plain(std::string(texts(wanted)[i].text));
        return same ? Truth::yes : Truth::no;
    };
    Truth same = Truth::no;
    for (const StatedValue& each : all) same = either(same, equals(each));
    if (same == Truth::no && !answers.complete) same = Truth::unknown;
    return {opposite(same), {all.front()}};
}

}  // namespace toets
