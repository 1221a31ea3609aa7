#include "crawler/source_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/crawl_bench.h"
#include "tests/support/scripted_server.h"
#include "tests/support/temp_dir.h"

// Over real sockets, on loopback addresses.
namespace dixit::crawler {
namespace {

using support::page;
using support::redirect;
using support::reply;
using support::ScriptedServer;
using support::TempDir;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr const char* kFeed =
    "<rss version='2.0'><channel><title>Gull</title><link>/</link>"
    "<item><title>New</title><link>/2</link><pubDate>Thu, 15 Jan 2026 08:30:00 GMT</pubDate></item>"
    "<item><title>Old</title><link>/1</link><pubDate>Wed, 14 Jan 2026 08:30:00 GMT</pubDate></item>"
    "</channel></rss>";

constexpr const char* kNewsSitemap =
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
    "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>http://gull.example/1</"
    "loc>"
    "<news:news><news:publication_date>2026-01-14</news:publication_date><news:title>One</"
    "news:title>"
    "</news:news></url></urlset>";

std::vector<SourceCheck> check(std::vector<Source> sources) {
  const TempDir directory;
  storage::Archive archive = support::open_archive(directory.path());
  CrawlOptions options;
  options.sources = std::move(sources);
  options.allow_private = true;
  options.delay_ms = 5;
  support::RecordingObserver observer;
  const StopToken stop;
  auto checks = check_sources(options, archive, support::built_in_knowledge(), observer, stop);
  EXPECT_TRUE(checks) << checks.error().context;
  return checks ? *std::move(checks) : std::vector<SourceCheck>();
}

TEST(SourceCheck, SaysWhatAFeedListsAndHowNewItIs) {
  ScriptedServer server("127.0.0.5");
  server.on("/robots.txt", reply(200, "text/plain", "User-agent: *\nCrawl-delay: 0.01\n"));
  server.on("/feed.xml", redirect(301, "/rss"));
  server.on("/rss", reply(200, "application/rss+xml", kFeed));
  const auto checks = check({{.url = server.url("/feed.xml")}});
  ASSERT_THAT(checks, SizeIs(1));
  const CheckedUrl& found = checks[0].found;
  EXPECT_EQ(found.problem, "");
  EXPECT_EQ(found.ends_at, server.url("/rss"));
  EXPECT_EQ(found.reading.kind, "feed");
  EXPECT_EQ(found.reading.format, "rss20");
  EXPECT_EQ(found.reading.entries, 2U);
  EXPECT_EQ(found.reading.newest, "2026-01-15T08:30Z");
  EXPECT_EQ(found.robots, "allowed, 0.01 s apart");
  EXPECT_EQ(server.times_asked("/2"), 0U) << "what it lists is not fetched";
}

TEST(SourceCheck, FindsWhatAPageNamesAndWhatStandsAtUsualPlaces) {
  ScriptedServer server("127.0.0.5");
  server.on("/robots.txt",
            reply(200, "text/plain", "Sitemap: " + server.url("/maps/news.xml") + "\n"));
  server.on("/", page("<link rel=alternate type='application/atom+xml' href='/a.atom'><p>Gull</p>"
                      "<a href='/story'>story</a>"));
  server.on("/a.atom", reply(200, "application/atom+xml",
                             "<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title></feed>"));
  server.on("/maps/news.xml", reply(200, "application/xml", kNewsSitemap));
  server.on("/feed", reply(200, "application/rss+xml", kFeed));
  const auto checks = check({{.url = server.url("/")}});
  ASSERT_THAT(checks, SizeIs(1));
  EXPECT_EQ(checks[0].found.reading.kind, "page");
  ASSERT_THAT(checks[0].offers, SizeIs(1)) << "a feed without entries is no offer";
  EXPECT_EQ(checks[0].offers[0].reading.kind, "news_sitemap");
  EXPECT_EQ(checks[0].offers[0].reading.newest, "2026-01-14");
  EXPECT_EQ(server.times_asked("/feed"), 0U) << "it names a feed: nothing is guessed";
  EXPECT_EQ(server.times_asked("/story"), 0U);
}

TEST(SourceCheck, GuessesWhereASiteNamesNoFeed) {
  ScriptedServer server("127.0.0.5");
  server.on("/", page("<p>Gull</p>"));
  server.on("/feed", reply(200, "application/rss+xml", kFeed));
  const auto checks = check({{.url = server.url("/")}});
  ASSERT_THAT(checks.at(0).offers, SizeIs(1));
  EXPECT_EQ(checks[0].offers[0].url, server.url("/feed"));
}

TEST(SourceCheck, NamesWhatIsWrongAndTheRemedy) {
  ScriptedServer server("127.0.0.5");
  server.on("/robots.txt", reply(200, "text/plain", "User-agent: *\nDisallow: /closed\n"));
  server.on("/closed/feed", reply(200, "application/rss+xml", kFeed));
  server.on("/page", page("<p>No feed</p>"));
  server.on("/data", reply(200, "application/json", "{\"a\": 1}"));
  const auto checks = check({{.url = server.url("/closed/feed")},
                             {.url = server.url("/gone")},
                             {.url = server.url("/page"), .kind = SourceKind::Feed},
                             {.url = server.url("/data")},
                             {.url = "http://[bad/"}});
  ASSERT_THAT(checks, SizeIs(5));
  EXPECT_THAT(checks[0].found.robots, HasSubstr("/closed"));
  EXPECT_THAT(checks[1].found.problem, HasSubstr("404"));
  EXPECT_EQ(checks[2].found.problem, "a page, not a feed");
  EXPECT_EQ(checks[3].found.problem, "neither page, feed nor sitemap");
  for (const SourceCheck& checked : checks) {
    EXPECT_FALSE(checked.found.is_good()) << checked.found.url;
    EXPECT_NE(checked.found.remedy, "") << checked.found.url;
  }
  EXPECT_EQ(server.times_asked("/closed/feed"), 0U);
}

TEST(SourceCheck, AsksNoPublicHostWithoutAContact) {
  const TempDir directory;
  storage::Archive archive = support::open_archive(directory.path());
  CrawlOptions options;
  options.sources = {{.url = "https://gull.example/feed"}};
  support::RecordingObserver observer;
  const StopToken stop;
  const auto checks =
      check_sources(options, archive, support::built_in_knowledge(), observer, stop);
  ASSERT_FALSE(checks);
  EXPECT_EQ(checks.error().code, CrawlErrorCode::NoContact);
}

}  // namespace
}  // namespace dixit::crawler
