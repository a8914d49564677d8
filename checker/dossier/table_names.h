// Private to the room: what the names of attributes and elements mean in one table.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "checker/facts/builder.h"

namespace toets {

/// What an XML name means in one table: a kenmerk, or one that holds rows.
struct Meaning {
    std::string name;
    std::uint32_t index = 0;         ///< its ColumnId or ChildId
    ColumnWriter* column = nullptr;  ///< of a kenmerk: where its values go
    ListWriter* list = nullptr;      ///< of one that holds rows: where they go
    bool is_text = false;            ///< its values can be anything
    bool matches_pattern = false;    ///< its values have to
    std::uint64_t stated_in = 0;     ///< the visit that last stated it
    Meaning* next = nullptr;         ///< what came after it the last time
};

/// Whether the name at `text`, which ends with a zero before `end`, is `name`.
inline bool is_name(const char* text, const char* end, const std::string& name) {
    return name.size() < static_cast<std::size_t>(end - text) &&
           std::memcmp(text, name.c_str(), name.size() + 1) == 0;
}

/// The names of one table. Files repeat their order, so the name that came next the last time is
/// tried first; else a hash of length, first, middle and last letter finds it.
class TableNames {
  public:
    TableNames(const Table& table, TableId id, FactsBuilder& facts) {
        for (ColumnId i = 0; i < table.columns.size(); ++i) {
            const Column& column = table.columns[i];
            meanings_.push_back({column.name, i, &facts.column(id, i), nullptr, is_text(column),
                                 !column.pattern.empty()});
        }
        for (ChildId i = 0; i < table.children.size(); ++i)
            meanings_.push_back({table.children[i].name, i, nullptr, &facts.list(id, i)});
        slots_.resize(std::bit_ceil(meanings_.size() * 4 + 1), none);
        for (std::size_t i = 0; i < meanings_.size(); ++i) {
            std::size_t slot = slot_of(meanings_[i].name);
            while (slots_[slot] != none) slot = (slot + 1) % slots_.size();
            slots_[slot] = static_cast<std::uint16_t>(i);
        }
        for (const Meaning& each : meanings_)
            if (each.column != nullptr && table.columns[each.index].required)
                required_.push_back(&each);
    }

    /// What stands before the first attribute, or the first element, of a row.
    Meaning& before_attributes() { return before_attributes_; }
    Meaning& before_elements() { return before_elements_; }

    /// The meaning of a name that follows `before`, in a text that ends at `end`; null when it has
    /// none.
    Meaning* find(const char* name, const char* end, Meaning& before) {
        if (before.next != nullptr && is_name(name, end, before.next->name)) return before.next;
        Meaning* found = look_up(name);
        if (found != nullptr) before.next = found;
        return found;
    }

    const std::vector<const Meaning*>& required() const { return required_; }

    std::vector<std::string> all() const {
        std::vector<std::string> names;
        for (const auto& meaning : meanings_) names.push_back(meaning.name);
        return names;
    }

  private:
    static constexpr std::uint16_t none = 0xFFFF;

    static bool is_text(const Column& column) {
        return column.type == ColumnType::text || column.type == ColumnType::reference;
    }

    Meaning* look_up(std::string_view name) {
        std::size_t slot = slot_of(name);
        for (; slots_[slot] != none; slot = (slot + 1) % slots_.size())
            if (meanings_[slots_[slot]].name == name) return &meanings_[slots_[slot]];
        return nullptr;
    }

    std::size_t slot_of(std::string_view name) const {
        if (name.empty()) return 0;
        const auto letter = [&](std::size_t at) {
            return std::size_t{static_cast<unsigned char>(name[at])};
        };
        const std::size_t hash = name.size() * 67 + letter(0) * 31 + letter(name.size() / 2) * 7 +
                                 letter(name.size() - 1) * 13;
        return hash & (slots_.size() - 1);
    }

    std::vector<Meaning> meanings_;  ///< In place from the start: others point at them.
    std::vector<std::uint16_t> slots_;
    std::vector<const Meaning*> required_;
    Meaning before_attributes_, before_elements_;
};

}  // namespace toets
