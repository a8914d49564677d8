// Reads the topics of the tests.
#include "tests/documents/topic_file.h"

#include <sstream>
#include <stdexcept>

namespace toets::tests {
namespace {

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> terms_in(const std::string& text) {
    std::vector<std::string> terms;
    std::istringstream in(text);
    for (std::string term; std::getline(in, term, ';');)
        if (!trimmed(term).empty()) terms.push_back(trimmed(term));
    return terms;
}

void add_part(Topic& topic, std::string name, const std::string& value) {
    TopicPart part;
    part.number_required = name.ends_with('#');
    if (part.number_required) name = trimmed(name.substr(0, name.size() - 1));
    part.name = name;
    part.title = name;
    part.terms = terms_in(value);
    topic.parts.push_back(part);
}

void set(Topic& topic, const std::string& key, const std::string& value) {
    if (key == "title")
        topic.title = value;
    else if (key == "headings")
        topic.headings = terms_in(value);
    else if (key == "strong")
        topic.strong = terms_in(value);
    else if (key == "weak")
        topic.weak = terms_in(value);
    else if (key == "beside")
        topic.beside = terms_in(value);
    else if (key == "outdated")
        topic.outdated = terms_in(value);
    else if (key == "minimum_words")
        topic.minimum_words = std::stoi(value);
    else if (key == "minimum_weak")
        topic.minimum_weak = std::stoi(value);
    else if (key == "number_required")
        topic.number_required = value == "yes";
    else if (key == "pointer_counts")
        topic.pointer_counts = value == "yes";
    else if (key.starts_with("part "))
        add_part(topic, trimmed(key.substr(5)), value);
    else
        throw std::runtime_error("unknown key in a topic: " + key);
}

}  // namespace

std::vector<Topic> topics_from(const std::string& text) {
    std::vector<Topic> topics;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        line = trimmed(line);
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("topic ")) {
            topics.emplace_back();
            topics.back().name = trimmed(line.substr(6));
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string::npos || topics.empty())
            throw std::runtime_error("no topic line: " + line);
        set(topics.back(), trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
    return topics;
}

}  // namespace toets::tests
