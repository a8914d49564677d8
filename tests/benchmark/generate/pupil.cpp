// One pupil: family, enrolment, guidance, suspensions and absence.
#include "tests/benchmark/generate/pupil.h"

#include <algorithm>

namespace toets::benchmark {
namespace {

void add_parents(Pupil& pupil, Random& random) {
    pupil.parents.push_back({"O1", true});
    if (random.chance(900)) pupil.parents.push_back({"O2", random.chance(900)});
}

void enrol(Pupil& pupil, SchoolKind kind, Random& random) {
    const int age = kind == SchoolKind::primary ? random.between(4, 12) : random.between(12, 18);
    pupil.born = peildatum - 365 * age - random.between(0, 364);
    if (random.chance(120)) {
        pupil.enrolled = peildatum - random.between(7, 76);
    } else if (random.chance(700)) {
        pupil.enrolled = first_of_school_year(random.between(2021, 2025));
    } else {
        pupil.enrolled = peildatum - random.between(200, 1800);
    }
    pupil.enrolled_before = random.chance(100);
    pupil.extra_support = random.chance(260);
}

/// Breaks the consent of the parents in one of four ways.
void break_permission(Pupil& pupil, Permission& given, Day begin, Random& random) {
    switch (random.between(0, 3)) {
        case 0:
            given.day = begin;
            break;
        case 1:
            given.given = false;
            break;
        case 2:
            given.withdrawn = begin - 1;
            break;
        default:
            given.purpose = "delen-met-derden";
            break;
    }
    pupil.permissions.push_back(given);
}

void add_guidance(Pupil& pupil, Random& random, Expected& expected) {
    if (random.chance(150))
        pupil.permissions.push_back({peildatum - random.between(1, 900), "delen-met-derden", "O1",
                                     random.chance(800), std::nullopt});
    if (!random.chance(pupil.extra_support ? 400 : 40)) return;
    Guidance made;
    made.begin = std::max(pupil.enrolled, peildatum - 700) + 5;
    made.begin = random.between(made.begin, std::max(made.begin, peildatum - 5));
    made.begin = std::min(made.begin, peildatum - 1);
    made.start = made.begin - random.between(1, 20);
    made.asked = made.start - random.between(1, 20);
    made.level = random.chance(800) ? "leerling" : "klas";
    const bool counts = made.level == "leerling";
    const std::string subject = pupil.id + "/H1/T1";
    Permission by_parent{made.begin - random.between(1, 40), "onderwijsondersteuning", "O1", true,
                         std::nullopt};
    if (counts && random.chance(broken)) {
        break_permission(pupil, by_parent, made.begin, random);
        expected.violated("toestemming-begeleiding/a", subject);
    } else {
        pupil.permissions.push_back(by_parent);
    }
    if (age_on(pupil.born, made.begin) >= 16) {
        Permission own = by_parent;
        own.parent.clear();
        own.given = true;
        own.purpose = "onderwijsondersteuning";
        own.withdrawn.reset();
        own.day = made.begin - random.between(1, 30);
        if (counts && random.chance(broken)) {
            own.day = std::min(made.begin + random.between(0, 10), peildatum);
            expected.violated("toestemming-begeleiding/b", subject);
        }
        pupil.permissions.push_back(own);
    }
    pupil.guidance.push_back(made);
}

Day to_monday(Day day) { return day - (weekday_of(day) - 1); }

void add_suspensions(Pupil& pupil, Random& random, Expected& expected) {
    if (!random.chance(100)) return;
    Suspension first{"S1", peildatum - random.between(40, 700), 0};
    if (weekday_of(first.first) > 5) first.first = to_monday(first.first);
    first.last = first.first + random.between(0, 6);
    if (random.chance(broken)) {
        first.last = first.first + random.between(7, 18);
        expected.violated("schorsing-week/a", pupil.id + "/S1");
    } else if (random.chance(broken)) {
        first.first = to_monday(first.first);
        first.last = first.first + 4;
        const Day again = first.first + 7;
        pupil.suspensions.push_back(first);
        pupil.suspensions.push_back({"S2", again, again + random.between(0, 4)});
        expected.violated("schorsing-week/b", pupil.id + "/S1");
        return;
    }
    pupil.suspensions.push_back(first);
}

/// Sixteen hours or more in the last four weeks, in two or three rows.
void add_much_absence(Pupil& pupil, Random& random) {
    if (random.chance(300)) {
        pupil.absences.push_back({peildatum - 28, 8, false});
        pupil.absences.push_back({peildatum - 3, 8, false});
        return;
    }
    for (int i = 0; i < 3; ++i)
        pupil.absences.push_back({peildatum - random.between(1, 28), random.between(6, 8), false});
}

void add_absence(Pupil& pupil, Random& random, Expected& expected) {
    const int rows = random.between(0, 3);
    for (int i = 0; i < rows; ++i) {
        Absence made{peildatum - random.between(1, 300), random.between(1, 6), random.chance(700)};
        if (!made.allowed && made.day >= peildatum - 28) made.hours = random.between(1, 2);
        pupil.absences.push_back(made);
    }
    if (random.chance(broken)) {
        add_much_absence(pupil, random);
        if (random.chance(500)) pupil.absence_reports.push_back(peildatum - random.between(29, 90));
        expected.violated("verzuim-gemeld", pupil.id);
    } else if (random.chance(broken)) {
        add_much_absence(pupil, random);
        pupil.absence_reports.push_back(peildatum - random.between(0, 28));
    } else if (random.chance(left_unknown)) {
        pupil.absences.push_back({peildatum - random.between(1, 28), std::nullopt, false});
        expected.unknown("verzuim-gemeld", pupil.id);
    }
}

}  // namespace

Pupil make_pupil(int number, SchoolKind kind, Random& random, Expected& expected) {
    Pupil pupil;
    pupil.id = "L" + std::to_string(number);
    add_parents(pupil, random);
    enrol(pupil, kind, random);
    if (pupil.extra_support) add_plans(pupil, random, expected);
    add_talks(pupil, random, expected);
    add_guidance(pupil, random, expected);
    add_suspensions(pupil, random, expected);
    add_absence(pupil, random, expected);
    return pupil;
}

}  // namespace toets::benchmark
