// Values as people write them, in the user's language.
#pragma once

#include <string>

#include "checker/calendar/date.h"
#include "checker/diagnostics/diagnostics.h"
#include "checker/facts/facts.h"
#include "checker/vocabulary/vocabulary.h"

namespace toets {

/// "12 september 2025"; a date that is partly known as "september 2025", "2025" or two dates.
/// "6 weken", "1 maand"; "6 weeks".
std::string duration_text(Duration duration, UserLanguage language);
std::string date_text(DateInterval date, UserLanguage language);
std::string date_text(Date date, UserLanguage language);

/// Ends a Dutch sentence of a rule so far with a date of which the day isn't known: "in oktober
/// 2026", "op een dag van 29 april 2016 tot en met 30 mei 2016".
void append_uncertain_date(std::string& sentence, const std::string& days);

/// One day that lies within these: as above, and "uiterlijk 12 september 2025" where nothing tells
/// how early. Where nothing is known at all, "onbekende datum".
std::string day_within_text(DateInterval date, UserLanguage language);

/// Ten-thousandths as a decimal number: "16", "1,5" (English "1.5").
std::string number_text(std::int64_t ten_thousandths, UserLanguage language);

/// What stands in a message where a value should.
enum class Missing { value, date, none };  ///< not known; a date not known; there is none
std::string missing_text(Missing what, UserLanguage language);

std::string truth_text(bool value, UserLanguage language);

/// A school year by its first year: "2025-2026".
std::string school_year_text(std::int64_t first_year);

/// The row by its key, else by its concept and the day on which it happened, else by its number.
std::string row_text(const Vocabulary& vocabulary, const Facts& facts, TableId table, RowIndex row,
                     UserLanguage language);

/// The value of a kenmerk; empty when it isn't known or not meant for reports (vertrouwelijk).
std::string value_text(const Vocabulary& vocabulary, const Facts& facts, TableId table,
                       RowIndex row, ColumnId column, UserLanguage language);

}  // namespace toets
