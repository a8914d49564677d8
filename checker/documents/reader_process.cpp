// This program's side of reading documents apart; reader_server.cpp is the other one.
#include "checker/documents/reader_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <spawn.h>
#include <string_view>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "checker/documents/document_bytes.h"
#include "checker/documents/pipe_bytes.h"
#include "checker/documents/reader_orders.h"

namespace toets {
namespace {

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

/// Starts the program with the socket as its one open file beside three that lead nowhere: what
/// this program has open is none of a reader's business. Gives an error number, or 0.
int start_program(const std::string& program, int orders, pid_t& process) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    // The socket first: it may have the number of one of the three.
    posix_spawn_file_actions_adddup2(&files, orders, orders_descriptor);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&files, standard, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_addclosefrom_np(&files, orders_descriptor + 1);
    std::string name = program;
    std::array<char*, 2> words = {name.data(), nullptr};
    const int failure =
        posix_spawn(&process, program.c_str(), &files, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    return failure;
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

ReaderProcess::ReaderProcess(const std::string& program, const ReadSettings& settings)
    : settings_(settings) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw std::system_error(errno, std::generic_category(), program);
    const int failure = start_program(program, ends[1], process_);
    close(ends[1]);
    orders_ = ends[0];
    if (failure == 0 && send(orders_, &settings_, sizeof settings_, MSG_NOSIGNAL) >= 0) return;
    close(orders_);
    throw std::system_error(failure == 0 ? errno : failure, std::generic_category(), program);
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
