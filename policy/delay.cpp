#include "policy/delay.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "policy/ascii.h"
#include "policy/retry_after.h"

namespace dixit::policy {
namespace {

// The last day whose next midnight is still a number of milliseconds.
constexpr std::int64_t kDayLast = std::numeric_limits<std::int64_t>::max() / kDayMs - 1;

// Days since 1970 by flooring, so that the day before it is -1.
std::int64_t day_of(std::int64_t ms) { return ms / kDayMs - (ms % kDayMs < 0 ? 1 : 0); }

bool status_within(const FetchOutcome& outcome, int first, int last) {
  return outcome.status && *outcome.status >= first && *outcome.status <= last;
}

double next_latency_ms(double average_ms, const FetchOutcome& outcome) {
  const double took_ms =
      static_cast<double>(outcome.ended_ms) - static_cast<double>(outcome.started_ms);
  const double sample_ms = std::clamp(took_ms, 0.0, static_cast<double>(kLatencyMsMax));
  if (!std::isfinite(average_ms) || average_ms <= 0) return sample_ms;
  const double next_ms = average_ms + kLatencyWeight * (sample_ms - average_ms);
  return status_within(outcome, 200, 299) ? next_ms : std::max(average_ms, next_ms);
}

void back_off(HostPoliteness& record, std::int64_t now_ms, double random) {
  record.back_off_ms = std::clamp(record.back_off_ms, kBackOffFirstMs / 2, kBackOffMaxMs / 2) * 2;
  const double jitter = std::isfinite(random) ? std::clamp(random, 0.0, 1.0) : 0.0;
  const double length_ms = static_cast<double>(record.back_off_ms) * (1 + kBackOffJitter * jitter);
  const std::int64_t wait_ms = std::min(std::llround(length_ms), 0LL + kBackOffMaxMs);
  record.back_off_until_ms = std::max(record.back_off_until_ms, saturating_add(now_ms, wait_ms));
}

void recover(HostPoliteness& record) {
  record.back_off_ms /= 2;
  if (record.back_off_ms < kBackOffFirstMs) record.back_off_ms = 0;
}

std::int64_t latency_delay_ms(const HostPoliteness& record, const DelayRules& rules) {
  const double wanted_ms = rules.latency_factor * record.latency_ms;
  const auto most_ms = static_cast<double>(rules.latency_delay_ms_max);
  // A stored value that is no number counts as the longest: a damaged record makes nobody bolder.
  return std::llround(std::isfinite(wanted_ms) ? std::clamp(wanted_ms, 0.0, most_ms) : most_ms);
}

}  // namespace

HostPoliteness after_start(HostPoliteness record, std::int64_t now_ms) {
  record.busy_until_ms = std::max(record.busy_until_ms, now_ms);
  const std::int64_t today = day_of(now_ms);
  if (today > record.day) {
    record.day = today;
    record.fetches_that_day = 0;
  }
  record.fetches_that_day = saturating_add(record.fetches_that_day, 1);
  return record;
}

HostPoliteness after_end_elsewhere(HostPoliteness record, const FetchOutcome& outcome) {
  record.busy_until_ms = std::max(record.busy_until_ms, outcome.ended_ms);
  return record;
}

HostPoliteness after_end(HostPoliteness record, PolitenessOf of, const FetchOutcome& outcome,
                         double random) {
  record = after_end_elsewhere(record, outcome);
  record.latency_ms = next_latency_ms(record.latency_ms, outcome);
  if (is_overloaded(outcome.status)) {
    if (outcome.status || of == PolitenessOf::Host) back_off(record, outcome.ended_ms, random);
  } else if (status_within(outcome, 200, 399)) {
    recover(record);
  }
  if (of != PolitenessOf::Address) {
    record.retry_after_until_ms =
        std::max(record.retry_after_until_ms, outcome.retry_after_until_ms.value_or(0));
  }
  return record;
}

HostPoliteness as_of(HostPoliteness record, std::int64_t now_ms) {
  const auto limit = [now_ms](std::int64_t& until_ms, std::int64_t ahead_ms_max) {
    until_ms = std::min(until_ms, saturating_add(now_ms, ahead_ms_max));
  };
  limit(record.busy_until_ms, kEndRoundingMs);
  limit(record.retry_after_until_ms, kRetryAfterMsMax);
  limit(record.back_off_until_ms, kBackOffMaxMs);
  record.day = std::min(record.day, day_of(now_ms));
  return record;
}

std::int64_t ready_at_ms(const HostPoliteness& record, PolitenessOf of, const DelayRules& rules) {
  if (record == HostPoliteness{.crawl_delay_ms = record.crawl_delay_ms}) return 0;
  const bool is_host = of == PolitenessOf::Host;
  const std::int64_t interval_ms = std::max({rules.floor_ms, latency_delay_ms(record, rules),
                                             is_host ? record.crawl_delay_ms : std::int64_t{0}});
  std::int64_t ready_ms = std::max({saturating_add(record.busy_until_ms, interval_ms),
                                    record.retry_after_until_ms, record.back_off_until_ms});
  const std::int64_t quota = rules.domain_fetches_a_day_max;
  if (of == PolitenessOf::Domain && quota > 0 && record.fetches_that_day >= quota) {
    const std::int64_t day = std::clamp(record.day, std::int64_t{0}, kDayLast);
    ready_ms = std::max(ready_ms, (day + 1) * kDayMs);
  }
  return ready_ms;
}

std::int64_t next_allowed_ms(const PolitenessRecords& records, const DelayRules& rules) {
  std::int64_t latest_ms = std::max(ready_at_ms(records.host, PolitenessOf::Host, rules),
                                    ready_at_ms(records.domain, PolitenessOf::Domain, rules));
  for (const HostPoliteness& address : records.addresses)
    latest_ms = std::max(latest_ms, ready_at_ms(address, PolitenessOf::Address, rules));
  return latest_ms;
}

bool is_overloaded(std::optional<int> status) {
  if (!status) return true;
  return *status == 429 || (*status >= 502 && *status <= 504);
}

}  // namespace dixit::policy
