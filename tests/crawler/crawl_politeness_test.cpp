#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "policy/delay.h"
#include "tests/support/crawl_bench.h"

// When requests are made, seen from the servers: a scripted web in a manual time.
namespace dixit::crawler {
namespace {

using support::CrawlBench;
using support::shortest_pause_ms;
using support::WebAnswer;
using support::WebRequest;

constexpr std::int64_t kDefaultFloorMs = policy::DelayRules().floor_ms;

void add_chain(CrawlBench& bench, const std::string& origin, int pages) {
  for (int i = 0; i < pages; ++i)
    bench.page(origin + "/" + std::to_string(i), {origin + "/" + std::to_string(i + 1)});
  bench.page(origin + "/" + std::to_string(pages));
}

TEST(CrawlPoliteness, KeepsTheDefaultDelayBetweenRequestsToAHost) {
  CrawlBench bench;
  add_chain(bench, "http://courier.press.test", 5);
  bench.seed("http://courier.press.test/0");

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().size(), 7u);  // robots.txt and six pages
  EXPECT_GE(shortest_pause_ms(bench.web.log()), kDefaultFloorMs);
  EXPECT_EQ(bench.web.most_at_once(), 1u);
}

TEST(CrawlPoliteness, NeverGoesBelowOneSecondOnThePublicWeb) {
  CrawlBench bench;
  add_chain(bench, "http://courier.press.test", 3);
  bench.seed("http://courier.press.test/0");
  bench.options.delay_ms = 0;

  ASSERT_TRUE(bench.run());

  EXPECT_GE(shortest_pause_ms(bench.web.log()), 1000);
  EXPECT_LT(shortest_pause_ms(bench.web.log()), kDefaultFloorMs);
}

TEST(CrawlPoliteness, NeedsNoDelayOnLoopback) {
  CrawlBench bench;
  add_chain(bench, "http://127.0.0.1:8080", 3);
  bench.seed("http://127.0.0.1:8080/0");
  bench.options.allow_private = true;
  bench.options.delay_ms = 0;

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().size(), 5u);
  EXPECT_LT(bench.web.log().back().started_ms - bench.web.log().front().started_ms, 1000);
}

TEST(CrawlPoliteness, ObeysACrawlDelayLongerThanItsOwn) {
  CrawlBench bench;
  bench.robots("http://courier.press.test", "User-agent: *\nCrawl-delay: 30\n");
  add_chain(bench, "http://courier.press.test", 3);
  bench.seed("http://courier.press.test/0");

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().size(), 5u);
  EXPECT_GE(shortest_pause_ms(bench.web.log()), 30'000);
}

// The delay went into the host's record only after that record was on its way to the archive.
TEST(CrawlPoliteness, KeepsACrawlDelayAcrossARestart) {
  CrawlBench bench;
  bench.robots("http://courier.test", "User-agent: *\nCrawl-delay: 30\n");
  add_chain(bench, "http://courier.test", 4);
  bench.seed("http://courier.test/0");
  bench.web.watch([&](const WebRequest&) { bench.stop(); });
  ASSERT_TRUE(bench.run());
  ASSERT_EQ(bench.web.urls(), std::vector<std::string>{"http://courier.test/robots.txt"});
  bench.web.watch({});

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().size(), 6u);
  EXPECT_GE(shortest_pause_ms(bench.web.log()), 30'000);
}

