// Words as the search compares them: folded to plain small letters, and stemmed as Dutch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace toets {

/// Small letters without diacritics; other characters are kept as they are.
std::string folded(std::string_view utf8);

/// A word in a text: a run of letters and digits.
struct Word {
    std::uint32_t begin = 0;  ///< Byte offsets in the text.
    std::uint32_t end = 0;
};

/// Goes through the words of a text; `folded` holds until the next word.
class WordReader {
  public:
    explicit WordReader(std::string_view text) : text_(text) {}

    /// Moves to the next word. False at the end of the text.
    bool next();
    const Word& word() const { return word_; }
    const std::string& folded() const { return folded_; }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    Word word_;
    std::string folded_;
};

/// The Dutch stemmer. Not safe to share between threads; cheap to make.
class Stemmer {
  public:
    Stemmer();
    ~Stemmer();
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;

    /// The stem of a folded word; a word with a digit is its own stem.
    std::string stem(const std::string& folded_word);

  private:
    sb_stemmer* stemmer_;
};

}  // namespace toets
