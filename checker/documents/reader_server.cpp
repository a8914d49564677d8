// The reading program's side: a process for each document, and one that watches it.
#include "checker/documents/reader_server.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "checker/documents/document_bytes.h"
#include "checker/documents/pipe_bytes.h"
#include "checker/documents/reader_orders.h"
#include "checker/documents/readers.h"

namespace toets {
namespace {

constexpr int reader_failed = 9;  ///< The exit code of a reader that could not send its result.
constexpr unsigned ocr_patience = 10;  ///< Pictures of pages take so much longer than their text.

/// Waits for the next order; null when there will be none.
std::optional<std::array<int, descriptors_per_order>> next_order(int socket) {
    std::array<int, descriptors_per_order> descriptors{};
    char byte = 0;
    iovec data{&byte, 1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof descriptors)> room{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = room.data();
    message.msg_controllen = room.size();
    ssize_t got = 0;
    do {
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    const cmsghdr* head = got == 1 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (head == nullptr || head->cmsg_len != CMSG_LEN(sizeof descriptors)) return std::nullopt;
    std::memcpy(descriptors.data(), CMSG_DATA(head), sizeof descriptors);
    return descriptors;
}

Document read_file(int file, const ReadSettings& settings) {
    struct stat status {};
    Document document;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        report(document, ReadProblem::Kind::damaged, "file");
        return document;
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > settings.limits.bytes_max) {
        report(document, ReadProblem::Kind::too_large, "file");
        return document;
    }
    if (size == 0) return read_document({}, {}, settings.limits, settings.ocr);
    const void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) {
        report(document, ReadProblem::Kind::too_large, "memory");
        return document;
    }
    return read_document({}, {static_cast<const char*>(bytes), size}, settings.limits,
                         settings.ocr);
}

[[noreturn]] void read_and_end(int file, int results, const ReadSettings& settings) {
    auto limits = settings.process;
    if (settings.ocr) limits.processor_seconds *= ocr_patience;
    keep_to(limits);
    try {
        write_all(results, bytes_of(read_file(file, settings)));
    } catch (const std::exception&) {
        _exit(reader_failed);
    }
    _exit(0);
}

/// Watches one reader. Nobody asks for its document any more when the server is gone.
[[noreturn]] void supervise(int file, int results, const ReadSettings& settings, pid_t server) {
    end_with(server);
    std::signal(SIGCHLD, SIG_DFL);
    const pid_t supervisor = getpid();
    const pid_t reader = fork();
    if (reader == 0) {
        end_with(supervisor);
        read_and_end(file, results, settings);
    }
    int status = reader_failed << 8;
    if (reader > 0)
        while (waitpid(reader, &status, 0) < 0 && errno == EINTR) continue;
    char raw[sizeof status];
    std::memcpy(raw, &status, sizeof status);
    write_all(results, {raw, sizeof raw});
    _exit(0);
}

/// The settings, which come before the first order; null when they are of another version.
std::optional<ReadSettings> received_settings(int orders) {
    std::array<char, sizeof(ReadSettings) + 1> bytes{};
    const auto got = recv(orders, bytes.data(), bytes.size(), 0);
    if (got != static_cast<ssize_t>(sizeof(ReadSettings))) return std::nullopt;
    ReadSettings settings;
    std::memcpy(&settings, bytes.data(), sizeof settings);
    return settings;
}

}  // namespace

bool serve_readers() {
    const auto settings = received_settings(orders_descriptor);
    if (!settings) return false;
    fcntl(orders_descriptor, F_SETFD, FD_CLOEXEC);
    std::signal(SIGCHLD, SIG_IGN);
    std::signal(SIGPIPE, SIG_DFL);
    const pid_t server = getpid();
    while (const auto order = next_order(orders_descriptor)) {
        const auto [file, results] = *order;
        if (fork() == 0) supervise(file, results, *settings, server);
        close(file);
        close(results);
    }
    return true;
}

}  // namespace toets
