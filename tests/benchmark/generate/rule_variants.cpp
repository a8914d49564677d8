// Variants by replacing words: the id of the rule, and the name and value of its parameter.
#include "tests/benchmark/generate/rule_variants.h"

#include <cctype>
#include <fstream>
#include <iterator>
#include <string>

namespace toets::benchmark {
namespace {

namespace fs = std::filesystem;

constexpr int variants = 9;

/// The word after the first line that begins with `keyword`.
std::string named_by(const std::string& text, const std::string& keyword) {
    const std::size_t found = text.find("\n" + keyword + " ");
    if (found == std::string::npos) return {};
    const std::size_t begin = found + keyword.size() + 2;
    return text.substr(begin, text.find(' ', begin) - begin);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Adds to the number that the parameter is set to.
std::string increased(std::string text, const std::string& parameter, int by) {
    std::size_t at = text.find("= ", text.find("parameter " + parameter)) + 2;
    std::size_t end = at;
    while (std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
    const int value = std::stoi(text.substr(at, end - at)) + by;
    return text.replace(at, end - at, std::to_string(value));
}

std::string variant(const std::string& text, int number) {
    const std::string rule = named_by(text, "regel");
    const std::string parameter = named_by(text, "parameter");
    const std::string suffix = "-v" + std::to_string(number);
    std::string made = increased(text, parameter, number);
    made = replaced(made, parameter, parameter + suffix);
    return replaced(made, "regel " + rule + " ", "regel " + rule + suffix + " ");
}

bool write(const fs::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    return static_cast<bool>(out);
}

}  // namespace

bool write_variants(const fs::path& rules, const fs::path& folder) {
    fs::create_directories(folder);
    bool done = true;
    for (const auto& entry : fs::directory_iterator(rules)) {
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in),
                               std::istreambuf_iterator<char>()};
        const fs::path name = entry.path().filename();
        done = done && in && write(folder / name, text);
        if (named_by(text, "regel").empty()) continue;
        for (int number = 1; number <= variants; ++number)
            done =
                done &&
                write(folder / (name.stem().string() + "-v" + std::to_string(number) + ".regels"),
                      variant(text, number));
    }
    return done;
}

}  // namespace toets::benchmark
