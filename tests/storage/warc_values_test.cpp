#include "storage/warc_values.h"

#include <gtest/gtest.h>

namespace dixit::storage {
namespace {

TEST(WarcDate, ReadsEveryPrecisionOfWarc11) {
  EXPECT_EQ(parse_warc_date("1970-01-01T00:00:00Z"), 0);
  EXPECT_EQ(parse_warc_date("2016-09-19T18:03:53.5Z"), 1'474'308'233'500);
  EXPECT_EQ(parse_warc_date("2016-09-19T18:03:53.123456789Z"), 1'474'308'233'123);
  EXPECT_EQ(parse_warc_date("2016-09-19T18:03Z"), 1'474'308'180'000);
  EXPECT_EQ(parse_warc_date("2016-09-19"), 1'474'243'200'000);
  EXPECT_EQ(parse_warc_date("2016-09"), 1'472'688'000'000);
  EXPECT_EQ(parse_warc_date("2016"), 1'451'606'400'000);
  EXPECT_EQ(parse_warc_date("1969-12-31T23:59:59Z"), -1000);
}

TEST(WarcDate, AcceptsSmallLetters) { EXPECT_EQ(parse_warc_date("1970-01-01t00:00:01z"), 1000); }

TEST(WarcDate, RejectsWhatIsNoDate) {
  for (const char* text :
       {"", "blue monday", "20160919180353", "2016-13", "2016-02-30", "2016-09-19T18Z",
        "2016-09-19T18:03:53", "2016-09-19T24:00:00Z", "2016-09-19T18:03:53.Z",
        "2016-09-19T18:03:53.1234567890Z", "2016-09-19T18:03:53+02:00", "2016-09-19Z"}) {
    EXPECT_EQ(parse_warc_date(text), std::nullopt) << text;
  }
}

TEST(WarcUri, WantsASchemeAndNoSpace) {
  EXPECT_TRUE(is_absolute_uri("https://example.org/a?b"));
  EXPECT_TRUE(is_absolute_uri("dns:example.org"));
  EXPECT_TRUE(is_absolute_uri("https://example.org/caf\xC3\xA9"));
  EXPECT_FALSE(is_absolute_uri("example.org"));
  EXPECT_FALSE(is_absolute_uri("1http://example.org"));
  EXPECT_FALSE(is_absolute_uri("http:"));
  EXPECT_FALSE(is_absolute_uri("http://example.org/a b"));
  EXPECT_FALSE(is_absolute_uri("<http://example.org/>"));
  EXPECT_TRUE(is_bracketed_uri("<urn:uuid:0b0f0a2c-1111-4222-8333-944455566677>"));
  EXPECT_FALSE(is_bracketed_uri("urn:uuid:0b0f0a2c-1111-4222-8333-944455566677"));
  EXPECT_FALSE(is_bracketed_uri("<>"));
}

TEST(WarcValues, KnowTheirGrammars) {
  EXPECT_TRUE(is_media_type("application/http; msgtype=response"));
  EXPECT_FALSE(is_media_type("text"));
  EXPECT_FALSE(is_media_type("te xt/html"));
  EXPECT_TRUE(is_ip_address("192.0.2.7"));
  EXPECT_TRUE(is_ip_address("2001:db8::7"));
  EXPECT_FALSE(is_ip_address("192.0.2"));
  EXPECT_TRUE(is_digest_label("sha1:ABC"));
  EXPECT_FALSE(is_digest_label("sha1:"));
  EXPECT_FALSE(is_digest_label(":ABC"));
  EXPECT_TRUE(is_number(" 12 "));
  EXPECT_FALSE(is_number("-1"));
  EXPECT_FALSE(is_number(""));
}

}  // namespace
}  // namespace dixit::storage
