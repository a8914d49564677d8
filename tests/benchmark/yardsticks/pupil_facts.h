// What the hand-written checker keeps of one pupil: as little as its ten rules need.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace toets::benchmark {

using DayNumber = std::int32_t;
inline constexpr DayNumber absent = std::numeric_limits<DayNumber>::max();
inline constexpr DayNumber not_known = absent - 1;

enum class Said : std::uint8_t { no, yes, unknown };

struct ParentFact {
    std::string_view id;
    bool custody = false;
};

struct ReviewFact {
    DayNumber day;
    Said with_parents;
};

struct ConsentFact {
    DayNumber day;
    bool counts;
    Said agreed;
};

/// A range of one of the vectors of PupilFacts.
struct Range {
    std::uint32_t begin = 0, end = 0;
};

struct PlanFact {
    std::string_view id;
    DayNumber adopted = absent, ended = absent, action_part = absent;
    bool is_transfer = false;
    Range hearings, consents, reviews;
};

struct AttendeeFact {
    std::string_view parent;
    bool is_parent = false, present = false;
};

struct TalkFact {
    std::string_view id;
    DayNumber day = absent, shared = not_known;
    bool is_consultation = false, is_review = false;
    Range attendees;
};

struct PermissionFact {
    DayNumber day = absent, withdrawn = absent;
    bool for_support = false, given = false, by_pupil = false;
};

struct GuidanceFact {
    std::string_view request, id;
    DayNumber begin = absent;
    bool of_pupil = false;
};

struct SuspensionFact {
    std::string_view id;
    DayNumber first = absent, last = absent;
};

struct AbsenceFact {
    DayNumber day = absent;
    int hours = -1;  ///< -1: unknown
    bool allowed = true;
};

/// Cleared and filled again for each pupil. The texts are views into the file.
struct PupilFacts {
    std::string_view id;
    DayNumber born = absent, enrolled = absent;
    bool extra_support = false;
    std::vector<ParentFact> parents;
    std::vector<PlanFact> plans;
    std::vector<DayNumber> hearings;
    std::vector<ConsentFact> consents;
    std::vector<ReviewFact> reviews;
    std::vector<TalkFact> talks;
    std::vector<AttendeeFact> attendees;
    std::vector<PermissionFact> permissions;
    std::vector<GuidanceFact> guidance;
    std::vector<SuspensionFact> suspensions;
    std::vector<AbsenceFact> absences;
    std::vector<DayNumber> absence_reports;

    void clear();
};

/// Checks the ten rules for one pupil and appends a line for each violated or unknown one.
void check_pupil(const PupilFacts& pupil, std::string_view school, std::string& lines);

}  // namespace toets::benchmark
