// A document as bytes, for the way from the process that read it to the one that judges it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checker/documents/document.h"

namespace toets {

/// All of the document but its name, in the byte order of this machine.
std::string bytes_of(const Document& document);

/// The document that `bytes_of` made bytes of. Null when they are anything else: the process that
/// sent them read a file that may have been made to take it over, so nothing in them is trusted.
std::optional<Document> document_of(std::string_view bytes);

}  // namespace toets
