// Word (.docx) to blocks, with pugixml. The body is walked once; deletions, hidden text, field
// codes and drawings' fall-backs are left out, insertions kept. Text boxes and notes follow the
// paragraph that they hang on. XML entities are never expanded.
// Source: ECMA-376 part 1, chapter 17.
#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>
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

/// The text of one paragraph, how much of it is bold, and what hangs on it: text boxes and notes.
struct ParagraphText {
    std::string text;
    std::size_t bold_bytes = 0;
    std::vector<pugi::xml_node> attached;
};

/// Notes by their number, until they are read.
using Notes = std::unordered_map<std::string, pugi::xml_node>;

Notes notes_in(pugi::xml_node parent, const char* name) {
    Notes notes;
    for (const auto note : parent.children(name))
        notes.emplace(note.attribute("w:id").value(), note);
    return notes;
}

/// The children of that name, also those in content controls. Deep controls are left out: what
/// they hold is too deep for the walk as well.
void add_children(pugi::xml_node parent, std::string_view name, std::uint32_t depth,
                  std::vector<pugi::xml_node>& found) {
    if (depth == 0) return;
    for (const auto node : parent.children()) {
        const std::string_view here = node.name();
        if (here == name)
            found.push_back(node);
        else if (here == "w:sdt" || here == "w:sdtContent" || here == "w:customXml")
            add_children(node, name, depth - 1, found);
    }
}

class WordBody {
  public:
    WordBody(const StyleRoles& styles, Notes footnotes, Notes endnotes, const ReadLimits& limits,
             Document& document)
        : styles_(styles),
          footnotes_(std::move(footnotes)),
          endnotes_(std::move(endnotes)),
          limits_(limits),
          document_(document) {}

