#include "checker/report/words.h"

#include <fmt/format.h>

#include "checker/findings/value_text.h"
#include "checker/report/filled.h"

namespace toets {
namespace {

constexpr const char* table[][2] = {
#define WORD(name, dutch, english) {dutch, english},
#include "checker/report/words.def"
#undef WORD
};

}  // namespace

const char* phrase(Phrase which, UserLanguage language) {
    return table[static_cast<std::size_t>(which)][static_cast<std::size_t>(language)];
}

Phrase outcome_phrase(Outcome outcome, Severity severity) {
    switch (outcome) {
        case Outcome::violated:
            if (severity == Severity::error) return Phrase::violated;
            return severity == Severity::warning ? Phrase::warning_violated : Phrase::info_violated;
        case Outcome::unknown:
            return Phrase::unknown;
        case Outcome::blocked:
            return Phrase::blocked;
        case Outcome::judgement:
            return Phrase::judgement;
        case Outcome::pending:
            return Phrase::pending;
        case Outcome::met:
            return Phrase::met;
        case Outcome::excepted:
            return Phrase::excepted;
        case Outcome::not_applicable:
            break;
    }
    return Phrase::not_applicable;
}

Phrase grade_phrase(Grade grade) {
    switch (grade) {
        case Grade::content:
            return Phrase::grade_content;
        case Grade::heading_only:
            return Phrase::grade_heading_only;
        case Grade::mention:
            return Phrase::grade_mention;
        case Grade::pointer:
            return Phrase::grade_pointer;
        case Grade::negated:
            return Phrase::grade_negated;
        case Grade::outdated:
            return Phrase::grade_outdated;
        case Grade::not_found:
            return Phrase::grade_not_found;
        case Grade::unreadable:
            break;
    }
    return Phrase::grade_unreadable;
}

Phrase truth_phrase(Truth truth) {
    switch (truth) {
        case Truth::yes:
            return Phrase::truth_yes;
        case Truth::no:
            return Phrase::truth_no;
        case Truth::unknown:
            return Phrase::truth_unknown;
        case Truth::pending:
            break;
    }
    return Phrase::truth_pending;
}

Phrase holiday_phrase(Holiday holiday) {
    switch (holiday) {
        case Holiday::new_years_day:
            return Phrase::new_years_day;
        case Holiday::good_friday:
            return Phrase::good_friday;
        case Holiday::easter_monday:
            return Phrase::easter_monday;
        case Holiday::kings_day:
            return Phrase::kings_day;
        case Holiday::liberation_day:
            return Phrase::liberation_day;
        case Holiday::ascension_day:
            return Phrase::ascension_day;
        case Holiday::whit_monday:
            return Phrase::whit_monday;
        case Holiday::christmas_day:
            return Phrase::christmas_day;
        case Holiday::second_christmas_day:
            return Phrase::second_christmas_day;
        case Holiday::equated_day:
            break;
    }
    return Phrase::equated_day;
}

std::string term_step_text(const TermStep& step, UserLanguage language) {
    const std::string until = date_text(step.date, language);
    switch (step.kind) {
        case TermStep::Kind::start:
            return filled(Phrase::term_start, language, until);
        case TermStep::Kind::length:
            return filled(Phrase::term_length, language,
                          step.duration ? duration_text(*step.duration, language)
                                        : duration_text({step.days, Unit::days}, language),
                          until);
        case TermStep::Kind::extension:
            return filled(Phrase::term_extension, language, step.days, until);
        case TermStep::Kind::suspension:
            return filled(Phrase::term_suspension, language, step.days, until);
        case TermStep::Kind::minimum_working_days:
            return filled(Phrase::term_working_days, language, until);
        case TermStep::Kind::roll_weekend:
            return filled(Phrase::term_weekend, language, until);
        case TermStep::Kind::roll_holiday:
            break;
    }
    const Phrase holiday = step.holiday ? holiday_phrase(*step.holiday) : Phrase::equated_day;
    return filled(Phrase::term_holiday, language, phrase(holiday, language), until);
}

std::string citation_text(const Citation& citation, UserLanguage language) {
    // a law is known by its short name; of anything else that is only a name to write rules with
    std::string text = citation.number.empty() ? citation.title : citation.work;
    const auto add = [&](Phrase which, const std::string& value) {
        if (!value.empty()) text += " " + filled(which, language, value);
    };
    add(Phrase::article, citation.article);
    add(Phrase::paragraph, citation.paragraphs);
    add(Phrase::letter, citation.letters);
    add(Phrase::sentence, citation.sentences);
    if (!citation.place.empty()) text += ", " + citation.place;
    if (citation.version) add(Phrase::text_of, date_text(*citation.version, language));
    return text;
}

std::string citation_link(const Citation& citation) {
    if (citation.number.empty()) return {};
    std::string link = "https://wetten.overheid.nl/jci1.3:c:" + citation.number;
    if (!citation.article.empty()) link += "&artikel=" + citation.article;
    const bool one_paragraph = citation.paragraphs.find(',') == std::string::npos;
    if (!citation.paragraphs.empty() && one_paragraph) link += "&lid=" + citation.paragraphs;
    if (citation.version) link += "&z=" + iso(*citation.version) + "&g=" + iso(*citation.version);
    return link;
}

}  // namespace toets
