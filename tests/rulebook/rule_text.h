// Rule text compiled as far as the rulebook, for the tests of this room and of those below it.
#pragma once

#include <algorithm>
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

/// All rules, each after those that it rests on: the plain way, so that the tests of evaluation
/// don't rest on the room that sorts them.
inline std::vector<RuleId> in_order(const RuleBook& book) {
    std::vector<RuleId> sorted;
    std::vector<bool> done(book.rules.size(), false);
    for (std::size_t before = book.rules.size() + 1; sorted.size() != before;) {
        before = sorted.size();
        for (RuleId id = 0; id < book.rules.size(); ++id) {
            const auto& needed = book.rules[id].prerequisites;
            const bool ready = std::all_of(needed.begin(), needed.end(),
                                           [&](RuleId other) { return done[other]; });
            if (done[id] || !ready) continue;
            done[id] = true;
            sorted.push_back(id);
        }
    }
    return sorted;
}

inline RuleText compiled(const std::string& text) { return compiled({{"regels", text}}); }

inline RuleText compiled_file(const std::filesystem::path& path) {
    return compiled({{path.filename().string(), read_file(path)}});
}

}  // namespace toets::tests
