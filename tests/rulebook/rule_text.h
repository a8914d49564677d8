// Rule text compiled as far as the rulebook, for the tests of this room and of those below it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "checker/language/parse.h"
#include "checker/rulebook/rulebook.h"
#include "tests/support/golden.h"

namespace toets::tests {

/// One or more rule texts, with all that was made of them.
struct RuleText {
    Sources sources;
    Diagnostics problems;
    std::vector<ast::File> files;
    Vocabulary vocabulary;
    RuleBook book;
};

/// Parses and compiles texts by name, in this order, as if each stood in a file.
inline RuleText compiled(const std::vector<std::pair<std::string, std::string>>& texts) {
    RuleText made;
    for (const auto& [name, text] : texts) {
        const SourceId id = made.sources.add(name, text);
        made.files.push_back(parse(made.sources, id, made.problems));
    }
    made.vocabulary = make_vocabulary(made.files, made.problems);
    made.book = make_rulebook(made.files, made.vocabulary, {}, made.problems);
    return made;
}

inline RuleText compiled(const std::string& text) { return compiled({{"regels", text}}); }

inline RuleText compiled_file(const std::filesystem::path& path) {
    return compiled({{path.filename().string(), read_file(path)}});
}

}  // namespace toets::tests
