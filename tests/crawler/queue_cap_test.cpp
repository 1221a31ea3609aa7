#include "crawler/queue_cap.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "crawler/crawl_scope.h"
#include "crawler/link_queue.h"
#include "tests/support/crawl_bench.h"

namespace dixit::crawler {
namespace {

storage::QueuedUrl link(const std::string& host, int number, int priority = kPriorityLink) {
  storage::QueuedUrl url;
  url.url = fmt::format("http://{}/{}", host, number);
  url.host = host;
  url.priority = priority;
  return url;
}

// A site's links were queued without end.
TEST(QueueCap, LeavesOutWhatADomainHasTooMuchOf) {
  support::CrawlBench bench;
  storage::Archive archive = bench.archive();
  const std::vector<storage::QueuedUrl> before{link("www.courier.org", 1)};
  ASSERT_TRUE(archive.enqueue(before));
  QueueCap cap(archive, 3);
  storage::PageCommit commit;
  for (int i = 2; i < 6; ++i) commit.discovered.push_back(link("blogs.courier.org", i));
  commit.discovered.push_back(link("herald.test", 1));
  commit.discovered.push_back(link("courier.org", 9, kPrioritySource));

  EXPECT_EQ(cap.apply(commit), 2u);

  ASSERT_EQ(commit.discovered.size(), 4u);
  EXPECT_EQ(commit.discovered[1].url, "http://blogs.courier.org/3");
  EXPECT_EQ(commit.discovered[2].host, "herald.test");
  EXPECT_EQ(commit.discovered[3].host, "courier.org");
}

TEST(QueueCap, HasRoomAgainForWhatWasFetched) {
  support::CrawlBench bench;
  storage::Archive archive = bench.archive();
  QueueCap cap(archive, 1);
  storage::PageCommit first;
  first.discovered = {link("courier.org", 1), link("courier.org", 2)};
  EXPECT_EQ(cap.apply(first), 1u);
  storage::PageCommit fetched;
  storage::UrlRecord& record = fetched.url_updates.emplace_back();
  record.host = "courier.org";
  record.state = storage::UrlState::Fetched;
  fetched.discovered = {link("courier.org", 2), link("courier.org", 3)};
  EXPECT_EQ(cap.apply(fetched), 1u);
  EXPECT_EQ(fetched.discovered[0].url, "http://courier.org/2");
}

// An index of indexes kept the crawl from every page.
TEST(QueueFound, LetsNoIndexOfSitemapsGoBeforePagesForEver) {
  Source source;
  source.url = "http://courier.test/";
  const auto scope = CrawlScope::create(std::vector{source}, {8, 2026}).value();
  std::vector<FoundUrl> found(kUrgentSitemapsMax + 1);
  for (std::size_t i = 0; i < found.size(); ++i) {
    found[i].url = fmt::format("http://courier.test/{}.xml", i);
    found[i].kind = storage::UrlKind::Sitemap;
    found[i].listed = true;
  }
  storage::QueuedUrl index = link("courier.test", 0, kPrioritySitemap);
  index.kind = storage::UrlKind::Sitemap;
  index.depth = 1;

  const auto named = queue_found(scope, index, found, 0);
  ASSERT_EQ(named.size(), found.size());
  EXPECT_EQ(named.front().priority, kPrioritySitemap);
  EXPECT_EQ(named[kUrgentSitemapsMax - 1].priority, kPrioritySitemap);
  EXPECT_GT(named.back().priority, kPriorityLink);
  index.depth = 2;
  EXPECT_GT(queue_found(scope, index, found, 0).front().priority, kPriorityLink);
}

}  // namespace
}  // namespace dixit::crawler
