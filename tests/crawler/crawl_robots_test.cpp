#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/crawl_bench.h"

// What is asked of robots.txt, and how its answer is obeyed.
namespace dixit::crawler {
namespace {

using storage::UrlState;
using support::CrawlBench;
using support::redirect_to;
using support::status_only;
using support::WebAnswer;
using ::testing::HasSubstr;

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
  bench.clock.advance(23LL * 3'600'000);
  ASSERT_TRUE(bench.run());
  EXPECT_EQ(bench.web.times_asked("http://courier.test/robots.txt"), 1u);

  bench.clock.advance(2LL * 3'600'000);
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

// A 304 that nobody had asked for was read as an empty file.
TEST(CrawlRobots, IsClosedWhenItIsSaidToBeUnchangedAndIsNotKnown) {
  CrawlBench bench;
  bench.web.on("http://courier.test/robots.txt", status_only(304));
  bench.page("http://courier.test/");
  bench.seed("http://courier.test/");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Waiting);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/"), 0u);
}

TEST(CrawlRobots, StaysAsItIsKnownWhenItIsSaidToBeUnchanged) {
  CrawlBench bench;
  bench.web.on("http://courier.test/robots.txt", [](int nth) {
    WebAnswer answer;
    answer.status = nth == 1 ? 200 : 304;
    if (nth == 1) answer.body = "User-agent: *\nDisallow: /closed\n";
    return answer;
  });
  bench.page("http://courier.test/");
  bench.page("http://courier.test/closed");
  bench.seed("http://courier.test/");
  for (int day = 1; day <= 3; ++day) {
    ASSERT_TRUE(bench.run());
    EXPECT_EQ(bench.web.times_asked("http://courier.test/robots.txt"), static_cast<unsigned>(day));
    bench.clock.advance(25LL * 3'600'000);
    if (day == 1) bench.seed("http://courier.test/closed");
  }
  EXPECT_EQ(bench.web.times_asked("http://courier.test/"), 3u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/closed"), 0u);
}

// Redirects of robots.txt were followed wherever they led.
TEST(CrawlRobots, IsClosedWhereItRedirectsToWhatMayNotBeAsked) {
  for (const char* target :
       {"http://courier.test:25/", "http://10.0.0.1/", "http://inside.test/"}) {
    CrawlBench bench;
    bench.resolver.on("inside.test", {"192.168.0.9"});
    bench.web.on("http://courier.test/robots.txt", redirect_to(target));
    bench.page("http://courier.test/");
    bench.seed("http://courier.test/");

    const auto summary = bench.run();

    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->end, CrawlEnd::Waiting);
    EXPECT_EQ(bench.web.times_asked(target), 0u);
    EXPECT_EQ(bench.web.times_asked("http://courier.test/"), 0u);
    ASSERT_EQ(summary->unreachable_sources.size(), 1u);
    EXPECT_THAT(summary->unreachable_sources[0], HasSubstr(std::string("redirects to ") + target));
    EXPECT_TRUE(bench.archive().robots("http://courier.test"));
  }
}

TEST(CrawlRobots, DoesNotLeadFromLoopbackToThePublicWebWithoutAContact) {
  CrawlBench bench;
  bench.options.contact = "";
  bench.options.allow_private = true;
  bench.web.on("http://127.0.0.1:8080/robots.txt", redirect_to("http://courier.test/robots.txt"));
  bench.page("http://127.0.0.1:8080/");
  bench.seed("http://127.0.0.1:8080/");

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://courier.test/robots.txt"), 0u);
  EXPECT_EQ(bench.web.times_asked("http://127.0.0.1:8080/"), 0u);
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

}  // namespace
}  // namespace dixit::crawler
