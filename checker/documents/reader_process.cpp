// Reads documents in processes of their own.
//
//     this program --orders--> server --fork--> supervisor --fork--> reader
//          ^------------------------------------results----------------'
//
// The server holds no thread and no secret. A supervisor outlives its reader and adds to the
// results how that one ended.
#include "checker/documents/reader_process.h"

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
#include <system_error>
#include <unistd.h>
#include <utility>

#include "checker/documents/document_bytes.h"
#include "checker/documents/readers.h"

namespace toets {
namespace {

constexpr int reader_failed = 9;  ///< The exit code of a reader that could not send its result.
constexpr unsigned ocr_patience = 10;  ///< Pictures of pages take so much longer than their text.
constexpr std::size_t descriptors_per_order = 2;

void write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = write(to, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
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

/// Sends a byte and, with it, the descriptors.
bool send_order(int socket, const std::array<int, descriptors_per_order>& descriptors) {
    char byte = 0;
    iovec data{&byte, 1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof descriptors)> room{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = room.data();
    message.msg_controllen = room.size();
    cmsghdr* head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof descriptors);
    std::memcpy(CMSG_DATA(head), descriptors.data(), sizeof descriptors);
    return sendmsg(socket, &message, MSG_NOSIGNAL) == 1;
}

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

[[noreturn]] void supervise(int file, int results, const ReadSettings& settings) {
    std::signal(SIGCHLD, SIG_DFL);
    const pid_t reader = fork();
    if (reader == 0) read_and_end(file, results, settings);
    int status = reader_failed << 8;
    if (reader > 0)
        while (waitpid(reader, &status, 0) < 0 && errno == EINTR) continue;
    char raw[sizeof status];
    std::memcpy(raw, &status, sizeof status);
    write_all(results, {raw, sizeof raw});
    _exit(0);
}

[[noreturn]] void serve(int orders, const ReadSettings& settings) {
    // What this program has open is none of a reader's business.
    const int nothing = open("/dev/null", O_RDWR);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, standard);
    dup2(orders, 3);
    close_range(4, ~0U, 0);
    fcntl(3, F_SETFD, FD_CLOEXEC);
    std::signal(SIGCHLD, SIG_IGN);
    std::signal(SIGPIPE, SIG_DFL);
    while (const auto order = next_order(3)) {
        const auto [file, results] = *order;
        if (fork() == 0) supervise(file, results, settings);
        close(file);
        close(results);
    }
    _exit(0);
}

/// What the end of a reader says about its document; null when it ended well.
std::optional<ReadProblem> problem_of(int status, const ReadSettings& settings) {
    using Kind = ReadProblem::Kind;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::nullopt;
    // The libraries that don't throw when memory is full end the process with an exit code.
    if (WIFEXITED(status)) return ReadProblem{Kind::too_large, "memory"};
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU || signal == SIGALRM || signal == SIGKILL)
        return ReadProblem{Kind::too_slow,
                           std::to_string(settings.process.processor_seconds) + " s"};
    return ReadProblem{Kind::crashed, "signal " + std::to_string(signal)};
}

Document refused(ReadProblem problem) {
    Document document;
    document.problems.push_back(std::move(problem));
    return document;
}

}  // namespace

PendingDocument::PendingDocument(std::string name, int results)
    : name_(std::move(name)), results_(results) {}

PendingDocument::~PendingDocument() {
    if (results_ >= 0) close(results_);
}

PendingDocument::PendingDocument(PendingDocument&& other) noexcept
    : name_(std::move(other.name_)), results_(std::exchange(other.results_, -1)) {}

PendingDocument& PendingDocument::operator=(PendingDocument&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(results_, other.results_);
    return *this;
}

Document PendingDocument::take(const ReadSettings& settings) {
    // Blocks are larger than their text by less than this.
    const auto most = settings.limits.text_bytes_max * 16;
    const auto bytes = results_ >= 0 ? read_all(results_, most) : std::string();
    int status = SIGPIPE;
    Document document;
    if (bytes.size() >= sizeof status && bytes.size() <= most) {
        const auto end = bytes.size() - sizeof status;
        std::memcpy(&status, bytes.data() + end, sizeof status);
        auto received = document_of(std::string_view(bytes).substr(0, end));
        auto problem = problem_of(status, settings);
        if (!problem && !received) problem = ReadProblem{ReadProblem::Kind::crashed, "result"};
        document = problem ? refused(std::move(*problem)) : std::move(*received);
    } else {
        document = refused({ReadProblem::Kind::crashed, "process"});
    }
    document.name = std::move(name_);
    return document;
}

ReaderProcess::ReaderProcess(ReadSettings settings) : settings_(settings) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw std::system_error(errno, std::generic_category());
    process_ = fork();
    if (process_ == 0) serve(ends[1], settings_);
    close(ends[1]);
    orders_ = ends[0];
    if (process_ < 0) {
        close(orders_);
        throw std::system_error(errno, std::generic_category());
    }
}

ReaderProcess::~ReaderProcess() {
    close(orders_);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
}

PendingDocument ReaderProcess::start(std::string name, int file) const {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return {std::move(name), -1};
    const bool sent = send_order(orders_, {file, ends[1]});
    close(ends[1]);
    if (!sent) {
        close(ends[0]);
        ends[0] = -1;
    }
    return {std::move(name), ends[0]};
}

Document ReaderProcess::read(std::string name, int file) const {
    return start(std::move(name), file).take(settings_);
}

}  // namespace toets
