// What the styles of a Word file say about paragraphs: headings with their level, contents, lists.
#pragma once

#include <string>
#include <unordered_map>

#include <pugixml.hpp>

namespace toets {

/// What a paragraph style makes of its paragraphs.
struct StyleRole {
    int heading_level = 0;  ///< 1 to 6; 0: no heading.
    bool is_contents = false;
    bool is_list = false;
    bool is_bold = false;
};

/// Paragraph styles by their id, with what they inherit worked out.
using StyleRoles = std::unordered_map<std::string, StyleRole>;

/// Reads word/styles.xml. A style that is based on itself, directly or not, inherits nothing.
StyleRoles style_roles(const pugi::xml_document& styles);

/// Whether an on/off property is present and not switched off.
bool is_on(pugi::xml_node property);

}  // namespace toets
