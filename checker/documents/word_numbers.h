// Numbers for words, each different word its own, in the order in which they first come.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace toets {

/// A table with open addresses: a text asks for every word of it, and most are known.
class WordNumbers {
  public:
    /// The number of a word, and whether it is new.
    std::pair<std::uint32_t, bool> number_of(const std::string& word) {
        const auto hash = std::hash<std::string_view>{}(word);
        std::size_t at = hash & (slots_.size() - 1);
        for (; slots_[at].number != none; at = (at + 1) & (slots_.size() - 1))
            if (slots_[at].hash == hash && words_[slots_[at].number] == word)
                return {slots_[at].number, false};
        const auto number = static_cast<std::uint32_t>(words_.size());
        slots_[at] = {hash, number};
        words_.push_back(word);
        if (words_.size() * 2 > slots_.size()) grow();
        return {number, true};
    }

  private:
    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    struct Slot {
        std::size_t hash = 0;
        std::uint32_t number = none;
    };

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.number == none) continue;
            std::size_t at = slot.hash & (slots_.size() - 1);
            while (slots_[at].number != none) at = (at + 1) & (slots_.size() - 1);
            slots_[at] = slot;
        }
    }

    std::vector<std::string> words_;
    std::vector<Slot> slots_ = std::vector<Slot>(1024);  ///< A power of two, at most half full.
};

}  // namespace toets
