// What the program that reads documents does; ReaderProcess starts it.
#pragma once

namespace toets {

/// Reads the documents that are ordered on the socket `orders_descriptor`, each in a process of its
/// own, until that closes. False when nobody orders there in a way that this program knows.
bool serve_readers();

}  // namespace toets
