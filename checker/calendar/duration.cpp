// How lengths of time compare, and which of them the Algemene termijnenwet leaves alone.
#include "checker/calendar/duration.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace toets {

namespace {

constexpr std::size_t digits_max = 4;  ///< Working days are counted one by one.

struct UnitWords {
    Unit unit;
    const char* one;
    const char* more;
};
/// In the order of the units.
constexpr std::array<UnitWords, 8> unit_words = {{{Unit::days, "dag", "dagen"},
                                                  {Unit::weeks, "week", "weken"},
                                                  {Unit::months, "maand", "maanden"},
                                                  {Unit::years, "jaar", "jaar"},
                                                  {Unit::working_days, "werkdag", "werkdagen"},
                                                  {Unit::school_days, "schooldag", "schooldagen"},
                                                  {Unit::lesson_weeks, "lesweek", "lesweken"},
                                                  {Unit::hours, "uur", "uur"}}};

const UnitWords& words_of(Unit unit) { return unit_words[static_cast<std::size_t>(unit)]; }

std::int64_t times(Unit unit) {
    if (unit == Unit::weeks) return 7;
    return unit == Unit::years ? 12 : 1;
}

}  // namespace

std::optional<Unit> unit_named(std::string_view word) {
    if (word == "jaren") return Unit::years;
    for (const UnitWords& each : unit_words)
        if (word == each.one || word == each.more) return each.unit;
    return std::nullopt;
}

std::string units_word(Unit unit) { return words_of(unit).more; }

std::vector<std::string> comparable_words(Unit unit) {
    std::vector<std::string> words;
    for (const UnitWords& each : unit_words) {
        if (!comparable(each.unit, unit)) continue;
        words.emplace_back(each.one);
        words.emplace_back(each.unit == Unit::years ? "jaren" : each.more);
    }
    return words;
}

std::string duration_words(Duration length) {
    const UnitWords& words = words_of(length.unit);
    return std::to_string(length.count) + " " + (length.count == 1 ? words.one : words.more);
}

std::optional<Duration> parse_duration(std::string_view written) {
    const std::size_t digits = std::min(written.find_first_not_of("0123456789"), written.size());
    const std::size_t word = written.find_first_not_of(" \t\n\r", digits);
    if (digits == 0 || digits > digits_max || word == digits || word == std::string_view::npos)
        return std::nullopt;
    const auto unit = unit_named(written.substr(word));
    if (!unit) return std::nullopt;
    std::int32_t count = 0;
    std::from_chars(written.data(), written.data() + digits, count);
    return Duration{count, *unit};
}

Unit base_unit(Unit unit) {
    if (unit == Unit::weeks) return Unit::days;
    return unit == Unit::years ? Unit::months : unit;
}

std::int64_t in_base_unit(Duration length) { return times(length.unit) * length.count; }

Duration from_base_unit(std::int64_t count, Unit unit) {
    if (count % times(unit) == 0) return {static_cast<std::int32_t>(count / times(unit)), unit};
    return {static_cast<std::int32_t>(count), base_unit(unit)};
}

bool comparable(Unit left, Unit right) { return base_unit(left) == base_unit(right); }

std::partial_ordering compare(Duration left, Duration right) {
    if (!comparable(left.unit, right.unit)) return std::partial_ordering::unordered;
    return in_base_unit(left) <=> in_base_unit(right);
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
