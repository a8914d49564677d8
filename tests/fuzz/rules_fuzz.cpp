// A fuzzer's way in: any bytes are read as a rule file, compiled and ordered; nothing may go wrong.
// seeds: tests/language/cases tests/vocabulary/cases tests/rulebook/cases tests/trial/cases
#include <cstddef>
#include <cstdint>
#include <string>

#include "checker/language/parse.h"
#include "checker/order/order.h"
#include "checker/rulebook/rulebook.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace toets;
    Sources sources;
    Diagnostics problems;
    const SourceId id = sources.add("fuzz", {reinterpret_cast<const char*>(data), size});
    const ast::File file = parse(sources, id, problems);
    const std::span files(&file, 1);
    const Vocabulary vocabulary = make_vocabulary(files, problems);
    const RuleBook book = make_rulebook(files, vocabulary, {}, problems);
    const auto sorted = order(book, problems);
    for (const UserLanguage language : {UserLanguage::nl, UserLanguage::en})
        render(problems, sources, language);
    return sorted.size() <= book.rules.size() ? 0 : 1;
}
