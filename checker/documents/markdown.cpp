// Markdown to blocks, with cmark. Only headings, paragraphs, items and code are text of the
// document; blocks of raw HTML are read as a page, where there is a reader for those. Pipe tables,
// which CommonMark lacks, arrive as paragraphs and are split into rows.
#include <algorithm>
#include <array>
#include <memory>

#include <cmark.h>

#include "checker/documents/block_writer.h"
#include "checker/documents/characters.h"
#include "checker/documents/decode.h"
#include "checker/documents/line_form.h"
#include "checker/documents/readers.h"

namespace toets {
namespace {

/// A text of inlines: one entry for every source line.
struct InlineText {
    std::vector<std::string> lines{1};
    std::size_t link_bytes = 0;
    bool links_inside = false;  ///< The last link leads to a place in this document.
};

void add_inline(cmark_node* node, cmark_event_type event, InlineText& text) {
    const auto type = cmark_node_get_type(node);
    const bool enters = event == CMARK_EVENT_ENTER;
    if (enters && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)) {
        const char* literal = cmark_node_get_literal(node);
        text.lines.back() += literal == nullptr ? "" : literal;
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
        text.lines.emplace_back();
    } else if (type == CMARK_NODE_HTML_INLINE && enters) {
        const std::string_view tag = cmark_node_get_literal(node);
        if (tag.starts_with("<br")) text.lines.back() += ' ';
    } else if (type == CMARK_NODE_LINK && enters) {
        const char* url = cmark_node_get_url(node);
        text.link_bytes = text.lines.back().size();
        text.links_inside = url != nullptr && url[0] == '#';
    } else if (type == CMARK_NODE_LINK && text.lines.size() == 1) {
        text.link_bytes = text.lines.back().size() - text.link_bytes;
    }
}

/// Walks the tree with cmark's own iterator, which needs no stack of ours.
class Markdown {
  public:
    Markdown(std::uint32_t first_line, const ReadLimits& limits, TextReader html,
             Document& document)
        : first_line_(first_line), limits_(limits), html_(html), document_(document) {}

