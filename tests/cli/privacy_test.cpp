// What the vocabulary calls `vertrouwelijk` leaves the dossier for no report and no log.
#include <cctype>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "checker/findings/value_text.h"
#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& folder, const std::string& extension) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == extension) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

/// The confidential kenmerken by element, as the rule files declare them.
std::map<std::string, std::set<std::string>> confidential() {
    std::map<std::string, std::set<std::string>> found;
    const std::regex concept_line("^begrip ([^ ]+).*");
    const std::regex attribute_line("^ +([^ ]+) +:.* vertrouwelijk( .*)?$");
    for (const auto& path : files_below(source_root() / "rules", ".regels")) {
        std::istringstream lines(read_file(path));
        std::string element;
        std::smatch match;
        for (std::string line; std::getline(lines, line);) {
            if (std::regex_match(line, match, concept_line)) {
                element = match[1];
                std::transform(element.begin(), element.end(), element.begin(),
                               [](unsigned char c) { return std::tolower(c); });
            } else if (std::regex_match(line, match, attribute_line)) {
                found[element].insert(match[1]);
            }
        }
    }
    return found;
}

/// The values of those kenmerken in one dossier, in every way in which a report could write them.
std::set<std::string> secrets_of(const std::string& dossier) {
    static const auto of_element = confidential();
    REQUIRE(of_element.contains("leerling"));
    std::set<std::string> found;
    const std::regex tag("<([a-z-]+)((?: +|\n *)[^<>]*)>");
    const std::regex attribute("([a-z-]+)=\"([^\"]*)\"");
    for (std::sregex_iterator at(dossier.begin(), dossier.end(), tag), end; at != end; ++at) {
        const auto names = of_element.find((*at)[1]);
        if (names == of_element.end()) continue;
        const std::string attributes = (*at)[2];
        for (std::sregex_iterator a(attributes.begin(), attributes.end(), attribute); a != end;
             ++a) {
            const std::string value = (*a)[2];
            // a misspelt name is as confidential as the name that was meant
            const bool is_birth = (*a)[1].str().starts_with("geboorte");
            if ((!names->second.contains((*a)[1]) && !is_birth) || value == "onbekend") continue;
            found.insert(value);
            if (const auto day = parse_date(value)) {
                found.insert(date_text(*day, UserLanguage::nl));
                found.insert(date_text(*day, UserLanguage::en));
            }
        }
    }
    return found;
}

std::set<std::string> secrets_of_fixtures() {
    std::set<std::string> all;
    for (const auto& path : files_below(source_root() / "fixtures", ".xml"))
        all.merge(secrets_of(read_file(path)));
    return all;
}

/// Whether the text holds this as a word of its own: "d8" doesn't stand in the colour e6d8f2.
bool mentions(const std::string& text, const std::string& secret) {
    const auto is_word = [&](std::size_t at) {
        return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
    };
    for (std::size_t at = text.find(secret); at != std::string::npos;
         at = text.find(secret, at + 1))
        if ((at == 0 || !is_word(at - 1)) && !is_word(at + secret.size())) return true;
    return false;
}

void check_silent(const std::string& command, const std::set<std::string>& secrets) {
    const Run run = run_toets(words_of(command));
    CAPTURE(command);
    CHECK(run.out.size() + run.err.size() > 100);
    for (const std::string& secret : secrets) {
        CHECK_MESSAGE(!mentions(run.out, secret), secret, " stands in the report");
        CHECK_MESSAGE(!mentions(run.err, secret), secret, " stands on stderr");
    }
}

}  // namespace

TEST_CASE("the fixtures hold something to hide") {
    const auto secrets = secrets_of_fixtures();
    CHECK(secrets.size() > 20);
    CHECK(secrets.contains("2016-03-02"));
    CHECK(secrets.contains("2 maart 2016"));
}

TEST_CASE("no birth date and no confidential value stands in a report or a log") {
    const auto secrets = secrets_of_fixtures();
    for (const std::string options :
         {"", " --lang en", " --format json", " --format json --lang en"})
        check_silent("check fixtures --verbose --peildatum 2026-11-01" + options, secrets);
    check_silent("scan fixtures --verbose --peildatum 2026-11-01 --format json", secrets);
    check_silent("graph fixtures/de-wilgenhoek --verbose --peildatum 2026-11-01", secrets);
}

TEST_CASE("no explanation shows a confidential value") {
    const auto secrets = secrets_of_fixtures();
    for (const std::string about :
         {"opp-hoorrecht L03", "verzuim-16-uur-melding L07", "open-schorsing-evenredig L10",
          "tlv-deskundige-eigen-advies L05", "swv-tlv-deskundigen L05"})
        for (const std::string language : {"nl", "en"})
            check_silent("explain " + about +
                             " fixtures/de-wilgenhoek --peildatum 2026-11-01 --lang " + language,
                         secrets);
}

}  // namespace toets::tests
