// Which passages of a document treat which topic, and how well: a word is not an offer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "checker/documents/document.h"
#include "checker/vocabulary/topic.h"

namespace toets {

/// How far a document treats a topic. Only `content` is the subject itself with its substance.
enum class Grade {
    content,       ///< Described, with the words and figures that the topic asks.
    heading_only,  ///< A heading or contents entry with (next to) nothing under it.
    mention,       ///< The word occurs in running text, without substance.
    pointer,       ///< "See our website", "can be read at the office", and no more.
    negated,       ///< Denied or promised: "we offer no", "to be added".
    outdated,      ///< Only an abolished term was found.
    not_found,     ///< Searched, and not there.
    unreadable,    ///< Not seen as content, but a part of the document could not be read.
};

/// Where something was read.
struct Passage {
    std::uint32_t block = 0;   ///< Index in Document::blocks.
    std::uint32_t page = 0;    ///< 1-based; 0 where there are no pages.
    std::uint32_t line = 0;    ///< As Block::line, of the line that holds the term.
    bool from_ocr = false;     ///< Read from a picture of the page: letters may be wrong.
    std::string heading_path;  ///< "4 Contact > 4.1 Adressen"; empty before the first heading.
    std::string quote;         ///< At most 240 characters, whole words, "…" where it was cut.
};

/// Whether a part of a topic stands near it. `passage` has meaning only when it was found.
struct PartEvidence {
    std::string name;
    bool found = false;
    Passage passage;
    std::string file;  ///< Of a document in several files: the one that holds it.
};

/// A value that the passages on a topic state, and where.
struct StatedValue {
    std::string text;  ///< As written, or the group that the pattern singles out.
    Passage passage;
    std::string file;  ///< Of a document in several files: the one that states it.
};

/// A place that holds words of a topic and does not treat it.
struct NearMiss {
    Passage passage;
    int closeness = 0;  ///< Larger is nearer; compares only within one topic.
    std::string file;   ///< Of a document in several files: the one that holds it.
};
constexpr std::size_t near_misses_max = 3;

/// A file that was searched, and how much of it there is to read.
struct SearchedFile {
    std::string name;
    std::uint32_t pages = 0;  ///< 0 where the format has no pages
    std::size_t passages = 0;
    std::vector<std::uint32_t> unread_pages;
};

/// What a document says on one topic.
struct TopicEvidence {
    Grade grade = Grade::not_found;
    Passage best;  ///< The passage that the grade rests on; none for not_found.
    std::vector<NearMiss> near_misses;  ///< Of any grade but content: other places with its words,
                                        ///< nearest first; at most `near_misses_max`.
    std::vector<PartEvidence> parts;    ///< One for each part of the topic, in its order.
    /// For each value of the topic, in its order: what is stated, in reading order.
    std::vector<std::vector<StatedValue>> values;
    std::string file;            ///< Of a document in several files: the one that `best` stands in.
    bool also_outdated = false;  ///< An abolished term occurs, whatever the grade.
    Passage outdated_passage;
};

/// Searches documents for a fixed set of topics. Built once; `search` may run on many threads.
class TopicSearch {
  public:
    explicit TopicSearch(std::span<const Topic> topics);
    ~TopicSearch();
    TopicSearch(TopicSearch&& other) noexcept;
    TopicSearch& operator=(TopicSearch&& other) noexcept;
    TopicSearch(const TopicSearch&) = delete;
    TopicSearch& operator=(const TopicSearch&) = delete;

    /// One answer for each topic, in their order, from a single pass over the text.
    std::vector<TopicEvidence> search(const Document& document) const;

  private:
    struct Prepared;
    std::unique_ptr<const Prepared> prepared_;
};

}  // namespace toets