    /// Blocks of a container: the body, a content control, a cell. False when it went too deep.
    bool read_blocks(pugi::xml_node parent, std::uint32_t depth) {
        if (depth > limits_.depth_max) return too_deep();
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
            } else if (name == "mc:AlternateContent") {
                if (!read_blocks(node.child("mc:Choice"), depth + 1)) return false;
            }
        }
        return true;
    }

    /// What is left of a last paragraph whose end was deleted.
    bool finish() {
        ParagraphText content;
        content.text = std::move(carried_);
        return add_paragraph({}, content, false);
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
    bool too_deep() { return report(document_, ReadProblem::Kind::too_deep, "word/document.xml"); }

    /// Whether the control still shows what it asks for, as in "click here to enter text".
    static bool is_unfilled(pugi::xml_node control) {
        return is_on(control.child("w:sdtPr").child("w:showingPlcHdr"));
    }

    bool read_content_control(pugi::xml_node control, std::uint32_t depth) {
        if (is_unfilled(control)) return true;
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
        const auto properties = paragraph.child("w:pPr");
        // A paragraph whose end was deleted goes on in the next one.
        content.text.insert(0, std::exchange(carried_, {}));
        if (properties.child("w:rPr").child("w:del"))
            carried_ = std::move(content.text);
        else if (!add_paragraph(properties, content, starts_in_contents))
            return false;
        if (content.attached.empty()) return true;
        auto carried = std::exchange(carried_, {});
        for (const auto attached : content.attached)
            if (!read_blocks(attached, depth + 1)) return false;
        carried_ = std::move(carried);
        return true;
    }

    bool add_paragraph(pugi::xml_node properties, const ParagraphText& content,
                       bool starts_in_contents) {
        Block block;
        block.text = clean(content.text);
        block.line = number_;
        if (block.text.empty()) return true;
        if (text_bytes_ += block.text.size(); text_bytes_ > limits_.text_bytes_max)
            return report(document_, ReadProblem::Kind::too_large, "text");
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
        if (depth > limits_.depth_max) return too_deep();
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
                const auto look = node.child("w:rPr");
                if (is_on(look.child("w:vanish"))) continue;
                if (!read_inline(node, depth + 1, is_on(look.child("w:b")), content)) return false;
            } else if (holds_text(node, name)) {
                if (!read_inline(node, depth + 1, bold, content)) return false;
            } else if (!attach(node, name, depth + 1, content)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the text of an element is text of the paragraph that it stands in.
    static bool holds_text(pugi::xml_node node, std::string_view name) {
        if (name == "w:sdt") return !is_unfilled(node);
        return name == "w:hyperlink" || name == "w:ins" || name == "w:smartTag" ||
               name == "w:fldSimple" || name == "w:sdtContent" || name == "w:moveTo" ||
               name == "w:customXml";
    }

    /// What hangs on the paragraph and is text of its own.
    bool attach(pugi::xml_node node, std::string_view name, std::uint32_t depth,
                ParagraphText& content) {
        if (name == "w:footnoteReference")
            attach_note(node, footnotes_, content);
        else if (name == "w:endnoteReference")
            attach_note(node, endnotes_, content);
        else if (name == "mc:AlternateContent" || name == "w:drawing" || name == "w:pict")
            return attach_boxes(node, depth, content);
        return true;
    }

    /// A note is read where it is first referred to, and once.
    static void attach_note(pugi::xml_node reference, Notes& notes, ParagraphText& content) {
        const auto note = notes.find(reference.attribute("w:id").value());
        if (note == notes.end()) return;
        content.attached.push_back(note->second);
        notes.erase(note);
    }

    /// The text boxes of a drawing. Word writes each twice, for new and for old programs: only the
    /// first way that holds one is read.
    bool attach_boxes(pugi::xml_node drawing, std::uint32_t depth, ParagraphText& content) {
        if (depth > limits_.depth_max) return too_deep();
        const bool ways = drawing.name() == std::string_view("mc:AlternateContent");
        const auto before = content.attached.size();
        for (const auto node : drawing.children()) {
            if (node.name() == std::string_view("w:txbxContent"))
                content.attached.push_back(node);
            else if (!attach_boxes(node, depth + 1, content))
                return false;
            if (ways && content.attached.size() > before) return true;
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
        std::vector<pugi::xml_node> rows;
        add_children(table, "w:tr", limits_.depth_max, rows);
        for (const auto row : rows) {
            std::vector<pugi::xml_node> cells;
            add_children(row, "w:tc", limits_.depth_max, cells);
            if (cells.size() == 1) {
                if (!read_blocks(cells.front(), depth + 2)) return false;
                continue;
            }
            const auto first = document_.blocks.size();
            Block joined;
            joined.kind = BlockKind::table_row;
            joined.line = number_ + 1;
            for (const auto cell : cells) {
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
    Notes footnotes_;
    Notes endnotes_;
    const ReadLimits& limits_;
    Document& document_;
    std::vector<std::size_t> bold_lines_;
    std::string carried_;  ///< The text of a paragraph without an end.
    std::uint32_t number_ = 0;
    std::size_t text_bytes_ = 0;
    int field_depth_ = 0;
    int contents_field_depth_ = 0;  ///< The depth at which the TOC field stands; 0: not in one.
    bool in_contents_control_ = false;
};

/// The target of the relation from the package to its main part; empty when it isn't there.
std::string main_part(const PackedFile& file) {
    ReadProblem problem;
    pugi::xml_document tree;
    const auto relations = file.unpack("_rels/.rels", problem);
    if (!relations || !parse_part(*relations, tree)) return {};
    for (const auto relation : tree.child("Relationships").children("Relationship")) {
        const std::string_view type = relation.attribute("Type").value();
        const std::string_view mode = relation.attribute("TargetMode").value();
        if (!type.ends_with("/officeDocument") || mode == "External") continue;
        const std::string target = relation.attribute("Target").value();
        return target.starts_with('/') ? target.substr(1) : target;
    }
    return {};
}

}  // namespace

void read_docx_xml(const WordParts& parts, const ReadLimits& limits, Document& document) {
    document.format = Format::docx;
    pugi::xml_document tree;
    pugi::xml_node root;
    if (parse_part(parts.body, tree)) root = tree.child("w:document").child("w:body");
    if (!root) {
        report(document, ReadProblem::Kind::damaged, "word/document.xml");
        return;
    }
    pugi::xml_document style_tree;
    pugi::xml_document footnote_tree;
    pugi::xml_document endnote_tree;
    parse_part(parts.styles, style_tree);
    parse_part(parts.footnotes, footnote_tree);
    parse_part(parts.endnotes, endnote_tree);
    const auto roles = style_roles(style_tree);
    WordBody reader(roles, notes_in(footnote_tree.child("w:footnotes"), "w:footnote"),
                    notes_in(endnote_tree.child("w:endnotes"), "w:endnote"), limits, document);
    if (reader.read_blocks(root, 0)) reader.finish();
    reader.settle_bold_lines();
    mark_contents_by_form(document.blocks);
}

bool is_docx(const PackedFile& file) {
    if (file.has("word/document.xml")) return true;
    const auto main = main_part(file);
    return main.starts_with("word/") && file.has(main);
}

void read_docx(const PackedFile& file, const ReadLimits& limits, Document& document) {
    document.format = Format::docx;
    ReadProblem problem;
    const auto body =
        file.unpack(file.has("word/document.xml") ? "word/document.xml" : main_part(file), problem);
    if (!body) {
        document.problems.push_back(problem);
        return;
    }
    std::vector<std::string> others;
    for (const auto* name : {"word/styles.xml", "word/footnotes.xml", "word/endnotes.xml"}) {
        others.emplace_back();
        if (!file.has(name)) continue;
        if (auto part = file.unpack(name, problem))
            others.back() = std::move(*part);
        else if (problem.kind == ReadProblem::Kind::too_large)
            document.problems.push_back(problem);
    }
    read_docx_xml({*body, others[0], others[1], others[2]}, limits, document);
}

}  // namespace toets
