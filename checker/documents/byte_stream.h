// Values as bytes, from one process to another.
#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace toets {

/// Appends values to `bytes`: numbers of four bytes, texts with their length before them.
class ByteWriter {
  public:
    void number(std::size_t value) {
        const auto four = static_cast<std::uint32_t>(value);
        char raw[sizeof four];
        std::memcpy(raw, &four, sizeof four);
        bytes.append(raw, sizeof raw);
    }
    void real(double value) {
        char raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        bytes.append(raw, sizeof raw);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes += value;
    }
    void numbers(const std::vector<std::uint32_t>& values) {
        number(values.size());
        for (const auto value : values) number(value);
    }

    std::string bytes;
};

/// Reads until something doesn't fit; from then on everything is zero and `fine` is false.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number(std::uint32_t most = std::numeric_limits<std::uint32_t>::max()) {
        std::uint32_t value = 0;
        if (rest_.size() < sizeof value) return fail();
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value <= most ? value : fail();
    }
    double real() {
        double value = 0;
        if (rest_.size() < sizeof value) return fail();
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value;
    }
    /// The length of a list whose entries take so many numbers each, or more.
    std::uint32_t count(std::size_t numbers_each) {
        const auto value = number();
        return value <= rest_.size() / (numbers_each * sizeof value) ? value : fail();
    }
    std::string text() {
        const auto size = number();
        if (size > rest_.size()) fail();
        std::string value(rest_.substr(0, fine_ ? size : 0));
        rest_.remove_prefix(value.size());
        return value;
    }
    std::vector<std::uint32_t> numbers() {
        std::vector<std::uint32_t> values(count(1));
        for (auto& value : values) value = number();
        return values;
    }
    bool ended_well() const { return fine_ && rest_.empty(); }

  private:
    std::uint32_t fail() {
        fine_ = false;
        rest_ = {};
        return 0;
    }

    std::string_view rest_;
    bool fine_ = true;
};

}  // namespace toets
