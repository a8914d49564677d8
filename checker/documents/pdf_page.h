// One page of a PDF: its lines, and its picture.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <poppler/cpp/poppler-page.h>

#include "checker/documents/ocr.h"
#include "checker/documents/page_lines.h"

namespace toets {

/// What reading the lines of a page came to.
struct PageYield {
    std::size_t bytes = 0;         ///< Of text.
    bool letters_unknown = false;  ///< Its fonts don't tell which letters they show; no lines then.
};

/// Appends the lines of a page, in reading order. With `fonts` they have the size and weight of
/// their type; without, which is faster, only a size by the height of the line.
PageYield add_page_lines(const poppler::page& page, std::uint32_t number, bool fonts,
                         std::vector<PageLine>& lines);

/// Whether anything is drawn on a page: a blank page misses no text, a scan does.
bool shows_something(const poppler::page& page);

/// The page as it looks in print. Without width when it can't be drawn.
GreyPicture picture_of(const poppler::page& page);

/// Appends text as poppler gives it. Its own conversion opens a converter for every word, which
/// costs more than all the rest.
void append_utf8(std::string& text, const poppler::ustring& utf16);

}  // namespace toets
