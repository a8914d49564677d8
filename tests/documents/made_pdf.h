// Small PDF files made by tests, object by object, so that they can be wrong in one way.
#pragma once

#include <string>
#include <vector>

namespace toets::tests {

/// A PDF of these objects, the first one its catalogue.
inline std::string made_pdf(const std::vector<std::string>& objects) {
    std::string bytes = "%PDF-1.4\n";
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        places.push_back(bytes.size());
        bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto start = bytes.size();
    const auto count = std::to_string(objects.size() + 1);
    bytes += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const auto place : places) {
        const auto number = std::to_string(place);
        bytes += std::string(10 - number.size(), '0') + number + " 00000 n \n";
    }
    return bytes + "trailer << /Size " + count + " /Root 1 0 R >>\nstartxref\n" +
           std::to_string(start) + "\n%%EOF\n";
}

/// A stream object.
inline std::string made_stream(const std::string& content, const std::string& entries = {}) {
    return "<< " + entries + " /Length " + std::to_string(content.size()) + " >>\nstream\n" +
           content + "\nendstream";
}

inline const std::string helvetica =
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/// A line of text at the top of a page, in font F1.
inline std::string shown(const std::string& text) {
    return "BT /F1 12 Tf 60 770 Td (" + text + ") Tj ET\n";
}

/// One page with this content, further entries of its catalogue, and further objects from number 6.
inline std::string one_page(const std::string& content, const std::string& catalogue = {},
                            const std::string& font = helvetica,
                            const std::vector<std::string>& further = {}) {
    std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font "
        "<< /F1 5 0 R >> /XObject << /X1 6 0 R >> >> >>",
        made_stream(content), font};
    objects.insert(objects.end(), further.begin(), further.end());
    return made_pdf(objects);
}

}  // namespace toets::tests
