#include "checker/dossier/dossier_xml.h"

#include <algorithm>
#include <array>
#include <new>
#include <string>

#include "checker/dossier/read_dossier.h"
#include "checker/dossier/well_formed.h"
#include "checker/text/ascii.h"

namespace toets {

bool DossierXml::parse(std::span<char> bytes, std::string_view text, SourceId source,
                       Diagnostics& problems) {
    buffer_ = bytes;
    text_ = text;
    source_ = source;
    problems_ = &problems;
    refused_ = false;
    if (text.size() > dossier_bytes_max) {
        problems_->push_back(
            {Code::dossier_too_large, {source, 0, 0}, {std::to_string(dossier_bytes_max >> 20U)}});
        return false;
    }
    if (const auto at = first_malformed_utf8(text)) {
        const auto where = static_cast<std::uint32_t>(*at);
        problems_->push_back({Code::dossier_not_utf8, {source, where, where + 1}, {}});
        return false;
    }
    if (const auto at = first_forbidden_character(text))
        return refuse(Code::control_character, *at);
    const auto ampersand = first_loose_ampersand(text);
    const pugi::xml_parse_result result = document_.load_buffer_inplace(
        buffer_.data(), buffer_.size(),
        pugi::parse_default | pugi::parse_doctype | pugi::parse_declaration | pugi::parse_comments |
            pugi::parse_fragment,
        pugi::encoding_utf8);
    if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (result.status != pugi::status_ok || !document_.document_element())
        return refuse(Code::not_well_formed,
                      static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)));
    if (!is_one_document()) return false;
    if (ampersand) return refuse(Code::loose_ampersand, *ampersand);
    return true;
}

/// Whether `<?xml ...?>` stands where the file starts, and says what it may say in that order.
bool DossierXml::is_declaration(const pugi::xml_node& node) const {
    const std::string_view before = text_.substr(0, offset(node.name()));
    if (before.find_first_not_of("\xEF\xBB\xBF<?") != std::string_view::npos) return false;
    constexpr std::array<std::string_view, 3> names = {"version", "encoding", "standalone"};
    std::size_t next = 0;
    for (const pugi::xml_attribute& each : node.attributes()) {
        const auto found = std::find(names.begin() + next, names.end(), each.name());
        if (found == names.end() || (next == 0 && found != names.begin())) return false;
        next = static_cast<std::size_t>(found - names.begin()) + 1;
    }
    const std::string_view version = node.attribute("version").value();
    const std::string_view encoding = node.attribute("encoding").value();
    const auto is_of_name = [](char c) {
        return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
    };
    return version.starts_with("1.") && version.size() > 2 &&
           std::all_of(version.begin() + 2, version.end(), is_digit) &&
           std::all_of(encoding.begin(), encoding.end(), is_of_name);
}

/// Whether the text can be in this encoding, or in the one that goes without saying: what is all
/// ASCII is the same in nearly all of them.
bool DossierXml::is_readable_encoding(std::string_view named) const {
    const std::string name = in_small_letters(named);
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    return name.empty() || name == "utf-8" || std::all_of(text_.begin(), text_.end(), is_ascii);
}

/// Whether beside its one root the file has only what may stand there.
bool DossierXml::is_one_document() {
    for (const pugi::xml_node& node : document_) {
        switch (node.type()) {
            case pugi::node_element:
                if (node != document_.document_element())
                    return refuse(Code::second_document, offset(node.name()));
                break;
            case pugi::node_doctype:
                if (std::strstr(node.value(), "<!ENTITY") != nullptr)
                    return refuse(Code::defines_entities, offset(node.value()));
                break;
            case pugi::node_declaration:
                if (!is_declaration(node))
                    return refuse(Code::wrong_declaration, offset(node.name()));
                if (!is_readable_encoding(node.attribute("encoding").value()))
                    return refuse(Code::declares_other_encoding, offset(node.name()),
                                  {node.attribute("encoding").value()});
                break;
            case pugi::node_comment:
                check_comment(node);
                break;
            default:
                return refuse(Code::text_outside, offset(node.value()));
        }
    }
    return true;
}

/// The whole file can't be read, for what stands at `at`.
bool DossierXml::refuse(Code code, std::size_t at, std::vector<std::string> args) {
    refused_ = true;
    const auto where = static_cast<std::uint32_t>(std::min(at, buffer_.size()));
    problems_->push_back({code, {source_, where, where + 1}, std::move(args)});
    return false;
}

/// A `<` that was written as such in an attribute: it ends none, but no other program reads it.
void DossierXml::check_value(std::string_view value) {
    const std::size_t begin = offset(value.data());
    const std::size_t end = text_.find(text_[begin - 1], begin);  // the quotation mark
    const std::size_t less = text_.find('<', begin);
    if (less < end) refuse(Code::loose_less, less);
}

/// Two dashes end a comment, and nothing else.
void DossierXml::check_comment(const pugi::xml_node& comment) {
    const std::string_view inside = comment.value();
    const std::size_t dashes = inside.find("--");
    if (dashes != std::string_view::npos)
        refuse(Code::dashes_in_comment, offset(inside.data()) + dashes);
    else if (inside.ends_with('-'))
        refuse(Code::dashes_in_comment, offset(inside.data()) + inside.size() - 1);
}

}  // namespace toets
