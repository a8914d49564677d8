// A zip file in memory, with libzip.
#include "checker/documents/packed_file.h"

#include <algorithm>
#include <array>

#include <zip.h>

namespace toets {
namespace {

constexpr std::size_t ratio_counts_from_bytes = 1U << 20U;

}  // namespace

PackedFile::PackedFile(std::string_view bytes, const ReadLimits& limits) : limits_(limits) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive_ == nullptr) {
        zip_source_free(source);
        problem_ = ReadProblem{ReadProblem::Kind::damaged, "zip"};
    } else if (static_cast<std::size_t>(zip_get_num_entries(archive_, 0)) >
               limits.packed_parts_max) {
        problem_ = ReadProblem{ReadProblem::Kind::too_large, "parts"};
    }
    zip_error_fini(&error);
}

PackedFile::~PackedFile() {
    if (archive_ != nullptr) zip_discard(archive_);
}

bool PackedFile::has(const std::string& part) const {
    return archive_ != nullptr && zip_name_locate(archive_, part.c_str(), 0) >= 0;
}

std::optional<std::string> PackedFile::unpack(const std::string& part, ReadProblem& problem) const {
    zip_stat_t stat;
    zip_stat_init(&stat);
    problem = {ReadProblem::Kind::damaged, part};
    if (archive_ == nullptr || zip_stat(archive_, part.c_str(), 0, &stat) != 0) return std::nullopt;
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        problem.kind = ReadProblem::Kind::encrypted;
        return std::nullopt;
    }
    // The sizes in the file are its own claim; the loop below holds it to them.
    const auto packed = std::min<std::size_t>(stat.comp_size, limits_.bytes_max);
    const auto ratio_limit = std::max(ratio_counts_from_bytes, packed * limits_.unpack_ratio_max);
    const auto room =
        limits_.markup_bytes_max - std::min(unpacked_bytes_, limits_.markup_bytes_max);
    const auto limit = std::min<std::size_t>(room, ratio_limit);
    if (stat.size > limit) {
        problem.kind = ReadProblem::Kind::too_large;
        return std::nullopt;
    }
    zip_file_t* file = zip_fopen(archive_, part.c_str(), 0);
    if (file == nullptr) return std::nullopt;
    std::string content;
    std::array<char, 65'536> chunk{};
    zip_int64_t read = 0;
    while ((read = zip_fread(file, chunk.data(), chunk.size())) > 0 && content.size() <= limit)
        content.append(chunk.data(), static_cast<std::size_t>(read));
    zip_fclose(file);
    unpacked_bytes_ += content.size();
    if (content.size() > limit) problem.kind = ReadProblem::Kind::too_large;
    if (read < 0 || content.size() > limit) return std::nullopt;
    return content;
}

}  // namespace toets
