// Word (.docx) to blocks, with pugixml. The body is walked once; deletions, field codes and
// drawings' fall-backs are left out, insertions kept. XML entities are never expanded.
// Source: ECMA-376 part 1, chapter 17.
#include <algorithm>
#include <string_view>
#include <vector>

#include "checker/documents/block_writer.h"
#include "checker/documents/decode.h"
#include "checker/documents/docx_styles.h"
#include "checker/documents/line_form.h"
#include "checker/documents/packed_file.h"
#include "checker/documents/part_xml.h"
#include "checker/documents/readers.h"

namespace toets {
namespace {

constexpr int unstyled_heading_level = 5;  ///< A bold line that acts as a heading, without a style.

/// The text of one paragraph, and how much of it is bold.
struct ParagraphText {
    std::string text;
    std::size_t bold_bytes = 0;
};

class WordBody {
  public:
    WordBody(const StyleRoles& styles, const ReadLimits& limits, Document& document)
        : styles_(styles), limits_(limits), document_(document) {}

    /// Blocks of a container: the body, a content control, a cell. False when it went too deep.
    bool read_blocks(pugi::xml_node parent, std::uint32_t depth) {
        if (depth > limits_.depth_max)
            return report(document_, ReadProblem::Kind::too_deep, "word/document.xml");
        for (const auto node : parent.children()) {
            const std::string_view name = node.name();
            if (name == "w:p") {
                if (!read_paragraph(node, depth)) return false;
            } else if (name == "w:tbl") {
                if (!read_table(node, depth)) return false;
            } else if (name == "w:sdt") {
                if (!read_content_control(node, depth)) return false;
            } else if (name == "w:ins" || name == "w:customXml" || name == "w:smartTag") {
                if (!read_blocks(node, depth + 1)) return false;
            }
        }
        return true;
    }

    /// Paragraphs that look like a heading by bold type only become headings where text follows.
    void settle_bold_lines() {
        auto& blocks = document_.blocks;
        for (const auto index : bold_lines_) {
            if (index + 1 >= blocks.size() || !may_be_heading(blocks[index].text)) continue;
            if (blocks[index + 1].kind == BlockKind::heading) continue;
            blocks[index].kind = BlockKind::heading;
            blocks[index].level = unstyled_heading_level;
        }
    }

  private:
    bool read_content_control(pugi::xml_node control, std::uint32_t depth) {
        const std::string_view gallery = control.child("w:sdtPr")
                                             .child("w:docPartObj")
                                             .child("w:docPartGallery")
                                             .attribute("w:val")
                                             .value();
        const bool was_contents = in_contents_control_;
        in_contents_control_ = was_contents || gallery == "Table of Contents";
        const bool fine = read_blocks(control.child("w:sdtContent"), depth + 1);
        in_contents_control_ = was_contents;
        return fine;
    }

    bool read_paragraph(pugi::xml_node paragraph, std::uint32_t depth) {
        ++number_;
        const bool starts_in_contents = contents_field_depth_ > 0;
        ParagraphText content;
        if (!read_inline(paragraph, depth, false, content)) return false;
        Block block;
        block.text = clean(content.text);
        block.line = number_;
        if (block.text.empty()) return true;
        if (text_bytes_ += block.text.size(); text_bytes_ > limits_.text_bytes_max)
            return report(document_, ReadProblem::Kind::too_large, "text");
        const auto properties = paragraph.child("w:pPr");
        const StyleRole role = role_of(properties);
        const bool in_contents =
            starts_in_contents || contents_field_depth_ > 0 || in_contents_control_;
        if (role.is_contents || in_contents) {
            block.kind = BlockKind::contents_entry;
        } else if (role.heading_level > 0) {
            block.kind = BlockKind::heading;
            block.level = role.heading_level;
        } else if (role.is_list || properties.child("w:numPr") || list_mark(block.text) > 0) {
            block.kind = BlockKind::list_item;
            block.text.erase(0, list_mark(block.text));
        } else if (content.bold_bytes * 10 >= content.text.size() * 9 || role.is_bold) {
            bold_lines_.push_back(document_.blocks.size());
        }
        document_.blocks.push_back(std::move(block));
        return true;
    }

    StyleRole role_of(pugi::xml_node properties) const {
        StyleRole role;
        const auto style = styles_.find(properties.child("w:pStyle").attribute("w:val").value());
        if (style != styles_.end()) role = style->second;
        if (const auto outline = properties.child("w:outlineLvl")) {
            const int level = outline.attribute("w:val").as_int(9);
            role.heading_level = level >= 0 && level < 9 ? std::min(level + 1, 6) : 0;
        }
        return role;
    }

