// The turns of phrase by which a Dutch text refers, denies, promises or announces, instead of
// describing. Grammar, not subjects: subjects are topics, and stand in the rule language.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace toets {

/// What a turn of phrase does to the clause in which it stands.
enum class CueKind : std::uint8_t {
    pointer,         ///< Refers to another place: the clause is no description.
    channel,         ///< A website or portal: refers, unless something is done by it.
    doing,           ///< To report, to ask for, to pay: "meld uw kind ziek via het ouderportaal".
    promise,         ///< It is still to come: what the clause names is not there.
    not_yet,         ///< A promise too, but only beside a word of making: "nog niet vastgesteld".
    making,          ///< To write, to decide, to offer; only tells beside "not yet".
    negation_ahead,  ///< Denies what follows closely: "geen".
    negation_after,  ///< Denies what stands before it: "... niet beschikbaar".
    lack,            ///< What stands before it falls short or is gone beyond: "X is ontoereikend".
    excess,          ///< The same of what follows: "verder gaat dan X".
    having,          ///< To have, to know, to be there; denied, something is not there at all.
    denial,          ///< "niet": denies a part of a topic that comes right after it.
    announcement,    ///< Says what a document is about: what the clause names is only listed.
    duty,        ///< Says what must be somewhere: a list after it explains, and lists no chapters.
    condition,   ///< Just before a denial it makes that a case: "als u geen ...".
    any_school,  ///< "elke school": what the clause says holds for any school ...
    offering,    ///< ... unless they offer it, for then this one does too.
    school,      ///< Schools; beside what they may, or must have, the same.
    elsewhere,   ///< What happened, or is so in the country, or is done or asked at another school.
    other_heading,  ///< A heading over an advert, minutes, news or tips.
    other_text,     ///< What is only said in an advert or in minutes.
    own,            ///< The writer speaks of itself: "wij", "mevrouw".
    need,           ///< What a pupil has a need of, which is no offer unless something is given.
    needed,         ///< ("nodig"; "heeft" must stand by)
};

/// Turns of phrase of one kind; compared as terms are, without regard to inflection.
struct Cues {
    CueKind kind;
    std::string_view phrases;  ///< Divided by commas.
};

/// All of them.
std::span<const Cues> cues();

}  // namespace toets
