// The XML Schema of the dossier format, as it follows from the vocabulary.
#pragma once

#include <string>

#include "checker/vocabulary/vocabulary.h"

namespace toets {

/// An XSD 1.0 that accepts every dossier that the reader reads without a problem.
std::string schema(const Vocabulary& vocabulary);

}  // namespace toets
