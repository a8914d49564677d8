#include "checker/trial/mutation.h"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <set>

#include "checker/order/order.h"
#include "checker/text/suggest.h"
#include "checker/trial/mutants.h"
#include "checker/trial/trial.h"

namespace toets {
namespace {

/// The names of these rules and of all that they rest on.
std::set<std::string> closure_of(const RuleBook& book, std::vector<RuleId> open) {
    std::set<std::string> names;
    while (!open.empty()) {
        const Rule& next = book.rules[open.back()];
        open.pop_back();
        if (!names.insert(next.id).second) continue;
        open.insert(open.end(), next.prerequisites.begin(), next.prerequisites.end());
    }
    return names;
}

/// Adds the words that could be names of definitions; messages name them in strings.
void add_words(const Sources& sources, Span span, std::set<std::string>& words) {
    const auto is_part = [](unsigned char c) {
        return c == '-' || c == '_' || c >= 0x80 || std::isalnum(c) != 0;
    };
    std::string word;
    for (const char c : words_of(sources, span) + ' ') {
        if (is_part(static_cast<unsigned char>(c))) {
            word += c;
        } else if (!word.empty()) {
            words.insert(std::move(word));
            word.clear();
        }
    }
}

/// The words of the rule, and of the definitions that could be meant by them.
std::set<std::string> words_used(std::span<const ast::File> files, const Sources& sources,
                                 std::set<std::string> words) {
    for (std::size_t before = 0; before != words.size();) {
        before = words.size();
        for (const ast::File& file : files)
            for (const ast::Definition& each : file.definitions)
                if (words.contains(each.name.text)) add_words(sources, each.body.span, words);
    }
    return words;
}

/// The rule files as far as these rules need them: with the rules that they rest on, and without
/// the definitions that none of them names.
std::vector<ast::File> files_for(std::span<const ast::File> files, const Sources& sources,
                                 const RuleBook& book, const std::vector<RuleId>& chosen) {
    std::vector<ast::File> kept(files.begin(), files.end());
    const std::set<std::string> rules = closure_of(book, chosen);
    std::set<std::string> words;
    for (ast::File& file : kept) {
        file.tests.clear();
        std::erase_if(file.rules,
                      [&](const ast::Rule& each) { return !rules.contains(each.name.text); });
        for (const ast::Rule& each : file.rules) add_words(sources, each.demand.span, words);
    }
    words = words_used(kept, sources, std::move(words));
    for (ast::File& file : kept)
        std::erase_if(file.definitions,
                      [&](const ast::Definition& each) { return !words.contains(each.name.text); });
    return kept;
}

/// The rules to whose outcome or texts the definition could matter.
std::vector<RuleId> users_of(const std::string& name, std::span<const ast::File> files,
                             const Sources& sources, const RuleBook& book) {
    std::vector<RuleId> users;
    for (const ast::File& file : files)
        for (const ast::Rule& each : file.rules) {
            std::set<std::string> words;
            add_words(sources, each.demand.span, words);
            if (words_used(files, sources, std::move(words)).contains(name))
                users.push_back(book.find(each.name.text));
        }
    return users;
}

/// A few rules with their tests, to try changes on.
class Laboratory {
  public:
    Laboratory(std::span<const ast::File> files, const Sources& sources,
               const Vocabulary& vocabulary, const RuleBook& book, const std::vector<RuleId>& rules)
        : sources_(sources),
          vocabulary_(vocabulary),
          book_(book),
          files_(files_for(files, sources, book, rules)) {
        std::set<std::string> names;
        for (const RuleId rule : rules) names.insert(book.rules[rule].id);
        for (const ast::File& file : files)
            for (const ast::Test& test : file.tests)
                if (names.contains(test.rule.text)) tests_.push_back(&test);
        keep_sound_tests();
    }

    /// Of what is changed in the course of the trials.
    std::vector<ast::File>& files() { return files_; }

    /// Tries every mutant of a rule or an expression that stands in `files`.
    template <typename Tree>
    std::vector<MutantResult> try_all(Tree& tree) {
        std::vector<MutantResult> made;
        const std::vector<Mutant> mutants = mutants_of(tree, sources_, book_);
        for (std::size_t i = 0; i < mutants.size(); ++i) {
            Tree other = mutated(tree, sources_, book_, i);
            std::swap(tree, other);
            const auto killed = run([](const TestResult& each) { return !each.problems.empty(); });
            std::swap(tree, other);
            if (!killed && compiles_) continue;
            const Fate fate = killed.value_or(false) ? Fate::killed : Fate::survived;
            made.push_back({mutants[i].name, mutants[i].place, mutants[i].context, fate, {}});
        }
        return made;
    }

