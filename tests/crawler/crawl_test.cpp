#include "crawler/crawl.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "crawler/crawl_world.h"
#include "policy/fetch_rules.h"
#include "tests/support/crawl_bench.h"

// What is fetched, kept and queued: whole crawls of a scripted web in a manual time.
namespace dixit::crawler {
namespace {

using storage::UrlState;
using support::CrawlBench;
using support::WebAnswer;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

WebAnswer status_only(int status) {
  WebAnswer answer;
  answer.status = status;
  return answer;
}

WebAnswer redirect_to(const std::string& target) {
  WebAnswer answer;
  answer.status = 302;
  answer.headers = {{"Location", target}};
  return answer;
}

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
    if (++seen == 4) bench.stop.request();
  });

  const auto first = bench.run();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->end, CrawlEnd::Stopped);
  EXPECT_LT(first->progress.fetched, 11u);
  CrawlBench& same = bench;
  StopToken fresh;
  storage::Archive archive = same.archive();
  const CrawlWorld world{same.web, same.resolver, same.clock, 1};
  const auto second =
      crawl_in(world, same.options, archive, support::built_in_knowledge(), same.observer, fresh);

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
    if (request.url == "http://courier.test/") bench.stop.request();
  });
  bench.seed("http://courier.test/");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Stopped);
  EXPECT_EQ(bench.archive().queued("courier.test", 10).size(), 1u);
}

// --- robots.txt --------------------------------------------------------------------------------

TEST(CrawlRobots, NeverFetchesWhatIsDisallowedAndSaysByWhichLine) {
  CrawlBench bench;
  bench.robots("http://courier.test", "User-agent: *\nDisallow: /private\n");
  bench.page("http://courier.test/", {"/private/a", "/public"});
  bench.page("http://courier.test/private/a");
  bench.page("http://courier.test/public");
  bench.seed("http://courier.test/");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/private/a"), 0u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/public"), 1u);
  EXPECT_EQ(summary->progress.disallowed, 1u);
  const auto record = bench.archive().url("http://courier.test/private/a");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->state, UrlState::Disallowed);
  EXPECT_THAT(record->reason, HasSubstr("line 2 (Disallow: /private)"));
}

TEST(CrawlRobots, IsOpenWhenThereIsNone) {
  CrawlBench bench;
  bench.page("http://courier.test/");
  bench.seed("http://courier.test/");

  EXPECT_EQ(bench.run()->progress.fetched, 1u);
}

TEST(CrawlRobots, IsClosedWhileItCannotBeReached) {
  for (const bool answers : {true, false}) {
    CrawlBench bench;
    WebAnswer broken = status_only(503);
    if (!answers) broken.failure = FetchFailureCode::TimedOut;
    bench.web.on("http://courier.test/robots.txt", broken);
    bench.page("http://courier.test/");
    bench.seed("http://courier.test/");

    const auto summary = bench.run();

    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->end, CrawlEnd::Waiting);
    EXPECT_EQ(bench.web.times_asked("http://courier.test/"), 0u);
    EXPECT_EQ(summary->unreachable_sources.size(), 1u);
    EXPECT_EQ(bench.archive().queued("courier.test", 10).size(), 1u);
  }
}

TEST(CrawlRobots, IsAskedAgainAfterADayAndNotBefore) {
  CrawlBench bench;
  bench.page("http://courier.test/");
  bench.page("http://courier.test/later");
  bench.seed("http://courier.test/");
  ASSERT_TRUE(bench.run());
  bench.options.revisit_after_ms = 0;
  bench.clock.advance(23 * 3'600'000);
  ASSERT_TRUE(bench.run());
  EXPECT_EQ(bench.web.times_asked("http://courier.test/robots.txt"), 1u);

  bench.clock.advance(2 * 3'600'000);
  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://courier.test/robots.txt"), 2u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/"), 3u);
}

TEST(CrawlRobots, IsFollowedAcrossHosts) {
  CrawlBench bench;
  bench.web.on("http://courier.test/robots.txt", redirect_to("http://rules.test/shared.txt"));
  WebAnswer rules;
  rules.content_type = "text/plain";
  rules.body = "User-agent: Dixit\nDisallow: /closed\n";
  bench.web.on("http://rules.test/shared.txt", rules);
  bench.page("http://courier.test/", {"/closed", "/open"});
  bench.page("http://courier.test/open");
  bench.seed("http://courier.test/");

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://rules.test/shared.txt"), 1u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/closed"), 0u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/open"), 1u);
}

TEST(CrawlRobots, CountsAsAbsentAfterFiveRedirects) {
  CrawlBench bench;
  bench.web.on("http://courier.test/robots.txt", redirect_to("/r1"));
  for (int i = 1; i < 9; ++i)
    bench.web.on("http://courier.test/r" + std::to_string(i),
                 redirect_to("/r" + std::to_string(i + 1)));
  bench.page("http://courier.test/");
  bench.seed("http://courier.test/");

  const auto summary = bench.run();

  EXPECT_EQ(bench.web.times_asked("http://courier.test/r5"), 1u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/r6"), 0u);
  EXPECT_EQ(summary->progress.fetched, 1u);
}

TEST(CrawlRobots, IsAskedOfEachOriginByItself) {
  CrawlBench bench;
  bench.robots("http://courier.test", "");
  bench.robots("https://courier.test", "User-agent: *\nDisallow: /");
  bench.page("http://courier.test/", {"https://courier.test/x"});
  bench.page("https://courier.test/x");
  bench.seed("http://courier.test/");

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("https://courier.test/robots.txt"), 1u);
  EXPECT_EQ(bench.web.times_asked("https://courier.test/x"), 0u);
}

