// toets-reader: the program that reads documents for `toets`, which starts it. Nothing to run by
// hand.
#include <cstdlib>

#include "checker/documents/reader_server.h"

int main() {
    // Nothing is left that is worth giving back piece by piece.
    std::quick_exit(toets::serve_readers() ? 0 : 2);
}
