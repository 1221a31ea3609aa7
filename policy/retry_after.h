#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// The Retry-After header. RFC 9110 §10.2.3.
namespace dixit::policy {

// A week. A server may close for maintenance, but one header does not close a host for good.
inline constexpr std::int64_t kRetryAfterMsMax = 7LL * 86'400'000;

// Until when a response asks to be left alone, in Unix milliseconds: `now_ms` plus a whole number
// of seconds, or an HTTP-date. Never before `now_ms` and never after `now_ms` + kRetryAfterMsMax.
// Nothing for a value that is neither.
std::optional<std::int64_t> retry_after_until_ms(std::string_view value, std::int64_t now_ms);

}  // namespace dixit::policy
