#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/e2e/press_crawl.h"
#include "tests/e2e/press_log.h"
#include "tests/e2e/program.h"
#include "tests/e2e/warc_walk.h"

namespace dixit::e2e {
namespace {

using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Pair;

constexpr std::int64_t kDelayMs = 60;

// How often each URL was asked for.
std::map<std::string, int> times_by_url(const cli::Press& press) {
  std::map<std::string, int> times;
  for (const cli::PressRequest& request : press.requests()) {
    ++times[press.origin(request.outlet) + request.target];
  }
  return times;
}

// The counts of `dixit stats` that must not depend on how often a crawl was interrupted. Clusters
// are not among them: which telling in another language joins one depends on which came first
// (docs/formats.md), and outlets answer in any order.
std::string counts_of(const PressCrawl& crawl) {
  const std::string json = run_dixit(crawl.with_archive({"stats", "--format", "json"})).out;
  std::string counts;
  for (const char* name : {"\"documents\":", "\"quotations\":", "\"threats\":"}) {
    const std::size_t begin = json.find(name);
    if (begin != std::string::npos) counts += json.substr(begin, json.find(',', begin) - begin + 1);
  }
  return counts;
}

// How many clusters `dixit stats` counts.
std::string counted_clusters(const PressCrawl& crawl) {
  constexpr std::string_view kName = "\"clusters\":";
  const std::string json = run_dixit(crawl.with_archive({"stats", "--format", "json"})).out;
  const std::size_t begin = json.find(kName);
  if (begin == std::string::npos) return "none in: " + json;
  return json.substr(begin + kName.size(), json.find(',', begin) - begin - kName.size());
}

// How many clusters the quotations themselves name, each told at least twice.
std::string named_clusters(const PressCrawl& crawl) {
  constexpr std::string_view kName = "\"cluster\":";
  std::map<std::string, int> tellings;
  std::istringstream rows(run_dixit(crawl.with_archive({"search", "--format", "jsonl"})).out);
  for (std::string row; std::getline(rows, row);) {
    const std::size_t begin = row.find(kName);
    if (begin != std::string::npos) ++tellings[row.substr(begin, row.find(',', begin) - begin)];
  }
  return std::to_string(
      std::ranges::count_if(tellings, [](const auto& cluster) { return cluster.second > 1; }));
}

// The argument: SIGKILL comes after so many answers of the press.
class KillTheCrawl : public ::testing::TestWithParam<std::size_t> {};

TEST_P(KillTheCrawl, AndItFinishesWithoutLosingOrRefetching) {
  const PressCrawl crawl;
  Program program(crawl.crawl_arguments(kDelayMs));
  ASSERT_TRUE(crawl.press().wait_for_requests(GetParam(), std::chrono::seconds(60)));
  program.kill_now();
  const std::int64_t killed_us = crawl.press().now_us();
  const std::vector<std::string> settled = crawl.settled_urls();

  const Ended resumed = run_dixit(crawl.resume_arguments(kDelayMs));
  EXPECT_EQ(resumed.exit_code, 0) << resumed.err;

  const auto times = times_by_url(crawl.press());
  for (const std::string& url : settled) EXPECT_EQ(times.at(url), 1) << url;
  std::vector<std::string> asked;
  for (const auto& [page, count] : times_asked(crawl.press().requests())) asked.push_back(page);
  EXPECT_THAT(asked, IsSupersetOf(readable_pages()));
  EXPECT_GE(shortest_gap_us(cut_short(crawl.press().requests(), killed_us)), kDelayMs * 1000);
  EXPECT_THAT(walk_warc(crawl.archive()).problems, IsEmpty());
  EXPECT_THAT(crawl.unreadable_payloads(), IsEmpty());

  const PressCrawl whole;
  EXPECT_EQ(run_dixit(whole.crawl_arguments(0)).exit_code, 0);
  EXPECT_EQ(counts_of(crawl), counts_of(whole));
  EXPECT_EQ(counted_clusters(crawl), named_clusters(crawl));
  EXPECT_NE(named_clusters(crawl), "0");
}

INSTANTIATE_TEST_SUITE_P(AfterAnswers, KillTheCrawl, ::testing::Values(9, 20, 40));

// Longer than a crawl takes to be started again, so that only what is remembered can keep it.
TEST(KillTheCrawlInADelay, AndTheDelayIsKept) {
  constexpr std::int64_t kLongDelayMs = 2500;
  const PressCrawl crawl;
  const std::size_t outlets = crawl.press().front_pages().size();
  for (const std::size_t answers : {outlets, 2 * outlets}) {
    Program program(crawl.crawl_arguments(kLongDelayMs));
    ASSERT_TRUE(crawl.press().wait_for_requests(answers, std::chrono::seconds(60)));
    program.kill_now();
  }
  Program last(crawl.resume_arguments(kLongDelayMs));
  ASSERT_TRUE(crawl.press().wait_for_requests(3 * outlets, std::chrono::seconds(60)));
  last.kill_now();
  EXPECT_GE(shortest_gap_us(crawl.press().requests()), kLongDelayMs * 1000);
}

TEST(InterruptTheCrawl, AndItEndsInGoodOrderAndGoesOnLater) {
  const PressCrawl crawl;
  Program program(crawl.crawl_arguments(kDelayMs));
  ASSERT_TRUE(crawl.press().wait_for_requests(20, std::chrono::seconds(60)));
  const Ended stopped = program.interrupt();
  EXPECT_EQ(stopped.exit_code, 130) << stopped.err;
  const std::size_t answered = crawl.press().requests().size();

  EXPECT_EQ(run_dixit(crawl.resume_arguments(kDelayMs)).exit_code, 0);
  EXPECT_GT(crawl.press().requests().size(), answered);
  EXPECT_THAT(times_by_url(crawl.press()), Each(Pair(::testing::_, 1)));
}

TEST(CrawlAgain, AsksWhetherFrontPagesHaveChanged) {
  const PressCrawl crawl;
  EXPECT_EQ(run_dixit(crawl.crawl_arguments(0)).exit_code, 0);
  const std::size_t answered = crawl.press().requests().size();

  std::vector<std::string> again = crawl.crawl_arguments(0);
  again.insert(again.begin() + 1, {"--revisit-after", "0"});
  EXPECT_EQ(run_dixit(again).exit_code, 0);
  const std::vector<cli::PressRequest> requests = crawl.press().requests();
  ASSERT_GT(requests.size(), answered);
  for (std::size_t i = answered; i < requests.size(); ++i) {
    EXPECT_EQ(requests[i].status, 304) << requests[i].outlet << requests[i].target;
  }
  EXPECT_THAT(walk_warc(crawl.archive()).problems, IsEmpty());
}

}  // namespace
}  // namespace dixit::e2e
