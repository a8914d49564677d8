#include "checker/documents/pipe_bytes.h"

#include <array>
#include <cerrno>
#include <unistd.h>

namespace toets {

bool write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = write(to, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string read_all(int from, std::size_t most) {
    std::string bytes;
    std::array<char, 65'536> part{};
    while (bytes.size() <= most) {
        const auto count = read(from, part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        bytes.append(part.data(), static_cast<std::size_t>(count));
    }
    return bytes;
}

}  // namespace toets
