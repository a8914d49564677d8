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

/// The process that starts a new one for each document. It is itself started with the object, and
/// must be before the program has threads: what a thread holds at that moment stays held there.
class ReaderProcess {
  public:
    /// Throws std::system_error when the machine has no room for another process.
    explicit ReaderProcess(ReadSettings settings = {});
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
    int orders_ = -1;   ///< A socket to the process.
    int process_ = -1;  ///< Its number.
};

}  // namespace toets
