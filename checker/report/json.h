// JSON that is written as it comes: a tree of it would cost a scan more than checking does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#if defined(__SSE2__)
#define RAPIDJSON_SSE2  // sixteen characters at a time are looked at for what must be escaped
#endif
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "checker/text/unseen.h"

namespace toets {

/// JSON in the making: members of the object, or items of the array, that was opened last.
class Json {
  public:
    void text(const char* key, std::string_view value) {
        writer_.Key(key);
        item(value);
    }
    void item(std::string_view value) {
        writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
    void number(const char* key, std::uint64_t value) {
        writer_.Key(key);
        item(value);
    }
    void item(std::uint64_t value) { writer_.Uint64(value); }
    void decimal(const char* key, double value) {
        writer_.Key(key);
        writer_.Double(value);
    }
    void truth(const char* key, bool value) {
        writer_.Key(key);
        writer_.Bool(value);
    }
    template <typename Members>
    void object(Members members) {
        writer_.StartObject();
        members();
        writer_.EndObject();
    }
    template <typename Members>
    void object(const char* key, Members members) {
        writer_.Key(key);
        object(members);
    }
    /// An array with what `write_item` makes of each.
    template <typename Items, typename WriteItem>
    void array(const char* key, const Items& items, WriteItem write_item) {
        writer_.Key(key);
        writer_.StartArray();
        for (const auto& each : items) write_item(each);
        writer_.EndArray();
    }
    template <typename Items>
    void array(const char* key, const Items& items) {
        array(key, items, [&](const auto& each) { item(each); });
    }
    /// An array of objects, with the members that `write_members` makes of each.
    template <typename Items, typename WriteMembers>
    void objects(const char* key, const Items& items, WriteMembers write_members) {
        array(key, items, [&](const auto& each) { object([&] { write_members(each); }); });
    }
    /// What was written. The writer leaves as they are what is no UTF-8, what does not show and,
    /// sixteen at a time, the controls from 1A to 1F: those are sought once in the whole.
    std::string made() const {
        return with_escapes(std::string(buffer_.GetString(), buffer_.GetSize()));
    }

  private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace toets
