// The smaller texts of reports, in both languages: lengths of time, steps of a term, holidays,
// sources and their addresses.
#include "checker/report/words.h"

#include <string>

#include <doctest/doctest.h>

#include "checker/findings/value_text.h"
#include "tests/support/golden.h"

namespace toets::tests {

namespace {

constexpr Date sixth_of_may = *make_date(2026, 5, 6);

/// Every text that needs no dossier, a line each.
std::string listing(UserLanguage language) {
    std::string out;
    const auto add = [&](const std::string& text) { out += text + "\n"; };
    for (const Unit unit : {Unit::days, Unit::weeks, Unit::months, Unit::years, Unit::working_days,
                            Unit::school_days, Unit::lesson_weeks, Unit::hours})
        add(duration_text({1, unit}, language) + ", " + duration_text({2, unit}, language));
    using Kind = TermStep::Kind;
    for (const Kind kind : {Kind::start, Kind::length, Kind::extension, Kind::suspension,
                            Kind::minimum_working_days, Kind::roll_weekend, Kind::roll_holiday})
        add(term_step_text({kind, sixth_of_may, 7, {}, {}}, language));
    add(term_step_text({Kind::length, sixth_of_may, 42, {}, Duration{6, Unit::weeks}}, language));
    for (const Holiday day :
         {Holiday::new_years_day, Holiday::good_friday, Holiday::easter_monday, Holiday::kings_day,
          Holiday::liberation_day, Holiday::ascension_day, Holiday::whit_monday,
          Holiday::christmas_day, Holiday::second_christmas_day, Holiday::equated_day})
        add(term_step_text({Kind::roll_holiday, sixth_of_may, 1, day, {}}, language));
    for (const Outcome outcome :
         {Outcome::violated, Outcome::unknown, Outcome::blocked, Outcome::judgement,
          Outcome::pending, Outcome::met, Outcome::excepted, Outcome::not_applicable})
        add(phrase(outcome_phrase(outcome, Severity::error), language));
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error})
        add(phrase(outcome_phrase(Outcome::violated, severity), language));
    for (const Grade grade : {Grade::content, Grade::heading_only, Grade::mention, Grade::pointer,
                              Grade::negated, Grade::outdated, Grade::not_found, Grade::unreadable})
        add(phrase(grade_phrase(grade), language));
    add(phrase(Phrase::from_ocr, language));  // a report with it takes a program that may lack
    for (const Truth truth : {Truth::yes, Truth::no, Truth::unknown, Truth::pending})
        add(phrase(truth_phrase(truth), language));
    Citation whole{"LEENWET", "Leenwet", "BWBR0000001", "2a", "1, 3",
                   "a",       "2",       "bijlage 1",   {},   {}};
    whole.version = *make_date(2026, 1, 1);
    add(citation_text(whole, language));
    add(citation_text({"GEWOONTE", "", "", "", "", "", "", "", {}, {}}, language));
    add(citation_text({"REGLEMENT", "", "", "", "", "", "", "hoofdstuk 4", {}, {}}, language));
    return out;
}

}  // namespace

TEST_CASE("the words of a report read well in both languages") {
    const auto folder = source_root() / "tests/report/cases";
    const std::string dutch = listing(UserLanguage::nl);
    CHECK(dutch == golden(folder / "woorden.nl.txt", dutch));
    const std::string english = listing(UserLanguage::en);
    CHECK(english == golden(folder / "woorden.en.txt", english));
}

TEST_CASE("a citation of a law links to its article in the version that is cited") {
    Citation cited{"LEENWET", "Leenwet", "BWBR0000001", "2a", "", "", "", "", {}, {}};
    CHECK(citation_link(cited) == "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=2a");
    cited.version = *make_date(2026, 1, 1);
    CHECK(citation_link(cited) ==
          "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=2a&z=2026-01-01&g=2026-01-01");
    cited.article.clear();
    CHECK(citation_link(cited) ==
          "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&z=2026-01-01&g=2026-01-01");
    cited.number.clear();
    CHECK(citation_link(cited).empty());
}

}  // namespace toets::tests