    bool read_inline(pugi::xml_node parent, std::uint32_t depth, bool bold,
                     ParagraphText& content) {
        if (depth > limits_.depth_max)
            return report(document_, ReadProblem::Kind::too_deep, "word/document.xml");
        for (const auto node : parent.children()) {
            const std::string_view name = node.name();
            if (name == "w:t") {
                const std::string_view text = node.text().get();
                content.text += text;
                content.bold_bytes += bold ? text.size() : 0;
            } else if (name == "w:tab" || name == "w:br" || name == "w:cr") {
                content.text += ' ';
                content.bold_bytes += bold ? 1 : 0;
            } else if (name == "w:noBreakHyphen") {
                content.text += '-';
            } else if (name == "w:fldChar") {
                follow_field(node);
            } else if (name == "w:instrText") {
                note_field_code(node.text().get());
            } else if (name == "w:r") {
                const bool run_bold = is_on(node.child("w:rPr").child("w:b"));
                if (!read_inline(node, depth + 1, run_bold, content)) return false;
            } else if (name == "w:hyperlink" || name == "w:ins" || name == "w:smartTag" ||
                       name == "w:fldSimple" || name == "w:sdt" || name == "w:sdtContent" ||
                       name == "w:moveTo" || name == "w:customXml") {
                if (!read_inline(node, depth + 1, bold, content)) return false;
            }
        }
        return true;
    }

    /// Fields nest; the paragraphs between the start and end of a TOC field are its entries.
    void follow_field(pugi::xml_node mark) {
        const std::string_view type = mark.attribute("w:fldCharType").value();
        if (type == "begin") {
            ++field_depth_;
        } else if (type == "end" && field_depth_ > 0) {
            if (contents_field_depth_ == field_depth_) contents_field_depth_ = 0;
            --field_depth_;
        }
    }

    void note_field_code(std::string_view code) {
        const auto start = code.find_first_not_of(' ');
        if (start == std::string_view::npos || contents_field_depth_ > 0) return;
        if (code.substr(start).starts_with("TOC")) contents_field_depth_ = field_depth_;
    }

    /// One block for each row, its cells apart by " | "; a table of one column is plain text.
    bool read_table(pugi::xml_node table, std::uint32_t depth) {
        for (const auto row : table.children("w:tr")) {
            const auto cells =
                std::distance(row.children("w:tc").begin(), row.children("w:tc").end());
            if (cells == 1) {
                if (!read_blocks(row.child("w:tc"), depth + 2)) return false;
                continue;
            }
            const auto first = document_.blocks.size();
            Block joined;
            joined.kind = BlockKind::table_row;
            joined.line = number_ + 1;
            for (const auto cell : row.children("w:tc")) {
                const auto start = document_.blocks.size();
                if (!read_blocks(cell, depth + 2)) return false;
                if (!joined.text.empty()) joined.text += " |";
                for (auto i = start; i < document_.blocks.size(); ++i)
                    join_line(joined.text, document_.blocks[i].text);
            }
            document_.blocks.resize(first);
            while (!bold_lines_.empty() && bold_lines_.back() >= first) bold_lines_.pop_back();
            if (!joined.text.empty()) document_.blocks.push_back(std::move(joined));
        }
        return true;
    }

    const StyleRoles& styles_;
    const ReadLimits& limits_;
    Document& document_;
    std::vector<std::size_t> bold_lines_;
    std::uint32_t number_ = 0;
    std::size_t text_bytes_ = 0;
    int field_depth_ = 0;
    int contents_field_depth_ = 0;  ///< The depth at which the TOC field stands; 0: not in one.
    bool in_contents_control_ = false;
};

}  // namespace

void read_docx_xml(std::string_view body, std::string_view styles, const ReadLimits& limits,
                   Document& document) {
    document.format = Format::docx;
    pugi::xml_document tree;
    pugi::xml_node root;
    if (parse_part(body, tree)) root = tree.child("w:document").child("w:body");
    if (!root) {
        report(document, ReadProblem::Kind::damaged, "word/document.xml");
        return;
    }
    pugi::xml_document style_tree;
    parse_part(styles, style_tree);
    const auto roles = style_roles(style_tree);
    WordBody reader(roles, limits, document);
    reader.read_blocks(root, 0);
    reader.settle_bold_lines();
    mark_contents_by_form(document.blocks);
}

void read_docx(const PackedFile& file, const ReadLimits& limits, Document& document) {
    document.format = Format::docx;
    ReadProblem problem;
    const auto body = file.unpack("word/document.xml", problem);
    if (!body) {
        document.problems.push_back(problem);
        return;
    }
    std::string styles;
    if (file.has("word/styles.xml"))
        if (auto part = file.unpack("word/styles.xml", problem)) styles = std::move(*part);
    read_docx_xml(*body, styles, limits, document);
}

}  // namespace toets
