// How lengths of time compare, and which of them the Algemene termijnenwet leaves alone.
#include "checker/calendar/duration.h"

namespace toets {

namespace {

/// A length in the smallest unit that its unit is a multiple of: days for weeks, months for years.
struct Reduced {
    std::int64_t count;
    Unit unit;
};

Reduced reduced(Duration length) {
    switch (length.unit) {
        case Unit::weeks:
            return {std::int64_t{7} * length.count, Unit::days};
        case Unit::years:
            return {std::int64_t{12} * length.count, Unit::months};
        case Unit::days:
        case Unit::months:
        case Unit::working_days:
        case Unit::school_days:
        case Unit::lesson_weeks:
        case Unit::hours:
            break;
    }
    return {length.count, length.unit};
}

}  // namespace

bool comparable(Unit left, Unit right) {
    return reduced({1, left}).unit == reduced({1, right}).unit;
}

std::partial_ordering compare(Duration left, Duration right) {
    if (!comparable(left.unit, right.unit)) return std::partial_ordering::unordered;
    return reduced(left).count <=> reduced(right).count;
}

bool is_exempt_from_statutory_roll(Duration length) {
    switch (length.unit) {
        case Unit::hours:
        case Unit::years:
            return true;
        case Unit::days:
        case Unit::working_days:
        case Unit::school_days:
            return length.count > 90;
        case Unit::weeks:
        case Unit::lesson_weeks:
            return length.count > 12;
        case Unit::months:
            return length.count > 3;
    }
    return true;
}

}  // namespace toets
