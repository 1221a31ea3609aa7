#include "parser/url/canonical.h"

#include <gtest/gtest.h>

#include "parser/url/tracking_parameters.h"
#include "parser/url/url.h"

namespace dixit::parser {
namespace {

std::string canonical(std::string_view text) {
  const auto url = canonicalise_text(text);
  return url ? url->href : std::string(describe(url.error()));
}

TEST(Canonicalise, DropsWhatLeadsNowhereElse) {
  EXPECT_EQ(canonical("http://reader:secret@Press.Example.:80/a//b/?#top"),
            "http://press.example/a/b/");
}

TEST(Canonicalise, DropsTrackingAndSessions) {
  EXPECT_EQ(canonical("https://press.example/a?utm_source=x&id=7&fbclid=y&UTM_Medium=z"),
            "https://press.example/a?id=7");
  EXPECT_EQ(canonical("https://press.example/a;jsessionid=77?PHPSESSID=1"),
            "https://press.example/a");
  EXPECT_EQ(canonical("https://press.example/a;v=2"), "https://press.example/a;v=2");
}

TEST(Canonicalise, KeepsAShortStoryIdentifier) {
  EXPECT_TRUE(is_tracking_parameter("sid", "0123456789abcdef0123"));
  EXPECT_FALSE(is_tracking_parameter("sid", "1234"));
  EXPECT_FALSE(is_tracking_parameter("sid", "a-long-and-readable-slug"));
}

TEST(Canonicalise, SortsParametersByNameAlone) {
  EXPECT_EQ(canonical("http://press.example/?b=2&a=9&a=1&&=x&c="),
            "http://press.example/?a=9&a=1&b=2&c");
}

TEST(Canonicalise, NormalisesPercentEncoding) {
  EXPECT_EQ(canonical("http://press.example/%7Eann/%e9%2f100%?q=%41|[b]"),
            "http://press.example/~ann/%E9%2F100%25?q=A%7C%5Bb%5D");
}

TEST(Canonicalise, ReadsAddressesAsPeopleTypeThem) {
  EXPECT_EQ(canonical("press.example"), "http://press.example/");
  EXPECT_EQ(canonical("localhost:8080/a"), "http://localhost:8080/a");
  EXPECT_EQ(canonical("//press.example/a"), "http://press.example/a");
}

TEST(Canonicalise, RejectsWhatCannotBeCrawled) {
  EXPECT_EQ(canonicalise_text("mailto:desk@press.example").error(), UrlError::UnsupportedScheme);
  EXPECT_EQ(canonicalise_text("javascript:void(0)").error(), UrlError::UnsupportedScheme);
  EXPECT_EQ(canonicalise_text("").error(), UrlError::MissingHost);
  EXPECT_EQ(
      canonicalise_text("http://press.example/" + std::string(kCrawlUrlBytesMax, 'x')).error(),
      UrlError::TooLong);
}

TEST(Canonicalise, ResolvesLinks) {
  const model::Url base = parse_url("https://press.example/a/b").value();
  EXPECT_EQ(canonicalise_link("../c#x", base)->href, "https://press.example/c");
}

}  // namespace
}  // namespace dixit::parser
