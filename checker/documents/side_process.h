// Work that is done in a copy of this process, beside it.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace toets {

/// A copy of this process that does one thing and sends its result. Only a process that reads one
/// document has one, if its limits say so: it has no threads, and its limits hold for the copy too.
class SideProcess {
  public:
    /// Starts `work`, unless that isn't allowed here or there is but one processor.
    explicit SideProcess(const std::function<std::string()>& work);
    /// Ends it, whatever it is doing.
    ~SideProcess();
    SideProcess(const SideProcess&) = delete;
    SideProcess& operator=(const SideProcess&) = delete;

    /// Waits for the result, once. Null when nothing was started or it did not end well; the
    /// caller then does the work itself.
    std::optional<std::string> take();

  private:
    int results_ = -1;
    int process_ = -1;
};

}  // namespace toets
