#include "policy/delay.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <optional>

namespace dixit::policy {
namespace {

constexpr std::int64_t kNoon = 1'780'000'000'000 / kDayMs * kDayMs + kDayMs / 2;
constexpr std::int64_t kMinute = 60'000;

const DelayRules kRules{.floor_ms = 5'000,
                        .latency_factor = 5,
                        .latency_delay_ms_max = 300'000,
                        .domain_fetches_a_day_max = 3};

// The record after one whole request that began at `start` and took `took` milliseconds.
HostPoliteness fetched(HostPoliteness record, std::int64_t start, std::int64_t took,
                       std::optional<int> status, PolitenessOf of = PolitenessOf::Host) {
  return after_end(after_start(record, start), of, {start, start + took, status, std::nullopt}, 0);
}

std::int64_t host_ready(const HostPoliteness& record) {
  return ready_at_ms(record, PolitenessOf::Host, kRules);
}

TEST(Delay, AHostNeverAskedIsReady) {
  EXPECT_EQ(host_ready({}), 0);
  EXPECT_EQ(host_ready({.crawl_delay_ms = 9'000}), 0);
}

TEST(Delay, TheFloorIsCountedFromTheEnd) {
  EXPECT_EQ(host_ready(fetched({}, kNoon, 100, 200)), kNoon + 100 + 5'000);
}

TEST(Delay, ASlowServerIsAskedLess) {
  EXPECT_EQ(host_ready(fetched({}, kNoon, 2'000, 200)), kNoon + 2'000 + 10'000);
  EXPECT_EQ(host_ready(fetched({}, kNoon, 200'000, 200)), kNoon + 200'000 + 300'000);
}

TEST(Delay, CrawlDelayIsAboutTheHost) {
  HostPoliteness record = fetched({}, kNoon, 100, 200);
  record.crawl_delay_ms = 30'000;
  EXPECT_EQ(host_ready(record), kNoon + 100 + 30'000);
  EXPECT_EQ(ready_at_ms(record, PolitenessOf::Address, kRules), kNoon + 100 + 5'000);
}

TEST(Delay, ARequestInFlightHoldsTheHostAfterAKill) {
  EXPECT_EQ(host_ready(after_start({}, kNoon)), kNoon + 5'000);
}

TEST(Delay, LatencyIsAMovingAverage) {
  HostPoliteness record = fetched({}, kNoon, 2'000, 200);
  record = fetched(record, kNoon + kMinute, 1'000, 200);
  EXPECT_DOUBLE_EQ(record.latency_ms, 1'800);
}

TEST(Delay, AFastErrorNeverSpeedsAHostUp) {
  const HostPoliteness slow = fetched({}, kNoon, 2'000, 200);
  for (const int status : {304, 404, 500, 503}) {
    EXPECT_DOUBLE_EQ(fetched(slow, kNoon + kMinute, 1, status).latency_ms, 2'000) << status;
  }
  EXPECT_GT(fetched(slow, kNoon + kMinute, 9'000, 404).latency_ms, 2'000);
}

TEST(Delay, BackOffDoublesFromAMinuteToADay) {
  HostPoliteness record;
  std::int64_t now = kNoon;
  std::int64_t expected = kMinute;
  for (int i = 0; i < 14; ++i) {
    record = fetched(record, now, 0, 503);
    EXPECT_EQ(record.back_off_until_ms, now + expected);
    now = host_ready(record);
    expected = std::min(expected * 2, kDayMs);
  }
  EXPECT_EQ(record.back_off_ms, kDayMs);
}

TEST(Delay, JitterLengthensABackOffByAQuarterAtMost) {
  const FetchOutcome outcome{kNoon, kNoon, 429, std::nullopt};
  const auto until = [&outcome](double random) {
    return after_end({}, PolitenessOf::Host, outcome, random).back_off_until_ms - kNoon;
  };
  EXPECT_EQ(until(0), 60'000);
  EXPECT_EQ(until(0.5), 67'500);
  EXPECT_EQ(until(1), 75'000);
  EXPECT_EQ(until(7), 75'000);
  EXPECT_EQ(until(std::nan("")), 60'000);
}

TEST(Delay, AGoodAnswerHalvesTheBackOffAndAnErrorDoesNot) {
  HostPoliteness record{.back_off_ms = 240'000};
  EXPECT_EQ(fetched(record, kNoon, 10, 404).back_off_ms, 240'000);
  EXPECT_EQ(fetched(record, kNoon, 10, 500).back_off_ms, 240'000);
  record = fetched(record, kNoon, 10, 200);
  EXPECT_EQ(record.back_off_ms, 120'000);
  record = fetched(fetched(record, kNoon, 10, 301), kNoon, 10, 200);
  EXPECT_EQ(record.back_off_ms, 0);
}

TEST(Delay, AnAnswerOfOverloadIsAboutAllThree) {
  for (const int status : {429, 502, 503, 504}) {
    for (const PolitenessOf of :
         {PolitenessOf::Host, PolitenessOf::Address, PolitenessOf::Domain}) {
      const HostPoliteness record = fetched({}, kNoon, 0, status, of);
      EXPECT_EQ(record.back_off_ms, kMinute);
      EXPECT_EQ(ready_at_ms(record, of, kRules), kNoon + kMinute);
    }
  }
  EXPECT_FALSE(is_overloaded(500));
  EXPECT_FALSE(is_overloaded(404));
}

TEST(Delay, SilenceIsAboutTheHostAlone) {
  EXPECT_EQ(fetched({}, kNoon, 0, std::nullopt).back_off_ms, kMinute);
  EXPECT_EQ(fetched({}, kNoon, 0, std::nullopt, PolitenessOf::Address).back_off_ms, 0);
  EXPECT_EQ(fetched({}, kNoon, 0, std::nullopt, PolitenessOf::Domain).back_off_ms, 0);
}

TEST(Delay, RetryAfterIsAboutTheHostAndItsDomain) {
  const FetchOutcome outcome{kNoon, kNoon, 429, kNoon + 10 * kMinute};
  const auto ready = [&outcome](PolitenessOf of) {
    return ready_at_ms(after_end({}, of, outcome, 0), of, kRules);
  };
  EXPECT_EQ(ready(PolitenessOf::Host), kNoon + 10 * kMinute);
  EXPECT_EQ(ready(PolitenessOf::Domain), kNoon + 10 * kMinute);
  EXPECT_EQ(ready(PolitenessOf::Address), kNoon + kMinute);
}

TEST(Delay, AStoredTimeIsNoFurtherAheadThanItIsEverSet) {
  constexpr std::int64_t kAhead = kNoon + 3'650 * kDayMs;
  HostPoliteness record{.busy_until_ms = kAhead,
                        .crawl_delay_ms = 1'000,
                        .retry_after_until_ms = kAhead,
                        .back_off_until_ms = kAhead,
                        .day = kAhead / kDayMs,
                        .fetches_that_day = 2};
  record = as_of(record, kNoon);
  EXPECT_EQ(record, (HostPoliteness{.busy_until_ms = kNoon + kEndRoundingMs,
                                    .crawl_delay_ms = 1'000,
                                    .retry_after_until_ms = kNoon + 7 * kDayMs,
                                    .back_off_until_ms = kNoon + kDayMs,
                                    .day = kNoon / kDayMs,
                                    .fetches_that_day = 2}));
  EXPECT_EQ(as_of(record, kNoon), record);
  EXPECT_EQ(as_of(record, kNoon + kMinute), record);
}

TEST(Delay, RetryAfterIsObeyedAndNeverShortened) {
  FetchOutcome outcome{kNoon, kNoon, 503, kNoon + 10 * kMinute};
  HostPoliteness record = after_end({}, PolitenessOf::Host, outcome, 0);
  EXPECT_EQ(host_ready(record), kNoon + 10 * kMinute);
  outcome.retry_after_until_ms = kNoon + 1;
  record = after_end(record, PolitenessOf::Host, outcome, 0);
  EXPECT_EQ(host_ready(record), kNoon + 10 * kMinute);
}

TEST(Delay, ADomainHasADailyQuota) {
  HostPoliteness record;
  for (int i = 0; i < 3; ++i) record = after_start(record, kNoon + i * kMinute);
  const std::int64_t midnight = kNoon + kDayMs / 2;
  EXPECT_EQ(ready_at_ms(record, PolitenessOf::Domain, kRules), midnight);
  EXPECT_EQ(host_ready(record), kNoon + 2 * kMinute + 5'000);
  record = after_start(record, midnight);
  EXPECT_EQ(record.fetches_that_day, 1);
  EXPECT_EQ(ready_at_ms(record, PolitenessOf::Domain, kRules), midnight + 5'000);
}

TEST(Delay, AClockSetBackOpensNoNewQuota) {
  HostPoliteness record = after_start({}, kNoon);
  record = after_start(record, kNoon - kDayMs);
  EXPECT_EQ(record.fetches_that_day, 2);
  EXPECT_EQ(record.busy_until_ms, kNoon);
}

TEST(Delay, TheLatestOfHostAddressAndDomainCounts) {
  const HostPoliteness late = fetched({}, kNoon + kMinute, 0, 200);
  const HostPoliteness early = fetched({}, kNoon, 0, 200);
  const std::int64_t expected = kNoon + kMinute + 5'000;
  EXPECT_EQ(next_allowed_ms({late, {early}, early}, kRules), expected);
  EXPECT_EQ(next_allowed_ms({early, {late}, early}, kRules), expected);
  EXPECT_EQ(next_allowed_ms({early, {early, late}, early}, kRules), expected);
  EXPECT_EQ(next_allowed_ms({early, {early}, late}, kRules), expected);
}

TEST(Delay, DamagedRecordsMakeNobodyBolder) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  HostPoliteness record{.busy_until_ms = kMost,
                        .latency_ms = std::nan(""),
                        .back_off_ms = kMost,
                        .day = kMost,
                        .fetches_that_day = kMost};
  EXPECT_EQ(ready_at_ms(record, PolitenessOf::Domain, kRules), kMost);
  record.busy_until_ms = kNoon;
  EXPECT_EQ(host_ready(record), kNoon + 300'000);
  record = after_start(record, kMost);
  record = after_end(record, PolitenessOf::Host, {kLeast, kMost, 503, kMost}, 1);
  EXPECT_EQ(record.back_off_ms, kBackOffMaxMs);
  EXPECT_EQ(host_ready(record), kMost);
  const HostPoliteness backwards = after_end({}, PolitenessOf::Host, {kMost, kLeast, 200, {}}, 1);
  EXPECT_DOUBLE_EQ(backwards.latency_ms, 0);
}

TEST(Delay, KeepsTheIntervalAndNothingElseOfAnAddressThatWasNotDialled) {
  const HostPoliteness before = {.busy_until_ms = kNoon, .latency_ms = 500, .back_off_ms = kMinute};
  for (const int status : {200, 503}) {
    HostPoliteness expected = before;
    expected.busy_until_ms = kNoon + 9'000;
    EXPECT_EQ(after_end_elsewhere(before, {kNoon, kNoon + 9'000, status, kNoon + kMinute}),
              expected);
  }
}

}  // namespace
}  // namespace dixit::policy
