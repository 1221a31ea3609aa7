#include "crawler/curl_fetcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "tests/crawler/curl_fetching.h"
#include "tests/support/scripted_server.h"

namespace dixit::crawler {
namespace {

using support::Afterwards;
using support::page;
using support::redirect;
using support::reply;
using support::ScriptedServer;

TEST(CurlFetcher, KeepsRequestAndResponseAsTheyWentOverTheWire) {
  ScriptedServer server;
  const std::string head =
      "HTTP/1.1 200 Fine by me\r\nX-Odd:   spaced \r\ncontent-TYPE: text/html\r\n"
      "Content-Length: 5\r\n\r\n";
  server.on("/a?b=c", {head + "hello"});

  const FetchResult result = fetch(server.url("/a?b=c"));

  EXPECT_FALSE(result.failure);
  EXPECT_EQ(result.status, 200);
  EXPECT_EQ(result.http_version, "1.1");
  EXPECT_EQ(result.response_head, head);
  EXPECT_EQ(result.body, "hello");
  EXPECT_EQ(result.remote_address, "127.0.0.1");
  EXPECT_EQ(result.request_head, server.log().at(0).head);
  EXPECT_NE(result.request_head.find("User-Agent: Dixit-test/1.0 (+mailto:desk@example.org)\r\n"),
            std::string::npos);
}

TEST(CurlFetcher, LeavesTransferAndContentCodingAlone) {
  ScriptedServer server;
  const std::string body = "4\r\n\x1f\x8b\x08z\r\n3;x=y\r\nabc\r\n0\r\nTrailer: here\r\n\r\n";
  const std::string head =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
      "Content-Type: text/html\r\n\r\n";
  server.on("/", {head + body});

  const FetchResult result = fetch(server.url());

  EXPECT_FALSE(result.failure);
  EXPECT_EQ(result.response_head, head);
  EXPECT_EQ(result.body, body);
}

TEST(CurlFetcher, KeepsTheFinalHeadAfterAnInterimOne) {
  ScriptedServer server;
  const std::string final_head = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n";
  server.on("/", {"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + final_head + "ok"});

  const FetchResult result = fetch(server.url());

  EXPECT_EQ(result.status, 200);
  EXPECT_EQ(result.response_head, final_head);
}

TEST(CurlFetcher, DoesNotFollowRedirects) {
  ScriptedServer server;
  server.on("/from", redirect(301, "/to"));

  const FetchResult result = fetch(server.url("/from"));

  EXPECT_EQ(result.status, 301);
  EXPECT_EQ(server.times_asked("/to"), 0u);
}

TEST(CurlFetcher, RefusesAnAddressBeforeASocketIsOpened) {
  ScriptedServer server;
  FetchRequest request;
  request.url = server.url();
  auto fetcher = make_fetcher([](std::string_view address) {
    return std::optional<std::string>(address == "127.0.0.1" ? "loopback" : "");
  });

  const FetchResult result = fetch(*fetcher, std::move(request));

  ASSERT_EQ(failure_code(result), FetchFailureCode::AddressRefused);
  EXPECT_EQ(result.failure->detail, "127.0.0.1 (loopback)");
  EXPECT_EQ(server.log().size(), 0u);
}

TEST(CurlFetcher, IgnoresProxiesInTheEnvironment) {
  ScriptedServer server;
  ScriptedServer proxy;
  server.on("/", page("<p>direct"));
  ::setenv("http_proxy", proxy.origin().c_str(), 1);
  ::setenv("ALL_PROXY", proxy.origin().c_str(), 1);

  const FetchResult result = fetch(server.url());

  ::unsetenv("http_proxy");
  ::unsetenv("ALL_PROXY");
  EXPECT_EQ(result.body, "<p>direct");
  EXPECT_EQ(proxy.log().size(), 0u);
}

TEST(CurlFetcher, SpeaksNothingButHttp) {
  for (const char* url : {"file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/"})
    EXPECT_EQ(failure_code(fetch(url)), FetchFailureCode::BadResponse) << url;
}

TEST(CurlFetcher, ReportsABodyCutShort) {
  ScriptedServer server;
  server.on("/length",
            {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this", Afterwards::Close});
  server.on("/chunked", {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nonly this",
                         Afterwards::Close});

  EXPECT_EQ(failure_code(fetch(server.url("/length"))), FetchFailureCode::Truncated);
  EXPECT_EQ(failure_code(fetch(server.url("/chunked"))), FetchFailureCode::Truncated);
}

TEST(CurlFetcher, TakesABodyThatEndsWithTheConnection) {
  ScriptedServer server;
  server.on("/", {"HTTP/1.0 200 OK\r\n\r\nold ways", Afterwards::Close});

  const FetchResult result = fetch(server.url());

  EXPECT_FALSE(result.failure);
  EXPECT_EQ(result.body, "old ways");
  EXPECT_EQ(result.http_version, "1.0");
}

TEST(CurlFetcher, ReportsAnswersThatAreNotHttp) {
  ScriptedServer server;
  server.on("/chunks", {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nbroken\r\n"});
  server.on("/bare", {"<p>HTTP/0.9 at its purest", Afterwards::Close});
  server.on("/mute", {"", Afterwards::Close});

  EXPECT_TRUE(fetch(server.url("/chunks")).failure);
  EXPECT_EQ(failure_code(fetch(server.url("/bare"))), FetchFailureCode::BadResponse);
  EXPECT_EQ(failure_code(fetch(server.url("/mute"))), FetchFailureCode::BadResponse);
}

TEST(CurlFetcher, CapsTheHead) {
  ScriptedServer server;
  std::string head = "HTTP/1.1 200 OK\r\n";
  for (int i = 0; i < 1000; ++i) head += "X-Filler: " + std::string(1000, 'x') + "\r\n";
  server.on("/", {head + "\r\n", Afterwards::Close});

  EXPECT_EQ(failure_code(fetch(server.url())), FetchFailureCode::HeadTooLarge);
}

TEST(CurlFetcher, CapsTheBody) {
  ScriptedServer server;
  server.on("/", page(std::string(5000, 'x')));
  FetchRequest request;
  request.url = server.url();
  request.limits.body_bytes_max = 1000;

  const FetchResult failed = fetch(*make_fetcher(), request);
  request.oversize = OversizeBody::Truncate;
  const FetchResult cut = fetch(*make_fetcher(), request);

  EXPECT_EQ(failure_code(failed), FetchFailureCode::BodyTooLarge);
  EXPECT_FALSE(cut.failure);
  EXPECT_TRUE(cut.body_truncated);
  EXPECT_EQ(cut.body, std::string(1000, 'x'));
}

TEST(CurlFetcher, HangsUpOnWhatIsNotText) {
  ScriptedServer server;
  server.on("/", reply(200, "video/mp4", std::string(1000, 'x')));
  FetchRequest request;
  request.url = server.url();

  EXPECT_EQ(failure_code(fetch(*make_fetcher(), request)), FetchFailureCode::UnwantedMedia);
  request.wanted = WantedMedia::Any;
  EXPECT_FALSE(fetch(*make_fetcher(), request).failure);
}

TEST(CurlFetcher, TakesRedirectsAndErrorsWhateverTheirBodyIs) {
  ScriptedServer server;
  server.on("/moved", reply(302, "application/octet-stream", "x", "Location: /\r\n"));
  server.on("/busy", reply(503, "application/javascript", "busy()"));
  FetchRequest request;

  request.url = server.url("/moved");
  EXPECT_EQ(fetch(*make_fetcher(), request).status, 302);
  request.url = server.url("/busy");
  const FetchResult busy = fetch(*make_fetcher(), request);
  EXPECT_EQ(busy.status, 503);
  EXPECT_FALSE(busy.failure);
}

// They were refused for the length of a body that nobody reads.
TEST(CurlFetcher, CutsTheBodyOfARedirectOrAnErrorAndCallsItComplete) {
  ScriptedServer server;
  const std::string body(2 * kAsideBodyBytesMax, 'x');
  for (const int status : {302, 404, 503}) {
    server.on("/", reply(status, "text/html", body, "Location: /on\r\n"));
    FetchRequest request;
    request.url = server.url();
    request.limits.body_bytes_max = body.size() - 1;
    const FetchResult result = fetch(*make_fetcher(), request);
    EXPECT_FALSE(result.failure);
    EXPECT_EQ(result.status, status);
    EXPECT_TRUE(result.body_truncated);
    EXPECT_EQ(result.body.size(), kAsideBodyBytesMax);
  }
}

TEST(CurlFetcher, GivesUpOnASilentServer) {
  ScriptedServer server;
  server.on("/", {"HTTP/1.1 200 OK\r\nContent-Le", Afterwards::Hang});
  FetchRequest request;
  request.url = server.url();
  request.limits.total_ms_max = 50;

  EXPECT_EQ(failure_code(fetch(*make_fetcher(), request)), FetchFailureCode::TimedOut);
}

TEST(CurlFetcher, ReportsAClosedPort) {
  std::string url;
  {
    ScriptedServer gone;
    url = gone.url();
  }
  EXPECT_EQ(failure_code(fetch(url)), FetchFailureCode::CannotConnect);
}

TEST(CurlFetcher, ReportsAServerThatSpeaksNoTls) {
  ScriptedServer server;
  server.on("/", page("<p>plain"));
  const std::string url = "https" + server.url().substr(4);

  EXPECT_EQ(failure_code(fetch(url)), FetchFailureCode::Tls);
}

TEST(CurlFetcher, CancelsWhatIsInFlight) {
  ScriptedServer server;
  server.on("/", {"", Afterwards::Hang});
  auto fetcher = make_fetcher();
  for (std::uint64_t id = 1; id <= 3; ++id) {
    FetchRequest request;
    request.id = id;
    request.url = server.url();
    fetcher->start(std::move(request));
  }
  fetcher->wait(0);
  EXPECT_EQ(fetcher->in_flight(), 3u);

  fetcher->cancel_all();
  const auto results = fetcher->wait(0);

  EXPECT_EQ(fetcher->in_flight(), 0u);
  ASSERT_EQ(results.size(), 3u);
  for (const auto& result : results) EXPECT_EQ(failure_code(result), FetchFailureCode::Cancelled);
}

TEST(CurlFetcher, IsWokenByAnotherThread) {
  auto fetcher = make_fetcher();
  std::thread other([&] { fetcher->wake(); });

  EXPECT_TRUE(fetcher->wait(kTestWaitMs).empty());

  other.join();
}

TEST(CurlFetcher, FetchesManyAtOnce) {
  ScriptedServer server;
  auto fetcher = make_fetcher();
  constexpr int kMany = 60;
  for (int i = 0; i < kMany; ++i) {
    const std::string target = "/" + std::to_string(i);
    server.on(target, page("<p>" + target));
    FetchRequest request;
    request.id = static_cast<std::uint64_t>(i);
    request.url = server.url(target);
    fetcher->start(std::move(request));
  }
  int right = 0;
  for (int seen = 0; seen < kMany;) {
    for (const auto& result : fetcher->wait(kTestWaitMs)) {
      ++seen;
      right += result.body == "<p>/" + std::to_string(result.id) ? 1 : 0;
    }
  }
  EXPECT_EQ(right, kMany);
}

}  // namespace
}  // namespace dixit::crawler
