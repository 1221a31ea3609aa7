#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/crawl_bench.h"

// Feeds and sitemaps: pages by lists of their URLs.
namespace dixit::crawler {
namespace {

using support::CrawlBench;
using support::WebAnswer;

WebAnswer xml(const std::string& type, const std::string& body) {
  WebAnswer answer;
  answer.content_type = type;
  answer.body = body;
  return answer;
}

TEST(CrawlLists, FetchesWhatAFeedLists) {
  CrawlBench bench;
  bench.web.on("http://courier.test/rss",
               xml("application/rss+xml",
                   "<rss version=\"2.0\"><channel><title>t</title><item><title>a</title>"
                   "<link>http://courier.test/a</link>"
                   "<pubDate>Wed, 14 Jan 2026 08:30:00 GMT</pubDate></item>"
                   "<item><link>http://elsewhere.test/b</link></item></channel></rss>"));
  bench.page("http://courier.test/a");
  bench.page("http://elsewhere.test/b", {"/c"});
  bench.page("http://elsewhere.test/c");
  bench.seed("http://courier.test/rss");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->progress.fetched, 3u);
  EXPECT_EQ(summary->progress.documents, 2u);
  EXPECT_EQ(bench.web.times_asked("http://elsewhere.test/c"), 0u);
}

TEST(CrawlLists, FindsFeedsByThePagesThatNameThem) {
  CrawlBench bench;
  WebAnswer home;
  home.body =
      "<html><head><link rel=\"alternate\" type=\"application/atom+xml\" href=\"/atom\"></head>";
  bench.web.on("http://courier.test/", home);
  bench.web.on("http://courier.test/atom",
               xml("application/atom+xml",
                   "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><entry>"
                   "<title>a</title><link href=\"/a\"/><updated>2026-01-14T08:30:00Z</updated>"
                   "</entry></feed>"));
  bench.page("http://courier.test/a");
  bench.seed("http://courier.test/");

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://courier.test/a"), 1u);
}

TEST(CrawlLists, FollowsTheSitemapsOfRobots) {
  CrawlBench bench;
  bench.robots("http://courier.test", "User-agent: *\nDisallow:\nSitemap: /index.xml\n");
  bench.web.on("http://courier.test/index.xml",
               xml("application/xml",
                   "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap>"
                   "<loc>http://courier.test/news.xml</loc></sitemap></sitemapindex>"));
  bench.web.on("http://courier.test/news.xml",
               xml("text/xml",
                   "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url>"
                   "<loc>http://courier.test/a</loc></url><url><loc>http://other.test/b</loc></url>"
                   "</urlset>"));
  bench.page("http://courier.test/");
  bench.page("http://courier.test/a");
  bench.seed("http://courier.test/");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/a"), 1u);
  EXPECT_TRUE(bench.web.log_of("http://other.test").empty());
  EXPECT_EQ(summary->progress.fetched, 4u);
}

TEST(CrawlLists, AsksAFeedAgainAndFetchesOnlyWhatIsNew) {
  CrawlBench bench;
  bench.web.on("http://courier.test/rss", [](int nth) {
    std::string items;
    for (int i = 0; i < nth; ++i)
      items += "<item><link>http://courier.test/" + std::to_string(i) + "</link></item>";
    return xml("application/rss+xml",
               "<rss version=\"2.0\"><channel><title>t</title>" + items + "</channel></rss>");
  });
  for (int i = 0; i < 3; ++i) bench.page("http://courier.test/" + std::to_string(i));
  bench.seed("http://courier.test/rss");
  for (int run = 0; run < 3; ++run) {
    ASSERT_TRUE(bench.run());
    bench.clock.advance(2LL * 3'600'000);
  }
  EXPECT_EQ(bench.web.times_asked("http://courier.test/rss"), 3u);
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(bench.web.times_asked("http://courier.test/" + std::to_string(i)), 1u);
}

TEST(CrawlLists, LeavesPicturesAndFilmsAlone) {
  CrawlBench bench;
  bench.page("http://courier.test/", {"/a.jpg", "/b.mp4", "/c.html"});
  bench.page("http://courier.test/c.html");
  bench.seed("http://courier.test/");

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().size(), 3u);
}

}  // namespace
}  // namespace dixit::crawler
