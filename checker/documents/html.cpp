// HTML to blocks, with the forgiving parser of libxml2: no network, no entities but the known
// ones. Navigation, the head and foot of the page, scripts, what is hidden or struck out and
// notices about cookies are no text of the document.
#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <libxml/HTMLparser.h>
#include <libxml/xmlstring.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "checker/documents/block_writer.h"
#include "checker/documents/decode.h"
#include "checker/documents/readers.h"

namespace toets {
namespace {

constexpr std::size_t menu_items_min = 3;  ///< A list of so many items that are but a link.
constexpr int summary_level = 6;           ///< What unfolds is a heading under any other one.

std::string_view name_of(const xmlNode* node) {
    return node->name == nullptr ? "" : reinterpret_cast<const char*>(node->name);
}

std::string_view attribute(const xmlNode* node, const char* name) {
    const auto* key = reinterpret_cast<const xmlChar*>(name);
    const xmlAttr* found = xmlHasProp(node, key);
    if (found == nullptr || found->children == nullptr || found->children->content == nullptr)
        return {};
    return reinterpret_cast<const char*>(found->children->content);
}

bool has_attribute(const xmlNode* node, const char* name) {
    return xmlHasProp(node, reinterpret_cast<const xmlChar*>(name)) != nullptr;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

int heading_level(std::string_view name) {
    const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    return heading ? name[1] - '0' : 0;
}

bool is_block(std::string_view name) {
    return is_one_of(
        name, {"p",       "div",    "section",    "article", "main",     "aside",   "ul",
               "ol",      "dl",     "li",         "dt",      "dd",       "table",   "thead",
               "tbody",   "tfoot",  "tr",         "td",      "th",       "caption", "pre",
               "header",  "footer", "form",       "address", "hr",       "figure",  "details",
               "summary", "center", "figcaption", "body",    "html",     "h1",      "h2",
               "h3",      "h4",     "h5",         "h6",      "fieldset", "legend",  "blockquote",
               "menu"});
}

std::string small(std::string_view text) {
    std::string plain;
    for (const char c : text)
        if (c != ' ' && c != '\t' && c != '\n')
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return plain;
}

bool holds_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

const xmlNode* element_before(const xmlNode* node) {
    for (node = node->prev; node != nullptr; node = node->prev)
        if (node->type == XML_ELEMENT_NODE) return node;
    return nullptr;
}

/// Whether the class of an element tells that it opens and closes.
bool is_called_folding(const xmlNode* node) {
    return holds_one_of(small(attribute(node, "class")),
                        {"accord", "collaps", "panel", "tab", "toggle", "expand", "answer"});
}

/// Whether a reader can press the element to open something.
bool is_pressed(const xmlNode* node) {
    return is_one_of(name_of(node), {"button", "summary"}) || attribute(node, "role") == "button" ||
           attribute(node, "href").starts_with("#") || has_attribute(node, "aria-controls") ||
           has_attribute(node, "aria-expanded") || has_attribute(node, "onclick") ||
           has_attribute(node, "tabindex") || is_called_folding(node);
}

/// Whether an element that isn't shown comes up when the reader opens it: the text of a tab, or
/// under something to press. A heading that only stands above it opens nothing.
bool unfolds(const xmlNode* node) {
    if (is_one_of(attribute(node, "role"), {"tabpanel", "region"}) ||
        has_attribute(node, "aria-labelledby") || is_called_folding(node))
        return true;
    const xmlNode* above = element_before(node);
    if (above == nullptr) return false;
    if (name_of(above) == "dt" || is_pressed(above)) return true;
    const bool in_folding = node->parent != nullptr && is_called_folding(node->parent);
    if (heading_level(name_of(above)) == 0) return false;
    const auto* inner = above->children;
    while (inner != nullptr && (inner->type != XML_ELEMENT_NODE || !is_pressed(inner)))
        inner = inner->next;
    return in_folding || inner != nullptr;
}

bool is_hidden(const xmlNode* node) {
    const bool hidden =
        has_attribute(node, "hidden") ||
        holds_one_of(small(attribute(node, "style")), {"display:none", "visibility:hidden"});
    return hidden && !unfolds(node);
}

constexpr int notice_letters_max = 2'000;
constexpr int notice_nodes_max = 500;

/// What is left of a number of letters after those of the tree below; 0 where that is a page, or
/// of many nodes.
int letters_left(const xmlNode* parent, int letters, int& nodes) {
    for (const xmlNode* node = parent->children; node != nullptr && letters > 0;
         node = node->next) {
        if (--nodes < 0 || is_one_of(name_of(node), {"h1", "main", "article", "header"})) return 0;
        if (node->type == XML_TEXT_NODE)
            letters -= std::min(xmlStrlen(node->content), letters);
        else if (node->type == XML_ELEMENT_NODE)
            letters = letters_left(node, letters, nodes);
    }
    return letters;
}

/// The notice on cookies that the makers of a site put over every page of it. A long text is none,
/// nor what holds the title: the whole page may say in its class that it has a notice.
bool is_cookie_notice(const xmlNode* node) {
    std::string names;
    for (const auto* key : {"id", "class", "aria-label"})
        names += small(attribute(node, key)) + ' ';
    const bool named =
        holds_one_of(names, {"cookie"}) &&
        holds_one_of(names, {"banner", "bar", "notice", "consent", "popup", "melding", "modal",
                             "wall", "dialog", "overlay", "law"});
    int nodes = notice_nodes_max;
    return named && letters_left(node, notice_letters_max, nodes) > 0;
}

/// What no reader of the page takes for its text.
bool is_apart(const xmlNode* node, bool in_article) {
    const auto name = name_of(node);
    if (is_one_of(name, {"script", "style", "noscript", "template", "head", "nav", "select",
                         "option", "textarea", "svg", "iframe", "object", "canvas", "audio",
                         "video", "math", "map", "del", "dialog"}))
        return true;
    if (name == "body") return false;
    if (is_hidden(node) || is_cookie_notice(node)) return true;
    if ((name == "header" || name == "footer") && !in_article) return true;
    const auto role = attribute(node, "role");
    return is_one_of(role, {"navigation", "banner", "contentinfo", "search", "menu", "menubar",
                            "dialog", "alertdialog"});
}

/// What the text that is being gathered will become.
struct Gathered {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;
};

class Page {
  public:
    Page(const ReadLimits& limits, Document& document) : writer_(limits, document) {}

    bool read(const xmlNode* root) { return read_children(root, 0, {}) && flush({}); }

  private:
    bool read_children(const xmlNode* parent, std::uint32_t depth, Gathered as) {
        if (depth > writer_.limits().depth_max)
            return writer_.stop(ReadProblem::Kind::too_deep, "html");
        for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
            if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
                gather(node);
            } else if (node->type == XML_ELEMENT_NODE && !is_apart(node, in_article_)) {
                if (!read_element(node, depth, as)) return false;
            }
        }
        return true;
    }

