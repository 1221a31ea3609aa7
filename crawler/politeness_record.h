#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "policy/delay.h"

namespace dixit::crawler {

// policy::HostPoliteness as the archive keeps it: one line, "1" for the version of the format, then
// the fields in the order of the struct, parted by spaces.
//
//   1 <busy_until_ms> <latency_ms> <crawl_delay_ms> <retry_after_until_ms> <back_off_ms>
//     <back_off_until_ms> <day> <fetches_that_day>
std::string print_politeness(const policy::HostPoliteness& politeness);

// Nothing for a line of another version or with a field that is no number.
std::optional<policy::HostPoliteness> parse_politeness(std::string_view line);

}  // namespace dixit::crawler
