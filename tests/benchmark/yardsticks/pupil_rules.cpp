// The ten rules by hand. Each says the same as its .regels file, for the values that dossiers of
// the generator can hold.
#include <algorithm>
#include <array>

#include "tests/benchmark/support/days.h"
#include "tests/benchmark/yardsticks/pupil_facts.h"

namespace toets::benchmark {
namespace {

constexpr DayNumber hearing_law = 20301;  // 2025-08-01
constexpr DayNumber window_begin = peildatum - 28;

/// Ends of terms, reckoned once for every day that occurs.
class TermTable {
  public:
    TermTable() {
        for (DayNumber day = first; day < first + size; ++day) {
            rolled_[at(day)] = rolled(day);
            ten_working_days_[at(day)] = working_days_after(day, 10);
        }
    }
    DayNumber six_weeks_after(DayNumber day) const { return rolled_[at(day + 42)]; }
    DayNumber ten_working_days_after(DayNumber day) const { return ten_working_days_[at(day)]; }

  private:
    static constexpr DayNumber first = 14610;  // 2010-01-01
    static constexpr DayNumber size = 7000;
    static std::size_t at(DayNumber day) {
        return static_cast<std::size_t>(std::clamp(day - first, 0, size - 1));
    }
    std::array<DayNumber, size> rolled_{};
    std::array<DayNumber, size> ten_working_days_{};
};

/// Where a finding is about: the pupil, and the keys below it.
struct Reporter {
    std::string_view school, pupil;
    std::string& lines;

