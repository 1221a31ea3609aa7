#include "storage/http_message.h"

#include <gtest/gtest.h>

namespace dixit::storage {
namespace {

TEST(ParseHttpHead, ReadsAResponse) {
  const std::string message =
      "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nX-Empty:\r\n\r\nbody";
  const auto head = parse_http_head(message);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 404);
  EXPECT_EQ(head->http_version, "1.1");
  EXPECT_EQ(head->headers, (HttpHeaders{{"Content-Type", "text/html"}, {"X-Empty", ""}}));
  EXPECT_EQ(message.substr(head->bytes), "body");
}

TEST(ParseHttpHead, ReadsARequest) {
  const auto head = parse_http_head("GET /a?b HTTP/1.0\r\nHost: example.org\r\n\r\n");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 0);
  EXPECT_EQ(head->http_version, "1.0");
}

TEST(ParseHttpHead, ToleratesBareLineFeedsAndFoldedLines) {
  const auto head = parse_http_head("HTTP/1.0 200\nA: one\n\ttwo\nno colon\n\nrest");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->headers, (HttpHeaders{{"A", "one two"}}));
}

TEST(ParseHttpHead, RefusesWhatIsNoHttp) {
  EXPECT_FALSE(parse_http_head(""));
  EXPECT_FALSE(parse_http_head("<!doctype html>\n"));
}

TEST(HeaderValue, IgnoresCase) {
  const HttpHeaders headers{{"content-TYPE", "text/html"}};
  EXPECT_EQ(header_value(headers, "Content-Type"), "text/html");
  EXPECT_EQ(header_value(headers, "Content"), std::nullopt);
}

TEST(Dechunk, JoinsChunksAndDropsExtensionsAndTrailers) {
  EXPECT_EQ(dechunk("4;name=value\r\nwiki\r\n5\r\npedia\r\n0\r\nExpires: 0\r\n\r\n"), "wikipedia");
  EXPECT_EQ(dechunk("0\r\n\r\n"), "");
}

TEST(Dechunk, RefusesWhatIsNotChunked) {
  for (const char* body : {"", "wikipedia", "4\r\nwik", "4\r\nwikix\r\n0\r\n\r\n", "-4\r\nwiki\r\n",
                           "ffffffffffffffffff\r\nwiki\r\n", "4\r\nwiki\r\n"}) {
    EXPECT_EQ(dechunk(body), std::nullopt) << body;
  }
}

TEST(Dechunk, GivesOfACutBodyWhatThereIs) {
  const std::string_view body = "4\r\nwiki\r\n12\r\npedia";
  const auto cut = [&](std::size_t bytes) { return dechunk(body.substr(0, bytes), BodyEnd::Cut); };
  EXPECT_EQ(cut(body.size()), "wikipedia");
  EXPECT_EQ(cut(12), "wiki") << "12 may have been the size's beginning";
  EXPECT_EQ(cut(8), "wiki");
  EXPECT_EQ(cut(5), "wi");
  EXPECT_EQ(cut(1), std::nullopt);
  EXPECT_EQ(dechunk("wikipedia", BodyEnd::Cut), std::nullopt);
  EXPECT_EQ(dechunk("4\r\nwikix\r\n", BodyEnd::Cut), std::nullopt);
}

TEST(TransferDecoded, LeavesABodyWhoseChunksAreAlreadyOff) {
  const HttpHeaders chunked{{"Transfer-Encoding", "gzip, Chunked"}};
  EXPECT_EQ(transfer_decoded(chunked, "2\r\nhi\r\n0\r\n\r\n"), "hi");
  EXPECT_EQ(transfer_decoded(chunked, "hi"), "hi");
  EXPECT_EQ(transfer_decoded({}, "2\r\nhi\r\n0\r\n\r\n"), "2\r\nhi\r\n0\r\n\r\n");
}

}  // namespace
}  // namespace dixit::storage
