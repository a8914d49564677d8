#include "checker/documents/page_range.h"

#include <utility>

#include "checker/documents/byte_stream.h"

namespace toets {

std::string bytes_of(const PageRange& range) {
    ByteWriter out;
    out.number(range.bytes);
    out.numbers(range.letters_unknown);
    out.number(range.lines.size());
    for (const auto& line : range.lines) {
        out.text(line.text);
        out.number(line.page);
        out.number(line.number);
        for (const double place : {line.left, line.right, line.top, line.bottom, line.page_height,
                                   line.size, line.gap_left, line.gap_right})
            out.real(place);
        out.number(line.bold ? 1 : 0);
        out.number(static_cast<std::size_t>(line.cell_gaps));
    }
    return std::move(out.bytes);
}

std::optional<PageRange> page_range_of(std::string_view bytes) {
    ByteReader in(bytes);
    PageRange range;
    range.bytes = in.number();
    range.letters_unknown = in.numbers();
    range.lines.resize(in.count(21));
    for (auto& line : range.lines) {
        line.text = in.text();
        line.page = in.number();
        line.number = in.number();
        for (double* place : {&line.left, &line.right, &line.top, &line.bottom, &line.page_height,
                              &line.size, &line.gap_left, &line.gap_right})
            *place = in.real();
        line.bold = in.number(1) != 0;
        line.cell_gaps = static_cast<int>(in.number());
    }
    if (!in.ended_well()) return std::nullopt;
    return range;
}

}  // namespace toets
