// Private to the room: whole texts through a pipe, whatever interrupts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace toets {

/// Writes all bytes; false when the other end takes no more.
bool write_all(int to, std::string_view bytes);

/// Reads to the end, or until there are more than `most` bytes.
std::string read_all(int from, std::size_t most);

}  // namespace toets
