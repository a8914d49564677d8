// Work that several threads share.
#pragma once

#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace toets {

/// Does `work` on so many threads at a time, this one among them, and waits for all; on fewer where
/// the system gives no more. `work` itself shares out what there is to do. Throws the first of what
/// it threw, when all have ended.
template <typename Work>
void on_threads(std::size_t count, const Work& work) {
    std::mutex mutex;
    std::exception_ptr thrown;
    const auto guarded = [&] {
        try {
            work();
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!thrown) thrown = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        others.reserve(count);
        try {
            while (others.size() + 1 < count) others.emplace_back(guarded);
        } catch (const std::system_error&) {
            // those that did start do all
        }
        guarded();
    }
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace toets
