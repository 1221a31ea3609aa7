#pragma once

#include <optional>
#include <string_view>

#include "parser/text/date.h"

namespace dixit::parser {

// A date as feeds write it: everything that parse_machine_date() reads, ISO 8601's truncated forms
// of 1988, and dates with the words of a language where a standard wants English.
std::optional<DateTime> parse_feed_date(std::string_view text);

// ISO 8601:1988's shortened forms: "-0312" and "-03-12" (a month of this century), "031231",
// "03-12-31", and the ordinal "03335" or "2003-335".
std::optional<DateTime> parse_truncated_iso_date(std::string_view text);

}  // namespace dixit::parser
