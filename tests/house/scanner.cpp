#include "tests/house/scanner.h"

#include <algorithm>
#include <cctype>

#include "tests/house/source_tree.h"

namespace toets::tests {

namespace {

constexpr std::string_view blanks = " \t";

/// `line` without `prefix` and the blanks around it; empty when it doesn't start with `prefix`.
std::string_view after(std::string_view line, std::string_view prefix) {
    line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
    if (!line.starts_with(prefix)) return {};
    line.remove_prefix(prefix.size());
    line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
    return line;
}

bool same_letter(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
}

bool in_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-'; }

}  // namespace

std::vector<Include> includes_of(std::string_view cpp) {
    std::vector<Include> found;
    const std::string code = without_comments(cpp);
    std::size_t number = 0;
    for (const std::string_view line : lines_of(code)) {
        ++number;
        const std::string_view directive = after(after(line, "#"), "include");
        if (directive.empty()) continue;
        const bool quoted = directive.front() == '"';
        const std::size_t end = directive.find(quoted ? '"' : '>', 1);
        if (end == std::string_view::npos) continue;
        found.push_back({number, std::string(directive.substr(1, end - 1)), quoted});
    }
    return found;
}

std::vector<std::size_t> lines_with(std::string_view text, std::string_view word) {
    std::vector<std::size_t> found;
    std::size_t number = 0;
    for (const std::string_view line : lines_of(text)) {
        ++number;
        if (std::search(line.begin(), line.end(), word.begin(), word.end(), same_letter) !=
            line.end())
            found.push_back(number);
    }
    return found;
}

std::vector<std::string> names_after(std::string_view keyword, std::string_view regeltaal) {
    std::vector<std::string> found;
    for (const std::string_view line : lines_of(regeltaal)) {
        const std::string_view rest = after(line, std::string(keyword) + " ");
        const auto end = std::find_if_not(rest.begin(), rest.end(), in_name);
        if (end != rest.begin()) found.emplace_back(rest.begin(), end);
    }
    return found;
}

}  // namespace toets::tests
