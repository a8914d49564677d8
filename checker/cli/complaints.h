// What the commands say when they can't go on.
#pragma once

#include "checker/cli/arguments.h"

namespace toets {

/// Prints the text on the error stream, with `what` and `more` in its places.
void complain(const Arguments& arguments, Text which, const std::string& what,
              const std::string& more = {});

/// As above, about a name that isn't there, with the nearest of the known ones as a hint.
void complain_of_name(const Arguments& arguments, Text which, const std::string& name,
                      const std::vector<std::string>& known);

}  // namespace toets
