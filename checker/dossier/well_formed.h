// Private to the room: what XML 1.0 forbids and the parser lets pass.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace toets {

/// The offset of the first control character but tabs and line ends, or of the first U+FFFE or
/// U+FFFF; null when there is none. Of well-formed UTF-8 those are all that XML forbids.
/// Source: Extensible Markup Language (XML) 1.0, fifth edition, 2.2.
std::optional<std::size_t> first_forbidden_character(std::string_view text);

/// The offset of the first `&` that begins no reference; null when there is none. Only the five
/// entities of XML itself are known. Source: the same, 4.1 and 4.6.
std::optional<std::size_t> first_loose_ampersand(std::string_view text);

}  // namespace toets
