#include "storage/frontier.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/storage/fixtures.h"
#include "tests/support/temp_dir.h"

namespace dixit::storage {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): this folder's own fixtures

QueuedUrl queued(const std::string& path, int priority = 5, std::int64_t due_ms = 0,
                 std::string host = "a.example") {
  QueuedUrl url;
  url.url = "https://" + host + "/" + path;
  url.host = std::move(host);
  url.priority = priority;
  url.due_ms = due_ms;
  return url;
}

std::string urls_of(const std::vector<QueuedUrl>& urls) {
  std::string out;
  for (const QueuedUrl& url : urls) out += url.url.substr(url.url.rfind('/') + 1) + " ";
  return out;
}

void commit(Archive& archive, PageCommit page) {
  const auto committed = archive.commit(std::span(&page, 1));
  ASSERT_TRUE(committed) << committed.error().context;
}

UrlRecord record(const QueuedUrl& url, UrlState state, std::int64_t next_due_ms = 0) {
  UrlRecord out;
  out.url = url.url;
  out.host = url.host;
  out.state = state;
  out.next_due_ms = next_due_ms;
  return out;
}

TEST(Frontier, GivesUrlsByPriorityThenDueTimeThenArrival) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const std::vector<QueuedUrl> urls{queued("late", 5, 200), queued("first", 5, 100),
                                    queued("second", 5, 100), queued("urgent", 0, 300),
                                    queued("other", 0, 0, "b.example")};
  EXPECT_EQ(archive.enqueue(urls), 5U);
  EXPECT_EQ(urls_of(archive.queued("a.example", 10)), "urgent first second late ");
  EXPECT_EQ(urls_of(archive.queued("a.example", 2)), "urgent first ");
  EXPECT_EQ(urls_of(archive.queued("c.example", 2)), "");
}

TEST(Frontier, PassesOverWhatIsNotDue) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const std::vector<QueuedUrl> urls{queued("feed", 0, 900), queued("page", 5, 100),
                                    queued("later", 5, 800)};
  ASSERT_TRUE(archive.enqueue(urls));
  EXPECT_EQ(urls_of(archive.queued("a.example", 10, 500)), "page ");
  EXPECT_EQ(urls_of(archive.queued("a.example", 10, 900)), "feed page later ");
}

TEST(Frontier, GoesOnBehindAPlace) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const std::vector<QueuedUrl> urls{queued("a", 0, 100), queued("b", 5, 100),
                                    queued("c", 5, 100), queued("late", 5, 900),
                                    queued("d", 6, 50),  queued("other", 0, 0, "b.example")};
  ASSERT_TRUE(archive.enqueue(urls));
  const auto behind = [&](std::size_t nth) {
    const QueuedUrl url = archive.queued("a.example", 10).at(nth);
    return urls_of(archive.queued("a.example", 10, 500, {url.priority, url.due_ms, url.sequence}));
  };
  EXPECT_EQ(behind(0), "b c d ");
  EXPECT_EQ(behind(1), "c d ");
  EXPECT_EQ(behind(3), "d ");
  EXPECT_EQ(behind(4), "");
}

TEST(Frontier, TakesAKnownUrlOnlyOnce) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const QueuedUrl page = queued("page");
  const std::vector<QueuedUrl> twice{page, page};
  EXPECT_EQ(archive.enqueue(twice), 1U);
  commit(archive, {.url_updates = {record(page, UrlState::Fetched)}});
  EXPECT_EQ(urls_of(archive.queued("a.example", 10)), "");
  EXPECT_EQ(archive.enqueue(twice), 0U);
  commit(archive, {.discovered = {page, queued("new")}});
  EXPECT_EQ(urls_of(archive.queued("a.example", 10)), "new ");
  EXPECT_EQ(archive.url(page.url)->state, UrlState::Fetched);
  EXPECT_EQ(archive.stats().urls_known, 2U);
  EXPECT_EQ(archive.stats().urls_queued, 1U);
}

TEST(Frontier, PutsWhatIsDueAgainBackAsItWas) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  QueuedUrl feed = queued("feed", 1);
  feed.kind = UrlKind::Feed;
  feed.found_on = "https://a.example/";
  ASSERT_TRUE(archive.enqueue(std::span(&feed, 1)));
  commit(archive, {.url_updates = {record(feed, UrlState::Fetched, 5000)}});
  const auto again = archive.queued("a.example", 10);
  ASSERT_EQ(again.size(), 1U);
  feed.due_ms = 5000;
  feed.sequence = again[0].sequence;
  EXPECT_EQ(again[0], feed);
  commit(archive, {.url_updates = {record(feed, UrlState::Gone)}});
  EXPECT_EQ(urls_of(archive.queued("a.example", 10)), "");
}

