#include "policy/http_date.h"

#include <gtest/gtest.h>

namespace dixit::policy {
namespace {

constexpr std::int64_t kNow = 1'780'000'000;    // May 2026
constexpr std::int64_t kExample = 784'111'777;  // RFC 9110's own example
constexpr std::int64_t kDay = 784'080'000;      // the midnight before it

std::optional<std::int64_t> read(std::string_view text) { return parse_http_date(text, kNow); }

TEST(Rfc9110HttpDate, ReadsItsThreeForms) {
  EXPECT_EQ(read("Sun, 06 Nov 1994 08:49:37 GMT"), kExample);
  EXPECT_EQ(read("Sunday, 06-Nov-94 08:49:37 GMT"), kExample);
  EXPECT_EQ(read("Sun Nov  6 08:49:37 1994"), kExample);
}

TEST(Rfc9110HttpDate, ATwoDigitYearIsAtMostFiftyYearsAhead) {
  EXPECT_EQ(read("Friday, 01-Jan-76 00:00:00 GMT"), 3'345'062'400);
  EXPECT_EQ(read("Saturday, 01-Jan-77 00:00:00 GMT"), 220'924'800);
}

TEST(HouseHttpDate, ReadsWhatHeadersReallyHold) {
  EXPECT_EQ(read("06 Nov 1994 08:49:37 GMT"), kExample);
  EXPECT_EQ(read("Sun, 6 Nov 1994 08:49:37"), kExample);
  EXPECT_EQ(read("sun, 06 november 1994 10:49:37 +0200"), kExample);
  EXPECT_EQ(read("Sun, 06 Nov 1994 00:49:37 PST"), kExample);
  EXPECT_EQ(read("06-Nov-1994 00:49:37 -08:00"), kExample);
  EXPECT_EQ(read("6 Nov 1994"), kDay);
}

TEST(HouseHttpDate, ReadsIso8601) {
  EXPECT_EQ(read("1994-11-06"), kDay);
  EXPECT_EQ(read("1994-11-06T08:49:37Z"), kExample);
  EXPECT_EQ(read("1994-11-06 10:49:37.250+02:00"), kExample);
  EXPECT_EQ(read("1994-11-06T08:49:37 PST"), kExample + 8LL * 3600);
  EXPECT_EQ(read("1994-11-06X08:49"), std::nullopt);
}

TEST(HouseHttpDate, ALeapSecondIsTheSecondBefore) {
  EXPECT_EQ(read("Sat, 31 Dec 2016 23:59:60 GMT"), 1'483'228'799);
}

TEST(Rfc9110HttpDate, RejectsWhatIsNoDate) {
  for (const std::string_view text :
       {"", "soon", "120", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:37 XYZ", "06 Nov",
        "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 19944 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT and more", "1994-13-01", "1994-11-06T25:00",
        "Nov 6 08:49:37 1994 GMT", "a b c d e f g h i j"}) {
    EXPECT_EQ(read(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace dixit::policy
