// A fuzzer's way in: any bytes are read as a document and searched; nothing may go wrong.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "checker/documents/evidence.h"

namespace {

toets::TopicSearch fuzz_search() {
    toets::Topic topic;
    topic.name = "proef";
    topic.headings = {"ondersteuning", "klachten"};
    topic.strong = {"basisondersteuning", "een klacht indienen"};
    topic.weak = {"dyslexie", "contactpersoon", "in de klas"};
    topic.outdated = {"rugzak"};
    topic.minimum_weak = 2;
    topic.parts = {{"bedrag", "Bedrag", {"euro"}, true}};
    return toets::TopicSearch(std::array{topic});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const toets::TopicSearch search = fuzz_search();
    // Low limits keep one run short; they are the same paths as with high ones.
    const toets::ReadLimits limits{.bytes_max = 1U << 20U,
                                   .text_bytes_max = 1U << 18U,
                                   .markup_bytes_max = 1U << 20U,
                                   .pages_max = 20,
                                   .textless_pages_looked_at = 2};
    const auto document =
        toets::read_document("fuzz", {reinterpret_cast<const char*>(data), size}, limits);
    const auto evidence = search.search(document);
    return evidence.size() == 1 ? 0 : 1;
}
