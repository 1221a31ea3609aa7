#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "crawler/fetched_page.h"
#include "crawler/url_outcome.h"
#include "tests/support/crawl_bench.h"

// Pages and feeds that are fetched again.
namespace dixit::crawler {
namespace {

using support::CrawlBench;
using support::status_only;
using support::WebAnswer;
using ::testing::ElementsAre;

// Pages of the courier, to be linked to.
std::vector<std::string> nine_pages(CrawlBench& bench) {
  std::vector<std::string> links;
  for (int i = 0; i < 9; ++i) {
    links.push_back("/" + std::to_string(i));
    bench.page("http://courier.test" + links.back());
  }
  return links;
}

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
  bench.clock.advance(2LL * 3'600'000);

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

TEST(CrawlRevisits, SendNoValidatorBackThatIsLongerThanAnyNeeds) {
  CrawlBench bench;
  WebAnswer answer;
  answer.body = "<p>as before</p>";
  answer.headers = {{"ETag", '"' + std::string(kValidatorBytesMax, 'v') + '"'},
                    {"Last-Modified", std::string(kValidatorBytesMax, '1')}};
  bench.web.on("http://courier.test/", answer);
  bench.seed("http://courier.test/");
  ASSERT_TRUE(bench.run());
  EXPECT_EQ(bench.archive().url("http://courier.test/")->etag, "");
  bench.clock.advance(2LL * 3'600'000);

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://courier.test/"), 2u);
  EXPECT_THAT(bench.web.log().back().headers,
              ElementsAre(std::pair("If-Modified-Since", std::string(kValidatorBytesMax, '1'))));
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

// A revisited source came back as a page, behind every link of its host.
TEST(CrawlRevisits, OfASourceComeBeforeWhatItsHostHasQueued) {
  CrawlBench bench;
  const std::vector<std::string> links = nine_pages(bench);
  bench.page("http://courier.test/", links);
  bench.seed("http://courier.test/");
  bench.options.max_pages = 3;
  ASSERT_TRUE(bench.run());
  bench.clock.advance(2LL * 3'600'000);
  bench.options.max_pages = 1;

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.log().back().url, "http://courier.test/");
  EXPECT_EQ(bench.web.times_asked("http://courier.test/"), 2u);
}

TEST(CrawlRevisits, KnowOfWhatKindASourceIs) {
  CrawlBench bench;
  bench.web.on("http://courier.test/urls.txt", [](int nth) {
    WebAnswer answer;
    answer.content_type = "text/plain";
    answer.body = "http://courier.test/" + std::to_string(nth) + "\n";
    return answer;
  });
  bench.seed("http://courier.test/urls.txt");
  bench.options.sources[0].kind = SourceKind::Sitemap;
  ASSERT_TRUE(bench.run());
  EXPECT_EQ(bench.web.times_asked("http://courier.test/1"), 1u);
  bench.clock.advance(2LL * 3'600'000);

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://courier.test/2"), 1u);
}

TEST(CrawlRevisits, OfARedirectsTargetTakeThePlaceOfTheRedirect) {
  CrawlBench bench;
  const std::vector<std::string> links = nine_pages(bench);
  bench.web.on("http://courier.test/", support::redirect_to("/home"));
  bench.page("http://courier.test/home", links);
  bench.seed("http://courier.test/");
  bench.options.max_pages = 3;
  ASSERT_TRUE(bench.run());
  bench.clock.advance(2LL * 3'600'000);
  bench.options.max_pages = 1;

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://courier.test/home"), 2u);
}

// A link that waits was left where it is when it was named as a source.
TEST(CrawlRevisits, AreNotNeededToMakeAWaitingLinkASource) {
  CrawlBench bench;
  const std::vector<std::string> links = nine_pages(bench);
  bench.page("http://courier.test/", links);
  bench.page("http://courier.test/8", {"/a", "/b"});
  bench.seed("http://courier.test/");
  bench.options.max_pages = 2;
  ASSERT_TRUE(bench.run());
  bench.options.sources.clear();
  bench.seed("http://courier.test/8");
  bench.options.max_pages = 1;

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(bench.web.log().back().url, "http://courier.test/8");
  EXPECT_EQ(summary->progress.queued, bench.archive().stats().urls_queued);
}

TEST(CrawlRevisits, DoNotComeSoonerThanAskedFor) {
  CrawlBench bench;
  bench.page("http://courier.test/");
  bench.seed("http://courier.test/");
  ASSERT_TRUE(bench.run());
  bench.clock.advance(59LL * 60'000);

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Finished);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/"), 1u);
}

TEST(CrawlRevisits, FollowALinkOfAnUnchangedSourceThatAnEarlierCrawlLeftAlone) {
  CrawlBench bench;
  bench.page("http://courier.test/", {"/deeper"});
  bench.page("http://courier.test/deeper");
  bench.seed("http://courier.test/");
  bench.options.revisit_after_ms = 0;
  bench.options.max_depth = 0;
  ASSERT_TRUE(bench.run());
  ASSERT_EQ(bench.web.times_asked("http://courier.test/deeper"), 0u);
  bench.clock.advance(1000);
  bench.options.max_depth = 8;

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->progress.not_modified, 1u);
  EXPECT_EQ(bench.web.times_asked("http://courier.test/deeper"), 1u);
}

TEST(CrawlRevisits, AskAgainForALinkThatFailedLongAgo) {
  CrawlBench bench;
  bench.web.on("http://courier.test/", [](int nth) {
    WebAnswer answer;
    answer.body = "<p>edition " + std::to_string(nth) + "</p><a href=\"/weak\">x</a>";
    return answer;
  });
  bench.web.on("http://courier.test/weak",
               [](int nth) { return status_only(nth > 3 ? 200 : 500); });
  bench.seed("http://courier.test/");
  bench.options.revisit_after_ms = 0;
  bench.options.patience_ms = 100'000'000;
  ASSERT_TRUE(bench.run());
  ASSERT_EQ(bench.web.times_asked("http://courier.test/weak"), 3u);
  bench.clock.advance(3'600'000);
  ASSERT_TRUE(bench.run());
  EXPECT_EQ(bench.web.times_asked("http://courier.test/weak"), 3u);
  bench.clock.advance(kFailedAgainMs);

  ASSERT_TRUE(bench.run());

  EXPECT_EQ(bench.web.times_asked("http://courier.test/weak"), 4u);
  EXPECT_EQ(bench.archive().url("http://courier.test/weak")->state, storage::UrlState::Fetched);
}

TEST(CrawlRevisits, ForgetNothingOfAPageThatRobotsTxtForbidsNow) {
  CrawlBench bench;
  bench.page("http://courier.test/");
  bench.seed("http://courier.test/");
  bench.options.revisit_after_ms = 0;
  ASSERT_TRUE(bench.run());
  const auto before = bench.archive().url("http://courier.test/");
  ASSERT_FALSE(before->capture_id.empty());
  bench.robots("http://courier.test", "User-agent: *\nDisallow: /\n");
  bench.clock.advance(3LL * 24 * 3'600'000);

  ASSERT_TRUE(bench.run());

  const auto after = bench.archive().url("http://courier.test/");
  EXPECT_EQ(after->state, storage::UrlState::Disallowed);
  EXPECT_EQ(after->capture_id, before->capture_id);
  EXPECT_EQ(after->payload_sha256, before->payload_sha256);
}

}  // namespace
}  // namespace dixit::crawler