  private:
    /// Leaves out the tests that fail as the rules stand.
    void keep_sound_tests() {
        std::vector<const ast::Test*> sound;
        const auto compiled = run([&](const TestResult& each) {
            if (each.problems.empty()) sound.push_back(each.test);
            return false;
        });
        assert(compiled);  // as it did among all other rules
        compiles_ = compiled.has_value();
        tests_ = std::move(sound);
    }

    /// Runs the tests until `stop` says so; null when the files don't compile.
    template <typename Stop>
    std::optional<bool> run(Stop stop) {
        Diagnostics problems;
        const RuleBook book = make_rulebook(files_, vocabulary_, {}, problems);
        const std::vector<RuleId> sorted = order(book, problems);
        if (has_errors(problems)) return std::nullopt;
        Trial trial(vocabulary_, book, sorted);
        for (const ast::Test* test : tests_) {
            TestResult result;
            if (test->settings.empty())
                result = trial.run(*test);
            else if (const auto other = with_settings(files_, vocabulary_, *test, result))
                result = Trial(vocabulary_, *other, sorted).run(*test);
            if (stop(result)) return true;
        }
        return false;
    }

    const Sources& sources_;
    const Vocabulary& vocabulary_;
    const RuleBook& book_;
    std::vector<ast::File> files_;
    std::vector<const ast::Test*> tests_;
    bool compiles_ = false;
};

/// Takes the author's word for the mutants that are no change, and tells where the author is wrong.
void name_equivalents(std::span<const ast::File> files, Mutation& made) {
    for (const ast::File& file : files)
        for (const ast::Equivalent& each : file.equivalents) {
            if (each.of.text != made.name) continue;
            const auto found =
                std::find_if(made.mutants.begin(), made.mutants.end(),
                             [&](const MutantResult& m) { return m.name == each.mutant.text; });
            if (found == made.mutants.end()) {
                std::vector<std::string> known;
                for (const MutantResult& m : made.mutants) known.push_back(m.name);
                made.problems.push_back({Code::unknown_mutant,
                                         each.mutant.span,
                                         {each.mutant.text, made.name},
                                         suggestion(each.mutant.text, known)});
            } else if (found->fate == Fate::killed) {
                made.problems.push_back(
                    {Code::mutant_not_equivalent, each.mutant.span, {each.mutant.text, made.name}});
            } else {
                found->fate = Fate::equivalent;
                found->reason = each.reason;
            }
        }
}

}  // namespace

std::size_t Mutation::count(Fate fate) const {
    return static_cast<std::size_t>(
        std::count_if(mutants.begin(), mutants.end(),
                      [fate](const MutantResult& each) { return each.fate == fate; }));
}

double Mutation::score() const {
    const std::size_t killed = count(Fate::killed);
    const std::size_t differ = killed + count(Fate::survived);
    return differ == 0 ? 100.0 : 100.0 * static_cast<double>(killed) / static_cast<double>(differ);
}

std::vector<std::string> mutable_names(std::span<const ast::File> files, const RuleBook& book) {
    std::vector<std::string> names;
    for (const Rule& each : book.rules) names.push_back(each.id);
    std::set<std::string> definitions;
    for (const ast::File& file : files)
        for (const ast::Definition& each : file.definitions) definitions.insert(full_name(each));
    names.insert(names.end(), definitions.begin(), definitions.end());
    return names;
}

Mutation mutate(std::span<const ast::File> files, const Sources& sources,
                const Vocabulary& vocabulary, const RuleBook& book, const std::string& name) {
    Mutation made;
    made.name = name;
    const RuleId rule = book.find(name);
    const std::string last = name.substr(name.find('.') + 1);
    const std::vector<RuleId> rules =
        rule != no_rule ? std::vector{rule} : users_of(last, files, sources, book);
    if (rules.empty()) return made;
    Laboratory laboratory(files, sources, vocabulary, book, rules);
    for (ast::File& file : laboratory.files()) {
        for (ast::Rule& each : file.rules)
            if (made.mutants.empty() && each.name.text == name)
                made.mutants = laboratory.try_all(each);
        for (ast::Definition& each : file.definitions)
            if (rule == no_rule && full_name(each) == name)
                made.mutants = laboratory.try_all(each.body);
    }
    name_equivalents(files, made);
    return made;
}

Diagnostics unknown_names_of_equivalents(std::span<const ast::File> files, const RuleBook& book) {
    Diagnostics problems;
    const std::vector<std::string> known = mutable_names(files, book);
    for (const ast::File& file : files)
        for (const ast::Equivalent& each : file.equivalents)
            if (std::find(known.begin(), known.end(), each.of.text) == known.end())
                problems.push_back({Code::unknown_rule,
                                    each.of.span,
                                    {each.of.text},
                                    suggestion(each.of.text, known)});
    return problems;
}

}  // namespace toets
