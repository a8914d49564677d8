// Documents and evidence as text.
#include "tests/documents/rendered.h"

#include <array>
#include <sstream>
#include <utility>

#include "tests/documents/topic_file.h"
#include "tests/support/golden.h"

namespace toets::tests {
namespace {

constexpr std::array<const char*, 8> grades = {"content",   "heading_only", "mention",
                                               "pointer",   "negated",      "outdated",
                                               "not_found", "unreadable"};
constexpr std::array<const char*, 7> formats = {"unknown", "pdf",      "docx", "odt",
                                                "html",    "markdown", "text"};
constexpr std::array<const char*, 5> kinds = {"heading", "paragraph", "item", "row", "contents"};
constexpr std::array<const char*, 15> problems = {
    "unknown_format", "encrypted",  "damaged",  "too_large",      "too_deep",
    "too_slow",       "crashed",    "no_bytes", "no_part",        "no_reader",
    "no_text",        "no_unicode", "no_ocr",   "wrong_encoding", "empty"};

void add_place(std::ostream& out, const Passage& passage) {
    if (passage.page > 0) out << "page " << passage.page << ' ';
    out << "line " << passage.line << " [" << passage.heading_path << "] " << passage.quote << '\n';
}

bool shows_something(const TopicEvidence& evidence) {
    for (const auto& part : evidence.parts)
        if (part.found) return true;
    return evidence.grade != Grade::not_found || evidence.also_outdated ||
           !evidence.near_misses.empty();
}

}  // namespace

std::string name_of(Grade grade) { return grades.at(static_cast<std::size_t>(grade)); }

std::string rendered(const Document& document) {
    std::ostringstream out;
    out << formats.at(static_cast<std::size_t>(document.format))
        << (document.readable ? ", readable" : ", not readable") << ", " << document.pages
        << " pages\n";
    for (const auto& problem : document.problems)
        out << "problem " << problems.at(static_cast<std::size_t>(problem.kind)) << ": "
            << problem.detail << '\n';
    for (const auto page : document.pages_without_text) out << "no text on page " << page << '\n';
    for (const auto& block : document.blocks) {
        out << kinds.at(static_cast<std::size_t>(block.kind));
        if (block.level > 0) out << ' ' << block.level;
        out << " (";
        if (block.page > 0) out << "page " << block.page << ", ";
        out << "line " << block.line << ") " << block.text << '\n';
    }
    return out.str();
}

std::string rendered(const std::vector<Topic>& topics, const std::vector<TopicEvidence>& evidence) {
    std::ostringstream out;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        if (!shows_something(evidence[i])) continue;
        out << topics[i].name << ": " << name_of(evidence[i].grade) << '\n';
        if (evidence[i].grade != Grade::not_found) add_place(out << "  ", evidence[i].best);
        for (const auto& part : evidence[i].parts) {
            out << "  part " << part.name << (part.found ? ": " : ": -\n");
            if (part.found) add_place(out, part.passage);
        }
        for (const auto& miss : evidence[i].near_misses) add_place(out << "  near ", miss.passage);
        if (evidence[i].also_outdated)
            add_place(out << "  outdated ", evidence[i].outdated_passage);
    }
    return out.str();
}

Document document_in(const std::filesystem::path& path) {
    return read_document(path.filename().string(), read_file(path));
}

std::vector<Topic> all_topics() {
    return topics_from(read_file(source_root() / "tests/documents/topics.txt"));
}

Topic topic_of(std::vector<std::string> strong, std::vector<std::string> weak, int minimum_words) {
    Topic topic;
    topic.name = "proef";
    topic.strong = std::move(strong);
    topic.weak = std::move(weak);
    topic.minimum_words = minimum_words;
    return topic;
}

TopicEvidence evidence_for(const Topic& topic, const std::string& text) {
    return TopicSearch(std::vector<Topic>{topic}).search(read_document("proef", text)).front();
}

}  // namespace toets::tests
