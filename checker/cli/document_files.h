// The document files of a run, read by the program that stands beside this one for it.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "checker/documents/reader_process.h"

namespace toets {

/// Why a file was not opened: it isn't there, or is a folder or a pipe, or may not be read.
enum class Unopened { missing, no_file, refused };

/// Opens document files and hands them to the reading program, which is started for the first.
/// Used on all threads.
class DocumentFiles {
  public:
    explicit DocumentFiles(const ReadSettings& settings) : settings_(settings) {}

    /// Begins to read a file that will be asked for, while other work goes on.
    void start_early(const std::filesystem::path& path);

    /// The document, under that name, or why there is none.
    std::variant<Document, Unopened> read(const std::filesystem::path& path,
                                          const std::string& name);

  private:
    /// Begins to read; throws std::system_error when the program can't be started.
    PendingDocument start(const std::string& name, int file);

    ReadSettings settings_;
    std::mutex mutex_;  ///< Guards what follows.
    std::optional<ReaderProcess> reader_;
    std::map<std::filesystem::path, PendingDocument> early_;
};

}  // namespace toets
