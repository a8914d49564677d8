// Characters that a reader does not see for what they are. In text from a dossier, a document or
// the name of a file they forge a line of a report, or turn the rest of it around.
#pragma once

#include <string>
#include <string_view>

namespace toets {

/// The text on one line, with a blank for each line end and tab, U+FFFD for each byte that is no
/// UTF-8, and an escape such as `\u202e` for any other character that does not show: controls,
/// what has no width or turns the direction of text, and what is no character at all.
std::string visible(std::string text);

/// JSON with an escape for each such character, line ends too, and U+FFFD for each byte that is no
/// UTF-8. Says the same, and is harmless wherever it is shown.
std::string with_escapes(std::string json);

}  // namespace toets
