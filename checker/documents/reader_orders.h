// Private to the room: what the two sides of reading apart say to each other.
//
//     this program --orders--> reading program --fork--> supervisor --fork--> reader
//          ^-----------------------------------results-------------------------'
//
// First a ReadSettings, then a message for each document: one byte, with two descriptors: the file,
// and where the result goes. The reading program has the libraries for files from elsewhere, no
// thread and no secret. A supervisor outlives its reader and adds to the results how that ended.
#pragma once

#include <cstddef>
#include <type_traits>

#include "checker/documents/reader_process.h"

namespace toets {

inline constexpr int orders_descriptor = 3;
inline constexpr std::size_t descriptors_per_order = 2;
static_assert(std::is_trivially_copyable_v<ReadSettings>);

}  // namespace toets