TEST(Frontier, PutsAKnownUrlBackAsItIsTold) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const QueuedUrl page = queued("page", 5, 100);
  ASSERT_TRUE(archive.enqueue(std::span(&page, 1)));
  UrlRecord fetched = record(page, UrlState::Fetched);
  fetched.capture_id = "c";
  fetched.reason = "as it was";
  commit(archive, {.url_updates = {fetched}});
  QueuedUrl source = queued("page", 0, 900);
  source.kind = UrlKind::Sitemap;
  // Twice: the second takes the first one's place.
  for (int times = 0; times < 2; ++times) {
    commit(archive, {.again = {source}});
    const auto waiting = archive.queued("a.example", 10);
    ASSERT_EQ(waiting.size(), 1U);
    source.sequence = waiting[0].sequence;
    EXPECT_EQ(waiting[0], source);
    EXPECT_EQ(archive.stats().urls_queued, 1U);
    EXPECT_EQ(archive.stats().urls_known, 1U);
    UrlRecord again = record(page, UrlState::Queued, 900);
    again.capture_id = "c";
    EXPECT_EQ(archive.url(page.url), again);
  }
  commit(archive, {.url_updates = {fetched}});
  EXPECT_EQ(urls_of(archive.queued("a.example", 10)), "");
  commit(archive, {.again = {queued("new")}});
  EXPECT_EQ(urls_of(archive.queued("a.example", 10)), "new ");
}

TEST(Frontier, ATransientFailureWaitsAndKeepsItsTries) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const QueuedUrl page = queued("page");
  ASSERT_TRUE(archive.enqueue(std::span(&page, 1)));
  UrlRecord failed = record(page, UrlState::Queued, 7000);
  failed.tries = 2;
  failed.reason = "503";
  commit(archive, {.url_updates = {failed}});
  EXPECT_EQ(archive.url(page.url), failed);
  const auto waiting = archive.queued("a.example", 10);
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting[0].tries, 2);
  EXPECT_EQ(waiting[0].due_ms, 7000);
}

TEST(Frontier, TellsEachHostsBacklog) {
  const support::TempDir directory;
  Archive archive = open_archive(directory / "a");
  const std::vector<QueuedUrl> urls{queued("1", 5, 300), queued("2", 9, 100),
                                    queued("3", 0, 200, "b.example")};
  ASSERT_TRUE(archive.enqueue(urls));
  std::string out;
  auto hosts = archive.backlog();
  std::ranges::sort(hosts, {}, &HostBacklog::host);
  for (const HostBacklog& host : hosts) {
    out += host.host + " " + std::to_string(host.queued) + " " +
           std::to_string(host.earliest_due_ms) + "; ";
  }
  EXPECT_EQ(out, "a.example 2 100; b.example 1 200; ");
}

TEST(Frontier, IsThereAfterReopening) {
  const support::TempDir directory;
  const QueuedUrl page = queued("page");
  {
    Archive archive = open_archive(directory / "a");
    ASSERT_TRUE(archive.enqueue(std::span(&page, 1)));
    commit(archive, {.host = HostRecord{"a.example", "opaque", 42},
                     .more_hosts = {{"192.0.2.7", "address", 43}},
                     .robots = RobotsRecord{"https://a.example", 1, 200, "User-agent: *"}});
  }
  Archive archive = open_archive(directory / "a");
  const auto waiting = archive.queued("a.example", 10);
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(archive.host("a.example"), (HostRecord{"a.example", "opaque", 42}));
  EXPECT_EQ(archive.host("192.0.2.7"), (HostRecord{"192.0.2.7", "address", 43}));
  EXPECT_EQ(archive.robots("https://a.example"),
            (RobotsRecord{"https://a.example", 1, 200, "User-agent: *"}));
  EXPECT_EQ(archive.robots("https://b.example"), std::nullopt);
  const QueuedUrl next = queued("next");
  ASSERT_TRUE(archive.enqueue(std::span(&next, 1)));
  EXPECT_GT(archive.queued("a.example", 10)[1].sequence, waiting[0].sequence);
}

}  // namespace
}  // namespace dixit::storage
