// What the styles of an OpenDocument text say about its paragraphs.
// Source: OpenDocument 1.3 part 3, 16.2 (style:style) and 19.474 (default-outline-level).
#include "checker/documents/odt_styles.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace toets {
namespace {

constexpr int inheritance_depth_max = 20;
constexpr int level_max = 6;

void add_own_properties(pugi::xml_node style, OdtRole& role) {
    if (const auto level = style.attribute("style:default-outline-level"))
        role.heading_level = std::clamp(level.as_int(0), 0, level_max);
    if (const auto list = style.attribute("style:list-style-name")) role.is_list = *list.value();
    const auto display = style.child("style:text-properties").attribute("text:display");
    if (display) role.is_hidden = std::string_view(display.value()) == "none";
    const auto weight = style.child("style:text-properties").attribute("fo:font-weight");
    if (weight) {
        const std::string_view value = weight.value();
        role.is_bold = value == "bold" || (value.size() == 3 && value >= "600");
    }
    const std::string_view name = style.attribute("style:name").value();
    if (name == "Title") role.heading_level = 1;
    if (name.starts_with("Contents_20_") || name.starts_with("Index")) {
        role.is_contents = true;
        role.heading_level = 0;
    }
    if (name.starts_with("List_20_")) role.is_list = true;
}

}  // namespace

void add_odt_roles(pugi::xml_node parent, OdtRoles& roles) {
    std::unordered_map<std::string, pugi::xml_node> by_name;
    for (const auto style : parent.children("style:style")) {
        const std::string_view family = style.attribute("style:family").value();
        if (family == "paragraph" || family == "text")
            by_name.emplace(style.attribute("style:name").value(), style);
    }
    OdtRoles added;
    for (const auto& [name, style] : by_name) {
        std::vector<pugi::xml_node> chain{style};
        OdtRole role;
        for (int depth = 0; depth < inheritance_depth_max; ++depth) {
            const std::string base = chain.back().attribute("style:parent-style-name").value();
            const auto here = by_name.find(base);
            if (here == by_name.end()) {
                if (const auto known = roles.find(base); known != roles.end()) role = known->second;
                break;
            }
            chain.push_back(here->second);
        }
        for (auto link = chain.rbegin(); link != chain.rend(); ++link)
            add_own_properties(*link, role);
        added.emplace(name, role);
    }
    roles.merge(added);
}

}  // namespace toets
