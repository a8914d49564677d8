// A pupil's support plans, what happened around them, and the talks.
#include <algorithm>

#include "tests/benchmark/generate/pupil.h"

namespace toets::benchmark {
namespace {

constexpr Day hearing_law = 20301;  // 2025-08-01

/// The school years that are over and in which the plan must have been reviewed.
std::vector<int> years_of_review(const SupportPlan& plan) {
    std::vector<int> years;
    const Day last = plan.ended.value_or(peildatum);
    for (int year = school_year_of(plan.adopted); year <= school_year_of(last); ++year) {
        const Day end = last_of_school_year(year);
        const bool long_enough = plan.adopted + 182 < end;
        const bool still_running = !plan.ended || *plan.ended >= end;
        if (long_enough && still_running && end < peildatum) years.push_back(year);
    }
    return years;
}

void add_reviews(SupportPlan& plan, const std::string& subject, Random& random,
                 Expected& expected) {
    const std::vector<int> years = years_of_review(plan);
    for (const int year : years) {
        const Day from = std::max(plan.adopted + 10, first_of_school_year(year));
        const Day day = random.chance(50) ? last_of_school_year(year)
                                          : random.between(from, last_of_school_year(year));
        plan.reviews.push_back({day, Answer::yes, random.chance(800)});
    }
    if (!years.empty() && random.chance(broken)) {
        const auto which = random.between(0, static_cast<int>(years.size()) - 1);
        if (random.chance(500))
            plan.reviews[static_cast<std::size_t>(which)].with_parents = Answer::no;
        else
            plan.reviews.erase(plan.reviews.begin() + which);
        expected.violated("evaluatie-per-schooljaar", subject);
    } else if (!years.empty() && random.chance(left_unknown)) {
        const auto which = random.between(0, static_cast<int>(years.size()) - 1);
        plan.reviews[static_cast<std::size_t>(which)].with_parents = Answer::unknown;
        expected.unknown("evaluatie-per-schooljaar", subject);
    }
    const Day this_year = std::max(plan.adopted + 10, first_of_school_year(2026));
    if (!plan.ended && this_year < peildatum && random.chance(300))
        plan.reviews.push_back({random.between(this_year, peildatum), Answer::yes, true});
}

void add_hearings(SupportPlan& plan, const std::string& subject, Random& random,
                  Expected& expected) {
    const bool is_law = plan.adopted >= hearing_law;
    if (!is_law && random.chance(600)) return;
    const Day in_time = random.chance(100) ? plan.adopted : plan.adopted - random.between(0, 60);
    if (!is_law || !random.chance(broken)) {
        plan.hearings.push_back(in_time);
        return;
    }
    switch (random.between(0, 2)) {
        case 0:
            plan.hearings.push_back(std::min(plan.adopted + random.between(1, 10), peildatum));
            break;
        case 1:
            plan.hearings_stated = false;
            break;
        default:
            break;
    }
    expected.violated("gehoord-voor-vaststelling", subject);
}

void add_consents(SupportPlan& plan, const Pupil& pupil, const std::string& subject, Random& random,
                  Expected& expected) {
    if (random.chance(40)) plan.kind = "doorstroomperspectief";
    if (random.chance(100)) return;
    plan.action_part = plan.adopted;
    if (random.chance(300))
        plan.action_part = std::min(plan.adopted + random.between(1, 20), peildatum - 1);
    const bool counts = plan.kind == "opp";
    for (const Parent& parent : pupil.parents) {
        if (!parent.custody) continue;
        const Day day = *plan.action_part - (random.chance(100) ? 0 : random.between(0, 40));
        plan.consents.push_back(
            {day, parent.id, random.chance(900) ? "handelingsdeel" : "plan", "akkoord"});
    }
    if (random.chance(broken)) {
        const int how = random.between(0, 2);
        if (how == 0) plan.consents.clear();
        for (Consent& each : plan.consents) {
            if (how == 1)
                each.decision = "geweigerd";
            else
                each.day = std::min(*plan.action_part + random.between(1, 10), peildatum);
        }
        if (counts) expected.violated("instemming-handelingsdeel", subject);
    } else if (random.chance(left_unknown)) {
        for (Consent& each : plan.consents) each.decision = "onbekend";
        if (counts) expected.unknown("instemming-handelingsdeel", subject);
    }
}

/// The day on which the first plan was adopted, or null when that is still to come.
std::optional<Day> first_adoption(const Pupil& pupil, Random& random, Expected& expected) {
    const Day bound = rolled(pupil.enrolled + 42);
    if (bound + 40 < peildatum && random.chance(broken)) {
        expected.violated("opp-op-tijd", pupil.id);
        return bound + random.between(1, 20);
    }
    const Day in_time = random.chance(50) ? bound : random.between(pupil.enrolled + 7, bound);
    if (in_time >= peildatum) return std::nullopt;
    return in_time;
}

}  // namespace

void add_plans(Pupil& pupil, Random& random, Expected& expected) {
    const std::optional<Day> adopted = first_adoption(pupil, random, expected);
    if (!adopted) return;
    pupil.plans.emplace_back();
    pupil.plans.front().adopted = *adopted;
    const bool has_time = *adopted + 300 < peildatum - 10;
    const bool two_at_once = has_time && random.chance(broken);
    if (two_at_once || (has_time && random.chance(250))) {
        SupportPlan second;
        second.adopted = random.between(*adopted + 250, peildatum - 10);
        if (two_at_once)
            expected.violated("een-geldend-opp", pupil.id);
        else
            pupil.plans.front().ended = second.adopted;
        pupil.plans.push_back(second);
    }
    for (std::size_t i = 0; i < pupil.plans.size(); ++i) {
        SupportPlan& plan = pupil.plans[i];
        plan.id = "P" + std::to_string(i + 1);
        const std::string subject = pupil.id + '/' + plan.id;
        add_reviews(plan, subject, random, expected);
        add_hearings(plan, subject, random, expected);
        add_consents(plan, pupil, subject, random, expected);
    }
}

namespace {

/// When the report of the talk was shared: in time, too late, not yet, or nobody knows.
void share_report(Talk& talk, const std::string& subject, Random& random, Expected& expected) {
    const Day bound = working_days_after(talk.day, 10);
    if (bound + 5 < peildatum && random.chance(broken)) {
        talk.shared = std::min(bound + random.between(1, 20), peildatum);
        expected.violated("verslag-gedeeld", subject);
        return;
    }
    if (bound < peildatum && random.chance(left_unknown)) {
        talk.shared_unknown = random.chance(500);
        expected.unknown("verslag-gedeeld", subject);
        return;
    }
    const Day shared = random.chance(100) ? bound : random.between(talk.day, bound);
    if (shared < peildatum) talk.shared = shared;
}

void add_talk(Pupil& pupil, std::string_view kind, Day day, Random& random, Expected& expected) {
    Talk talk;
    talk.id = "G" + std::to_string(pupil.talks.size() + 1);
    talk.kind = kind;
    talk.day = day;
    const std::string subject = pupil.id + '/' + talk.id;
    for (const Parent& parent : pupil.parents)
        if (parent.custody || random.chance(300))
            talk.attendees.push_back({"ouder", parent.id, true});
    talk.attendees.push_back({"leerkracht", "", true});
    if (random.chance(400)) talk.attendees.push_back({"intern-begeleider", "", true});
    if (kind == "oogo" && random.chance(broken)) {
        if (random.chance(500))
            talk.attendees.erase(talk.attendees.begin());
        else
            talk.attendees.front().present = false;
        expected.violated("ouders-bij-overleg", subject);
    }
    const bool counts = kind == "oogo" || kind == "evaluatie";
    if (counts)
        share_report(talk, subject, random, expected);
    else
        talk.shared = std::min(day + random.between(0, 60), peildatum);
    pupil.talks.push_back(talk);
}

}  // namespace

void add_talks(Pupil& pupil, Random& random, Expected& expected) {
    for (const SupportPlan& plan : pupil.plans) {
        add_talk(pupil, "oogo", plan.adopted - random.between(0, 30), random, expected);
        for (const Review& review : plan.reviews)
            if (random.chance(500)) add_talk(pupil, "evaluatie", review.day, random, expected);
    }
    if (random.chance(300))
        add_talk(pupil, random.chance(500) ? "zorg" : "overig", peildatum - random.between(1, 500),
                 random, expected);
}

}  // namespace toets::benchmark
