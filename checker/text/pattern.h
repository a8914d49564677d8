// Patterns as rule files write them: ECMAScript regular expressions.
#pragma once

#include <regex>
#include <string>

namespace toets {

/// Whether the text is a regular expression at all.
inline bool is_pattern(const std::string& text) {
    try {
        const std::regex made(text);
        return true;
    } catch (const std::regex_error&) {
        return false;
    }
}

}  // namespace toets
