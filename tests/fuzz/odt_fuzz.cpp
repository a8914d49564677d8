// Any bytes are the content of an OpenDocument text, and its styles after a zero byte.
// seeds: tests/documents/cases/readers
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "checker/documents/readers.h"
#include "tests/fuzz/low_limits.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace toets;
    const auto bytes = tests::bytes_of(data, size);
    Document document;
    const auto end = bytes.find(char{0});
    const auto styles = end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1);
    read_odt_xml(bytes.substr(0, end), styles, tests::low_limits, document);
    if (!tests::is_well_made(document)) std::abort();
    return 0;
}
