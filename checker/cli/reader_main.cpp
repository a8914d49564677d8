// toets-reader: the program that reads documents for `toets`, which starts it. Nothing to run by
// hand.
#include "checker/documents/reader_server.h"

int main() { return toets::serve_readers() ? 0 : 2; }
