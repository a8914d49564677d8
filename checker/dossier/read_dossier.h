// From the XML of a dossier to its facts.
#pragma once

#include <memory>
#include <span>

#include "checker/diagnostics/diagnostics.h"
#include "checker/facts/builder.h"

namespace toets {

/// A dossier larger than this is refused.
inline constexpr std::size_t dossier_bytes_max = 512U << 20U;

/// Reads dossier after dossier; keeps its memory.
class DossierReader {
  public:
    DossierReader(const Vocabulary& vocabulary, FactsBuilder& facts);
    ~DossierReader();
    DossierReader(const DossierReader&) = delete;
    DossierReader& operator=(const DossierReader&) = delete;

    /// Fills the builder anew from `bytes`, a copy of the text of `source` that changes: the texts
    /// of the facts are views of what becomes of it. False, with the reason in `problems`, when the
    /// file as a whole can't be read: not well-formed, another root, not UTF-8, too large. A broken
    /// value or an unknown element is a problem with its place, and the rest is read.
    bool read(std::span<char> bytes, const Sources& sources, SourceId source,
              Diagnostics& problems);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace toets
