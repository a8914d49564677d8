// Private to the room: a phrase of the table with its places filled in.
#pragma once

#include <string>

#include <fmt/format.h>

#include "checker/report/words.h"

namespace toets {

template <typename... Args>
std::string filled(Phrase which, UserLanguage language, const Args&... args) {
    return fmt::format(fmt::runtime(phrase(which, language)), args...);
}

}  // namespace toets
