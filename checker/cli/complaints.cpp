#include "checker/cli/complaints.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include <fmt/format.h>

#include "checker/text/suggest.h"
#include "checker/text/unseen.h"

namespace toets {
namespace {

constexpr std::pair<std::errc, Text> causes[] = {
    {std::errc::no_space_on_device, Text::disk_full},
    {std::errc::broken_pipe, Text::pipe_closed},
    {std::errc::permission_denied, Text::not_allowed},
    {std::errc::operation_not_permitted, Text::not_allowed},
    {std::errc::read_only_file_system, Text::read_only_disk},
    {std::errc::no_such_file_or_directory, Text::no_such_folder},
    {std::errc::is_a_directory, Text::is_a_folder},
    {std::errc::not_a_directory, Text::no_folder_on_the_way},
    {std::errc::too_many_symbolic_link_levels, Text::links_in_a_circle},
    {std::errc::too_many_files_open, Text::too_many_open},
    {std::errc::too_many_files_open_in_system, Text::too_many_open},
    {std::errc::not_enough_memory, Text::no_memory_left},
    {std::errc::filename_too_long, Text::name_too_long}};

}  // namespace

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

std::string cause(const std::error_code& failure, UserLanguage language) {
    const auto* const known = std::find_if(std::begin(causes), std::end(causes),
                                           [&](const auto& each) { return failure == each.first; });
    return known == std::end(causes) ? failure.message() : text(known->second, language);
}

}  // namespace toets