    void operator()(std::string_view rule, std::string_view subject, std::string_view below,
                    std::string_view outcome) const {
        for (const std::string_view each :
             {school, std::string_view(";"), rule, std::string_view(";"), pupil})
            lines += each;
        for (const std::string_view each : {subject, below}) {
            if (each.empty()) continue;
            lines += '/';
            lines += each;
        }
        lines += ';';
        lines += outcome;
        lines += '\n';
    }
    void violated(std::string_view rule, std::string_view subject = {},
                  std::string_view below = {}) const {
        (*this)(rule, subject, below, "overtreding");
    }
    void unknown(std::string_view rule, std::string_view subject = {}) const {
        (*this)(rule, subject, {}, "onbekend");
    }
};

void check_adoption(const PupilFacts& pupil, const TermTable& terms, const Reporter& report) {
    int running = 0;
    DayNumber first = absent;
    for (const PlanFact& plan : pupil.plans) {
        first = std::min(first, plan.adopted);
        if (plan.adopted <= peildatum && plan.ended > peildatum) ++running;
    }
    if (running > 1) report.violated("een-geldend-opp");
    if (!pupil.extra_support) return;
    const DayNumber bound = terms.six_weeks_after(pupil.enrolled);
    if (first > bound && (first != absent || bound < peildatum)) report.violated("opp-op-tijd");
}

void check_reviews(const PupilFacts& pupil, const PlanFact& plan, const Reporter& report) {
    bool unknown = false;
    const DayNumber until = std::min(plan.ended, peildatum);
    DayNumber year_begin = first_of_school_year(school_year_of(plan.adopted));
    while (year_begin <= until) {
        DayNumber next = year_begin + 365;  // 1 August again
        if (first_of_school_year(school_year_of(next)) != next) ++next;
        const DayNumber year_end = next - 1;
        if (plan.adopted + 182 < year_end && plan.ended >= year_end && year_end < peildatum) {
            Said reviewed = Said::no;
            for (std::uint32_t i = plan.reviews.begin; i < plan.reviews.end; ++i) {
                const ReviewFact& each = pupil.reviews[i];
                if (each.day < year_begin || each.day > year_end) continue;
                if (each.with_parents == Said::yes) reviewed = Said::yes;
                if (each.with_parents == Said::unknown && reviewed == Said::no)
                    reviewed = Said::unknown;
            }
            if (reviewed == Said::no) return report.violated("evaluatie-per-schooljaar", plan.id);
            unknown = unknown || reviewed == Said::unknown;
        }
        year_begin = next;
    }
    if (unknown) report.unknown("evaluatie-per-schooljaar", plan.id);
}

void check_hearing(const PupilFacts& pupil, const PlanFact& plan, const Reporter& report) {
    if (plan.adopted < hearing_law) return;
    for (std::uint32_t i = plan.hearings.begin; i < plan.hearings.end; ++i) {
        const DayNumber day = pupil.hearings[i];
        if (day <= plan.adopted && day >= plan.adopted - 182) return;
    }
    report.violated("gehoord-voor-vaststelling", plan.id);
}

void check_consent(const PupilFacts& pupil, const PlanFact& plan, const Reporter& report) {
    if (plan.action_part == absent || plan.is_transfer) return;
    bool unknown = false;
    for (std::uint32_t i = plan.consents.begin; i < plan.consents.end; ++i) {
        const ConsentFact& each = pupil.consents[i];
        const bool in_time = each.day <= plan.action_part && each.day >= plan.action_part - 182;
        if (!each.counts || !in_time) continue;
        if (each.agreed == Said::yes) return;
        unknown = unknown || each.agreed == Said::unknown;
    }
    if (unknown)
        report.unknown("instemming-handelingsdeel", plan.id);
    else
        report.violated("instemming-handelingsdeel", plan.id);
}

void check_guidance(const PupilFacts& pupil, const GuidanceFact& guidance, const Reporter& report) {
    if (!guidance.of_pupil) return;
    bool by_parents = false, by_pupil = false;
    for (const PermissionFact& each : pupil.permissions) {
        if (!each.for_support || !each.given || each.day >= guidance.begin) continue;
        if (each.by_pupil)
            by_pupil = true;
        else if (each.withdrawn >= guidance.begin)
            by_parents = true;
    }
    if (!by_parents) report.violated("toestemming-begeleiding/a", guidance.request, guidance.id);
    if (!by_pupil && age_on(pupil.born, guidance.begin) >= 16)
        report.violated("toestemming-begeleiding/b", guidance.request, guidance.id);
}

void check_suspensions(const PupilFacts& pupil, const Reporter& report) {
    const auto& all = pupil.suspensions;
    for (const SuspensionFact& each : all) {
        if (each.last >= each.first + 7) report.violated("schorsing-week/a", each.id);
        // the series that begins with this one: nothing before it joins, all that follow do
        bool begins = true;
        DayNumber last = each.last;
        for (const SuspensionFact& other : all)
            begins = begins && !(other.first < each.first && other.last + 3 >= each.first);
        for (bool grown = begins; grown;) {
            grown = false;
            for (const SuspensionFact& other : all) {
                if (other.first < each.first || other.first > last + 3 || other.last <= last)
                    continue;
                last = other.last;
                grown = true;
            }
        }
        if (begins && last > each.last && last >= each.first + 7)
            report.violated("schorsing-week/b", each.id);
    }
}

void check_talk(const PupilFacts& pupil, const TalkFact& talk, const TermTable& terms,
                const Reporter& report) {
    if (talk.is_consultation || talk.is_review) {
        const DayNumber bound = terms.ten_working_days_after(talk.day);
        if (talk.shared == not_known) {
            if (bound < peildatum) report.unknown("verslag-gedeeld", talk.id);
        } else if (talk.shared > bound) {
            report.violated("verslag-gedeeld", talk.id);
        }
    }
    if (!talk.is_consultation || talk.day < peildatum - 400 * 7) return;
    for (const ParentFact& parent : pupil.parents) {
        if (!parent.custody) continue;
        bool there = false;
        for (std::uint32_t i = talk.attendees.begin; i < talk.attendees.end && !there; ++i) {
            const AttendeeFact& each = pupil.attendees[i];
            there = each.is_parent && each.present && each.parent == parent.id;
        }
        if (!there) return report.violated("ouders-bij-overleg", talk.id);
    }
}

void check_absence(const PupilFacts& pupil, const Reporter& report) {
    int hours = 0;
    bool unknown = false;
    for (const AbsenceFact& each : pupil.absences) {
        if (each.allowed || each.day < window_begin) continue;
        if (each.hours < 0)
            unknown = true;
        else
            hours += each.hours;
    }
    if (hours < 16 && !unknown) return;
    for (const DayNumber day : pupil.absence_reports)
        if (day >= window_begin) return;
    if (unknown)
        report.unknown("verzuim-gemeld");
    else
        report.violated("verzuim-gemeld");
}

}  // namespace

void PupilFacts::clear() {
    born = enrolled = absent;
    extra_support = false;
    parents.clear();
    plans.clear();
    hearings.clear();
    consents.clear();
    reviews.clear();
    talks.clear();
    attendees.clear();
    permissions.clear();
    guidance.clear();
    suspensions.clear();
    absences.clear();
    absence_reports.clear();
}

void check_pupil(const PupilFacts& pupil, std::string_view school, std::string& lines) {
    static const TermTable terms;
    const Reporter report{school, pupil.id, lines};
    check_adoption(pupil, terms, report);
    for (const PlanFact& plan : pupil.plans) {
        check_reviews(pupil, plan, report);
        check_hearing(pupil, plan, report);
        check_consent(pupil, plan, report);
    }
    for (const GuidanceFact& guidance : pupil.guidance) check_guidance(pupil, guidance, report);
    check_suspensions(pupil, report);
    for (const TalkFact& talk : pupil.talks) check_talk(pupil, talk, terms, report);
    check_absence(pupil, report);
}

}  // namespace toets::benchmark
