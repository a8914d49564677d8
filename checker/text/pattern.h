// Patterns as rule files write them: regular expressions.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace re2 {
class RE2;
}

namespace toets {

/// Where a pattern was found: bytes [begin, end), and what its groups matched; a group that took no
/// part is empty.
struct PatternMatch {
    static constexpr std::size_t groups_max = 3;
    std::size_t begin = 0, end = 0;
    std::array<std::string_view, groups_max> groups;
};

/// A regular expression of RE2's syntax, which is that of Perl without back references and
/// look-around. It takes time in proportion to the text, whatever the pattern.
class Pattern {
  public:
    enum class Letters { as_written, of_any_case };

    /// Null when the text is no regular expression.
    static std::optional<Pattern> read(std::string_view text,
                                       Letters letters = Letters::as_written);

    /// Whether the whole text has this form.
    bool fits(std::string_view text) const;

    /// The first place at or after byte `from`; null when there is none.
    std::optional<PatternMatch> find(std::string_view text, std::size_t from = 0) const;

  private:
    explicit Pattern(std::shared_ptr<const re2::RE2> compiled);
    std::shared_ptr<const re2::RE2> compiled_;
};

}  // namespace toets
