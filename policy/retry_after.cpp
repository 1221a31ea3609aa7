#include "policy/retry_after.h"

#include <algorithm>

#include "policy/ascii.h"
#include "policy/http_date.h"

namespace dixit::policy {

std::optional<std::int64_t> retry_after_until_ms(std::string_view value, std::int64_t now_ms) {
  const std::int64_t latest_ms = saturating_add(now_ms, kRetryAfterMsMax);
  value = trim(value);
  if (const std::optional<std::int64_t> delta_s = parse_whole_number(value)) {
    const std::int64_t delta_ms = std::min(*delta_s, kRetryAfterMsMax / 1000) * 1000;
    return saturating_add(now_ms, delta_ms);
  }
  const std::optional<std::int64_t> date_s = parse_http_date(value, now_ms / 1000);
  if (!date_s) return std::nullopt;
  return std::clamp(*date_s * 1000, now_ms, latest_ms);
}

}  // namespace dixit::policy