    bool read_element(const xmlNode* node, std::uint32_t depth, Gathered as) {
        const auto name = name_of(node);
        if (name == "br") return read_break(node, as);
        if (name == "button" && as.kind != BlockKind::heading) return true;
        if (!is_block(name)) return read_children(node, depth + 1, as);
        if (!flush(as)) return false;
        if (name == "tr") return read_row(node, depth);
        if (is_one_of(name, {"ul", "ol", "menu"})) return read_list(node, depth);
        const Gathered inner = role_of(node, as);
        const bool was_in_article = in_article_;
        in_article_ = in_article_ || is_one_of(name, {"main", "article", "section"});
        const bool fine = read_children(node, depth + 1, inner) && flush(inner);
        in_article_ = was_in_article;
        return fine;
    }

    /// Two line breaks in a row part paragraphs, as authors without a style do.
    bool read_break(const xmlNode* node, Gathered as) {
        gathered_ += ' ';
        const xmlNode* next = node->next;
        while (next != nullptr && next->type == XML_TEXT_NODE && is_blank(next)) next = next->next;
        const bool twice = next != nullptr && name_of(next) == "br";
        return !twice || as.kind != BlockKind::paragraph || flush(as);
    }

    static bool is_blank(const xmlNode* node) {
        const std::string_view text = reinterpret_cast<const char*>(node->content);
        return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    }

