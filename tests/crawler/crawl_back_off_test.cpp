#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "policy/delay.h"
#include "tests/support/crawl_bench.h"

// What a host that has had too much is given, and that nothing takes it away again.
namespace dixit::crawler {
namespace {

using support::CrawlBench;
using support::ManualClock;
using support::WebAnswer;

WebAnswer busy(int status, int retry_after_s) {
  WebAnswer answer = support::status_only(status);
  answer.headers = {{"Retry-After", std::to_string(retry_after_s)}};
  return answer;
}

// Takes a hundred times as long to read as an empty one.
WebAnswer long_page() {
  WebAnswer answer;
  for (int i = 0; i < 300; ++i)
    answer.body += "<p>\"We shall come back for all of you\", said Odile Marchais on Monday.</p>\n";
  return answer;
}

// Keeps the manual clock going while a page is read.
void keep_busy(CrawlBench& bench) {
  WebAnswer slow;
  slow.takes_ms = 100'000;
  bench.web.on("http://gazette.test/", slow);
  bench.seed("http://gazette.test/");
}

// The host's record went to the archive with the page, and so after that of the later 429.
TEST(CrawlBackOff, IsNotTakenBackByAPageReadLongerThanTheNext) {
  CrawlBench bench;
  bench.web.on("http://courier.test/0", long_page());
  bench.web.on("http://courier.test/1", busy(429, 7'200));
  bench.seed("http://courier.test/0");
  bench.seed("http://courier.test/1");
  keep_busy(bench);
  bench.options.parser_threads = 2;

  ASSERT_TRUE(bench.run());

  ASSERT_EQ(bench.web.times_asked("http://courier.test/1"), 1u);
  const auto record = bench.archive().host("courier.test");
  ASSERT_TRUE(record);
  EXPECT_GE(record->next_allowed_ms, ManualClock::kStartMs + 7'200'000);
}

// Every name of a site had its own back-off, so that the next one was asked at once.
TEST(CrawlBackOff, HoldsForTheOtherHostsOfADomainAndOverARestart) {
  CrawlBench bench;
  bench.web.on("http://www.courier.org/", busy(429, 7'200));
  bench.seed("http://www.courier.org/");
  ASSERT_TRUE(bench.run());
  bench.page("http://blogs.courier.org/");
  bench.seed("http://blogs.courier.org/");
  bench.clock.advance(60'000);

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log_of("http://blogs.courier.org/").size(), 0u);
  bench.clock.advance(7'200'000);
  ASSERT_TRUE(bench.run());
  EXPECT_EQ(bench.web.times_asked("http://blogs.courier.org/"), 1u);
}

TEST(CrawlBackOff, OfOneTenantGivesTheMachineAMinuteAndNotAWeek) {
  CrawlBench bench;
  for (const char* name : {"courier.test", "herald.test"}) bench.resolver.on(name, {"128.66.9.9"});
  bench.web.on("http://courier.test/", busy(503, 604'800));
  bench.seed("http://courier.test/");
  ASSERT_TRUE(bench.run());
  const std::int64_t answered_ms = bench.web.log().back().ended_ms;
  bench.page("http://herald.test/");
  bench.seed("http://herald.test/");

  ASSERT_TRUE(bench.run());

  const auto log = bench.web.log_of("http://herald.test/");
  ASSERT_EQ(log.size(), 2u);
  EXPECT_GE(log[0].started_ms - answered_ms, policy::kBackOffFirstMs);
}

// The name of a stranger lists a machine of others beside its own, which is the one that answers.
TEST(CrawlBackOff, LeavesMachinesAloneThatAnotherNameOnlyLists) {
  CrawlBench bench;
  bench.resolver.on("stranger.test", {"128.66.9.1", "128.66.9.2"});
  bench.resolver.on("herald.test", {"128.66.9.2"});
  bench.web.on("http://stranger.test/", busy(503, 1));
  bench.seed("http://stranger.test/");
  ASSERT_TRUE(bench.run());
  const std::int64_t answered_ms = bench.web.log_of("http://stranger.test/").back().ended_ms;
  bench.page("http://herald.test/");
  bench.seed("http://herald.test/");

  ASSERT_TRUE(bench.run());

  const auto log = bench.web.log_of("http://herald.test/");
  ASSERT_EQ(log.size(), 2u);
  EXPECT_LT(log[0].started_ms - answered_ms, policy::kBackOffFirstMs);
}

// A body that waited for others until its time ran out made its host a slow one.
TEST(CrawlBackOff, CountsNoTimeThatWeLostOurselves) {
  CrawlBench bench;
  bench.web.on("http://courier.test/", [](int nth) {
    WebAnswer answer;
    if (nth > 1) return answer;
    answer.failure = FetchFailureCode::Cancelled;
    answer.takes_ms = 120'000;
    return answer;
  });
  bench.seed("http://courier.test/");

  ASSERT_TRUE(bench.run());

  const auto log = bench.web.log_of("http://courier.test/");
  ASSERT_EQ(log.size(), 3u);
  EXPECT_LT(log[2].started_ms - log[1].ended_ms, 2 * policy::DelayRules().floor_ms);
  const auto known = bench.archive().url("http://courier.test/");
  ASSERT_TRUE(known);
  EXPECT_EQ(known->state, storage::UrlState::Fetched);
  EXPECT_EQ(known->tries, 1);
}

// Times that a clock years ahead had written were taken for times.
TEST(CrawlBackOff, EndsThoughAClockRanAhead) {
  constexpr std::int64_t kDayMs = policy::kDayMs;
  CrawlBench bench;
  bench.clock.advance(3'650 * kDayMs);
  bench.robots("http://courier.test", "User-agent: *\nDisallow: /\nAllow: /busy\n");
  bench.web.on("http://courier.test/busy", busy(429, 400));
  bench.seed("http://courier.test/busy");
  ASSERT_TRUE(bench.run());
  bench.clock.set(ManualClock::kStartMs);
  bench.robots("http://courier.test", "");
  bench.page("http://courier.test/1");
  bench.seed("http://courier.test/1");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Waiting);
  // Seven days from when the record was read: the clock goes on while the crawl waits.
  EXPECT_LE(summary->next_due_ms, ManualClock::kStartMs + 7 * kDayMs + 60'000);
  bench.clock.set(ManualClock::kStartMs + 4 * kDayMs);
  ASSERT_TRUE(bench.run());
  EXPECT_EQ(bench.web.times_asked("http://courier.test/1"), 0u);
  bench.clock.set(ManualClock::kStartMs + 8 * kDayMs);
  ASSERT_TRUE(bench.run());
  EXPECT_EQ(bench.web.times_asked("http://courier.test/robots.txt"), 2u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/1"), 1u);
}

}  // namespace
}  // namespace dixit::crawler
