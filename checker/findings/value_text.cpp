#include "checker/findings/value_text.h"

#include <array>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "checker/text/decimal.h"
#include "checker/text/months.h"
#include "checker/text/source.h"

namespace toets {
namespace {

constexpr std::array<std::string_view, 12> english_months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::pair<const char*, const char*>, 8> english_units = {
    {{"day", "days"},
     {"week", "weeks"},
     {"month", "months"},
     {"year", "years"},
     {"working day", "working days"},
     {"school day", "school days"},
     {"lesson week", "lesson weeks"},
     {"hours", "hours"}}};
constexpr const char* truths[2][2] = {{"nee", "no"}, {"ja", "yes"}};
constexpr const char* missing[3][2] = {
    {"onbekend", "unknown"}, {"onbekende datum", "unknown date"}, {"(geen)", "(none)"}};
constexpr const char* range_text[2] = {"{} tot en met {}", "{} to {}"};
constexpr const char* at_latest_text[2] = {"uiterlijk {}", "by {}"};
constexpr const char* event_text[2] = {"{} van {}", "{} of {}"};
constexpr const char* numbered_text[2] = {"{} nummer {}", "{} number {}"};

constexpr std::size_t text_characters_max = 300;  ///< of a text from a dossier

std::size_t index(UserLanguage language) { return static_cast<std::size_t>(language); }

std::string_view month_text(int month, UserLanguage language) {
    const auto& months = language == UserLanguage::nl ? dutch_months : english_months;
    return months[static_cast<std::size_t>(month - 1)];
}

}  // namespace

std::string date_text(Date date, UserLanguage language) {
    if (!in_calendar(date)) return {};
    const YearMonthDay parts = civil(date);
    std::array<char, 32> text;  // "30 september 2026" and room to spare
    char* end = fmt::format_to(text.data(), FMT_COMPILE("{} {} {}"), parts.day,
                               month_text(parts.month, language), parts.year);
    return {text.data(), end};
}

std::string date_text(DateInterval date, UserLanguage language) {
    if (date.first == date.last) return date_text(date.first, language);
    if (!in_calendar(date.first) || !in_calendar(date.last)) return {};
    const YearMonthDay from = civil(date.first);
    const YearMonthDay to = civil(date.last);
    const bool whole_months = from.day == 1 && to.day == days_in_month(to.year, to.month);
    if (whole_months && from.year == to.year && from.month == 1 && to.month == 12)
        return std::to_string(from.year);
    if (whole_months && from.year == to.year && from.month == to.month)
        return fmt::format("{} {}", month_text(from.month, language), from.year);
    return fmt::format(fmt::runtime(range_text[index(language)]), date_text(date.first, language),
                       date_text(date.last, language));
}

void append_uncertain_date(std::string& sentence, const std::string& days) {
    constexpr std::string_view on = " op ";
    const bool is_range = days.find(" tot en met ") != std::string::npos;
    if (sentence.ends_with(on) && is_range)
        sentence += "een dag van ";
    else if (sentence.ends_with(on))
        sentence.replace(sentence.size() - on.size(), on.size(), " in ");
    else if (sentence.ends_with(" uiterlijk ") && is_range)
        sentence += "op een dag van ";
    sentence += days;
}

std::string day_within_text(DateInterval date, UserLanguage language) {
    if (in_calendar(date.first) || !in_calendar(date.last)) {
        const std::string days = date_text(date, language);
        return days.empty() ? missing_text(Missing::date, language) : days;
    }
    return fmt::format(fmt::runtime(at_latest_text[index(language)]),
                       date_text(date.last, language));
}

std::string number_text(std::int64_t ten_thousandths, UserLanguage language) {
    return decimal_text(ten_thousandths, language == UserLanguage::nl ? ',' : '.');
}

std::string duration_text(Duration duration, UserLanguage language) {
    if (language == UserLanguage::nl) return duration_words(duration);
    const auto& [one, more] = english_units[static_cast<std::size_t>(duration.unit)];
    return fmt::format("{} {}", duration.count, duration.count == 1 ? one : more);
}

std::string truth_text(bool value, UserLanguage language) {
    return truths[value ? 1 : 0][index(language)];
}

std::string missing_text(Missing what, UserLanguage language) {
    return missing[static_cast<std::size_t>(what)][index(language)];
}

std::string school_year_text(std::int64_t first_year) {
    return fmt::format("{}-{}", first_year, first_year + 1);
}

std::string row_text(const Vocabulary& vocabulary, const Facts& facts, TableId table, RowIndex row,
                     UserLanguage language) {
    const Table& shape = vocabulary.tables[table];
    if (row >= unknown_row) return shape.label;
    if (shape.key != no_column) {
        std::string key = value_text(vocabulary, facts, table, row, shape.key, language);
        if (!key.empty()) return key;
    }
    if (shape.event != no_column) {
        const std::string day = value_text(vocabulary, facts, table, row, shape.event, language);
        if (!day.empty())
            return fmt::format(fmt::runtime(event_text[index(language)]), shape.label, day);
    }
    if (shape.parent == no_table) return shape.label;
    const ChildRanges& siblings = facts.tables[shape.parent].children[shape.slot];
    const RowIndex parent = facts.tables[table].parent[row];
    if (siblings.end[parent] - siblings.begin[parent] <= 1) return shape.label;
    return fmt::format(fmt::runtime(numbered_text[index(language)]), shape.label,
                       row - siblings.begin[parent] + 1);
}

std::string value_text(const Vocabulary& vocabulary, const Facts& facts, TableId table,
                       RowIndex row, ColumnId column, UserLanguage language) {
    const Column& shape = vocabulary.tables[table].columns[column];
    const ColumnValues& values = facts.tables[table].columns[column];
    if (row >= unknown_row || values.states[row] != State::known || shape.confidential) return {};
    switch (shape.type) {
        case ColumnType::date:
            return date_text(values.dates[row], language);
        case ColumnType::number:
            return number_text(values.numbers[row], language);
        case ColumnType::school_year:
            return school_year_text(values.numbers[row]);
        case ColumnType::duration:
            return duration_text(from_base_unit(values.numbers[row], shape.unit), language);
        case ColumnType::truth:
            return truth_text(values.codes[row] != 0, language);
        case ColumnType::choice:
            return vocabulary.choices[shape.choices]
                .options[static_cast<std::size_t>(values.codes[row])];
        case ColumnType::reference:
        case ColumnType::text:
            return shortened(values.texts[row], text_characters_max);
    }
    return {};
}

}  // namespace toets
