// Private to the room: ends of terms, remembered. Dossiers state the same few thousand days over
// and over, and the reckoning of working days and holidays costs a hundred times a look-up.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>

#include "checker/calendar/date.h"
#include "checker/calendar/duration.h"
#include "checker/calendar/term.h"

namespace toets {

/// The ends of terms of one length by their start. A later day takes the place of an earlier one
/// that falls on the same slot; days of five years never do.
class TermMemo {
  public:
    TermMemo(Duration length, Roll roll, bool backwards)
        : length_(length), roll_(roll), backwards_(backwards) {}

    bool is_for(Duration length, Roll roll, bool backwards) const {
        return length_ == length && roll_ == roll && backwards_ == backwards;
    }

    /// The end for this start; `reckon` gives it when it isn't known yet.
    template <typename Reckon>
    std::optional<Date> end(Date start, Reckon reckon) {
        Slot& slot = slots_[static_cast<std::uint32_t>(start.days) % slots_.size()];
        if (slot.start != start.days) {
            const std::optional<Date> found = reckon();
            slot = {start.days, found ? found->days : none};
        }
        return slot.end == none ? std::nullopt : std::optional(Date{slot.end});
    }

  private:
    static constexpr std::int32_t none = std::numeric_limits<std::int32_t>::min();
    struct Slot {
        std::int32_t start = none;
        std::int32_t end = none;
    };

    Duration length_;
    Roll roll_;
    bool backwards_;
    std::array<Slot, 2048> slots_;
};

}  // namespace toets
