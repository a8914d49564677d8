// Topics: what a passage in a document must be about, as the rule language states it.
// Plain values; no topic is known to the program by name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace toets {

/// One thing that a topic asks beside its subject, such as an amount or a name; reported apart.
struct TopicPart {
    std::string name;                ///< As written in the rule language, for example "bedrag".
    std::string title;               ///< How a reader calls it.
    std::vector<std::string> terms;  ///< One of them near the topic shows that the part is there.
    bool number_required = false;    ///< A figure must stand in the same sentence as the term.

    bool operator==(const TopicPart&) const = default;
};

/// A figure or name that the passages on a topic state, such as the amount of a contribution.
struct TopicValue {
    std::string name;     ///< As written in the rule language, for example "bedrag".
    std::string title;    ///< How a reader calls it.
    std::string pattern;  ///< Of the text that states it; a group in it is the value itself.
                          ///< Empty: a school year in any way of writing.

    bool operator==(const TopicValue&) const = default;
};

/// A subject that a document can treat, with the words that show it and the substance it needs.
/// Terms are words or groups of words; case, diacritics and inflection don't matter, and a long
/// term is also found as a part of a compound word.
struct Topic {
    std::string name;                   ///< As written in the rule language.
    std::string title;                  ///< How a reader calls it.
    std::vector<std::string> headings;  ///< Headings under which schools put it.
    std::vector<std::string> strong;    ///< Terms that belong to this subject alone.
    std::vector<std::string> weak;      ///< Terms that support it, but also occur elsewhere.
    std::vector<std::string> beside;    ///< Where there are any, a term tells only beside one.
    std::vector<std::string> outdated;  ///< Abolished terms for it; found beside the grade.
    int minimum_words = 15;             ///< Words of running text that make a passage content.
    int minimum_weak = 0;  ///< So many different weak terms near each other also make a passage;
                           ///< 0: weak terms never suffice.
    bool number_required = false;  ///< Content needs a figure: an amount, a percentage, hours.
    bool date_suffices = false;    ///< A date is as good as such a figure.
    bool pointer_counts = false;   ///< A reference to another place is enough; read by the rules.
    bool general_counts = false;   ///< What holds for any school is its substance too.
    std::vector<TopicPart> parts;
    std::vector<TopicValue> values;
    std::uint32_t family = 0;  ///< Topics of one kind of document; by the file that states them.

    bool operator==(const Topic&) const = default;
};

}  // namespace toets
