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

/// The names of a rule and of all that it rests on.
std::set<std::string> closure_of(const RuleBook& book, RuleId rule) {
    std::set<std::string> names;
    std::vector<RuleId> open = {rule};
    while (!open.empty()) {
        const Rule& next = book.rules[open.back()];
        open.pop_back();
        if (!names.insert(next.id).second) continue;
        open.insert(open.end(), next.prerequisites.begin(), next.prerequisites.end());
    }
    return names;
}

/// Adds the words that could be names of definitions.
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

/// The rule files as far as one rule needs them: with the rules that it rests on, and without the
/// definitions that none of them names.
std::vector<ast::File> files_for(std::span<const ast::File> files, const Sources& sources,
                                 const RuleBook& book, RuleId rule) {
    std::vector<ast::File> kept(files.begin(), files.end());
    const std::set<std::string> rules = closure_of(book, rule);
    std::set<std::string> words;
    for (ast::File& file : kept) {
        file.tests.clear();
        std::erase_if(file.rules,
                      [&](const ast::Rule& each) { return !rules.contains(each.name.text); });
        for (const ast::Rule& each : file.rules) add_words(sources, each.demand.span, words);
    }
    for (std::size_t before = 0; before != words.size();) {
        before = words.size();
        for (const ast::File& file : kept)
            for (const ast::Definition& each : file.definitions)
                if (words.contains(each.name.text)) add_words(sources, each.body.span, words);
    }
    for (ast::File& file : kept)
        std::erase_if(file.definitions,
                      [&](const ast::Definition& each) { return !words.contains(each.name.text); });
    return kept;
}

/// One rule with its tests, to try changes on.
class Laboratory {
  public:
    Laboratory(std::span<const ast::File> files, const Sources& sources,
               const Vocabulary& vocabulary, const RuleBook& book, RuleId rule)
        : vocabulary_(vocabulary), files_(files_for(files, sources, book, rule)) {
        for (const ast::File& file : files)
            for (const ast::Test& test : file.tests)
                if (test.rule == book.rules[rule].id) tests_.push_back(&test);
        for (ast::File& file : files_)
            for (ast::Rule& each : file.rules)
                if (rule_ == nullptr && each.name == book.rules[rule].id) rule_ = &each;
        keep_sound_tests();
    }

    const ast::Rule& rule() const { return *rule_; }
    bool compiles() const { return compiles_; }

    /// Whether a test fails with this rule in the place of the original; null: it doesn't compile.
    std::optional<bool> killed(ast::Rule changed) {
        std::swap(*rule_, changed);
        const auto result = run([&](const TestResult& each) { return !each.problems.empty(); });
        std::swap(*rule_, changed);
        return result;
    }

  private:
    /// Leaves out the tests that fail as the rule stands.
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

    const Vocabulary& vocabulary_;
    std::vector<ast::File> files_;
    std::vector<const ast::Test*> tests_;
    ast::Rule* rule_ = nullptr;
    bool compiles_ = false;
};

/// Takes the author's word for the mutants that are no change, and tells where the author is wrong.
void name_equivalents(std::span<const ast::File> files, const std::string& rule,
                      RuleMutation& made) {
    for (const ast::File& file : files)
        for (const ast::Equivalent& each : file.equivalents) {
            if (!(each.rule == rule)) continue;
            const auto found =
                std::find_if(made.mutants.begin(), made.mutants.end(),
                             [&](const MutantResult& m) { return m.name == each.mutant.text; });
            if (found == made.mutants.end()) {
                std::vector<std::string> known;
                for (const MutantResult& m : made.mutants) known.push_back(m.name);
                made.problems.push_back({Code::unknown_mutant,
                                         each.mutant.span,
                                         {each.mutant.text, rule},
                                         suggestion(each.mutant.text, known)});
            } else if (found->fate == Fate::killed) {
                made.problems.push_back(
                    {Code::mutant_not_equivalent, each.mutant.span, {each.mutant.text, rule}});
            } else {
                found->fate = Fate::equivalent;
                found->reason = each.reason;
            }
        }
}

}  // namespace

std::size_t RuleMutation::count(Fate fate) const {
    return static_cast<std::size_t>(
        std::count_if(mutants.begin(), mutants.end(),
                      [fate](const MutantResult& each) { return each.fate == fate; }));
}

double RuleMutation::score() const {
    const std::size_t killed = count(Fate::killed);
    const std::size_t differ = killed + count(Fate::survived);
    return differ == 0 ? 100.0 : 100.0 * static_cast<double>(killed) / static_cast<double>(differ);
}

RuleMutation mutate_rule(std::span<const ast::File> files, const Sources& sources,
                         const Vocabulary& vocabulary, const RuleBook& book, RuleId rule) {
    RuleMutation made;
    made.rule = rule;
    Laboratory laboratory(files, sources, vocabulary, book, rule);
    const std::vector<Mutant> mutants = mutants_of(laboratory.rule(), sources, book);
    for (std::size_t i = 0; i < mutants.size(); ++i) {
        const auto killed = laboratory.killed(mutated(laboratory.rule(), sources, book, i));
        if (!killed && laboratory.compiles()) continue;
        made.mutants.push_back({mutants[i].name,
                                mutants[i].place,
                                mutants[i].context,
                                killed.value_or(false) ? Fate::killed : Fate::survived,
                                {}});
    }
    name_equivalents(files, book.rules[rule].id, made);
    return made;
}

Diagnostics unknown_rules_of_equivalents(std::span<const ast::File> files, const RuleBook& book) {
    Diagnostics problems;
    std::vector<std::string> known;
    for (const Rule& each : book.rules) known.push_back(each.id);
    for (const ast::File& file : files)
        for (const ast::Equivalent& each : file.equivalents)
            if (book.find(each.rule.text) == no_rule)
                problems.push_back({Code::unknown_rule,
                                    each.rule.span,
                                    {each.rule.text},
                                    suggestion(each.rule.text, known)});
    return problems;
}

}  // namespace toets
