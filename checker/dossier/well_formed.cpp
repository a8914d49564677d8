#include "checker/dossier/well_formed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace toets {
namespace {

constexpr bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/// Looks at every character and adds up in bytes, so that the compiler can look at many at once:
/// dossiers have none.
bool has_control(std::string_view text) {
    unsigned char found = 0;
    for (const char c : text) found = static_cast<unsigned char>(found | (is_control(c) ? 1U : 0U));
    return found != 0;
}

/// The offset of the first U+FFFE or U+FFFF.
std::optional<std::size_t> first_noncharacter(std::string_view text) {
    constexpr char lead = '\xEF';  // rare, and quick to find
    for (std::size_t at = text.find(lead); at != std::string_view::npos;
         at = text.find(lead, at + 1)) {
        const std::string_view code = text.substr(at, 3);
        if (code == "\uFFFE" || code == "\uFFFF") return at;
    }
    return std::nullopt;
}

constexpr bool is_character(std::uint32_t code) {
    return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
           (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

/// Whether `name`, between `&` and `;`, can be replaced by what it stands for.
bool is_reference(std::string_view name) {
    constexpr std::array<std::string_view, 5> entities = {"amp", "lt", "gt", "quot", "apos"};
    if (!name.starts_with('#'))
        return std::find(entities.begin(), entities.end(), name) != entities.end();
    name.remove_prefix(1);
    const bool is_hexadecimal = name.starts_with('x');
    if (is_hexadecimal) name.remove_prefix(1);
    std::uint32_t code = 0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data(), end, code, is_hexadecimal ? 16 : 10);
    return !name.empty() && read.ec == std::errc() && read.ptr == end && is_character(code);
}

/// Whether `at` lies where markup is only text: in a comment, a CDATA section or an instruction.
bool is_plain(std::string_view text, std::size_t at) {
    struct Stretch {
        std::string_view begin, end;
    };
    constexpr std::array<Stretch, 3> stretches = {
        {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};
    for (std::size_t from = text.find('<'); from < at;) {
        const std::string_view rest = text.substr(from);
        const auto of = std::find_if(stretches.begin(), stretches.end(), [&](const Stretch& each) {
            return rest.starts_with(each.begin);
        });
        std::size_t after = from + 1;
        if (of != stretches.end()) {
            const std::size_t end = text.find(of->end, from + of->begin.size());
            if (end == std::string_view::npos || at < end) return true;
            after = end + of->end.size();
        }
        from = text.find('<', after);
    }
    return false;
}

}  // namespace

std::optional<std::size_t> first_forbidden_character(std::string_view text) {
    const auto no_character = first_noncharacter(text);
    if (!has_control(text)) return no_character;
    const auto first = std::find_if(text.begin(), text.end(), is_control);
    const auto at = static_cast<std::size_t>(first - text.begin());
    return std::min(at, no_character.value_or(at));
}

std::optional<std::size_t> first_loose_ampersand(std::string_view text) {
    constexpr std::size_t longest = 10;  // "#x10FFFF;", with room for a leading zero
    for (std::size_t at = text.find('&'); at != std::string_view::npos;
         at = text.find('&', at + 1)) {
        const std::string_view after = text.substr(at + 1, longest);
        const std::size_t end = after.find(';');
        const bool stands = end != std::string_view::npos && is_reference(after.substr(0, end));
        if (!stands && !is_plain(text, at)) return at;
    }
    return std::nullopt;
}

}  // namespace toets
