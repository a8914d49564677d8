#include "checker/cli/arguments.h"

#include <algorithm>
#include <cstring>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "checker/text/unseen.h"

namespace toets {
namespace {

constexpr const char* texts[][2] = {
#define TEXT(name, dutch, english) {dutch, english},
#include "checker/cli/phrases.def"
#undef TEXT
};

/// The language must be known before the help is worded.
UserLanguage language_of(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--lang=en") == 0) return UserLanguage::en;
        if (i + 1 < argc && std::strcmp(argv[i], "--lang") == 0 &&
            std::strcmp(argv[i + 1], "en") == 0)
            return UserLanguage::en;
    }
    return UserLanguage::nl;
}

const std::map<std::string, Severity> severities = {
    {"info", Severity::info}, {"waarschuwing", Severity::warning}, {"fout", Severity::error}};

const std::map<std::string, OutputFormat> formats = {
    {"text", OutputFormat::text}, {"json", OutputFormat::json},   {"dot", OutputFormat::dot},
    {"svg", OutputFormat::svg},   {"sarif", OutputFormat::sarif}, {"github", OutputFormat::github}};

/// The words of the options that need a second look after parsing.
struct Words {
    std::string peildatum, severity = "info", language = "nl", format;
};

/// Without the library's own words in the help: the type name tells the choices.
CLI::Validator one_of(const std::set<std::string>& words) {
    return CLI::IsMember(words).description("");
}

class CommandLine {
  public:
    CommandLine(UserLanguage language, Date today)
        : app_(text(Text::program, language), "toets"), language_(language) {
        arguments_.peildatum = today;
        arguments_.language = language;
        app_.require_subcommand(1);
        const auto formatter = app_.get_formatter();
        formatter->label("Usage", text(Text::usage, language));
        formatter->label("OPTIONS", text(Text::options_word, language));
        formatter->label("SUBCOMMAND", text(Text::command_word, language));
        formatter->label("SUBCOMMANDS", text(Text::command_word, language));
        formatter->label("Positionals", text(Text::positionals, language));
        formatter->label("Options", text(Text::options_title, language));
        formatter->label("Subcommands", text(Text::commands_title, language));
        formatter->label("REQUIRED", text(Text::required, language));
        formatter->label("TEXT", text(Text::value_word, language));
        formatter->label("UINT", text(Text::number_word, language));
        formatter->label("Needs", text(Text::needs_word, language));
        app_.option_defaults()->group(text(Text::options_title, language));
        app_.set_help_flag("-h,--help", text(Text::help, language));
        app_.set_version_flag("--version", std::string("toets ") + TOETS_VERSION,
                              text(Text::version, language));
        add_check();
        add_scan();
        add_rules_and_tests();
        add_graph();
        add_explain();
        add_writers();
    }

    Parsed parse(int argc, char** argv) {
        try {
            std::vector<std::string> words = with_declared_options(argc, argv);
            std::reverse(words.begin(), words.end());  // as the library takes them
            app_.parse(std::move(words));
        } catch (const CLI::CallForHelp&) {
            const CLI::App* chosen = deepest();
            std::string before;
            for (const CLI::App* above = chosen->get_parent(); above != nullptr;
                 above = above->get_parent())
                before = above->get_name() + (before.empty() ? "" : " ") + before;
            std::cout << chosen->help(before);
            return {};
        } catch (const CLI::Success& done) {
            std::cout << done.what() << '\n';
            return {};
        } catch (const CLI::ParseError& error) {
            return wrong_use(argc, argv, error);
        }
        return finish();
    }

