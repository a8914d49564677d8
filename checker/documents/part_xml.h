// The XML parts of packed documents.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace toets {

/// Parses a part. pugixml neither reads a DTD nor expands entities, so tricks with those are text.
/// White space between elements is kept as one space, since it may part two words.
inline bool parse_part(std::string_view xml, pugi::xml_document& tree) {
    constexpr unsigned int options =
        (pugi::parse_default | pugi::parse_ws_pcdata_single) & ~pugi::parse_doctype;
    return static_cast<bool>(tree.load_buffer(xml.data(), xml.size(), options));
}

}  // namespace toets