// --- redirects ---------------------------------------------------------------------------------

TEST(CrawlRedirects, AreRecordedHopByHop) {
  CrawlBench bench;
  bench.web.on("http://courier.test/old", redirect_to("/new"));
  bench.page("http://courier.test/new");
  bench.seed("http://courier.test/old");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->progress.redirected, 1u);
  EXPECT_EQ(summary->progress.fetched, 1u);
  const auto archive = bench.archive();
  const auto capture = archive.latest_capture_of("http://courier.test/old");
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->status, 302);
  EXPECT_EQ(capture->redirect_target, "http://courier.test/new");
}

TEST(CrawlRedirects, EndInALoop) {
  CrawlBench bench;
  bench.web.on("http://courier.test/a", redirect_to("/b"));
  bench.web.on("http://courier.test/b", redirect_to("/c"));
  bench.web.on("http://courier.test/c", redirect_to("/a"));
  bench.web.on("http://courier.test/self", redirect_to("/self"));
  bench.seed("http://courier.test/a");
  bench.seed("http://courier.test/self");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Finished);
  EXPECT_EQ(summary->progress.redirected, 4u);
  EXPECT_THAT(bench.archive().url("http://courier.test/c")->reason, HasSubstr("loop"));
}

TEST(CrawlRedirects, EndAfterTheAllowedNumberOfHops) {
  CrawlBench bench;
  for (int i = 0; i < 40; ++i)
    bench.web.on("http://courier.test/" + std::to_string(i),
                 redirect_to("/" + std::to_string(i + 1)));
  bench.seed("http://courier.test/0");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->progress.redirected, static_cast<unsigned>(policy::kRedirectsMax) + 1);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/10"), 1u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/11"), 0u);
}

TEST(CrawlRedirects, DoNotLeadAPageOutOfScopeOrToOurOwnMachines) {
  CrawlBench bench;
  bench.page("http://courier.test/", {"/away", "/inside"});
  bench.web.on("http://courier.test/away", redirect_to("http://elsewhere.test/"));
  bench.web.on("http://courier.test/inside", redirect_to("http://127.0.0.1/admin"));
  bench.seed("http://courier.test/");

  ASSERT_TRUE(bench.run());

  EXPECT_TRUE(bench.web.log_of("http://elsewhere.test").empty());
  EXPECT_TRUE(bench.web.log_of("http://127.0.0.1").empty());
}

TEST(CrawlRedirects, OfASourceAreFollowedToOtherHostsButNotToOurOwnMachines) {
  CrawlBench bench;
  bench.web.on("http://short.test/x", redirect_to("http://elsewhere.test/story"));
  bench.page("http://elsewhere.test/story");
  bench.web.on("http://short.test/y", redirect_to("http://169.254.169.254/latest"));
  bench.seed("http://short.test/x");
  bench.seed("http://short.test/y");

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://elsewhere.test/story"), 1u);
  EXPECT_TRUE(bench.web.log_of("http://169.254.169.254").empty());
  const auto record = bench.archive().url("http://169.254.169.254/latest");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->state, UrlState::Refused);
}

// --- failures ----------------------------------------------------------------------------------

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
  WebAnswer lost;
  lost.failure = FetchFailureCode::NameNotFound;
  bench.web.on("http://nowhere.test/robots.txt", lost);
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

// --- visits that come again --------------------------------------------------------------------

TEST(CrawlRevisits, AskWhetherAPageHasChanged) {
  CrawlBench bench;
  bench.web.on("http://courier.test/", [](int nth) {
    WebAnswer answer = status_only(nth == 1 ? 200 : 304);
    answer.headers = {{"ETag", "\"v1\""}, {"Last-Modified", "Thu, 15 Jan 2026 10:00:00 GMT"}};
    if (nth == 1) answer.body = "<p>as before</p>";
    return answer;
  });
  bench.seed("http://courier.test/");
  ASSERT_TRUE(bench.run());
  bench.clock.advance(2 * 3'600'000);

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->progress.not_modified, 1u);
  EXPECT_EQ(summary->progress.documents, 0u);
  const auto& headers = bench.web.log().back().headers;
  EXPECT_THAT(headers, ElementsAre(std::pair<std::string, std::string>("If-None-Match", "\"v1\""),
                                   std::pair<std::string, std::string>(
                                       "If-Modified-Since", "Thu, 15 Jan 2026 10:00:00 GMT")));
  EXPECT_EQ(bench.archive().url("http://courier.test/")->etag, "\"v1\"");
}