  private:
    /// The words of the command line. An option of `check` that is not the program's own is a fact
    /// that the rules may declare: `--name value` becomes `--fact name=value`.
    std::vector<std::string> with_declared_options(int argc, char** argv) const {
        std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
        const CLI::App* check = app_.get_subcommand("check");
        if (words.empty() || words.front() != check->get_name()) return words;
        for (std::size_t i = 1; i < words.size(); ++i) {
            const std::string& word = words[i];
            if (!word.starts_with("--") || word.size() == 2) continue;
            const std::size_t equals = word.find('=');
            const std::string name = word.substr(0, equals);
            const bool with_value = equals != std::string::npos;
            if (check->get_option_no_throw(name) != nullptr || name == "--help") continue;
            if (!with_value && (i + 1 >= words.size() || words[i + 1].starts_with("-"))) continue;
            words[i] = "--fact=" + name.substr(2) + "=" +
                       (with_value ? word.substr(equals + 1) : words[i + 1]);
            if (!with_value) words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
        return words;
    }

    CLI::App& add(Command command, const char* name, Text what, CLI::App* below = nullptr) {
        CLI::App& parent = below == nullptr ? app_ : *below;
        CLI::App* made = parent.add_subcommand(name, text(what, language_));
        made->group(text(Text::commands_title, language_));
        made->option_defaults()->group(text(Text::options_title, language_));
        made->set_help_flag("-h,--help", text(Text::help, language_));
        made->callback([this, command] { arguments_.command = command; });
        made->add_option("--rules", arguments_.rules, text(Text::rule_paths, language_));
        made->add_option("--parameters", arguments_.parameters, text(Text::parameters, language_));
        made->add_option("--lang", words_.language, text(Text::lang, language_))
            ->type_name("nl|en")
            ->check(one_of({"nl", "en"}));
        made->add_option("-o,--output", arguments_.output, text(Text::output, language_));
        made->add_flag("-v,--verbose", arguments_.verbose, text(Text::verbose, language_));
        return *made;
    }

    void add_evaluation(CLI::App& to) {
        to.add_option("--peildatum", words_.peildatum, text(Text::peildatum, language_));
        to.add_option("--severity", words_.severity, text(Text::severity, language_));
        to.add_option("--only", arguments_.only, text(Text::only, language_));
        to.add_flag_callback(
            "--no-documents", [this] { arguments_.read_documents = false; },
            text(Text::no_documents, language_));
        to.add_flag("--ocr", arguments_.ocr, text(Text::ocr, language_));
    }

    void add_check() {
        CLI::App& to = add(Command::check, "check", Text::check);
        to.add_option("paths", arguments_.paths, text(Text::paths, language_))->required();
        to.add_option("--fact", arguments_.facts, text(Text::facts, language_));
        to.add_flag("--together", arguments_.together, text(Text::together, language_));
        to.add_option("--subject", arguments_.subject, text(Text::only_subject, language_));
        add_evaluation(to);
        to.add_option("--format", words_.format, text(Text::format, language_))
            ->type_name("text|json|sarif|github")
            ->check(one_of({"text", "json", "sarif", "github"}));
    }

    void add_scan() {
        CLI::App& to = add(Command::scan, "scan", Text::scan);
        to.add_option("folder", arguments_.paths, text(Text::folder, language_))->required();
        to.add_option("--threads", arguments_.threads, text(Text::threads, language_));
        add_evaluation(to);
        to.add_option("--format", words_.format, text(Text::format, language_))
            ->type_name("text|json")
            ->check(one_of({"text", "json"}));
    }

    void add_rules_and_tests() {
        add(Command::rules, "rules", Text::rules);
        CLI::App& tests = add(Command::test, "test", Text::test);
        tests.add_option("paths", arguments_.paths, text(Text::test_paths, language_));
        tests.add_flag("--coverage", arguments_.coverage, text(Text::coverage, language_));
        CLI::Option* mutate =
            tests.add_flag("--mutate", arguments_.mutate, text(Text::mutate, language_));
        tests.add_option("--minimum", arguments_.minimum, text(Text::minimum, language_))
            ->type_name("0-100")
            ->check(CLI::Range(0U, 100U).description(""))
            ->needs(mutate);
        tests.add_option("--only", arguments_.only, text(Text::only, language_));
        tests.add_option("--threads", arguments_.threads, text(Text::mutate_threads, language_));
        tests.add_option("--format", words_.format, text(Text::format, language_))
            ->type_name("text|json")
            ->check(one_of({"text", "json"}));
        add(Command::schema, "schema", Text::schema);
    }

    void add_graph() {
        CLI::App& to = add(Command::graph, "graph", Text::graph);
        to.add_option("dossier", arguments_.paths, text(Text::dossier, language_))->expected(0, 1);
        add_evaluation(to);
        to.add_option("--format", words_.format, text(Text::graph_format, language_))
            ->type_name("dot|svg")
            ->check(one_of({"dot", "svg"}));
    }

    void add_explain() {
        CLI::App& to = add(Command::explain, "explain", Text::explain);
        to.add_option("rule", arguments_.rule, text(Text::rule_name, language_))->required();
        to.add_option("subject", arguments_.subject, text(Text::subject_name, language_))
            ->required();
        to.add_option("dossier", arguments_.paths, text(Text::dossier, language_))->required();
        add_evaluation(to);
    }

    void add_writers() {
        CLI::App& made = add(Command::pages, "pages", Text::pages);
        made.add_option("folder", arguments_.paths, text(Text::pages_folder, language_))
            ->required();
        made.add_flag("--check", arguments_.only_compare, text(Text::pages_check, language_));
        CLI::App& start = *app_.add_subcommand("new", text(Text::new_something, language_));
        start.group(text(Text::commands_title, language_));
        start.set_help_flag("-h,--help", text(Text::help, language_));
        start.require_subcommand(1);
        CLI::App& rule = add(Command::new_rule, "rule", Text::new_rule, &start);
        rule.add_option("rule", arguments_.rule, text(Text::new_rule_name, language_))->required();
        rule.add_option("--folder", arguments_.paths, text(Text::new_folder, language_));
        rule.add_option("--for", arguments_.subject, text(Text::new_subject, language_));
        add(Command::new_dossier, "dossier", Text::new_dossier, &start);
    }

    Parsed wrong(Text which, const std::string& what) const {
        std::cerr << fmt::format(fmt::runtime(text(which, language_)), visible(what)) << '\n';
        return {std::nullopt, Exit::wrong_use};
    }

    /// The library's own errors are English: what the user can do about it is said here.
    Parsed wrong_use(int argc, char** argv, const CLI::ParseError& error) const {
        const auto chosen = app_.get_subcommands();
        if (chosen.empty() && argc > 1) return wrong(Text::no_such_command, argv[1]);
        if (chosen.empty()) return wrong(Text::no_command, "");
        const auto rest = app_.remaining(true);
        if (!rest.empty()) return wrong(Text::no_such_option, rest.front());
        if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return missing(*deepest());
        if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr)
            return wrong(Text::not_alone, error.what());
        if (const CLI::Option* empty = without_value())
            return wrong(Text::no_value, empty->get_name());
        if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
            for (const CLI::Option* each : deepest()->get_options())
                if (each->count() > 1 && each->get_items_expected_max() == 1)
                    return wrong(Text::given_twice, each->get_name());
            return wrong(Text::no_value, option_in(error.what()).first);
        }
        const auto [option, value] = option_in(error.what());
        const CLI::Option* meant = deepest()->get_option_no_throw(option);
        const std::string fitting = meant == nullptr ? "" : meant->get_type_name();
        const bool has_choices = fitting.find_first_of("|-") != std::string::npos;
        return wrong(Text::wrong_value,
                     option + " " + value + (has_choices ? " (" + fitting + ")" : ""));
    }

