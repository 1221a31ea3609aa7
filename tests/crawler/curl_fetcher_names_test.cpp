#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "crawler/curl_fetcher.h"
#include "tests/crawler/curl_fetching.h"
#include "tests/support/scripted_server.h"

// Where a request goes whose host has a name.
namespace dixit::crawler {
namespace {

using support::page;
using support::ScriptedServer;

PinnedHost pinned(const ScriptedServer& server, const std::string& host,
                  std::vector<std::string> addresses) {
  const std::string port = server.host().substr(server.host().find(':') + 1);
  return {host, static_cast<std::uint16_t>(std::stoi(port)), std::move(addresses)};
}

TEST(CurlFetcherNames, RefusesWhereAPinnedNameReallyLeads) {
  ScriptedServer server;
  FetchRequest request;
  request.url = "http://press.example/";
  request.pinned = PinnedHost{"press.example", 80, {"10.1.2.3"}};
  auto fetcher =
      make_fetcher([](std::string_view address) { return std::optional(std::string(address)); });

  const FetchResult result = fetch(*fetcher, std::move(request));

  ASSERT_EQ(failure_code(result), FetchFailureCode::AddressRefused);
  EXPECT_EQ(result.failure->detail, "10.1.2.3 (10.1.2.3)");
}

TEST(CurlFetcherNames, DialsThePinnedAddressForAName) {
  ScriptedServer server;
  server.on("/", page("<p>pinned"));
  FetchRequest request;
  request.pinned = pinned(server, "press.example", {"127.0.0.1"});
  const std::string host = fmt::format("press.example:{}", request.pinned->port);
  request.url = "http://" + host + "/";

  const FetchResult result = fetch(*make_fetcher(), std::move(request));

  EXPECT_EQ(result.body, "<p>pinned");
  EXPECT_NE(server.log().at(0).head.find("Host: " + host), std::string::npos);
}

// libcurl asked the name service once more, and stood still with every other transfer when that did
// not answer in time.
TEST(CurlFetcherNames, LooksUpNoNameThatWasNotFound) {
  ScriptedServer server;
  FetchRequest request;
  request.id = 7;
  request.pinned = pinned(server, "localhost", {});
  request.url = fmt::format("http://localhost:{}/", request.pinned->port);

  const FetchResult result = fetch(*make_fetcher(), std::move(request));

  EXPECT_EQ(result.id, 7u);
  EXPECT_EQ(failure_code(result), FetchFailureCode::NameNotFound);
  EXPECT_EQ(server.log().size(), 0u);
}

}  // namespace
}  // namespace dixit::crawler
