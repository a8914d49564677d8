// Reads documents in processes of their own, so that a file that breaks a library, or keeps it busy
// for ever, costs that document and nothing else.
#pragma once

#include <string>

#include "checker/documents/document.h"
#include "checker/documents/process_limits.h"

namespace toets {

/// How documents are read.
struct ReadSettings {
    ReadLimits limits;
    ProcessLimits process;
    bool ocr =
        false;  ///< Pages without text are read from their picture, where tesseract is there.
};

/// A document that is being read; moved, not copied.
class PendingDocument {
  public:
    PendingDocument() = default;
    PendingDocument(std::string name, int results);
    ~PendingDocument();
    PendingDocument(PendingDocument&& other) noexcept;
    PendingDocument& operator=(PendingDocument&& other) noexcept;
    PendingDocument(const PendingDocument&) = delete;
    PendingDocument& operator=(const PendingDocument&) = delete;

    /// Waits for the document; once. A file that broke its reader gives a document with that as
    /// its problem.
    Document take(const ReadSettings& settings);

  private:
    std::string name_;
    int results_ = -1;
};

/// The program that reads documents, running beside this one. It starts a process for each, so
/// that its libraries are neither in this program nor in the way of the next document.
class ReaderProcess {
  public:
    /// Starts the program at that path. Throws std::system_error when that can't be done.
    explicit ReaderProcess(const std::string& program, const ReadSettings& settings = {});
    ~ReaderProcess();
    ReaderProcess(const ReaderProcess&) = delete;
    ReaderProcess& operator=(const ReaderProcess&) = delete;

    /// Starts reading an open file, from its beginning; the caller still closes it. May be called
    /// on many threads.
    PendingDocument start(std::string name, int file) const;

    /// Reads an open file and waits for it.
    Document read(std::string name, int file) const;

    const ReadSettings& settings() const { return settings_; }

  private:
    ReadSettings settings_;
    int orders_ = -1;  ///< A socket to the program.
    int process_ = -1;
};

}  // namespace toets
