#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/fetch_rules.h"
#include "tests/support/crawl_bench.h"

// Redirects are hops of their own, each under every rule.
namespace dixit::crawler {
namespace {

using storage::UrlState;
using support::CrawlBench;
using support::redirect_to;
using ::testing::HasSubstr;

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

}  // namespace
}  // namespace dixit::crawler
