// Any bytes after a PDF's head are read by the reader of PDF.
// seeds: tests/documents/cases/programs fixtures/de-wilgenhoek
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "checker/documents/readers.h"
#include "tests/fuzz/low_limits.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace toets;
    const auto bytes = tests::bytes_of(data, size);
    Document document;
    if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos) return 0;
    read_pdf(bytes, tests::low_limits, false, document);
    if (!tests::is_well_made(document)) std::abort();
    return 0;
}
