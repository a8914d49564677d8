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
    duty,       ///< Says what must be somewhere: a list after it explains, and lists no chapters.
    condition,  ///< Just before a denial it makes that a case: "als u geen ...".
    general,    ///< Any school; beside what it may, or must have, the clause is about the law.
    must,       ///< "scholen moeten ... hebben"; a duty to do something tells what is done.
    may,        ///< "scholen mogen".
    own,        ///< The writer speaks of itself, also in a clause with such words: "onze school".
    defining,   ///< After a word that starts with "een" it tells what the word means: "is een".
};

/// A turn of phrase; compared as terms are, without regard to inflection.
struct Cue {
    CueKind kind;
    std::string_view words;
};

/// All of them.
std::span<const Cue> cues();

}  // namespace toets
