#pragma once

#include <optional>
#include <string_view>

namespace dixit::parser {

// What stands at the front of a text as a time zone, and how many bytes it took.
struct ZonePrefix {
  std::optional<int> offset_minutes;  // absent: a zone's name that is not known
  std::size_t length = 0;             // 0: no zone here

  bool operator==(const ZonePrefix&) const = default;
};

// Reads "Z", "+01:00", "-0500", "+2", "GMT", "EST", "GMT+01:00", "Etc/GMT"; a malformed offset
// ("+zz:00") is nothing at all.
std::optional<ZonePrefix> read_zone(std::string_view text);

}  // namespace dixit::parser