    const CLI::App* deepest() const {
        const CLI::App* chosen = &app_;
        while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
        return chosen;
    }

    /// An option that was given nothing but an empty word; null when none was.
    const CLI::Option* without_value() const {
        for (const CLI::Option* each : deepest()->get_options())
            for (const std::string& value : each->results())
                if (value.empty() && !each->get_positional()) return each;
        return nullptr;
    }

    /// What the command can't do without, and where it may have gone: an option with a list takes
    /// all that follows.
    Parsed missing(const CLI::App& command) const {
        const auto wanted = command.get_options(
            [](const CLI::Option* each) { return each->get_required() && each->count() == 0; });
        const bool swallowed = arguments_.rules.size() + arguments_.parameters.size() +
                                   arguments_.only.size() + arguments_.facts.size() >
                               0;
        std::cerr << fmt::format(fmt::runtime(text(
                                     swallowed ? Text::missing_after_list : Text::something_missing,
                                     language_)),
                                 wanted.empty() ? std::string(text(Text::command_word, language_))
                                                : wanted.front()->get_description(),
                                 command.get_name())
                  << '\n';
        return {std::nullopt, Exit::wrong_use};
    }

    /// The option that an error of the library is about, with its value. The library says it as
    /// "--a: x not in {x,y}", "--a: Value 9 not in range 0 to 5" and "Could not convert: --a = x".
    static std::pair<std::string, std::string> option_in(const std::string& error) {
        std::istringstream words(error.substr(std::min(error.find("--"), error.size())));
        std::string option;
        std::string value;
        words >> option >> value;
        if (value == "=" || value == "Value") words >> value;
        if (option.ends_with(':')) option.pop_back();
        return {option, value};
    }

    Parsed finish() {
        if (const CLI::Option* empty = without_value())
            return wrong(Text::no_value, empty->get_name());
        if (!words_.peildatum.empty()) {
            const auto day = parse_date(words_.peildatum);
            if (!day || day->first != day->last) return wrong(Text::no_such_date, words_.peildatum);
            arguments_.peildatum = day->first;
        }
        const auto severity = severities.find(words_.severity);
        if (severity == severities.end()) return wrong(Text::no_such_severity, words_.severity);
        arguments_.severity = severity->second;
        const auto format = formats.find(words_.format);
        if (format != formats.end()) arguments_.format = format->second;
        arguments_.rules_named = !arguments_.rules.empty();
        if (!arguments_.rules_named) arguments_.rules.emplace_back(TOETS_RULES_FOLDER);
        return {arguments_, Exit::kept};
    }

    CLI::App app_;
    UserLanguage language_;
    Arguments arguments_;
    Words words_;
};

}  // namespace

const char* text(Text which, UserLanguage language) {
    return texts[static_cast<std::size_t>(which)][static_cast<std::size_t>(language)];
}

Parsed parse_arguments(int argc, char** argv, Date today) {
    return CommandLine(language_of(argc, argv), today).parse(argc, argv);
}

}  // namespace toets
