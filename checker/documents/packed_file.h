// A zip file in memory, opened with care: sizes and ratios are checked before anything is unpacked.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "checker/documents/document.h"

struct zip;

namespace toets {

/// The parts of a zip file. The bytes must outlive it.
class PackedFile {
  public:
    PackedFile(std::string_view bytes, const ReadLimits& limits);
    ~PackedFile();
    PackedFile(const PackedFile&) = delete;
    PackedFile& operator=(const PackedFile&) = delete;

    /// Null when the file could be opened, with no more parts than the limit.
    const std::optional<ReadProblem>& problem() const { return problem_; }

    bool has(const std::string& part) const;

    /// The part, unpacked. Null, with a problem in `problem`, when it is missing, damaged,
    /// encrypted, or larger than the limits allow, those unpacked before it included.
    std::optional<std::string> unpack(const std::string& part, ReadProblem& problem) const;

  private:
    const ReadLimits& limits_;
    zip* archive_ = nullptr;
    std::optional<ReadProblem> problem_;
    mutable std::size_t unpacked_bytes_ = 0;
};

}  // namespace toets
