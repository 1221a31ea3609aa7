#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crawler/curl_fetcher.h"
#include "tests/support/scripted_server.h"

// How much of all bodies together is taken in at once.
namespace dixit::crawler {
namespace {

using support::Afterwards;
using support::Reply;
using support::ScriptedServer;

constexpr std::int64_t kTestWaitMs = 10'000;
constexpr std::size_t kBodyBytes = 600'000;
constexpr std::size_t kBodies = 8;
constexpr std::size_t kReceivedMax = 1'000'000;

std::unique_ptr<CurlFetcher> make_fetcher(std::size_t received_bytes_max,
                                          std::size_t small_body_bytes_max = 0) {
  CurlFetcherOptions options;
  options.guard = [](std::string_view) { return std::nullopt; };
  options.received_bytes_max = received_bytes_max;
  options.small_body_bytes_max = small_body_bytes_max;
  return CurlFetcher::create(options).value();
}

FetchRequest request_for(const std::string& url) {
  FetchRequest request;
  request.url = url;
  return request;
}

// So many bytes of a body that never ends.
Reply endless(std::size_t bytes) {
  return {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99000000\r\n\r\n" +
              std::string(bytes, 'x'),
          Afterwards::Hang};
}

// Starts a body that never ends and takes in what there is of it.
void start_endless(CurlFetcher& fetcher, const ScriptedServer& server, std::size_t bytes) {
  fetcher.start(request_for(server.url("/endless")));
  while (fetcher.bytes_in_flight() < bytes) ASSERT_EQ(fetcher.wait(1).size(), 0u);
}

std::unique_ptr<CurlFetcher> start_bodies(const ScriptedServer& server) {
  auto fetcher = make_fetcher(kReceivedMax);
  for (std::size_t i = 0; i < kBodies; ++i) fetcher->start(request_for(server.url("/")));
  return fetcher;
}

// A hundred and more bodies of the greatest length could come in at once.
TEST(CurlFetcher, LetsBodiesWaitWhenTheyAreTooMuchTogether) {
  ScriptedServer server;
  server.on("/", endless(kBodyBytes));
  const auto fetcher = start_bodies(server);

  constexpr std::size_t kAlmost = kReceivedMax - 100'000;
  while (fetcher->bytes_in_flight() < kAlmost) EXPECT_EQ(fetcher->wait(1).size(), 0u);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(fetcher->wait(1).size(), 0u);

  EXPECT_LE(fetcher->bytes_in_flight(), kReceivedMax + kBodyBytes);
}

TEST(CurlFetcher, LetsBodiesGoOnThatHadToWait) {
  ScriptedServer server;
  server.on("/", support::page(std::string(kBodyBytes, 'x')));
  const auto fetcher = start_bodies(server);

  std::size_t whole = 0;
  while (fetcher->in_flight() > 0)
    for (const FetchResult& result : fetcher->wait(kTestWaitMs))
      if (!result.failure && result.body.size() == kBodyBytes) ++whole;

  EXPECT_EQ(whole, kBodies);
}

// One sitemap was as long as all bodies together might be, and stopped all others.
TEST(CurlFetcher, LeavesTheLongestBodyOutOfTheSum) {
  ScriptedServer server;
  server.on("/endless", endless(2 * kReceivedMax));
  server.on("/", support::page(std::string(kBodyBytes, 'x')));
  const auto fetcher = make_fetcher(kReceivedMax);
  start_endless(*fetcher, server, 2 * kReceivedMax);

  fetcher->start(request_for(server.url("/")));

  EXPECT_EQ(fetcher->wait(kTestWaitMs).size(), 1u);
}

TEST(CurlFetcher, LetsNoBodyWaitThatIsAsSmallAsRobotsTxt) {
  ScriptedServer server;
  server.on("/endless", endless(kReceivedMax));
  server.on("/robots.txt", support::page(std::string(kSmallBodyBytesMax, '#')));
  const auto fetcher = make_fetcher(0, kSmallBodyBytesMax);
  start_endless(*fetcher, server, kReceivedMax);

  fetcher->start(request_for(server.url("/robots.txt")));

  EXPECT_EQ(fetcher->wait(kTestWaitMs).size(), 1u);
}

// The host was told off for the time in which we did not read.
TEST(CurlFetcher, CallsItCancelledWhenTheTimeRanOutWhileABodyWaited) {
  ScriptedServer server;
  server.on("/endless", endless(kReceivedMax));
  server.on("/", support::page(std::string(kBodyBytes, 'x')));
  const auto fetcher = make_fetcher(0);
  start_endless(*fetcher, server, kReceivedMax);
  FetchRequest request = request_for(server.url("/"));
  request.limits.total_ms_max = 3'000;  // the body must have begun before it is over

  fetcher->start(request);

  const auto results = fetcher->wait(kTestWaitMs);
  ASSERT_EQ(results.size(), 1u);
  ASSERT_TRUE(results[0].failure);
  EXPECT_EQ(results[0].failure->code, FetchFailureCode::Cancelled);
}

// libcurl neither ends nor watches a transfer whose body is refused while it is resumed.
TEST(CurlFetcher, EndsABodyThatIsTooLongWhenItGoesOn) {
  auto first = std::make_unique<ScriptedServer>();
  ScriptedServer second;
  first->on("/endless", endless(kReceivedMax));
  second.on("/", endless(5'000));
  const auto fetcher = make_fetcher(0);
  start_endless(*fetcher, *first, kReceivedMax);
  FetchRequest request = request_for(second.url("/"));
  request.limits.body_bytes_max = 1'000;
  fetcher->start(request);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(fetcher->wait(1).size(), 0u);

  first.reset();

  std::vector<FetchResult> results;
  while (results.size() < 2) {
    auto ended = fetcher->wait(kTestWaitMs);
    ASSERT_FALSE(ended.empty());
    std::move(ended.begin(), ended.end(), std::back_inserter(results));
  }
  ASSERT_TRUE(results[1].failure);
  EXPECT_EQ(results[1].failure->code, FetchFailureCode::BodyTooLarge);
  EXPECT_EQ(results[1].body, std::string(1'000, 'x'));
}

}  // namespace
}  // namespace dixit::crawler
