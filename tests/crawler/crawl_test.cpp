#include "crawler/crawl.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "crawler/pipeline.h"
#include "tests/support/crawl_bench.h"

// What is fetched, kept and queued: whole crawls of a scripted web in a manual time.
namespace dixit::crawler {
namespace {

using storage::UrlState;
using support::CrawlBench;
using support::WebAnswer;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Crawl, FetchesRobotsFirstAndThenEveryPageOnce) {
  CrawlBench bench;
  bench.page("http://courier.test/", {"/a", "/b", "/a", "/#top"});
  bench.page("http://courier.test/a", {"/b", "/"});
  bench.page("http://courier.test/b", {"http://courier.test:80/a#end"});
  bench.seed("http://courier.test/");

  const auto summary = bench.run();

  ASSERT_TRUE(summary) << summary.error().context;
  EXPECT_EQ(summary->end, CrawlEnd::Finished);
  EXPECT_THAT(bench.web.urls(),
              ElementsAre("http://courier.test/robots.txt", "http://courier.test/",
                          "http://courier.test/a", "http://courier.test/b"));
  EXPECT_EQ(summary->progress.fetched, 3u);
  EXPECT_EQ(summary->progress.documents, 3u);
  EXPECT_EQ(summary->progress.queued, 0u);
  const auto archive = bench.archive();
  const auto capture = archive.latest_capture_of("http://courier.test/a");
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->status, 200);
  EXPECT_THAT(archive.payload(*capture).value(), HasSubstr("<title>http://courier.test/a"));
  EXPECT_EQ(archive.url("http://courier.test/a")->state, UrlState::Fetched);
}

TEST(Crawl, StaysInTheScopeOfItsSources) {
  CrawlBench bench;
  bench.page("http://courier.org/news/",
             {"/news/a", "/sport/b", "http://www.courier.org/news/c", "http://herald.org/d"});
  bench.page("http://courier.org/news/a");
  bench.seed("http://courier.org/news/");
  bench.options.sources[0].scope = SourceScope::Prefix;

  ASSERT_TRUE(bench.run());

  EXPECT_THAT(bench.web.urls(),
              ElementsAre("http://courier.org/robots.txt", "http://courier.org/news/",
                          "http://courier.org/news/a"));
}

TEST(Crawl, FollowsLinksNoDeeperThanAsked) {
  CrawlBench bench;
  for (int i = 0; i < 5; ++i)
    bench.page("http://courier.test/" + std::to_string(i), {"/" + std::to_string(i + 1)});
  bench.seed("http://courier.test/0");
  bench.options.max_depth = 2;

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://courier.test/2"), 1u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/3"), 0u);
}

TEST(Crawl, StopsAtTheNumberOfPagesAskedFor) {
  CrawlBench bench;
  std::vector<std::string> links;
  for (int i = 0; i < 20; ++i) links.push_back("/" + std::to_string(i));
  bench.page("http://courier.test/", links);
  for (const std::string& link : links) bench.page("http://courier.test" + link);
  bench.seed("http://courier.test/");
  bench.options.max_pages = 7;

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::PageLimit);
  EXPECT_EQ(summary->progress.fetched, 7u);
  EXPECT_EQ(summary->progress.queued, 14u);
  EXPECT_EQ(bench.web.log().size(), 8u);
}

TEST(Crawl, GoesOnWhereItWasStoppedWithoutFetchingTwice) {
  CrawlBench bench;
  std::vector<std::string> links;
  for (int i = 0; i < 10; ++i) links.push_back("/" + std::to_string(i));
  bench.page("http://courier.test/", links);
  for (const std::string& link : links) bench.page("http://courier.test" + link);
  bench.seed("http://courier.test/");
  int seen = 0;
  bench.observer.on_page([&](const PageEvent&) {
    if (++seen == 4) bench.stop();
  });

  const auto first = bench.run();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->end, CrawlEnd::Stopped);
  EXPECT_LT(first->progress.fetched, 11u);
  const auto second = bench.run();

  ASSERT_TRUE(second);
  EXPECT_EQ(second->end, CrawlEnd::Finished);
  EXPECT_EQ(first->progress.fetched + second->progress.fetched, 11u);
  for (const std::string& link : links)
    EXPECT_EQ(bench.web.times_asked("http://courier.test" + link), 1u) << link;
}

TEST(Crawl, LosesNoUrlWhenWhatWasInFlightIsCancelled) {
  CrawlBench bench;
  WebAnswer endless;
  endless.takes_ms = 100'000;
  bench.web.on("http://courier.test/", endless);
  bench.web.watch([&](const support::WebRequest& request) {
    if (request.url == "http://courier.test/") bench.stop();
  });
  bench.seed("http://courier.test/");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Stopped);
  EXPECT_EQ(bench.archive().queued("courier.test", 10).size(), 1u);
}

// Only bodies that had come in whole were counted.
TEST(Crawl, StartsNothingWhileMuchIsComingIn) {
  CrawlBench bench;
  WebAnswer large = support::status_only(404);
  large.body = std::string(kPipelineBytesMax / 8, 'x');
  large.takes_ms = 60'000;
  for (int i = 0; i < 20; ++i) {
    const std::string url = "http://courier" + std::to_string(i) + ".test/";
    bench.web.on(url, large);
    bench.seed(url);
  }

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Finished);
  EXPECT_EQ(bench.web.log().size(), 40u);
  std::size_t most = 0;
  for (const auto& one : bench.web.log())
    most = std::max(
        most, static_cast<std::size_t>(std::count_if(
                  bench.web.log().begin(), bench.web.log().end(), [&](const auto& other) {
                    return other.ended_ms - other.started_ms == large.takes_ms &&
                           other.started_ms <= one.started_ms && one.started_ms < other.ended_ms;
                  })));
  EXPECT_EQ(most, 8u);
}

}  // namespace
}  // namespace dixit::crawler
