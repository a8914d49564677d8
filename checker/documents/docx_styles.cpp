// What the styles of a Word file say about paragraphs.
// Source: ECMA-376 part 1, 17.7 (styles) and 17.3.1.20 (outlineLvl).
#include "checker/documents/docx_styles.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <vector>

namespace toets {
namespace {

constexpr int inheritance_depth_max = 20;
constexpr int level_max = 6;

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// The level in "heading 2" and "kop 2"; 0 for another name.
int level_in_name(std::string_view name) {
    for (const std::string_view prefix : {"heading ", "heading", "kop ", "kop", "überschrift "}) {
        if (!name.starts_with(prefix) || name.size() != prefix.size() + 1) continue;
        const char digit = name.back();
        if (digit >= '1' && digit <= '9') return std::min(digit - '0', level_max);
    }
    return name == "title" || name == "titel" ? 1 : 0;
}

void add_own_properties(pugi::xml_node style, StyleRole& role) {
    const auto paragraph = style.child("w:pPr");
    if (const auto outline = paragraph.child("w:outlineLvl")) {
        const int level = outline.attribute("w:val").as_int(9);
        role.heading_level = level >= 0 && level < 9 ? std::min(level + 1, level_max) : 0;
    }
    if (paragraph.child("w:numPr")) role.is_list = true;
    if (const auto bold = style.child("w:rPr").child("w:b")) role.is_bold = is_on(bold);
    const std::string name = lower(style.child("w:name").attribute("w:val").value());
    if (const int level = level_in_name(name); level > 0) role.heading_level = level;
    if (name.starts_with("toc ") || name.starts_with("inhopg") || name.starts_with("contents ") ||
        name == "toc heading") {
        role.is_contents = true;
        role.heading_level = 0;
    }
    if (name.starts_with("list ") || name.starts_with("lijst")) role.is_list = true;
}

}  // namespace

bool is_on(pugi::xml_node property) {
    if (!property) return false;
    const std::string_view value = property.attribute("w:val").value();
    return value != "0" && value != "false" && value != "none" && value != "off";
}

StyleRoles style_roles(const pugi::xml_document& styles) {
    std::unordered_map<std::string, pugi::xml_node> by_id;
    for (const auto style : styles.child("w:styles").children("w:style"))
        if (std::string_view(style.attribute("w:type").value()) == "paragraph")
            by_id.emplace(style.attribute("w:styleId").value(), style);
    StyleRoles roles;
    for (const auto& [id, style] : by_id) {
        std::vector<pugi::xml_node> chain{style};
        for (int depth = 0; depth < inheritance_depth_max; ++depth) {
            const auto base =
                by_id.find(chain.back().child("w:basedOn").attribute("w:val").value());
            if (base == by_id.end()) break;
            chain.push_back(base->second);
        }
        StyleRole role;
        for (auto link = chain.rbegin(); link != chain.rend(); ++link)
            add_own_properties(*link, role);
        roles.emplace(id, role);
    }
    return roles;
}

}  // namespace toets