    Gathered role_of(const xmlNode* node, Gathered as) const {
        const auto name = name_of(node);
        const auto style = attribute(node, "class");  // Word names its styles so
        if (const int level = heading_level(name); level > 0) return {BlockKind::heading, level};
        if (name == "summary") return {BlockKind::heading, summary_level};
        if (style.starts_with("MsoToc")) return {BlockKind::contents_entry, 0};
        if (style.starts_with("MsoList") || name == "dd") return {BlockKind::list_item, 0};
        if (is_one_of(name, {"p", "div", "span"}) && as.kind == BlockKind::list_item) return as;
        return as.kind == BlockKind::contents_entry ? as : Gathered{};
    }

    /// Items that are a link and no more name what stands elsewhere.
    bool read_list(const xmlNode* list, std::uint32_t depth) {
        std::size_t items = 0;
        std::size_t links = 0;
        for (const xmlNode* node = list->children; node != nullptr; node = node->next) {
            if (name_of(node) != "li") continue;
            ++items;
            links += link_of(node) != nullptr ? 1U : 0U;
        }
        const bool menu = items >= menu_items_min && links == items;
        for (const xmlNode* node = list->children; node != nullptr; node = node->next) {
            if (node->type != XML_ELEMENT_NODE || is_apart(node, in_article_)) continue;
            const xmlNode* link = link_of(node);
            const bool inside = link != nullptr && attribute(link, "href").starts_with("#");
            const Gathered as = {menu || inside ? BlockKind::contents_entry : BlockKind::list_item,
                                 0};
            if (!read_children(node, depth + 2, as) || !flush(as)) return false;
        }
        return true;
    }

    /// The link that is all the text of an item; lists within it don't count. Null for none.
    static const xmlNode* link_of(const xmlNode* item) {
        const xmlNode* link = nullptr;
        for (const xmlNode* node = item->children; node != nullptr; node = node->next) {
            if (node->type == XML_TEXT_NODE && is_blank(node)) continue;
            if (is_one_of(name_of(node), {"ul", "ol"})) continue;
            if (link != nullptr || name_of(node) != "a") return nullptr;
            link = node;
        }
        return link;
    }

    /// A row of two cells or more is one block. Cells with headings or tables in them only serve
    /// the layout of the page.
    bool read_row(const xmlNode* row, std::uint32_t depth) {
        std::vector<std::size_t> cells;
        bool layout = false;
        for (const xmlNode* cell = row->children; cell != nullptr; cell = cell->next) {
            if (!is_one_of(name_of(cell), {"td", "th"})) continue;
            cells.push_back(writer_.mark());
            const auto headings = headings_;
            const auto rows = rows_;
            if (!read_children(cell, depth + 2, {}) || !flush({})) return false;
            layout = layout || headings != headings_ || rows != rows_;
        }
        ++rows_;
        if (cells.size() > 1 && !layout)
            writer_.join_row(cells, static_cast<std::uint32_t>(xmlGetLineNo(row)));
        return true;
    }

    void gather(const xmlNode* node) {
        const std::string_view text = reinterpret_cast<const char*>(node->content);
        if (gathered_.empty()) {
            const auto blank = std::min(text.find_first_not_of(" \t\r\n"), text.size());
            if (blank == text.size()) return;
            line_ = static_cast<std::uint32_t>(std::max(xmlGetLineNo(node), 0L));
        }
        gathered_ += text;
    }

    bool flush(Gathered as) {
        if (gathered_.empty()) return true;
        if (as.kind == BlockKind::heading) ++headings_;
        const bool fine = writer_.add(as.kind, as.level, gathered_, line_);
        gathered_.clear();
        return fine;
    }

    BlockWriter writer_;
    std::string gathered_;
    std::uint32_t line_ = 0;
    std::size_t headings_ = 0;
    std::size_t rows_ = 0;
    bool in_article_ = false;
};

}  // namespace

void read_html(const std::string& text, const ReadLimits& limits, Document& document) {
    document.format = Format::html;
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(),
                                                                                htmlFreeParserCtxt);
    if (!parser) throw std::bad_alloc();
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> tree(
        htmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr,
                           "UTF-8", options),
        xmlFreeDoc);
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (root == nullptr) {
        report(document, ReadProblem::Kind::damaged, "html");
        return;
    }
    Page(limits, document).read(root);
    mark_contents_by_form(document.blocks);
    // Beyond its own depth the parser stops; what it left out must not count as absent.
    if (parser->lastError.code == XML_ERR_INTERNAL_ERROR && document.problems.empty())
        report(document, ReadProblem::Kind::too_deep, "html");
}

}  // namespace toets
