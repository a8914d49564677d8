// What the form of a single line tells: its numbering, its list mark, whether it ends a sentence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace toets {

/// A number before a title: "3.2 Titel" has depth 2 and last number 2, "Hoofdstuk 4: Titel" depth
/// 1. Depth 0: no numbering.
struct Numbering {
    int depth = 0;
    int last = 0;
    std::size_t length = 0;  ///< Bytes up to the title.
};
Numbering numbering(std::string_view line);

/// The bytes of a bullet or letter mark with its space, as in "- item" or "a) item"; 0 for none.
std::size_t list_mark(std::string_view line);

/// Whether the line ends with a mark that closes a sentence or a clause: . ! ? ; : ,
bool ends_with_punctuation(std::string_view line);

/// Whether the line ends a sentence: . ! ? with or without a closing bracket or quotation mark.
bool ends_sentence(std::string_view line);

/// Whether every letter is a capital, and there are at least four of them.
bool is_all_capitals(std::string_view line);

/// Whether the first letter is a capital or the line starts with numbering.
bool starts_as_title(std::string_view line);

/// Whether the first character is a small letter.
bool starts_small(std::string_view line);

/// Whether a folded word is one that a question begins with.
bool is_question_word(std::string_view folded);

/// Whether the characters between two words end a clause; `after` starts with the second word.
bool ends_clause(std::string_view between, std::string_view after);

/// Runs of digits, and runs of letters.
struct WordCounts {
    int numbers = 0;
    int words = 0;
};
WordCounts word_counts(std::string_view line);

/// How many words are an abbreviation: two to five capitals, "VWO", "HAVO", "KBL".
int abbreviations(std::string_view line);

/// Whether figures make up so much of the line that it is a row of a table.
bool looks_like_table_row(std::string_view line);

/// Whether a line is nothing but a date, a time or an amount: "23 t/m 29 oktober".
bool is_only_value(std::string_view line);

/// Whether the form of the line alone allows it to be a heading: short, starting as a title,
/// no closing punctuation but a question mark, no figures, no "label: value".
bool may_be_heading(std::string_view line);

/// The words of a title that tell its subject: no numbers, and nothing like "van onze school".
int telling_words(std::string_view title);

/// The title by which a contents entry and its heading are recognised as the same: folded,
/// without numbering, dot leaders and page number.
std::string title_key(std::string_view line);

}  // namespace toets
