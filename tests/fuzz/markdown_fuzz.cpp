// Any bytes that are text are read as Markdown.
// seeds: tests/documents/cases/grades
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "checker/documents/decode.h"
#include "checker/documents/readers.h"
#include "tests/fuzz/low_limits.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace toets;
    const auto bytes = tests::bytes_of(data, size);
    Document document;
    if (const auto decoded = decode_text(bytes))
        read_markdown(decoded->text, tests::low_limits, read_html, document);
    if (!tests::is_well_made(document)) std::abort();
    return 0;
}
