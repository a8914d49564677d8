// Private to the room: tells of a clause that stands a second time where one is meant, for what the
// second says would be lost.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checker/diagnostics/diagnostics.h"

namespace toets {

/// The clauses met so far of one declaration.
class Clauses {
  public:
    explicit Clauses(Diagnostics& problems) : problems_(problems) {}

    /// Reports the clause `key` at `here` if it stood before; `args` are those of `code`.
    void once(const std::string& key, Span here, Code code, std::vector<std::string> args) {
        const auto [first, is_new] = first_.emplace(key, here);
        if (!is_new) problems_.push_back({code, here, std::move(args), {}, {first->second}});
    }

    void once(const std::string& clause, Span here) {
        once(clause, here, Code::clause_twice, {clause});
    }

    /// Of a next part, which has clauses of its own.
    void start_over() { first_.clear(); }

    /// Where that clause stood first, if it did.
    std::optional<Span> place(const std::string& key) const {
        const auto found = first_.find(key);
        return found == first_.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    Diagnostics& problems_;
    std::map<std::string, Span> first_;
};

}  // namespace toets
