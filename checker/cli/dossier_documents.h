// The documents that a dossier names, read and searched for all topics.
#pragma once

#include <filesystem>

#include "checker/cli/document_files.h"
#include "checker/diagnostics/diagnostics.h"
#include "checker/documents/evidence.h"
#include "checker/evaluate/evidence.h"
#include "checker/facts/facts.h"
#include "checker/rulebook/rulebook.h"

namespace toets {

/// Reads the file of each document row, from the dossier's own folder only. What can't be read is
/// told in `problems`, at the row's place.
Documents read_documents(const Facts& facts, const RuleBook& book, const TopicSearch& search,
                         const std::filesystem::path& folder, DocumentFiles& files, SourceId source,
                         Diagnostics& problems);

}  // namespace toets
