// Private to the room: the XML of one dossier, parsed or refused.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "checker/diagnostics/diagnostics.h"

namespace toets {

/// The tree of one file at a time. Invariant: what lies at an address of the tree was read at the
/// same place of the text. pugixml takes more than XML allows; what it takes too much of is refused
/// here, and where that costs a look at each value or comment, by who walks the tree.
class DossierXml {
  public:
    /// Parses `bytes`, a copy of `text`, which becomes names and values. False, with the reason in
    /// `problems`, when it is refused.
    bool parse(std::span<char> bytes, std::string_view text, SourceId source,
               Diagnostics& problems);

    pugi::xml_node root() const { return document_.document_element(); }
    /// Names and values stay.
    void drop_tree() { document_.reset(); }

    /// Refuses the file for a `<` that was written as such in this value of an attribute.
    void check_value(std::string_view value);
    /// Refuses the file for a comment with two dashes in a row.
    void check_comment(const pugi::xml_node& comment);
    bool is_refused() const { return refused_; }

    const char* end() const { return buffer_.data() + buffer_.size(); }
    std::uint32_t offset(const char* at) const {
        return static_cast<std::uint32_t>(at - buffer_.data());
    }
    Span span_at(std::uint32_t offset, std::size_t length) const {
        return {source_, offset, static_cast<std::uint32_t>(offset + length)};
    }
    Span span(const char* at, std::size_t length) const { return span_at(offset(at), length); }
    Span name_span(const char* name) const { return span(name, std::strlen(name)); }

  private:
    bool refuse(Code code, std::size_t at, std::vector<std::string> args = {});
    bool is_one_document();
    bool is_declaration(const pugi::xml_node& node) const;
    bool is_readable_encoding(std::string_view named) const;

    std::string_view text_;
    std::span<char> buffer_;
    pugi::xml_document document_;
    SourceId source_{};
    bool refused_ = false;
    Diagnostics* problems_ = nullptr;
};

}  // namespace toets
