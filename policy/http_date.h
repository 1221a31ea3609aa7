#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// Dates in HTTP headers, read as Unix seconds.
namespace dixit::policy {

// Reads the three forms of RFC 9110 §5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94
// 08:49:37 GMT" and "Sun Nov  6 08:49:37 1994"; and, since headers carry them, RFC 5322's numeric
// and American zones ("+0200", "PST"), a missing weekday, zone or seconds, and ISO 8601
// ("2026-03-01", "2026-03-01T08:00:00+01:00"). No zone means UTC.
// `now_s` (Unix seconds) only settles the century of a two-digit year: one that would lie more than
// 50 years ahead is past. Nothing for text that is no date or names a day that does not exist.
std::optional<std::int64_t> parse_http_date(std::string_view text, std::int64_t now_s);

}  // namespace dixit::policy
