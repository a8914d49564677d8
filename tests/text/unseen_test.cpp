// Characters that do not show: on a page each is a blank or an escape, in JSON always an escape.
#include "checker/text/unseen.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace toets::tests {

TEST_CASE("what does not show is made to, and the rest stays as it is") {
    struct Row {
        std::string text, visible, json;
    };
    const std::string plain(100, 'x');
    const std::vector<Row> table = {
        {"", "", ""},
        {"plain ~ text", "plain ~ text", "plain ~ text"},
        {"é € “…” 🏫 \u00AD", "é € “…” 🏫 \u00AD", "é € “…” 🏫 \u00AD"},
        {"a\r\nb\tc", "a  b c", "a\\u000d\\u000ab\\u0009c"},
        {"a\v\f\u0085\u2028\u2029b", "a     b", "a\\u000b\\u000c\\u0085\\u2028\\u2029b"},
        {"\x1B[31m", "\\u001b[31m", "\\u001b[31m"},
        {"\x7F\u0080\u009F\u00A0", "\\u007f\\u0080\\u009f\u00A0", "\\u007f\\u0080\\u009f\u00A0"},
        {"\u061C\u200E\u200F", "\\u061c\\u200e\\u200f", "\\u061c\\u200e\\u200f"},
        {"\u202A\u202E\u2066\u2069", "\\u202a\\u202e\\u2066\\u2069",
         "\\u202a\\u202e\\u2066\\u2069"},
        {"\u2027\u202F\u2065\u2070", "\u2027\u202F\\u2065\u2070", "\u2027\u202F\\u2065\u2070"},
        {"\u200B\u200D\uFEFF", "\\u200b\\u200d\\ufeff", "\\u200b\\u200d\\ufeff"},
        {"\uFFFD\uFFFE\uFFFF", "\uFFFD\\ufffe\\uffff", "\uFFFD\\ufffe\\uffff"},
        {"\U0001FFFE\U000E0041", "\\ud83f\\udffe\\udb40\\udc41", "\\ud83f\\udffe\\udb40\\udc41"},
        {"a\xFFz\xC3", "a\uFFFDz\uFFFD", "a\uFFFDz\uFFFD"},
        {plain + "\x1A" + plain + "\n", plain + "\\u001a" + plain + " ",
         plain + "\\u001a" + plain + "\\u000a"},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        CHECK(visible(row.text) == row.visible);
        CHECK(with_escapes(row.text) == row.json);
    }
}

TEST_CASE("one character among plain ones is found wherever it stands") {
    for (std::size_t at = 0; at < 100; ++at) {
        std::string text(100, 'x');
        text[at] = '\x7F';
        CHECK(visible(text) == std::string(at, 'x') + "\\u007f" + std::string(99 - at, 'x'));
    }
}

}  // namespace toets::tests
