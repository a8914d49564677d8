// The amounts, terms and names that a document states where it speaks of a topic.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "checker/documents/annotated_text.h"
#include "checker/documents/evidence.h"
#include "checker/text/pattern.h"

namespace toets {

/// How a value of a topic is written.
struct ValuePattern {
    Pattern written;
    bool is_school_year = false;  ///< Its second year must be the one after the first.
};

/// Null when the rules have a pattern that is none, which is told when they are read.
std::optional<ValuePattern> pattern_of(const TopicValue& value);

/// What fits the pattern close to a strong term of the topic, or else first in a section under a
/// heading of the topic. `hits` are those of the topic, in reading order.
std::vector<StatedValue> stated_values(const Document& document, const AnnotatedText& text,
                                       const TermIndex& index, std::span<const Hit> hits,
                                       const ValuePattern& pattern);

}  // namespace toets
