// OpenDocument text (.odt, .fodt) to blocks, with pugixml. The body is walked once; deleted text,
// comments and what stands in the head or foot of pages is left out. XML entities are never
// expanded. Source: OpenDocument 1.3 part 3, chapters 4 to 9.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "checker/documents/block_writer.h"
#include "checker/documents/line_form.h"
#include "checker/documents/odt_styles.h"
#include "checker/documents/packed_file.h"
#include "checker/documents/part_xml.h"
#include "checker/documents/readers.h"

namespace toets {
namespace {

constexpr int unstyled_heading_level = 5;  ///< A bold line that acts as a heading, without a style.
constexpr std::string_view indexes_end = "-index";

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The text of one paragraph, how much of it is bold, and what hangs on it: frames and notes.
struct OdtParagraph {
    std::string text;
    std::size_t bold_bytes = 0;
    std::vector<pugi::xml_node> attached;
};

class OdtBody {
  public:
    OdtBody(const OdtRoles& roles, const ReadLimits& limits, Document& document)
        : roles_(roles), document_(document), writer_(limits, document) {}

    /// Blocks of a container: the body, a section, a cell, an item. False when it must stop.
    bool read_blocks(pugi::xml_node parent, std::uint32_t depth) {
        if (depth > writer_.limits().depth_max)
            return writer_.stop(ReadProblem::Kind::too_deep, "content.xml");
        for (const auto node : parent.children())
            if (!read_block(node, depth)) return false;
        return true;
    }

    /// A bold line becomes a heading only where text follows it.
    void settle_bold_lines() {
        auto& blocks = document_.blocks;
        for (const auto index : bold_lines_) {
            if (index + 1 >= blocks.size() || !may_be_heading(blocks[index].text)) continue;
            if (blocks[index].kind != BlockKind::paragraph) continue;
            if (blocks[index + 1].kind == BlockKind::heading) continue;
            blocks[index].kind = BlockKind::heading;
            blocks[index].level = unstyled_heading_level;
        }
    }

  private:
    bool read_block(pugi::xml_node node, std::uint32_t depth) {
        const std::string_view name = node.name();
        if (name == "text:p" || name == "text:h") return read_paragraph(node, depth);
        if (name == "table:table") return read_rows(node, depth + 1);
        if (name == "text:list") return read_list(node, depth);
        if (name == "text:table-of-content" || name.ends_with(indexes_end) ||
            name == "text:bibliography")
            return read_contents(node, depth);
        if (name == "text:section") {
            const std::string_view display = node.attribute("text:display").value();
            return display == "none" || read_blocks(node, depth + 1);
        }
        if (is_one_of(name, {"text:index-body", "text:index-title", "text:numbered-paragraph",
                             "draw:frame", "draw:text-box", "draw:a", "draw:g", "text:note-body",
                             "draw:custom-shape", "draw:rect"}))
            return read_blocks(node, depth + 1);
        return true;
    }

    bool read_contents(pugi::xml_node index, std::uint32_t depth) {
        const bool was_contents = in_contents_;
        in_contents_ = true;
        const bool fine = read_blocks(index.child("text:index-body"), depth + 1);
        in_contents_ = was_contents;
        return fine;
    }

    /// The first paragraph of an item is the item; what follows in it is text of its own.
    bool read_list(pugi::xml_node list, std::uint32_t depth) {
        if (depth > writer_.limits().depth_max)
            return writer_.stop(ReadProblem::Kind::too_deep, "content.xml");
        for (const auto item : list.children()) {
            if (!is_one_of(item.name(), {"text:list-item", "text:list-header"})) continue;
            for (const auto node : item.children()) {
                item_starts_ = item.first_child() == node;
                if (!read_block(node, depth + 2)) return false;
            }
            item_starts_ = false;
        }
        return true;
    }

    bool read_paragraph(pugi::xml_node paragraph, std::uint32_t depth) {
        ++number_;
        OdtParagraph content;
        const auto role = role_of(paragraph.attribute("text:style-name").value());
        if (role.is_hidden) return true;
        if (!read_inline(paragraph, depth, role.is_bold, content)) return false;
        auto kind = BlockKind::paragraph;
        int level = 0;
        if (in_contents_ || role.is_contents) {
            kind = BlockKind::contents_entry;
        } else if (paragraph.name() == std::string_view("text:h")) {
            kind = BlockKind::heading;
            level = std::clamp(paragraph.attribute("text:outline-level").as_int(1), 1, 6);
        } else if (role.heading_level > 0) {
            kind = BlockKind::heading;
            level = role.heading_level;
        } else if (item_starts_ || role.is_list) {
            kind = BlockKind::list_item;
        } else if (content.bold_bytes > 0 && content.bold_bytes * 10 >= content.text.size() * 9) {
            bold_lines_.push_back(writer_.mark());
        }
        item_starts_ = false;
        if (!writer_.add(kind, level, content.text, number_)) return false;
        for (const auto attached : content.attached)
            if (!read_blocks(attached, depth + 1)) return false;
        return true;
    }

    OdtRole role_of(const char* style) const {
        const auto found = roles_.find(style);
        return found == roles_.end() ? OdtRole{} : found->second;
    }

