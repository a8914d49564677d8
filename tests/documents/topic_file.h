// The topics that these tests search for, read from tests/documents/topics.txt.
#pragma once

#include <string>
#include <vector>

#include "checker/vocabulary/topic.h"

namespace toets::tests {

/// The topics in a text of the form that the head of topics.txt describes. An unknown key throws
/// std::runtime_error: a typo in a test must not pass for a topic without terms.
std::vector<Topic> topics_from(const std::string& text);

}  // namespace toets::tests
