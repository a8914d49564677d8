// Any bytes are the body of a Word file, and its styles, footnotes and endnotes each after a zero
// byte. seeds: tests/documents/cases/readers
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "checker/documents/readers.h"
#include "tests/fuzz/low_limits.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace toets;
    auto bytes = tests::bytes_of(data, size);
    const auto next_part = [&] {
        const auto end = std::min(bytes.find(char{0}), bytes.size());
        const auto part = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        return part;
    };
    WordParts parts;
    for (auto* part : {&parts.body, &parts.styles, &parts.footnotes, &parts.endnotes})
        *part = next_part();
    Document document;
    read_docx_xml(parts, tests::low_limits, document);
    if (!tests::is_well_made(document)) std::abort();
    return 0;
}
