#include "checker/text/pattern.h"

#include <re2/re2.h>

namespace toets {

Pattern::Pattern(std::shared_ptr<const re2::RE2> compiled) : compiled_(std::move(compiled)) {}

std::optional<Pattern> Pattern::read(std::string_view text, Letters letters) {
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_case_sensitive(letters == Letters::as_written);
    auto compiled =
        std::make_shared<const re2::RE2>(re2::StringPiece(text.data(), text.size()), options);
    if (!compiled->ok()) return std::nullopt;
    return Pattern(std::move(compiled));
}

bool Pattern::fits(std::string_view text) const {
    return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *compiled_);
}

std::optional<PatternMatch> Pattern::find(std::string_view text, std::size_t from) const {
    std::array<re2::StringPiece, PatternMatch::groups_max + 1> found;
    if (from > text.size() ||
        !compiled_->Match({text.data(), text.size()}, from, text.size(), re2::RE2::UNANCHORED,
                          found.data(), static_cast<int>(found.size())))
        return std::nullopt;
    const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
    PatternMatch made{begin, begin + found[0].size(), {}};
    for (std::size_t i = 0; i < made.groups.size(); ++i)
        made.groups[i] = {found[i + 1].data(), found[i + 1].size()};
    return made;
}

}  // namespace toets
