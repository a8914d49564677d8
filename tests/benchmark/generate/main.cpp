// Writes dossiers with planted faults, the findings that a checker must report about them, and a
// hundred rules to check them with.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "tests/benchmark/generate/rule_variants.h"
#include "tests/benchmark/generate/write_dossier.h"
#include "tests/benchmark/support/rule_set.h"

namespace toets::benchmark {
namespace {

struct Wanted {
    int schools = 200;
    int pupils = 300;
    std::uint64_t seed = 1;
    std::filesystem::path folder;
};

Wanted read_arguments(int argc, char** argv) {
    Wanted wanted;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const std::string value = argv[i + 1];
        if (name == "--schools")
            wanted.schools = std::stoi(value);
        else if (name == "--pupils")
            wanted.pupils = std::stoi(value);
        else if (name == "--seed")
            wanted.seed = std::stoull(value);
        else if (name == "--out")
            wanted.folder = value;
    }
    return wanted;
}

/// 00AA, 01AA, ... 99AA, 00AB, ...
std::string brin(int number) {
    std::string made = std::to_string(number % 100 / 10) + std::to_string(number % 10);
    made += static_cast<char>('A' + number / 2600 % 26);
    made += static_cast<char>('A' + number / 100 % 26);
    return made;
}

int generate(const Wanted& wanted) {
    std::filesystem::create_directories(wanted.folder);
    std::vector<std::string> expected_lines;
    std::size_t bytes = 0, rows = 0;
    for (int number = 0; number < wanted.schools; ++number) {
        Random random(wanted.seed * 1'000'003U + static_cast<std::uint64_t>(number));
        School school{
            brin(number), random.chance(650) ? SchoolKind::primary : SchoolKind::secondary, {}};
        Expected expected(school.brin);
        for (int i = 1; i <= wanted.pupils; ++i)
            school.pupils.push_back(make_pupil(i, school.kind, random, expected));
        const Dossier dossier = write_dossier(school);
        std::ofstream(wanted.folder / (school.brin + ".xml"), std::ios::binary) << dossier.xml;
        expected_lines.insert(expected_lines.end(), expected.lines().begin(),
                              expected.lines().end());
        bytes += dossier.xml.size();
        rows += dossier.rows;
    }
    std::sort(expected_lines.begin(), expected_lines.end());
    std::ofstream out(wanted.folder / "expected.txt", std::ios::binary);
    for (const std::string& line : expected_lines) out << line << '\n';
    if (!out || !write_variants(ten_rules(), wanted.folder / "rules100")) return 1;
    const double pupils = static_cast<double>(wanted.schools) * wanted.pupils;
    std::cout << wanted.schools << " schools, " << bytes / 1'000'000 << " MB, " << rows << " rows, "
              << static_cast<double>(rows) / pupils << " a pupil, " << expected_lines.size()
              << " findings planted\n";
    return 0;
}

}  // namespace
}  // namespace toets::benchmark

int main(int argc, char** argv) {
    const auto wanted = toets::benchmark::read_arguments(argc, argv);
    if (wanted.folder.empty()) {
        std::cerr << "toets_generate --schools 200 --pupils 300 --seed 1 --out DIR\n";
        return 2;
    }
    return toets::benchmark::generate(wanted);
}