TEST(CrawlRevisits, KnowTheSameBytesAgain) {
  CrawlBench bench;
  bench.page("http://courier.test/");
  bench.seed("http://courier.test/");
  bench.options.revisit_after_ms = 0;
  ASSERT_TRUE(bench.run());
  const auto first = bench.archive().url("http://courier.test/");
  for (int again = 0; again < 2; ++again) {
    bench.clock.advance(1000);
    const auto summary = bench.run();
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->progress.fetched, 1u);
    EXPECT_EQ(summary->progress.not_modified, 1u);
  }
  const auto last = bench.archive().url("http://courier.test/");
  EXPECT_EQ(last->capture_id, first->capture_id);
  EXPECT_EQ(last->payload_sha256, first->payload_sha256);
}

TEST(CrawlRevisits, ReadAChangedPageAgain) {
  CrawlBench bench;
  bench.web.on("http://courier.test/", [](int nth) {
    WebAnswer answer;
    answer.body =
        "<p>edition " + std::to_string(nth) + "</p><a href=\"/" + std::to_string(nth) + "\">x</a>";
    return answer;
  });
  bench.seed("http://courier.test/");
  bench.options.revisit_after_ms = 0;
  ASSERT_TRUE(bench.run());
  bench.clock.advance(1000);

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->progress.documents, 1u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/2"), 1u);
}

TEST(CrawlRevisits, DoNotComeSoonerThanAskedFor) {
  CrawlBench bench;
  bench.page("http://courier.test/");
  bench.seed("http://courier.test/");
  ASSERT_TRUE(bench.run());
  bench.clock.advance(59 * 60'000);

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Finished);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/"), 1u);
}

// --- wishes ------------------------------------------------------------------------------------

TEST(CrawlOptOuts, KeepABodyOutOfTheArchive) {
  CrawlBench bench;
  WebAnswer header;
  header.body = "<p>not to be kept</p>";
  header.headers = {{"X-Robots-Tag", "noindex"}, {"X-Robots-Tag", "noarchive"}};
  bench.web.on("http://courier.test/header", header);
  WebAnswer meta;
  meta.body = "<html><head><meta name=\"robots\" content=\"noarchive\"></head><p>nor this</p>";
  bench.web.on("http://courier.test/meta", meta);
  bench.seed("http://courier.test/header");
  bench.seed("http://courier.test/meta");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->progress.fetched, 2u);
  EXPECT_EQ(summary->progress.documents, 0u);
  const auto archive = bench.archive();
  for (const char* url : {"http://courier.test/header", "http://courier.test/meta"}) {
    EXPECT_FALSE(archive.latest_capture_of(url)) << url;
    EXPECT_EQ(archive.url(url)->reason, "no_archive") << url;
  }
}

TEST(CrawlOptOuts, KeepAPageOutOfTheRecordsButInTheArchive) {
  CrawlBench bench;
  WebAnswer page;
  page.body = "<p>evidence</p><a href=\"/next\">x</a>";
  page.headers = {{"X-Robots-Tag", "noindex, nofollow"}};
  bench.web.on("http://courier.test/", page);
  bench.seed("http://courier.test/");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->progress.documents, 0u);
  const auto capture = bench.archive().latest_capture_of("http://courier.test/");
  ASSERT_TRUE(capture);
  EXPECT_TRUE(capture->opt_outs.noindex);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/next"), 0u);
}

// --- feeds and sitemaps ------------------------------------------------------------------------

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
    bench.clock.advance(2 * 3'600'000);
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

// --- what the caller may get wrong -------------------------------------------------------------

CrawlErrorCode error_of(const CrawlOptions& options) {
  support::TempDir directory;
  storage::Archive archive = support::open_archive(directory.path());
  support::RecordingObserver observer;
  const StopToken stop;
  const auto summary = crawl(options, archive, support::built_in_knowledge(), observer, stop);
  EXPECT_FALSE(summary);
  return summary ? CrawlErrorCode::Network : summary.error().code;
}

CrawlOptions options_for(const std::string& url) {
  CrawlOptions options;
  options.sources.emplace_back().url = url;
  return options;
}

TEST(CrawlRefuses, APublicHostWithoutAContact) {
  EXPECT_EQ(error_of(options_for("https://courier.test/")), CrawlErrorCode::NoContact);
}

TEST(CrawlRefuses, AContactNobodyCanBeReachedAt) {
  CrawlOptions options = options_for("https://courier.test/");
  for (const char* contact : {"me", "bot@example.org", "a b@c.org"}) {
    options.contact = contact;
    EXPECT_EQ(error_of(options), CrawlErrorCode::BadContact) << contact;
  }
}

TEST(CrawlRefuses, SourcesThatCannotBeCrawled) {
  for (const char* url : {"ftp://courier.test/", "http://", "http://127.0.0.1/", "file:///etc/"})
    EXPECT_EQ(error_of(options_for(url)), CrawlErrorCode::BadSource) << url;
}

TEST(CrawlRefuses, NothingToDo) {
  EXPECT_EQ(error_of(CrawlOptions()), CrawlErrorCode::NothingToDo);
}

}  // namespace
}  // namespace dixit::crawler
