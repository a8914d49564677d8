// Numbers that are the same on every machine for the same seed.
#pragma once

#include <cstdint>

namespace toets::benchmark {

/// SplitMix64 (Steele, Lea and Flood, 2014), public domain.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    /// A number of [first, last].
    int between(int first, int last) {
        const auto range = static_cast<std::uint64_t>(last - first + 1);
        return first + static_cast<int>(next() % range);
    }

    /// True `thousandths` times in a thousand.
    bool chance(int thousandths) { return between(0, 999) < thousandths; }

  private:
    std::uint64_t state_;
};

/// How often, in thousandths, a rule is broken on purpose, and how often a fact is left unknown.
inline constexpr int broken = 30;
inline constexpr int left_unknown = 5;

}  // namespace toets::benchmark