    bool read_inline(pugi::xml_node parent, std::uint32_t depth, bool bold, OdtParagraph& content) {
        if (depth > writer_.limits().depth_max)
            return writer_.stop(ReadProblem::Kind::too_deep, "content.xml");
        for (const auto node : parent.children()) {
            const std::string_view name = node.name();
            if (name.empty()) {
                const std::string_view text = node.value();
                content.text += text;
                content.bold_bytes += bold ? text.size() : 0;
            } else if (is_one_of(name, {"text:s", "text:tab", "text:line-break"})) {
                content.text += ' ';
                content.bold_bytes += bold ? 1 : 0;
            } else if (name == "text:note") {
                content.attached.push_back(node.child("text:note-body"));
            } else if (name.starts_with("draw:")) {
                if (const auto box = node.child("draw:text-box"))
                    content.attached.push_back(box);
                else if (name != "draw:frame")
                    content.attached.push_back(node);
            } else if (name == "text:span") {
                const auto role = role_of(node.attribute("text:style-name").value());
                if (role.is_hidden) continue;
                if (!read_inline(node, depth + 1, bold || role.is_bold, content)) return false;
            } else if (!is_one_of(name,
                                  {"office:annotation", "office:annotation-end",
                                   "text:tracked-changes", "text:hidden-text", "text:placeholder",
                                   "text:ruby-text", "text:page-number", "text:script",
                                   "text:soft-page-break", "office:event-listeners"})) {
                if (!read_inline(node, depth + 1, bold, content)) return false;
            }
        }
        return true;
    }

    /// One block for each row; a row of one cell is plain text.
    bool read_rows(pugi::xml_node table, std::uint32_t depth) {
        if (depth > writer_.limits().depth_max)
            return writer_.stop(ReadProblem::Kind::too_deep, "content.xml");
        for (const auto node : table.children()) {
            const std::string_view name = node.name();
            if (is_one_of(name, {"table:table-header-rows", "table:table-rows",
                                 "table:table-row-group"})) {
                if (!read_rows(node, depth + 1)) return false;
            } else if (name == "table:table-row") {
                if (!read_row(node, depth)) return false;
            }
        }
        return true;
    }

    bool read_row(pugi::xml_node row, std::uint32_t depth) {
        std::vector<std::size_t> cells;
        const auto line = number_ + 1;
        for (const auto cell : row.children("table:table-cell")) {
            cells.push_back(writer_.mark());
            if (!read_blocks(cell, depth + 1)) return false;
        }
        if (cells.size() < 2) return true;
        std::erase_if(bold_lines_, [&](std::size_t index) { return index >= cells.front(); });
        writer_.join_row(cells, line);
        return true;
    }

    const OdtRoles& roles_;
    Document& document_;
    BlockWriter writer_;
    std::vector<std::size_t> bold_lines_;
    std::uint32_t number_ = 0;
    bool in_contents_ = false;
    bool item_starts_ = false;
};

/// Reads a document from the trees of its content and of its styles, which may be one tree.
void read_trees(pugi::xml_node content, pugi::xml_node styles, const ReadLimits& limits,
                Document& document) {
    document.format = Format::odt;
    const auto body = content.child("office:body");
    const auto text = body.child("office:text");
    if (!text) {
        const auto other = body.first_child();
        report(document, other ? ReadProblem::Kind::unknown_format : ReadProblem::Kind::damaged,
               other ? other.name() : "content.xml");
        return;
    }
    OdtRoles roles;
    add_odt_roles(styles.child("office:styles"), roles);
    add_odt_roles(content.child("office:automatic-styles"), roles);
    OdtBody reader(roles, limits, document);
    reader.read_blocks(text, 0);
    reader.settle_bold_lines();
    mark_contents_by_form(document.blocks);
}

}  // namespace

void read_odt_xml(std::string_view content, std::string_view styles, const ReadLimits& limits,
                  Document& document) {
    pugi::xml_document tree;
    if (!parse_part(content, tree)) {
        report(document, ReadProblem::Kind::damaged, "content.xml");
        return;
    }
    pugi::xml_document style_tree;
    if (const auto flat = tree.child("office:document")) {
        read_trees(flat, flat, limits, document);
    } else {
        parse_part(styles, style_tree);
        read_trees(tree.child("office:document-content"),
                   style_tree.child("office:document-styles"), limits, document);
    }
}

void read_odt(const PackedFile& file, const ReadLimits& limits, Document& document) {
    document.format = Format::odt;
    ReadProblem problem;
    constexpr const char* manifest = "META-INF/manifest.xml";
    if (file.has("encrypted-package")) {
        report(document, ReadProblem::Kind::encrypted, "odt");
        return;
    }
    if (file.has(manifest)) {
        const auto part = file.unpack(manifest, problem);
        if (part && part->find("manifest:encryption-data") != std::string::npos) {
            report(document, ReadProblem::Kind::encrypted, "odt");
            return;
        }
    }
    const auto content = file.unpack("content.xml", problem);
    if (!content) {
        document.problems.push_back(problem);
        return;
    }
    std::string styles;
    if (file.has("styles.xml")) {
        auto part = file.unpack("styles.xml", problem);
        if (part)
            styles = std::move(*part);
        else if (problem.kind == ReadProblem::Kind::too_large)
            document.problems.push_back(problem);
    }
    read_odt_xml(*content, styles, limits, document);
}

}  // namespace toets