// A host without work is forgotten; when it had some again its delay was nought.
TEST(CrawlPoliteness, KeepsACrawlDelayOfAHostThatHadNothingToFetch) {
  CrawlBench bench;
  bench.robots("http://courier.test", "User-agent: *\nCrawl-delay: 30\nDisallow: /closed\n");
  add_chain(bench, "http://courier.test", 2);
  bench.seed("http://courier.test/closed");
  WebAnswer slow = support::redirect_to("http://courier.test/0");
  slow.takes_ms = 60'000;
  bench.web.on("http://herald.test/", slow);
  bench.seed("http://herald.test/");

  ASSERT_TRUE(bench.run());

  const auto log = bench.web.log_of("http://courier.test/");
  EXPECT_EQ(log.size(), 4u);
  EXPECT_GE(shortest_pause_ms(log), 30'000);
}

// The last answer of either origin used to decide for both.
TEST(CrawlPoliteness, ObeysTheLongestCrawlDelayOfAHostsOrigins) {
  for (const int status : {503, 404, 200}) {
    CrawlBench bench;
    bench.robots("http://courier.test", "User-agent: *\nCrawl-delay: 30\n");
    bench.page("http://courier.test/", {"https://courier.test/x", "/1", "/2"});
    for (const char* page : {"/1", "/2"}) bench.page(std::string("http://courier.test") + page);
    bench.web.on("https://courier.test/robots.txt", support::status_only(status));
    bench.page("https://courier.test/x");
    bench.seed("http://courier.test/");

    ASSERT_TRUE(bench.run());

    const auto& log = bench.web.log();
    EXPECT_EQ(bench.web.times_asked("https://courier.test/robots.txt"), 1u);
    EXPECT_EQ(bench.web.times_asked("http://courier.test/2"), 1u);
    EXPECT_GE(shortest_pause_ms(log), 30'000) << status;
  }
}

TEST(CrawlPoliteness, TakesACrawlDelayBackForAnotherFileOnly) {
  CrawlBench bench;
  bench.web.on("http://courier.test/robots.txt", [](int nth) {
    WebAnswer answer;
    answer.status = nth == 2 ? 404 : 200;
    answer.body = nth == 1 ? "User-agent: *\nCrawl-delay: 30\n" : "";
    return answer;
  });
  add_chain(bench, "http://courier.test", 3);
  bench.seed("http://courier.test/0");
  bench.options.revisit_after_ms = 0;
  for (const std::int64_t pause_ms : {30'000, 30'000, 5'000}) {
    const std::size_t before = bench.web.log().size();
    ASSERT_TRUE(bench.run());
    const auto& log = bench.web.log();
    const std::vector<WebRequest> today(log.begin() + static_cast<std::ptrdiff_t>(before),
                                        log.end());
    EXPECT_GE(shortest_pause_ms(today), pause_ms);
    EXPECT_LT(shortest_pause_ms(today), pause_ms + kDefaultFloorMs);
    bench.clock.advance(25LL * 3'600'000);
  }
}

TEST(CrawlPoliteness, AsksHostsAtDifferentAddressesAtTheSameTime) {
  CrawlBench bench;
  for (const char* host : {"http://courier.test", "http://herald.test", "http://gazette.test"}) {
    add_chain(bench, host, 2);
    bench.seed(std::string(host) + "/0");
  }

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().size(), 12u);
  EXPECT_EQ(bench.web.most_at_once(), 3u);
}

TEST(CrawlPoliteness, TakesHostsAtOneAddressForOneMachine) {
  CrawlBench bench;
  for (const char* name : {"courier.test", "herald.test", "gazette.test"}) {
    bench.resolver.on(name, {"128.66.9.9"});
    const std::string origin = std::string("http://") + name;
    add_chain(bench, origin, 2);
    bench.seed(origin + "/0");
  }

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().size(), 12u);
  EXPECT_EQ(bench.web.most_at_once(), 1u);
  EXPECT_GE(shortest_pause_ms(bench.web.log()), kDefaultFloorMs);
}

// Any of a name's addresses may be dialled, and only the first had a lane.
TEST(CrawlPoliteness, TakesHostsThatShareOneOfTheirAddressesForOneMachine) {
  CrawlBench bench;
  bench.resolver.on("courier.test", {"128.66.9.1", "128.66.9.2"});
  bench.resolver.on("herald.test", {"128.66.9.3", "128.66.9.2"});
  for (const char* origin : {"http://courier.test", "http://herald.test"}) {
    add_chain(bench, origin, 2);
    bench.seed(std::string(origin) + "/0");
  }

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().size(), 8u);
  EXPECT_EQ(bench.web.most_at_once(), 1u);
  EXPECT_GE(shortest_pause_ms(bench.web.log()), kDefaultFloorMs);
}

// The lane bore the literal as it was written, brackets and all.
TEST(CrawlPoliteness, TakesEverySpellingOfAnAddressForOneMachine) {
  CrawlBench bench;
  bench.resolver.on("courier.test", {"2400:cb00:0:0::7"});
  bench.resolver.on("herald.test", {"128.66.9.9"});
  for (const char* origin :
       {"http://courier.test", "http://[2400:cb00::7]:8080", "http://herald.test",
        "http://128.66.9.9:8080", "http://[::ffff:8042:909]:8081"}) {
    add_chain(bench, origin, 1);
    bench.seed(std::string(origin) + "/0");
  }

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().size(), 15u);
  EXPECT_EQ(bench.web.most_at_once(), 2u);
}

TEST(CrawlPoliteness, TakesHostsOfOneRegistrableDomainForOneSite) {
  CrawlBench bench;
  for (const char* name : {"www.courier.org", "blogs.courier.org"}) {
    const std::string origin = std::string("http://") + name;
    add_chain(bench, origin, 2);
    bench.seed(origin + "/0");
  }

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().size(), 8u);
  EXPECT_EQ(bench.web.most_at_once(), 1u);
  EXPECT_GE(shortest_pause_ms(bench.web.log()), kDefaultFloorMs);
}