    void read(cmark_node* root) {
        const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(root),
                                                                           cmark_iter_free);
        for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(walk.get())) {
            cmark_node* node = cmark_iter_get_node(walk.get());
            if (!visit(node, event)) return;
        }
    }

  private:
    bool visit(cmark_node* node, cmark_event_type event) {
        const bool enters = event == CMARK_EVENT_ENTER;
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_ITEM || type == CMARK_NODE_LIST || type == CMARK_NODE_BLOCK_QUOTE) {
            depth_ += enters ? 1 : -1;
            item_starts_ = enters && type == CMARK_NODE_ITEM;
            if (depth_ > static_cast<int>(limits_.depth_max))
                return report(document_, ReadProblem::Kind::too_deep, "blocks");
        } else if (type == CMARK_NODE_HEADING || type == CMARK_NODE_PARAGRAPH) {
            if (!enters) finish(node);
            inlines_ = {};
        } else if (type == CMARK_NODE_HTML_BLOCK && html_ != nullptr) {
            return read_page(node);
        } else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) {
            inlines_.lines.back() = cmark_node_get_literal(node);
            finish(node);
            inlines_ = {};
        } else {
            add_inline(node, event, inlines_);
        }
        return true;
    }

    bool read_page(cmark_node* node) {
        const char* literal = cmark_node_get_literal(node);
        Document page;
        html_(literal == nullptr ? "" : literal, limits_, page);
        // A lone end tag or comment is no page, and nothing is lost with it.
        std::erase_if(page.problems, [](const ReadProblem& problem) {
            return problem.kind == ReadProblem::Kind::damaged;
        });
        for (auto& block : page.blocks) {
            block.line += first_line_ + static_cast<std::uint32_t>(cmark_node_get_start_line(node));
            block.line -= std::min(block.line, 1U);
            document_.blocks.push_back(std::move(block));
        }
        item_starts_ = false;
        document_.problems.insert(document_.problems.end(), page.problems.begin(),
                                  page.problems.end());
        return page.problems.empty();
    }

    void finish(cmark_node* node) {
        const bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
        Block block;
        block.line = first_line_ + static_cast<std::uint32_t>(cmark_node_get_start_line(node));
        if (heading) {
            block.kind = BlockKind::heading;
            block.level = cmark_node_get_heading_level(node);
        } else if (is_table()) {
            add_rows(block);
            return;
        } else if (item_starts_) {
            block.kind = BlockKind::list_item;
        }
        const bool numbered = has_numbered_lines();
        std::uint32_t line_number = block.line;
        for (const auto& line : inlines_.lines) {
            const auto text = clean(line);
            if (numbered && is_numbered_title(text, 1) && !block.text.empty()) {
                document_.blocks.push_back(block);
                block.text.clear();
                block.line_starts.clear();
                block.line = line_number;
            }
            const bool first = block.text.empty();
            join_line(block.text, text);
            if (!first)
                block.line_starts.push_back(
                    static_cast<std::uint32_t>(block.text.size() - text.size()));
            ++line_number;
        }
        if (block.text.empty()) return;
        const bool only_link = inlines_.links_inside && inlines_.link_bytes == block.text.size();
        if (item_starts_ && only_link) block.kind = BlockKind::contents_entry;
        item_starts_ = false;
        document_.blocks.push_back(std::move(block));
    }

    /// "2.1 Preventief werken": no mark of CommonMark, so it runs on in the item "2." above it.
    static bool is_numbered_title(std::string_view line, int depth_min) {
        const Numbering number = numbering(line);
        return number.depth >= depth_min &&
               is_capital_letter(first_character(line.substr(number.length)));
    }

    /// One line that starts so can be text that was broken off there.
    bool has_numbered_lines() const {
        const auto& lines = inlines_.lines;
        return std::count_if(lines.begin(), lines.end(), [](const std::string& line) {
                   return is_numbered_title(line, 2);
               }) > 1;
    }

    bool is_table() const {
        const auto& lines = inlines_.lines;
        return lines.size() > 1 && lines[1].find("--") != std::string::npos &&
               lines[1].find_first_not_of("|-: ") == std::string::npos &&
               lines[0].find('|') != std::string::npos;
    }

    static std::string without_outer_bars(std::string text) {
        if (text.starts_with('|'))
            text.erase(0, std::min(text.find_first_not_of("| "), text.size()));
        if (text.ends_with('|')) text.erase(text.find_last_not_of("| ") + 1);
        return text;
    }

    void add_rows(Block row) {
        row.kind = BlockKind::table_row;
        for (std::size_t i = 0; i < inlines_.lines.size(); ++i) {
            row.text = without_outer_bars(clean(inlines_.lines[i]));
            if (i != 1 && !row.text.empty()) document_.blocks.push_back(row);
            ++row.line;
        }
    }

    std::uint32_t first_line_;
    const ReadLimits& limits_;
    TextReader html_;
    Document& document_;
    InlineText inlines_;
    int depth_ = 0;
    bool item_starts_ = false;
};

/// The bytes of a YAML head between two lines "---", and how many lines they are.
std::pair<std::size_t, std::uint32_t> front_matter(const std::string& text) {
    if (!text.starts_with("---\n")) return {0, 0};
    const auto end = text.find("\n---\n", 3);
    if (end == std::string::npos) return {0, 0};
    const auto bytes = end + 5;
    const auto lines =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bytes), '\n');
    return {bytes, static_cast<std::uint32_t>(lines)};
}

/// Nesting that a line opens at once by quotation marks and list marks. The parser's time grows
/// with the square of it, so it is looked at before parsing.
bool opens_too_deep(const std::string& text, std::uint32_t depth_max) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto first = text.find_first_not_of(" \t>*+-", at);
        const auto marks =
            std::count_if(text.begin() + static_cast<std::ptrdiff_t>(at),
                          text.begin() + static_cast<std::ptrdiff_t>(std::min(first, end)),
                          [](char c) { return c == '>' || c == '*' || c == '+' || c == '-'; });
        const bool rule = first >= end;
        if (static_cast<std::uint32_t>(marks) > depth_max && (!rule || text[at] == '>'))
            return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

void read_markdown(const std::string& text, const ReadLimits& limits, TextReader html,
                   Document& document) {
    if (opens_too_deep(text, limits.depth_max)) {
        report(document, ReadProblem::Kind::too_deep, "line");
        return;
    }
    const auto [head_bytes, head_lines] = front_matter(text);
    const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(
        cmark_parse_document(text.data() + head_bytes, text.size() - head_bytes, CMARK_OPT_DEFAULT),
        cmark_node_free);
    Markdown(head_lines, limits, html, document).read(root.get());
    mark_contents_by_form(document.blocks);
}

}  // namespace toets
