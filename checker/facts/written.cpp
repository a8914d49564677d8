#include "checker/facts/written.h"

#include "checker/text/ascii.h"

namespace toets {

std::optional<bool> parse_truth(std::string_view written) {
    if (written == "ja" || written == "true") return true;
    if (written == "nee" || written == "false") return false;
    return std::nullopt;
}

bool may_be_thousands(std::string_view written) {
    if (written.starts_with('-')) written.remove_prefix(1);
    const std::size_t first = written.find('.');
    if (first == 0 || first > 3 || written.front() == '0') return false;
    written = written.substr(0, written.find(','));
    for (std::size_t i = 0; i < written.size(); ++i) {
        const bool is_point = i >= first && (i - first) % 4 == 0;
        if (is_point ? written[i] != '.' : !is_digit(written[i])) return false;
    }
    return (written.size() - first) % 4 == 0;
}

std::optional<std::int64_t> parse_number(std::string_view written) {
    bool negative = false;
    if (!written.empty() && written.front() == '-') {
        negative = true;
        written.remove_prefix(1);
    }
    std::int64_t whole = 0;
    std::int64_t fraction = 0;
    std::int64_t scale = 10000;
    std::size_t i = 0;
    std::size_t digits = 0;
    for (; i < written.size() && is_digit(written[i]); ++i) {
        if (++digits > 12) return std::nullopt;
        whole = whole * 10 + (written[i] - '0');
    }
    if (digits == 0) return std::nullopt;
    if (i < written.size() && (written[i] == ',' || written[i] == '.')) {
        if (written[i] == '.' && may_be_thousands(written)) return std::nullopt;
        if (++i == written.size()) return std::nullopt;
        for (; i < written.size() && is_digit(written[i]); ++i) {
            if (scale == 1) return std::nullopt;  // finer than a ten-thousandth
            scale /= 10;
            fraction += (written[i] - '0') * scale;
        }
    }
    if (i != written.size()) return std::nullopt;
    const std::int64_t value = whole * 10000 + fraction;
    return negative ? -value : value;
}

}  // namespace toets
