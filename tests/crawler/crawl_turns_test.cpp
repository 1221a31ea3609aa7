#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "crawler/queue_walk.h"
#include "tests/support/crawl_bench.h"

// Whose turn it is: no host, origin or domain holds up the others.
namespace dixit::crawler {
namespace {

using support::CrawlBench;
using support::status_only;
using support::WebAnswer;

constexpr std::int64_t kSecondMs = 1'000;

std::string page_on(const std::string& host, int number) {
  return fmt::format("http://{}/{}", host, number);
}

// Of the first of these requests that were for pages: how many were for each host, in order.
std::vector<std::string> hosts_of_first_pages(const CrawlBench& bench, std::size_t count) {
  std::vector<std::string> hosts;
  for (const std::string& url : bench.web.urls()) {
    if (url.ends_with("/robots.txt") || hosts.size() == count) continue;
    const std::size_t start = url.find("//") + 2;
    hosts.push_back(url.substr(start, url.find('/', start) - start));
  }
  return hosts;
}

// They were asked by their names: the second began when the first had nothing left.
TEST(CrawlTurns, HostsOnOneAddressAreServedByTurns) {
  CrawlBench bench;
  for (const std::string host : {"a.test", "b.test", "c.test"}) {
    bench.resolver.on(host, {"128.66.1.1"});
    std::vector<std::string> links;
    for (int i = 0; i < 5; ++i) links.push_back(page_on(host, i));
    bench.page(fmt::format("http://{}/", host), links);
    for (const std::string& link : links) bench.page(link);
    bench.seed(fmt::format("http://{}/", host));
  }

  ASSERT_TRUE(bench.run());

  const auto hosts = hosts_of_first_pages(bench, 18);
  ASSERT_EQ(hosts.size(), 18u);
  for (std::size_t at = 0; at < hosts.size(); at += 3)
    EXPECT_EQ(std::set(hosts.begin() + static_cast<std::ptrdiff_t>(at),
                       hosts.begin() + static_cast<std::ptrdiff_t>(at + 3))
                  .size(),
              3u)
        << at;
}

TEST(CrawlTurns, HostsThatComeAndGoDoNotOvertakeOneThatWaits) {
  CrawlBench bench;
  constexpr int kHosts = 6;
  // Each page of the first host leads to another host of the domain, which sorts before the last.
  for (int i = 0; i < kHosts; ++i) {
    const std::string next = fmt::format("http://a{}.courier.org/", i);
    bench.page(page_on("www.courier.org", i), {next, page_on("www.courier.org", i + 1)});
    bench.page(next);
  }
  bench.page("http://z.courier.org/", {"/1", "/2"});
  bench.page("http://z.courier.org/1");
  bench.page("http://z.courier.org/2");
  bench.seed(page_on("www.courier.org", 0));
  bench.seed("http://z.courier.org/");

  ASSERT_TRUE(bench.run());

  const auto hosts = hosts_of_first_pages(bench, 8);
  EXPECT_GE(std::count(hosts.begin(), hosts.end(), "z.courier.org"), 2);
}

// Sixteen URLs of an origin that may not be asked stood before all others.
TEST(CrawlTurns, AClosedOriginDoesNotHoldUpTheOtherOfItsHost) {
  for (const int closed : {17, static_cast<int>(kLookedAtMax) + 100}) {
    CrawlBench bench;
    bench.web.on("https://courier.test/robots.txt", status_only(503));
    std::vector<std::string> links;
    for (int i = 0; i < closed; ++i) links.push_back(fmt::format("https://courier.test/{}", i));
    for (int i = 0; i < 4; ++i) links.push_back(page_on("courier.test", i));
    bench.page("http://herald.test/", links);
    for (int i = 0; i < 4; ++i) bench.page(page_on("courier.test", i));
    bench.seed("http://herald.test/");
    bench.options.sources[0].also = {"courier.test"};

    const auto summary = bench.run();

    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->end, CrawlEnd::Waiting);
    EXPECT_EQ(summary->progress.fetched, 5u);
    EXPECT_EQ(bench.web.times_asked("https://courier.test/0"), 0u);
    EXPECT_EQ(bench.archive().stats().urls_queued, static_cast<unsigned>(closed));
  }
}

TEST(CrawlTurns, WhatWasPassedOverIsAskedOnceItsOriginOpens) {
  CrawlBench bench;
  bench.web.on("https://courier.test/robots.txt", [](int nth) {
    WebAnswer answer = status_only(nth == 1 ? 503 : 404);
    return answer;
  });
  std::vector<std::string> links;
  for (int i = 0; i < 40; ++i) links.push_back(fmt::format("https://courier.test/{}", i));
  for (int i = 0; i < 4; ++i) links.push_back(page_on("courier.test", i));
  bench.page("http://herald.test/", links);
  for (const std::string& link : links) bench.page(link);
  bench.seed("http://herald.test/");
  bench.options.sources[0].also = {"courier.test"};
  bench.options.patience_ms = 30LL * 86'400 * kSecondMs;

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Finished);
  EXPECT_EQ(summary->progress.fetched, 45u);
}

// The crawl slept until the host might be asked again, which nobody wanted to.
TEST(CrawlTurns, AHostWithoutWorkIsNotWaitedFor) {
  CrawlBench bench;
  bench.robots("http://courier.test", "User-agent: *\nCrawl-delay: 300\n");
  bench.page("http://courier.test/");
  bench.seed("http://courier.test/");
  bench.options.patience_ms = 600 * kSecondMs;
  const std::int64_t started_ms = bench.clock.now_ms();

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Finished);
  ASSERT_EQ(bench.web.log().size(), 2u);
  EXPECT_GE(bench.web.log()[1].started_ms - started_ms, 300 * kSecondMs);
  EXPECT_LT(bench.clock.now_ms() - bench.web.log()[1].ended_ms, kSecondMs);
}

// A page's fifty thousand subdomains were all asked for at once, before every other name.
TEST(CrawlTurns, ADomainHasOneNameLookedUpAtATime) {
  CrawlBench bench;
  std::vector<std::string> links;
  for (int i = 0; i < 30; ++i) links.push_back(fmt::format("http://s{}.courier.org/", i));
  links.emplace_back("http://nowhere.courier.org/");
  bench.page("http://www.courier.org/", links);
  for (const std::string& link : links) bench.page(link);
  bench.seed("http://www.courier.org/");

  const auto summary = bench.run();

  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->end, CrawlEnd::Waiting);
  EXPECT_EQ(bench.resolver.most_at_once(), 1u);
  EXPECT_EQ(summary->progress.fetched, 31u);
}

}  // namespace
}  // namespace dixit::crawler
