#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "crawler/crawl.h"
#include "tests/support/crawl_bench.h"
#include "tests/support/scripted_server.h"
#include "tests/support/temp_dir.h"

// Whole crawls over real sockets, on loopback addresses.
namespace dixit::crawler {
namespace {

using support::Afterwards;
using support::page;
using support::redirect;
using support::reply;
using support::ScriptedServer;
using support::TempDir;
using ::testing::HasSubstr;

constexpr std::int64_t kDelayMs = 20;

CrawlOptions options_for(const std::vector<const ScriptedServer*>& servers) {
  CrawlOptions options;
  for (const ScriptedServer* server : servers) options.sources.emplace_back().url = server->url();
  options.allow_private = true;
  options.delay_ms = kDelayMs;
  return options;
}

struct Outcome {
  tl::expected<CrawlSummary, CrawlError> summary;
  support::RecordingObserver observer;
};

Outcome crawl_into(const TempDir& directory, const CrawlOptions& options) {
  storage::Archive archive = support::open_archive(directory.path());
  Outcome outcome;
  const StopToken stop;
  outcome.summary = crawl(options, archive, support::built_in_knowledge(), outcome.observer, stop);
  return outcome;
}

std::string links(int count) {
  std::string html = "<html><body>";
  for (int i = 0; i < count; ++i) html += "<a href='/" + std::to_string(i) + "'>x</a>";
  return html + "</body></html>";
}

TEST(CrawlLoopback, CrawlsSeveralSitesPolitely) {
  ScriptedServer courier("127.0.0.2");
  ScriptedServer herald("127.0.0.3");
  for (ScriptedServer* server : {&courier, &herald}) {
    server->on("/robots.txt", reply(200, "text/plain", "User-agent: *\nDisallow: /3\n"));
    server->on("/", page(links(6)));
    for (int i = 0; i < 5; ++i)
      server->on("/" + std::to_string(i), page("<p>page " + std::to_string(i) + "</p>"));
    server->on("/5", redirect(302, "/0"));
  }
  const TempDir directory;

  const Outcome outcome = crawl_into(directory, options_for({&courier, &herald}));

  ASSERT_TRUE(outcome.summary) << outcome.summary.error().context;
  const Progress& progress = outcome.summary->progress;
  EXPECT_EQ(progress.fetched, 10u);
  EXPECT_EQ(progress.redirected, 2u);
  EXPECT_EQ(progress.disallowed, 2u);
  EXPECT_EQ(progress.robots, 2u);
  EXPECT_EQ(progress.queued, 0u);
  for (const ScriptedServer* server : {&courier, &herald}) {
    EXPECT_EQ(server->times_asked("/3"), 0u);
    const auto log = server->log();
    ASSERT_EQ(log.size(), 7u);
    EXPECT_EQ(log.front().target, "/robots.txt");
    for (std::size_t i = 1; i < log.size(); ++i)
      EXPECT_GE(log[i].arrived_us - log[i - 1].answered_us, kDelayMs * 1000);
  }
}

TEST(CrawlLoopback, KeepsTheBytesThatWereSent) {
  ScriptedServer server;
  const std::string body = "7\r\n<p>one \r\n9\r\ntwo</p>\n\n\r\n0\r\n\r\n";
  const std::string head =
      "HTTP/1.1 200 OK\r\nX-First: 1\r\nContent-Type: text/html\r\n"
      "Transfer-Encoding: chunked\r\n\r\n";
  server.on("/", {head + body});
  const TempDir directory;

  ASSERT_TRUE(crawl_into(directory, options_for({&server})).summary);

  const storage::Archive archive = support::open_archive(directory.path());
  const auto capture = archive.latest_capture_of(server.url());
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->remote_address, "127.0.0.1");
  EXPECT_EQ(capture->headers.front(), (std::pair<std::string, std::string>("X-First", "1")));
  EXPECT_EQ(archive.payload(*capture).value(), "<p>one two</p>\n\n");
}

TEST(CrawlLoopback, GoesOnPastWhateverAServerDoes) {
  ScriptedServer server;
  server.on("/", page(links(9)));
  server.on("/0", {"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nshort", Afterwards::Close});
  server.on("/1", reply(200, "text/html", std::string("<p>\xff\xfe\x00 bytes", 12)));
  server.on("/2", reply(200, "video/mp4", std::string(10'000, 'x')));
  server.on("/3", reply(200, "text/html", "not gzip", "Content-Encoding: gzip\r\n"));
  server.on("/4", redirect(301, "http://[bad"));
  server.on("/5", redirect(301, "file:///etc/passwd"));
  server.on("/6", reply(200, "text/html", ""));
  server.on("/7", page("<p>the last but one</p>"));
  server.on("/8", {"garbage\r\n\r\n", Afterwards::Close});
  const TempDir directory;
  CrawlOptions options = options_for({&server});
  options.patience_ms = 1'000;

  const Outcome outcome = crawl_into(directory, options);

  ASSERT_TRUE(outcome.summary);
  EXPECT_EQ(outcome.summary->end, CrawlEnd::Waiting);
  std::string states;
  for (int i = 0; i < 9; ++i) {
    const auto event = outcome.observer.event(server.url("/" + std::to_string(i)));
    ASSERT_TRUE(event) << i;
    states += "QFRDXEG"[static_cast<std::size_t>(event->state)];
  }
  EXPECT_EQ(states, "QFXFRRFFQ");  // queued again, fetched, refused, fetched, redirected, ...
  EXPECT_THAT(outcome.observer.event(server.url("/3"))->reason, HasSubstr("content coding"));
}

TEST(CrawlLoopback, StopsInGoodOrderFromAnotherThread) {
  ScriptedServer server;
  server.on("/", page(links(50)));
  for (int i = 0; i < 50; ++i) server.on("/" + std::to_string(i), page("<p>x</p>"));
  const TempDir directory;
  StopToken stop;
  std::uint64_t fetched = 0;
  {
    storage::Archive archive = support::open_archive(directory.path());
    support::RecordingObserver observer;
    observer.on_page([&](const PageEvent& event) {
      if (event.url == server.url("/3")) std::thread([&] { stop.request(); }).join();
    });
    const auto summary =
        crawl(options_for({&server}), archive, support::built_in_knowledge(), observer, stop);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->end, CrawlEnd::Stopped);
    fetched = summary->progress.fetched;
    EXPECT_LT(fetched, 51u);
  }

  const Outcome rest = crawl_into(directory, options_for({&server}));

  ASSERT_TRUE(rest.summary);
  EXPECT_EQ(fetched + rest.summary->progress.fetched, 51u);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(server.times_asked("/" + std::to_string(i)), 1u);
}

TEST(CrawlLoopback, AsksAgainOnlyWhetherAFeedHasChanged) {
  ScriptedServer server;
  server.on("/", [](const support::ServedRequest& request) {
    if (request.header("if-none-match") == "\"7\"") return reply(304, "", "");
    return reply(200, "application/rss+xml",
                 "<rss version='2.0'><channel><title>t</title></channel></rss>", "ETag: \"7\"\r\n");
  });
  const TempDir directory;
  CrawlOptions options = options_for({&server});
  options.revisit_after_ms = 0;
  ASSERT_TRUE(crawl_into(directory, options).summary);

  const Outcome again = crawl_into(directory, options);

  ASSERT_TRUE(again.summary);
  EXPECT_EQ(again.summary->progress.not_modified, 1u);
}

}  // namespace
}  // namespace dixit::crawler
