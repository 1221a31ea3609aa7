#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "policy/delay.h"
#include "tests/support/crawl_bench.h"

// What a host that has had too much is given, and that nothing takes it away again.
namespace dixit::crawler {
namespace {

using support::CrawlBench;
using support::ManualClock;
using support::WebAnswer;

WebAnswer busy(int status, int retry_after_s) {
  WebAnswer answer = support::status_only(status);
  answer.headers = {{"Retry-After", std::to_string(retry_after_s)}};
  return answer;
}

// Takes a hundred times as long to read as an empty one.
WebAnswer long_page() {
  WebAnswer answer;
  for (int i = 0; i < 300; ++i)
    answer.body += "<p>\"We shall come back for all of you\", said Odile Marchais on Monday.</p>\n";
  return answer;
}

// Keeps the manual clock going while a page is read.
void keep_busy(CrawlBench& bench) {
  WebAnswer slow;
  slow.takes_ms = 100'000;
  bench.web.on("http://gazette.test/", slow);
  bench.seed("http://gazette.test/");
}

// The host's record went to the archive with the page, and so after that of the later 429.
TEST(CrawlBackOff, IsNotTakenBackByAPageReadLongerThanTheNext) {
  CrawlBench bench;
  bench.web.on("http://courier.test/0", long_page());
  bench.web.on("http://courier.test/1", busy(429, 7'200));
  bench.seed("http://courier.test/0");
  bench.seed("http://courier.test/1");
  keep_busy(bench);
  bench.options.parser_threads = 2;

  ASSERT_TRUE(bench.run());

  ASSERT_EQ(bench.web.times_asked("http://courier.test/1"), 1u);
  const auto record = bench.archive().host("courier.test");
  ASSERT_TRUE(record);
  EXPECT_GE(record->next_allowed_ms, ManualClock::kStartMs + 7'200'000);
}

}  // namespace
}  // namespace dixit::crawler
