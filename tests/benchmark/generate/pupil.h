// What the generator decides about one pupil, and what the rules must then find.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/benchmark/generate/random.h"
#include "tests/benchmark/support/days.h"

namespace toets::benchmark {

/// An answer as it stands in a dossier; `unknown` is written as "onbekend".
enum class Answer { yes, no, unknown };

struct Parent {
    std::string id;
    bool custody = true;
};

struct Review {
    Day day = 0;
    Answer with_parents = Answer::yes;
    bool with_pupil = true;
};

struct Consent {
    Day day = 0;
    std::string parent;
    std::string_view about = "handelingsdeel";
    std::string_view decision = "akkoord";
};

/// An ontwikkelingsperspectief with what happened around it.
struct SupportPlan {
    std::string id;
    std::string_view kind = "opp";
    Day adopted = 0;
    std::optional<Day> ended;
    std::optional<Day> action_part;
    bool hearings_stated = true;
    std::vector<Day> hearings;
    std::vector<Consent> consents;
    std::vector<Review> reviews;
};

struct Attendee {
    std::string_view role;
    std::string parent;  ///< of a parent: which
    bool present = true;
};

struct Talk {
    std::string id;
    std::string_view kind;
    Day day = 0;
    std::optional<Day> shared;
    bool shared_unknown = false;
    std::vector<Attendee> attendees;
};

struct Permission {
    Day day = 0;
    std::string_view purpose = "onderwijsondersteuning";
    std::string parent;  ///< empty: by the pupil
    bool given = true;
    std::optional<Day> withdrawn;
};

/// A request for help and the guidance that followed.
struct Guidance {
    std::string_view id = "T1", request = "H1";
    Day asked = 0, start = 0, begin = 0;
    std::string_view level = "leerling";
};

struct Suspension {
    std::string id;
    Day first = 0, last = 0;
};

struct Absence {
    Day day = 0;
    std::optional<int> hours;
    bool allowed = true;
};

struct Pupil {
    std::string id;
    Day born = 0;
    Day enrolled = 0;
    bool enrolled_before = false;
    bool extra_support = false;
    std::vector<Parent> parents;
    std::vector<SupportPlan> plans;
    std::vector<Talk> talks;
    std::vector<Permission> permissions;
    std::vector<Guidance> guidance;
    std::vector<Suspension> suspensions;
    std::vector<Absence> absences;
    std::vector<Day> absence_reports;
};

/// The findings that a checker must report about one school, a line each:
/// `BRIN;rule;subject;outcome`, a rule with parts as `rule/a`, a subject as the keys of its owners.
class Expected {
  public:
    explicit Expected(std::string school) : school_(std::move(school)) {}

    void violated(std::string_view rule, const std::string& subject) {
        add(rule, subject, "overtreding");
    }
    void unknown(std::string_view rule, const std::string& subject) {
        add(rule, subject, "onbekend");
    }
    const std::vector<std::string>& lines() const { return lines_; }

  private:
    void add(std::string_view rule, const std::string& subject, std::string_view outcome) {
        lines_.push_back(school_ + ';' + std::string(rule) + ';' + subject + ';' +
                         std::string(outcome));
    }

    std::string school_;
    std::vector<std::string> lines_;
};

/// A school's kind decides how old its pupils are.
enum class SchoolKind { primary, secondary };

/// A pupil with some of the rules broken on purpose, each for about three in a hundred subjects;
/// what is broken is added to `expected`.
Pupil make_pupil(int number, SchoolKind kind, Random& random, Expected& expected);

/// The parts of make_pupil that concern support plans, and the talks about them.
void add_plans(Pupil& pupil, Random& random, Expected& expected);
void add_talks(Pupil& pupil, Random& random, Expected& expected);

}  // namespace toets::benchmark
