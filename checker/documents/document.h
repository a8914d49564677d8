// What a policy document says, block by block, whatever file it came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace toets {

/// What a block is in the document. A contents entry is a line of a table of contents: it names
/// a subject and never treats it.
enum class BlockKind { heading, paragraph, list_item, table_row, contents_entry };

/// A heading, a paragraph, an item or a row, with its place in the file.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;           ///< Of a heading: 1 (highest) to 6. Otherwise 0.
    std::string text;        ///< UTF-8 on one line: single spaces, no soft hyphens, no ligatures.
    std::uint32_t page = 0;  ///< 1-based; 0 where the format has no pages.
    std::uint32_t line = 0;  ///< 1-based: a line of a text, a paragraph of a Word or OpenDocument
                             ///< file, a line on the page of a PDF.
    bool from_ocr = false;   ///< Read from the picture of the page, with the errors of that.
    std::vector<std::uint32_t> line_starts;  ///< Where in `text` the next source lines begin, in
                                             ///< bytes; empty for a block on one line.
};

/// The kinds of file that can be read.
enum class Format { unknown, pdf, docx, odt, html, markdown, text };

/// Something that kept a document, or a part of it, from being read.
struct ReadProblem {
    /// The last five but `empty` leave the rest of the document readable.
    enum class Kind {
        unknown_format,    ///< No reader for this content; the detail names what it looks like.
        encrypted,         ///< Needs a password.
        damaged,           ///< Starts as a known format, and can't be read as one.
        too_large,         ///< Over one of the limits; the detail names which.
        too_deep,          ///< Nested deeper than the limit.
        too_slow,          ///< Took more time than a document may; the detail says how much.
        crashed,           ///< Ended the process that read it.
        no_bytes,          ///< An empty file.
        no_part,           ///< A packed document without the part of its text, which is the detail.
        no_reader,         ///< The program that reads documents can't be started.
        no_text_on_pages,  ///< Pages that show something and hold no text: scans.
        no_unicode,        ///< Pages whose fonts don't tell which letters they show.
        no_ocr,            ///< Reading scans was asked for, and the program for it isn't there.
        wrong_encoding,    ///< Some characters could not be decoded.
        empty,             ///< No words at all.
    };
    Kind kind = Kind::damaged;
    std::string detail;  ///< Technical: a part of the file, a number. Not worded for users.
};

/// A document as blocks in reading order. When it isn't readable, `problems` says why and
/// `blocks` holds what could be read before that.
struct Document {
    std::string name;
    Format format = Format::unknown;
    std::uint32_t pages = 0;  ///< 0 where the format has no pages.
    std::vector<Block> blocks;
    std::vector<std::uint32_t> pages_without_text;  ///< Scans and unknown letters; ascending,
                                                    ///< without blank pages.
    std::vector<ReadProblem> problems;
    bool readable = false;
};

/// Above these a file is refused, so that a hostile one costs no more than a large honest one.
struct ReadLimits {
    std::size_t bytes_max = 256U << 20U;        ///< The file itself.
    std::size_t text_bytes_max = 16U << 20U;    ///< All text taken from it.
    std::size_t markup_bytes_max = 64U << 20U;  ///< All that is unpacked of a packed file.
    std::size_t unpack_ratio_max = 250;         ///< Unpacked to packed, for parts over 1 MiB.
    std::size_t packed_parts_max = 20'000;      ///< Entries in a packed file.
    std::uint32_t pages_max = 2'000;
    std::uint32_t depth_max = 200;                ///< Nesting of elements, lists and quotations.
    std::uint32_t textless_pages_looked_at = 40;  ///< Further ones are taken for scans unseen.
    std::uint32_t ocr_pages_max = 200;            ///< Further ones stay unread.
};

/// Reads a file into blocks. Its content decides the format; `name` is only passed on. With `ocr`
/// pages without text are read from their picture by tesseract, if that is installed.
/// Never throws on bad input: what is wrong stands in `problems`. A file from elsewhere can break
/// the libraries that this calls: `ReaderProcess` reads it out of harm's way.
Document read_document(std::string name, std::string_view bytes, const ReadLimits& limits = {},
                       bool ocr = false);

/// Text that is at hand, such as a test's: Markdown when it has headings of that kind, else plain.
/// Needs none of the libraries for files.
Document read_written(std::string name, const std::string& text);

}  // namespace toets
