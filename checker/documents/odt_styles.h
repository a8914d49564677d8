// What the styles of an OpenDocument text say about its paragraphs.
#pragma once

#include <string>
#include <unordered_map>

#include <pugixml.hpp>

namespace toets {

/// What a style makes of the paragraphs and spans that have it.
struct OdtRole {
    int heading_level = 0;  ///< 1 to 6; 0: no heading.
    bool is_contents = false;
    bool is_list = false;
    bool is_bold = false;
    bool is_hidden = false;
};

/// Paragraph and text styles by their name.
using OdtRoles = std::unordered_map<std::string, OdtRole>;

/// Adds the styles below `parent` (office:styles or office:automatic-styles) that `roles` lacks.
/// Parents may stand in what was added before.
void add_odt_roles(pugi::xml_node parent, OdtRoles& roles);

}  // namespace toets
