#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/crawl_bench.h"

// What is tried again, and what is given up.
namespace dixit::crawler {
namespace {

using storage::UrlState;
using support::CrawlBench;
using support::status_only;
using support::WebAnswer;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

TEST(CrawlFailures, AreTriedAgainAndThenGivenUp) {
  CrawlBench bench;
  bench.web.on("http://courier.test/broken", status_only(500));
  WebAnswer cut;
  cut.failure = FetchFailureCode::Truncated;
  bench.web.on("http://courier.test/cut", cut);
  bench.web.on("http://courier.test/once",
               [](int nth) { return status_only(nth == 1 ? 500 : 200); });
  for (const char* path : {"broken", "cut", "once"})
    bench.seed(std::string("http://courier.test/") + path);
  bench.options.patience_ms = 100'000'000;

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/broken"), 3u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/cut"), 3u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/once"), 2u);
  EXPECT_EQ(summary->progress.failed, 2u);
  EXPECT_EQ(summary->progress.fetched, 1u);
  EXPECT_THAT(summary->unreachable_sources,
              UnorderedElementsAre("http://courier.test/broken: answered 500",
                                   "http://courier.test/cut: body cut short: as scripted"));
}

TEST(CrawlFailures, OfAMissingPageAreFinal) {
  CrawlBench bench;
  bench.web.on("http://courier.test/gone", status_only(410));
  bench.seed("http://courier.test/gone");
  bench.seed("http://courier.test/never");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->progress.failed, 2u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/gone"), 1u);
  EXPECT_EQ(bench.archive().url("http://courier.test/never")->state, UrlState::Gone);
}

TEST(CrawlFailures, OfAHostNameCloseTheHostAndLoseNoUrl) {
  CrawlBench bench;
  bench.seed("http://nowhere.test/");
  bench.page("http://courier.test/");
  bench.seed("http://courier.test/");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Waiting);
  EXPECT_EQ(summary->progress.fetched, 1u);
  EXPECT_EQ(bench.archive().queued("nowhere.test", 10).size(), 1u);
}

TEST(CrawlFailures, RefusePrivateAddressesBehindPublicNames) {
  CrawlBench bench;
  bench.resolver.on("rebound.test", {"10.0.0.7"});
  bench.page("http://rebound.test/");
  bench.seed("http://rebound.test/");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_TRUE(bench.web.log().empty());
  EXPECT_EQ(summary->progress.refused, 1u);
  EXPECT_THAT(bench.archive().url("http://rebound.test/")->reason, HasSubstr("10.0.0.7"));
}

}  // namespace
}  // namespace dixit::crawler
