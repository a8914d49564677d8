#include "checker/report/table.h"

#include <algorithm>

#include "checker/text/source.h"
#include "checker/text/unseen.h"

namespace toets {

std::string table(std::vector<std::vector<std::string>> rows) {
    std::vector<std::size_t> widths;
    for (auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = visible(std::move(row[i]));
            if (i == widths.size()) widths.push_back(0);
            widths[i] = std::max(widths[i], code_points(row[i]));
        }
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blank(widths[i] - code_points(row[i]), ' ');
            out += i == 0 ? row[i] + blank : "  " + blank + row[i];
        }
        out += '\n';
    }
    return out;
}

}  // namespace toets
