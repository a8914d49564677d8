// Any bytes are a packed file, with each part taken from it that readers take.
// seeds: tests/documents/cases/hostile tests/documents/cases/programs
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "checker/documents/packed_file.h"
#include "checker/documents/readers.h"
#include "tests/fuzz/low_limits.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace toets;
    const auto bytes = tests::bytes_of(data, size);
    Document document;
    const PackedFile file(bytes, tests::low_limits);
    if (file.problem()) return 0;
    if (file.has("word/document.xml")) read_docx(file, tests::low_limits, document);
    if (file.has("content.xml")) read_odt(file, tests::low_limits, document);
    if (!tests::is_well_made(document)) std::abort();
    return 0;
}
