#include "checker/cli/complaints.h"

#include <iostream>

#include <fmt/format.h>

#include "checker/text/suggest.h"
#include "checker/text/unseen.h"

namespace toets {

void complain(const Arguments& arguments, Text which, const std::string& what,
              const std::string& more) {
    std::cerr << fmt::format(fmt::runtime(text(which, arguments.language)), visible(what),
                             visible(more))
              << '\n';
}

void complain_of_name(const Arguments& arguments, Text which, const std::string& name,
                      const std::vector<std::string>& known) {
    const std::string near = suggestion(name, known);
    complain(arguments, which, name,
             near.empty()
                 ? ""
                 : fmt::format(fmt::runtime(text(Text::did_you_mean, arguments.language)), near));
}

}  // namespace toets
