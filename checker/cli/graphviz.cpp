#include "checker/cli/graphviz.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace toets {

std::string svg_of(const std::string& dot) {
    std::string name = (std::filesystem::temp_directory_path() / "toets-XXXXXX").string();
    const int file = mkstemp(name.data());
    if (file < 0) return {};
    close(file);
    std::ofstream(name, std::ios::binary) << dot;
    std::string svg;
    if (FILE* pipe = popen(("dot -Tsvg " + name + " 2>/dev/null").c_str(), "r")) {
        std::array<char, 4096> buffer{};
        while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe))
            svg.append(buffer.data(), count);
        if (pclose(pipe) != 0) svg.clear();
    }
    std::filesystem::remove(name);
    return svg;
}

}  // namespace toets