TEST(CrawlPoliteness, GoesSlowerOnASlowHost) {
  CrawlBench bench;
  for (int i = 0; i < 5; ++i) {
    WebAnswer slow;
    slow.body = "<a href=\"/" + std::to_string(i + 1) + "\">on</a>";
    slow.takes_ms = 8'000;
    bench.web.on("http://courier.test/" + std::to_string(i), slow);
  }
  bench.seed("http://courier.test/0");

  ASSERT_TRUE(bench.run());

  const auto& log = bench.web.log();
  ASSERT_GE(log.size(), 6u);
  EXPECT_GE(log[5].started_ms - log[4].ended_ms, 2 * kDefaultFloorMs);
}

TEST(CrawlPoliteness, LeavesAHostAloneForAsLongAsItAsks) {
  CrawlBench bench;
  bench.web.on("http://courier.test/0", [](int nth) {
    WebAnswer answer;
    answer.status = nth == 1 ? 429 : 200;
    if (nth == 1) answer.headers = {{"Retry-After", "400"}};
    return answer;
  });
  bench.page("http://courier.test/1");
  bench.seed("http://courier.test/0");
  bench.seed("http://courier.test/1");
  bench.options.patience_ms = 1'000'000;

  ASSERT_TRUE(bench.run());

  const auto log = bench.web.log_of("http://courier.test/");
  ASSERT_EQ(log.size(), 4u);
  EXPECT_EQ(log[1].url, "http://courier.test/0");
  EXPECT_GE(log[2].started_ms - log[1].ended_ms, 400'000);
  EXPECT_EQ(bench.observer.event("http://courier.test/0")->state, storage::UrlState::Fetched);
}

TEST(CrawlPoliteness, BacksOffFromAnOverloadedHostTwiceAsLongEachTime) {
  CrawlBench bench;
  bench.web.on("http://courier.test/0", [](int nth) {
    WebAnswer answer;
    answer.status = nth <= 3 ? 503 : 200;
    return answer;
  });
  bench.seed("http://courier.test/0");
  bench.options.patience_ms = 1'000'000;

  ASSERT_TRUE(bench.run());

  const auto log = bench.web.log_of("http://courier.test/0");
  ASSERT_EQ(log.size(), 4u);
  for (std::size_t i = 1; i < log.size(); ++i)
    EXPECT_GE(log[i].started_ms - log[i - 1].ended_ms, policy::kBackOffFirstMs << (i - 1));
}

TEST(CrawlPoliteness, EndsWaitingWhenAHostWantsMorePatienceThanThereIs) {
  CrawlBench bench;
  WebAnswer busy;
  busy.status = 429;
  busy.headers = {{"Retry-After", "7200"}};
  bench.web.on("http://courier.test/0", busy);
  bench.seed("http://courier.test/0");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Waiting);
  EXPECT_GE(summary->next_due_ms, support::ManualClock::kStartMs + 7'200'000);
  EXPECT_EQ(bench.archive().queued("courier.test", 10).size(), 1u);
}

TEST(CrawlPoliteness, KeepsAHostsRequestToWaitAcrossARestart) {
  CrawlBench bench;
  bench.web.on("http://courier.test/0", [](int nth) {
    WebAnswer answer;
    answer.status = nth == 1 ? 429 : 200;
    if (nth == 1) answer.headers = {{"Retry-After", "7200"}};
    return answer;
  });
  bench.seed("http://courier.test/0");
  ASSERT_TRUE(bench.run());
  bench.options.sources.clear();
  bench.options.patience_ms = 10'000'000;
  bench.clock.advance(60'000);

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  const auto log = bench.web.log_of("http://courier.test/0");
  ASSERT_EQ(log.size(), 2u);
  EXPECT_GE(log[1].started_ms - log[0].ended_ms, 7'200'000);
}

TEST(CrawlPoliteness, KeepsTheDelayAcrossARestart) {
  CrawlBench bench;
  add_chain(bench, "http://courier.test", 4);
  bench.seed("http://courier.test/0");
  bench.options.max_pages = 2;
  ASSERT_TRUE(bench.run());
  const std::size_t before = bench.web.log().size();
  bench.options.max_pages = 0;

  ASSERT_TRUE(bench.run());

  ASSERT_GT(bench.web.log().size(), before);
  EXPECT_GE(shortest_pause_ms(bench.web.log()), kDefaultFloorMs);
}

}  // namespace
}  // namespace dixit::crawler
