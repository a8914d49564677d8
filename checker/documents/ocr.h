// Text from the picture of a page, by the program tesseract, where that is installed.
#pragma once

#include <optional>
#include <string>

namespace toets {

/// A picture in shades of grey: one byte for each point, 255 for white, row after row.
struct GreyPicture {
    int width = 0;
    int height = 0;
    int dots_per_inch = 0;
    std::string points;
};

/// Null when tesseract and its data for Dutch are there; else what is missing, as a name.
std::optional<std::string> missing_for_ocr();

/// The text on a picture as UTF-8, with blank lines between paragraphs. Null when the program
/// failed or took too long. Runs tesseract as a child of this process, under this one's limits.
std::optional<std::string> text_on(const GreyPicture& picture);

}  // namespace toets
