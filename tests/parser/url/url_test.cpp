#include "parser/url/url.h"

#include <gtest/gtest.h>

namespace dixit::parser {
namespace {

std::string href(std::string_view input) {
  const auto url = parse_url(input);
  return url ? url->href : std::string(describe(url.error()));
}

std::string resolved(std::string_view reference, std::string_view base) {
  const auto url = parse_url(reference, parse_url(base).value());
  return url ? url->href : std::string(describe(url.error()));
}

TEST(ParseUrl, TakesAUrlApart) {
  const auto url = parse_url(" HTTPS://Ann:Pass@News.Example:8443/a/../b?q=1#top\n");
  ASSERT_TRUE(url);
  model::Url expected;
  expected.scheme = "https";
  expected.username = "Ann";
  expected.password = "Pass";
  expected.host = "news.example";
  expected.port = 8443;
  expected.path = "/b";
  expected.query = "q=1";
  expected.fragment = "top";
  expected.href = "https://Ann:Pass@news.example:8443/b?q=1#top";
  EXPECT_EQ(*url, expected);
  EXPECT_EQ(host_with_port(*url), "news.example:8443");
  EXPECT_EQ(origin_of(*url), "https://news.example:8443");
}

TEST(ParseUrl, RejectsWithTheReason) {
  EXPECT_EQ(parse_url("/news").error(), UrlError::NoScheme);
  EXPECT_EQ(parse_url("http://").error(), UrlError::MissingHost);
  EXPECT_EQ(parse_url("http://user@/").error(), UrlError::MissingHost);
  EXPECT_EQ(parse_url("http://a b/").error(), UrlError::InvalidHost);
  EXPECT_EQ(parse_url("http://[::1/").error(), UrlError::InvalidHost);
  EXPECT_EQ(parse_url("http://1.2.3.256/").error(), UrlError::InvalidHost);
  EXPECT_EQ(parse_url("http://a:65536/").error(), UrlError::InvalidPort);
  EXPECT_EQ(parse_url("http://a:8o/").error(), UrlError::InvalidPort);
  EXPECT_EQ(parse_url("http://a/" + std::string(kUrlInputBytesMax, 'x')).error(),
            UrlError::TooLong);
}

TEST(ParseUrl, EncodesWhatEachPartMayNotHold) {
  EXPECT_EQ(href("http://press.example/l'été <1>?q='été'#a b"),
            "http://press.example/l'%C3%A9t%C3%A9%20%3C1%3E?q=%27%C3%A9t%C3%A9%27#a%20b");
  EXPECT_EQ(href("http://press.example/\xE9"), "http://press.example/%EF%BF%BD");
}

TEST(ParseUrl, ReadsEverySpellingOfAnAddress) {
  EXPECT_EQ(href("http://0x7f.1/"), "http://127.0.0.1/");
  EXPECT_EQ(href("http://017700000001/"), "http://127.0.0.1/");
  EXPECT_EQ(href("http://[1:0:0:2::ffff:10.0.0.1]/"), "http://[1::2:0:ffff:a00:1]/");
  EXPECT_EQ(href("http://[0:0:1::]/"), "http://[0:0:1::]/");
}

TEST(ParseUrl, TurnsHostsIntoAscii) {
  EXPECT_EQ(href("http://Zeitung.Müller.example/"), "http://zeitung.xn--mller-kva.example/");
  EXPECT_EQ(href("http://press%2Eexample/"), "http://press.example/");
  EXPECT_EQ(href("http://fußball.example/"), "http://xn--fuball-cta.example/");
}

TEST(ParseUrl, ResolvesReferences) {
  const std::string_view base = "https://press.example/a/b?q#f";
  EXPECT_EQ(resolved("c", base), "https://press.example/a/c");
  EXPECT_EQ(resolved("../c/./d/..", base), "https://press.example/c/");
  EXPECT_EQ(resolved("", base), "https://press.example/a/b?q");
  EXPECT_EQ(resolved("?x", base), "https://press.example/a/b?x");
  EXPECT_EQ(resolved("#x", base), "https://press.example/a/b?q#x");
  EXPECT_EQ(resolved("//other.example", base), "https://other.example/");
  EXPECT_EQ(resolved("\\x\\y", base), "https://press.example/x/y");
  EXPECT_EQ(resolved("https:z", base), "https://press.example/a/z");
  EXPECT_EQ(resolved("x", "mailto:desk@press.example"), describe(UrlError::NoScheme));
}

TEST(ParseUrl, KeepsUrlsWithoutHosts) {
  EXPECT_EQ(href("mailto:desk@press.example"), "mailto:desk@press.example");
  EXPECT_EQ(href("tag:/.//x"), "tag:/.//x");
  EXPECT_EQ(href("file:///C|/x/../.."), "file:///C:/");
}

// A page saved without its address has no base; its absolute links are links all the same.
TEST(ParseUrl, TakesAnEmptyBaseForNone) {
  EXPECT_EQ(parse_url("https://press.example/a", model::Url())->href, "https://press.example/a");
  EXPECT_FALSE(parse_url("/a", model::Url()));
}

}  // namespace
}  // namespace dixit::parser
