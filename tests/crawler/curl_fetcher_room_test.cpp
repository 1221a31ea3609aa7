#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

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

std::unique_ptr<CurlFetcher> start_bodies(const ScriptedServer& server) {
  CurlFetcherOptions options;
  options.guard = [](std::string_view) { return std::nullopt; };
  options.received_bytes_max = kReceivedMax;
  auto fetcher = CurlFetcher::create(options).value();
  for (std::size_t i = 0; i < kBodies; ++i) {
    FetchRequest request;
    request.url = server.url("/");
    fetcher->start(std::move(request));
  }
  return fetcher;
}

// A hundred and more bodies of the greatest length could come in at once.
TEST(CurlFetcher, LetsBodiesWaitWhenTheyAreTooMuchTogether) {
  ScriptedServer server;
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 600001";
  server.on("/", Reply{head + "\r\n\r\n" + std::string(kBodyBytes, 'x'), Afterwards::Hang});
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

}  // namespace
}  // namespace dixit::crawler
