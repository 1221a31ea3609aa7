#include "cli/press/press.h"

#include <curl/curl.h>
#include <gmock/gmock.h>

#include <string>

namespace dixit::cli {
namespace {

using ::testing::HasSubstr;

struct Fetched {
  long status = 0;
  std::string body;
};

std::size_t append(char* data, std::size_t size, std::size_t count, void* body) {
  static_cast<std::string*>(body)->append(data, size * count);
  return size * count;
}

Fetched fetch(const std::string& url) {
  Fetched fetched;
  CURL* curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "press-test");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &fetched.body);
  EXPECT_EQ(curl_easy_perform(curl), CURLE_OK) << url;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &fetched.status);
  curl_easy_cleanup(curl);
  return fetched;
}

TEST(Press, ServesEveryOutletsFrontPage) {
  const auto press = Press::open();
  ASSERT_TRUE(press) << press.error().context;
  for (const std::string& url : press->front_pages()) {
    const Fetched page = fetch(url);
    EXPECT_EQ(page.status, 200) << url;
    EXPECT_THAT(page.body, HasSubstr("<title>")) << url;
  }
}

TEST(Press, LogsWhatWasAskedAndAnswered) {
  const auto press = Press::open();
  ASSERT_TRUE(press) << press.error().context;
  EXPECT_EQ(fetch(press->origin("fanal") + "/a/1042").status, 301);
  EXPECT_EQ(fetch(press->origin("ledger") + "/nothing?x=1").status, 404);
  const std::vector<PressRequest> requests = press->requests();
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(requests[0].outlet, "fanal");
  EXPECT_EQ(requests[0].target, "/a/1042");
  EXPECT_EQ(requests[0].status, 301);
  EXPECT_EQ(requests[0].user_agent, "press-test");
  EXPECT_EQ(requests[1].outlet, "ledger");
  EXPECT_EQ(requests[1].target, "/nothing?x=1");
  EXPECT_EQ(requests[1].status, 404);
  EXPECT_LE(requests[0].received_us, requests[0].answered_us);
  EXPECT_LE(requests[0].answered_us, requests[1].received_us);
}

TEST(Press, TellsWhenSoManyRequestsAreAnswered) {
  const auto press = Press::open();
  ASSERT_TRUE(press) << press.error().context;
  EXPECT_FALSE(press->wait_for_requests(1, std::chrono::milliseconds(1)));
  fetch(press->origin("fanal") + "/");
  EXPECT_TRUE(press->wait_for_requests(1, std::chrono::seconds(10)));
}

TEST(Press, OpensBesideAnother) {
  const auto one = Press::open();
  const auto other = Press::open();
  ASSERT_TRUE(one);
  ASSERT_TRUE(other);
  EXPECT_NE(one->port(), other->port());
}

}  // namespace
}  // namespace dixit::cli
