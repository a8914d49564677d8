// The document files of a run, each read in a process of its own.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "checker/documents/reader_process.h"

namespace toets {

/// Opens document files and hands them to the reading process. Made before the program has threads;
/// used on all of them.
class DocumentFiles {
  public:
    explicit DocumentFiles(ReadSettings settings) : reader_(settings) {}

    /// Begins to read a file that will be asked for, while other work goes on.
    void start_early(const std::filesystem::path& path);

    /// The document, under that name. Null when there is no such file.
    std::optional<Document> read(const std::filesystem::path& path, const std::string& name);

  private:
    ReaderProcess reader_;
    std::mutex mutex_;
    std::map<std::filesystem::path, PendingDocument> early_;
};

}  // namespace toets
