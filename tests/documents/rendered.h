// Documents and evidence as text, for golden files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "checker/documents/evidence.h"

namespace toets::tests {

/// The name of a grade as in evidence.h.
std::string name_of(Grade grade);

/// Format, pages and problems on the first lines, then a line for each block.
std::string rendered(const Document& document);

/// A few lines for each topic that was found, or of which a part or an outdated term was.
std::string rendered(const std::vector<Topic>& topics, const std::vector<TopicEvidence>& evidence);

/// A file of the source tree, read as a document.
Document document_in(const std::filesystem::path& path);

/// A topic of these terms, which asks so many words.
Topic topic_of(std::vector<std::string> strong, std::vector<std::string> weak = {},
               int minimum_words = Topic{}.minimum_words);

/// What a Markdown text says on one topic.
TopicEvidence evidence_for(const Topic& topic, const std::string& text);

/// Grades texts on a topic as it is by then; it must outlive the grader.
inline auto grader(const Topic& topic) {
    return [&topic](const std::string& text) { return evidence_for(topic, text).grade; };
}

/// The topics of topics.txt.
std::vector<Topic> all_topics();

}  // namespace toets::tests
