// A school with its pupils as the XML of a dossier.
#pragma once

#include <string>
#include <vector>

#include "tests/benchmark/generate/pupil.h"

namespace toets::benchmark {

struct School {
    std::string brin;
    SchoolKind kind = SchoolKind::primary;
    std::vector<Pupil> pupils;
};

/// The dossier, and how many rows (begrippen) it states.
struct Dossier {
    std::string xml;
    std::size_t rows = 0;
};

Dossier write_dossier(const School& school);

}  // namespace toets::benchmark
