// A dossier read over the words of cases/, for the tests of this room.
#pragma once

#include <string>

#include "checker/dossier/read_dossier.h"
#include "checker/language/parse.h"
#include "tests/support/golden.h"

namespace toets::tests {

/// The vocabulary that all dossiers in cases/ are about.
inline Vocabulary case_words() {
    Sources sources;
    Diagnostics problems;
    const auto path = source_root() / "tests/dossier/cases/woorden.regels";
    const ast::File file = parse(sources, sources.add("woorden.regels", read_file(path)), problems);
    return make_vocabulary(std::span(&file, 1), problems);
}

/// A reader with its facts, and what was wrong with the last dossier.
class ReadDossier {
  public:
    explicit ReadDossier(const Vocabulary& words) : facts_(words), reader_(words, facts_) {}

    bool read(const std::string& name, const std::string& xml) {
        problems_.clear();
        xml_ = xml;
        const SourceId source = sources_.add(name, xml);
        return reader_.read(xml_, sources_, source, problems_);
    }
    const Facts& facts() const { return facts_.facts(); }
    const Diagnostics& problems() const { return problems_; }
    const Sources& sources() const { return sources_; }

  private:
    FactsBuilder facts_;
    DossierReader reader_;
    Sources sources_;
    std::string xml_;
    Diagnostics problems_;
};

}  // namespace toets::tests
