#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>

#include "tests/support/crawl_bench.h"

// Wishes of those who publish.
namespace dixit::crawler {
namespace {

using support::CrawlBench;
using support::WebAnswer;

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

TEST(CrawlOptOuts, HoldForAPageThatHasNotChangedSince) {
  CrawlBench bench;
  bench.web.on("http://courier.test/", [](int nth) {
    WebAnswer page;
    page.body = "<p>kept at first</p>";
    if (nth > 1) page.headers = {{"X-Robots-Tag", "noarchive"}};
    return page;
  });
  bench.seed("http://courier.test/");
  bench.options.revisit_after_ms = 0;
  ASSERT_TRUE(bench.run());
  const std::uint64_t captures = bench.archive().stats().captures;
  bench.clock.advance(1000);

  ASSERT_TRUE(bench.run());

  const auto archive = bench.archive();
  EXPECT_EQ(archive.stats().captures, captures);
  EXPECT_EQ(archive.url("http://courier.test/")->reason, "no_archive");
  EXPECT_TRUE(archive.latest_capture_of("http://courier.test/"));
}

TEST(CrawlOptOuts, HoldForARedirect) {
  CrawlBench bench;
  WebAnswer moved = support::redirect_to("http://courier.test/new");
  moved.headers.emplace_back("X-Robots-Tag", "noarchive");
  bench.web.on("http://courier.test/old", moved);
  bench.page("http://courier.test/new");
  bench.seed("http://courier.test/old");

  ASSERT_TRUE(bench.run());

  EXPECT_FALSE(bench.archive().latest_capture_of("http://courier.test/old"));
  EXPECT_TRUE(bench.archive().latest_capture_of("http://courier.test/new"));
}

}  // namespace
}  // namespace dixit::crawler
