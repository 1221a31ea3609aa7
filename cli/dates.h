#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dixit::cli {

// The stretch of time that a date stands for, in Unix seconds: "2015-03" is all of that March.
struct Period {
  std::int64_t begin = 0;
  std::int64_t end = 0;  // exclusive
  std::string local;     // the date, ISO 8601, when it names no zone; begin and end are UTC then

  bool operator==(const Period&) const = default;
};

// "2015", "2015-03", "2015-03-02", "2015-03-02T10:15", "2015-03-02T10:15+01:00".
std::optional<Period> parse_period(std::string_view text);

}  // namespace dixit::cli
