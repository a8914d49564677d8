// The yardstick: every file read into one buffer and parsed by pugixml, and nothing else.
#include <cstdio>

#include <pugixml.hpp>

#include "checker/text/file_buffer.h"
#include "tests/benchmark/support/input_files.h"

int main(int argc, char** argv) {
    using namespace toets::benchmark;
    if (argc != 2) return 2;
    keep_heap_warm();
    toets::FileBuffer buffer;
    pugi::xml_document document;
    std::size_t parsed = 0;
    for (const auto& path : dossiers_in(argv[1])) {
        if (!buffer.read(path)) return 3;
        if (!document.load_buffer_inplace(buffer.bytes().data(), buffer.bytes().size(),
                                          pugi::parse_default, pugi::encoding_utf8))
            return 3;
        parsed += buffer.bytes().size();
    }
    std::printf("%zu\n", parsed);
    return 0;
}
