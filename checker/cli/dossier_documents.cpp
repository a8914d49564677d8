#include "checker/cli/dossier_documents.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace toets {
namespace {

namespace fs = std::filesystem;

Code problem_code(ReadProblem::Kind kind) {
    switch (kind) {
        case ReadProblem::Kind::unknown_format:
            return Code::document_of_unknown_kind;
        case ReadProblem::Kind::encrypted:
            return Code::document_encrypted;
        case ReadProblem::Kind::damaged:
            return Code::document_damaged;
        case ReadProblem::Kind::too_large:
            return Code::document_too_large;
        case ReadProblem::Kind::too_deep:
            return Code::document_too_deep;
        case ReadProblem::Kind::too_slow:
            return Code::document_too_slow;
        case ReadProblem::Kind::crashed:
            return Code::document_broke_reader;
        case ReadProblem::Kind::no_reader:
            return Code::document_reader_missing;
        case ReadProblem::Kind::no_unicode:
            return Code::document_without_letters;
        case ReadProblem::Kind::no_ocr:
            return Code::document_ocr_missing;
        case ReadProblem::Kind::no_text_on_pages:
            return Code::document_has_scans;
        case ReadProblem::Kind::wrong_encoding:
            return Code::document_encoding;
        case ReadProblem::Kind::no_bytes:
            return Code::document_without_bytes;
        case ReadProblem::Kind::no_part:
            return Code::document_without_part;
        case ReadProblem::Kind::empty:
            break;
    }
    return Code::document_empty;
}

Code problem_code(Unopened why) {
    switch (why) {
        case Unopened::no_file:
            return Code::document_is_no_file;
        case Unopened::refused:
            return Code::document_not_opened;
        case Unopened::missing:
            break;
    }
    return Code::document_not_found;
}

bool leads_out(const fs::path& relative) { return !relative.empty() && *relative.begin() == ".."; }

/// Whether a file name as a dossier writes it stays in the dossier's folder, also when a link on
/// the way leads elsewhere.
bool stays_inside(const fs::path& folder, const fs::path& name) {
    if (name.is_absolute() || name.has_root_name() || leads_out(name.lexically_normal()))
        return false;
    std::error_code error;
    const fs::path home = fs::weakly_canonical(folder.empty() ? "." : folder, error);
    const fs::path there = fs::weakly_canonical(home / name, error);
    return !error && !leads_out(there.lexically_relative(home));
}

std::string_view ending(Format format) {
    switch (format) {
        case Format::pdf:
            return "pdf";
        case Format::docx:
            return "docx";
        case Format::odt:
            return "odt";
        case Format::html:
            return "html";
        case Format::markdown:
        case Format::text:
        case Format::unknown:
            break;
    }
    return "txt";
}

/// The kind of file that its name promises; empty when the name promises no kind that its content
/// could contradict: a text may have any name.
std::string promised_kind(const std::string& name) {
    std::string end = fs::path(name).extension().string();
    std::transform(end.begin(), end.end(), end.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return end == ".pdf" || end == ".docx" || end == ".odt" ? end.substr(1) : std::string();
}

DocumentAnswers answers(const Document& document, const TopicSearch& search, Span place,
                        Diagnostics& problems) {
    for (const ReadProblem& each : document.problems)
        problems.push_back({problem_code(each.kind), place, {document.name, each.detail}});
    const auto promised = promised_kind(document.name);
    const auto kind = ending(document.format);
    if (document.readable && !promised.empty() && promised != kind)
        problems.push_back(
            {Code::document_of_other_kind, place, {document.name, promised, std::string(kind)}});
    return answers_of(document.name, document, search);
}

/// Where the documents of a dossier stand, and where what is wrong with them is told.
struct Reading {
    const TopicSearch& search;
    const fs::path& folder;
    DocumentFiles& files;
    Diagnostics& problems;
};

DocumentAnswers read_one(const std::string& name, Span place, const Reading& reading) {
    DocumentAnswers unread;
    unread.file = name;
    if (!stays_inside(reading.folder, name)) {
        reading.problems.push_back({Code::document_outside, place, {name}});
        return unread;
    }
    const auto read = reading.files.read(reading.folder / name, name);
    if (const auto* document = std::get_if<Document>(&read))
        return answers(*document, reading.search, place, reading.problems);
    reading.problems.push_back({problem_code(std::get<Unopened>(read)), place, {name}});
    return unread;
}

}  // namespace

Documents read_documents(const Facts& facts, const RuleBook& book, const TopicSearch& search,
                         const fs::path& folder, DocumentFiles& files, SourceId source,
                         Diagnostics& problems) {
    const Reading reading{search, folder, files, problems};
    return documents_of(facts, book, [&](const std::string& name, std::uint32_t offset) {
        return std::optional(read_one(name, {source, offset, offset + 1}, reading));
    });
}

}  // namespace toets
