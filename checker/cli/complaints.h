// What the commands say when they can't go on.
#pragma once

#include <system_error>

#include "checker/cli/arguments.h"

namespace toets {

/// Prints the text on the error stream, with `what` and `more` in its places.
void complain(const Arguments& arguments, Text which, const std::string& what,
              const std::string& more = {});

/// As above, about a name that isn't there, with the nearest of the known ones as a hint.
void complain_of_name(const Arguments& arguments, Text which, const std::string& name,
                      const std::vector<std::string>& known);

/// Why the system did not do what it was asked, as the user's language has it; what is seldom seen
/// stands as the system says it.
std::string cause(const std::error_code& failure, UserLanguage language);

}  // namespace toets
