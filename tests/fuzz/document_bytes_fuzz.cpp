// Any bytes come from a process that was to send a document; what is one stays the same one.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "checker/documents/document_bytes.h"
#include "tests/fuzz/low_limits.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = toets::tests::bytes_of(data, size);
    const auto document = toets::document_of(bytes);
    if (document && toets::bytes_of(*document) != bytes) std::abort();
    return 0;
}
