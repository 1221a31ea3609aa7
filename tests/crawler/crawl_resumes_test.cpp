#include <fmt/format.h>
#include <gtest/gtest.h>

#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "crawler/kept_sources.h"
#include "policy/scope.h"
#include "tests/support/crawl_bench.h"

// Crawls that go on without naming a source.
namespace dixit::crawler {
namespace {

using support::CrawlBench;
using support::WebAnswer;

void feed(CrawlBench& bench, const std::string& url) {
  WebAnswer answer;
  answer.content_type = "application/rss+xml";
  answer.body =
      "<rss version=\"2.0\"><channel><title>t</title>"
      "<item><link>http://herald.test/1</link></item>"
      "<item><link>http://herald.test/2</link></item></channel></rss>";
  bench.web.on(url, answer);
  bench.page("http://herald.test/1", {"/below"});
  bench.page("http://herald.test/2", {"/below"});
  bench.page("http://herald.test/below");
}

// A run for so many pages, then one that goes on without a source.
void run_in_two(CrawlBench& bench, std::uint64_t pages) {
  bench.options.max_pages = pages;
  ASSERT_TRUE(bench.run());
  bench.options.sources.clear();
  bench.options.max_pages = 0;
  const auto rest = bench.run();
  ASSERT_TRUE(rest);
  EXPECT_EQ(rest->end, CrawlEnd::Finished);
}

// Every host with URLs left was opened as a whole site.
TEST(CrawlResumes, FollowNoLinkFromWhatAFeedListed) {
  CrawlBench bench;
  feed(bench, "http://courier.test/rss");
  bench.seed("http://courier.test/rss");

  run_in_two(bench, 2);

  EXPECT_EQ(bench.web.times_asked("http://herald.test/2"), 1u);
  EXPECT_EQ(bench.web.times_asked("http://herald.test/below"), 0u);
}

TEST(CrawlResumes, ReachAsFarAsTheSourcesDid) {
  for (const auto& [scope, site, host, prefix] :
       {std::tuple(SourceScope::Site, 1u, 1u, 1u), std::tuple(SourceScope::Host, 0u, 1u, 1u),
        std::tuple(SourceScope::Prefix, 0u, 0u, 1u), std::tuple(SourceScope::Page, 0u, 0u, 0u)}) {
    CrawlBench bench;
    bench.page("http://www.courier.org/news/", {"/news/a", "/sport", "http://blogs.courier.org/"});
    bench.page("http://www.courier.org/news/a");
    bench.page("http://www.courier.org/sport");
    bench.page("http://blogs.courier.org/");
    bench.seed("http://www.courier.org/news/");
    bench.options.sources[0].scope = scope;
    bench.web.watch([&bench, stopped = false](const support::WebRequest& request) mutable {
      if (stopped || request.url != "http://www.courier.org/robots.txt") return;
      stopped = true;
      bench.stop();
    });
    ASSERT_TRUE(bench.run());
    EXPECT_EQ(bench.web.times_asked("http://www.courier.org/news/"), 0u);
    bench.options.sources.clear();

    ASSERT_TRUE(bench.run());

    EXPECT_EQ(bench.web.times_asked("http://www.courier.org/news/"), 1u);
    EXPECT_EQ(bench.web.times_asked("http://blogs.courier.org/"), site);
    EXPECT_EQ(bench.web.times_asked("http://www.courier.org/sport"), host);
    EXPECT_EQ(bench.web.times_asked("http://www.courier.org/news/a"), prefix);
  }
}

// They followed eight links from a source, whatever the crawl before them was told.
TEST(CrawlResumes, FollowLinksAsFarAsTheCrawlBefore) {
  for (const auto asked : {std::optional<int>(), std::optional(3)}) {
    CrawlBench bench;
    for (int i = 0; i < 9; ++i)
      bench.page(fmt::format("http://courier.test/{}", i), {fmt::format("/{}", i + 1)});
    bench.seed("http://courier.test/0");
    bench.options.max_depth = 2;
    bench.options.max_pages = 1;
    ASSERT_TRUE(bench.run());
    bench.options.sources.clear();
    bench.options.max_depth = asked;
    ASSERT_TRUE(bench.run());
    bench.options.max_depth.reset();
    bench.options.max_pages = 0;

    ASSERT_TRUE(bench.run());

    EXPECT_EQ(bench.web.times_asked("http://courier.test/2"), 1u);
    EXPECT_EQ(bench.web.times_asked("http://courier.test/3"), asked ? 1u : 0u);
    EXPECT_EQ(bench.web.times_asked("http://courier.test/4"), 0u);
  }
}

TEST(CrawlResumes, FollowLinksFromANewSourceAsFarAsFromThoseThatWait) {
  for (const bool waits : {true, false}) {
    CrawlBench bench;
    bench.page("http://courier.test/", {"/1"});
    bench.page("http://courier.test/1");
    bench.page("http://herald.test/", {"/1"});
    bench.page("http://herald.test/1", {"/2"});
    bench.page("http://herald.test/2");
    bench.seed("http://courier.test/");
    bench.options.max_depth = 1;
    bench.options.max_pages = waits ? 1 : 0;
    ASSERT_TRUE(bench.run());
    bench.options.sources.clear();
    bench.seed("http://herald.test/");
    bench.options.max_depth.reset();
    bench.options.max_pages = 0;

    ASSERT_TRUE(bench.run());

    EXPECT_EQ(bench.web.times_asked("http://courier.test/1"), 1u);
    EXPECT_EQ(bench.web.times_asked("http://herald.test/1"), 1u);
    EXPECT_EQ(bench.web.times_asked("http://herald.test/2"), waits ? 0u : 1u);
  }
}

TEST(CrawlResumes, FollowNoLinkWhereTheSourcesAreNotKnown) {
  CrawlBench bench;
  bench.page("http://courier.test/", {"/below"});
  bench.page("http://courier.test/below");
  {
    storage::Archive archive = bench.archive();
    storage::QueuedUrl left;
    left.url = "http://courier.test/";
    left.host = "courier.test";
    ASSERT_TRUE(archive.enqueue(std::span(&left, 1)));
  }

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://courier.test/"), 1u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/below"), 0u);
}

TEST(KeptSources, AreThoseOfWhatIsQueued) {
  const auto source = [](const std::string& url, SourceScope scope) {
    Source made;
    made.url = url;
    made.scope = scope;
    made.also = {"feeds.example.org"};
    made.language = "fr";
    made.outlet = "The Courier";
    return made;
  };
  const Source site = source("http://courier.test/", SourceScope::Site);
  const Source page = source("http://courier.test/", SourceScope::Page);
  const Source other = source("http://herald.test/", SourceScope::Prefix);
  CrawlBench bench;
  storage::Archive archive = bench.archive();
  EXPECT_EQ(kept_sources(archive), std::vector<Source>());
  ASSERT_TRUE(keep_sources({site}, policy::kDepthMax, EarlierSources::Forget, archive));
  EXPECT_EQ(kept_sources(archive), std::vector<Source>({site}));
  ASSERT_TRUE(keep_sources({other}, policy::kDepthMax, EarlierSources::Keep, archive));
  EXPECT_EQ(kept_sources(archive), std::vector<Source>({other, site}));
  ASSERT_TRUE(keep_sources({page}, policy::kDepthMax, EarlierSources::Keep, archive));
  EXPECT_EQ(kept_sources(archive), std::vector<Source>({page, other}));
  ASSERT_TRUE(keep_sources({other}, policy::kDepthMax, EarlierSources::Forget, archive));
  EXPECT_EQ(kept_sources(archive), std::vector<Source>({other}));
}

// They were compared as they were typed, so that the wider reach of an earlier spelling stayed.
TEST(KeptSources, AreOneInEverySpellingOfAUrl) {
  CrawlBench bench;
  storage::Archive archive = bench.archive();
  Source site;
  site.url = "courier.test";
  site.scope = SourceScope::Site;
  Source page;
  page.url = "HTTP://Courier.test:80/#top";
  page.scope = SourceScope::Page;
  for (const Source& source : {site, page}) {
    ASSERT_TRUE(keep_sources({source}, policy::kDepthMax, EarlierSources::Keep, archive));
    EXPECT_EQ(kept_sources(archive), std::vector<Source>({source}));
  }
}

}  // namespace
}  // namespace dixit::crawler
