#include "tests/house/source_tree.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace toets::tests {

namespace {

namespace fs = std::filesystem;

std::string from_root(const fs::path& path, const fs::path& root) {
    return path.lexically_relative(root).generic_string();
}

/// The end of the quoted text that starts at `start`: just past its closing quote.
std::size_t end_of_quoted(std::string_view text, std::size_t start) {
    const char quote = text[start];
    std::size_t at = start + 1;
    while (at < text.size() && text[at] != quote && text[at] != '\n')
        at += text[at] == '\\' ? 2U : 1U;
    return std::min(at + 1, text.size());
}

/// The end of the raw string whose first quote stands at `start`.
std::size_t end_of_raw(std::string_view text, std::size_t start) {
    const std::size_t open = text.find('(', start);
    if (open == std::string_view::npos) return text.size();
    const std::string close =
        ")" + std::string(text.substr(start + 1, open - start - 1)) + std::string(1, '"');
    const std::size_t end = text.find(close, open);
    return end == std::string_view::npos ? text.size() : end + close.size();
}

/// The end of the comment that starts at `start`, or `start` when no comment does.
std::size_t end_of_comment(std::string_view text, std::size_t start) {
    if (text.substr(start, 2) == "//") return std::min(text.find('\n', start), text.size());
    if (text.substr(start, 2) != "/*") return start;
    const std::size_t end = text.find("*/", start + 2);
    return end == std::string_view::npos ? text.size() : end + 2;
}

/// Whether the quote at `at` separates the digits of a number, as in 1'000.
bool separates_digits(std::string_view text, std::size_t at) {
    return text[at] == '\'' && at > 0 &&
           std::isxdigit(static_cast<unsigned char>(text[at - 1])) != 0;
}

/// The end of the string or character that starts at `start`, or `start` when neither does.
std::size_t end_of_literal(std::string_view text, std::size_t start) {
    if (text[start] == '"' && start > 0 && text[start - 1] == 'R') return end_of_raw(text, start);
    if (text[start] == '"' || (text[start] == '\'' && !separates_digits(text, start)))
        return end_of_quoted(text, start);
    return start;
}

}  // namespace

std::vector<SourceFile> files_under(const fs::path& root, const std::string& folder,
                                    const std::vector<std::string>& suffixes) {
    std::vector<SourceFile> found;
    if (!fs::is_directory(root / folder)) return found;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string name = entry.path().filename().string();
        const bool wanted =
            std::any_of(suffixes.begin(), suffixes.end(),
                        [&](const std::string& suffix) { return name.ends_with(suffix); });
        if (!wanted || !entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        found.push_back({from_root(entry.path(), root),
                         {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
    }
    std::sort(found.begin(), found.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return found;
}

std::vector<std::string> folders_under(const fs::path& root, const std::string& folder) {
    std::vector<std::string> found;
    if (!fs::is_directory(root / folder)) return found;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder))
        if (entry.is_directory()) found.push_back(from_root(entry.path(), root));
    std::sort(found.begin(), found.end());
    return found;
}

std::string room_of(const std::string& path) {
    constexpr std::string_view checker = "checker/";
    if (!path.starts_with(checker)) return {};
    const std::size_t end = path.find('/', checker.size());
    return end == std::string::npos ? std::string{}
                                    : path.substr(checker.size(), end - checker.size());
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string without_comments(std::string_view text) {
    std::string code(text);
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t end = end_of_comment(text, at); end > at) {
            for (; at < end; ++at)
                if (code[at] != '\n') code[at] = ' ';
            continue;
        }
        at = std::max(end_of_literal(text, at), at + 1);
    }
    return code;
}

}  // namespace toets::tests
