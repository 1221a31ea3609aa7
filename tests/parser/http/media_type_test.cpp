#include "parser/http/media_type.h"

#include <gtest/gtest.h>

namespace dixit::parser {
namespace {

using namespace std::string_view_literals;

TEST(ParseMediaType, ReadsTypeAndParameters) {
  const auto html = parse_media_type("Text/HTML; Charset=\"utf-8\" ; q=1");
  ASSERT_TRUE(html);
  EXPECT_EQ(*html, (MediaType{"text", "html", {{"charset", "utf-8"}, {"q", "1"}}}));
  EXPECT_EQ(essence_of(*html), "text/html");
}

TEST(ParseMediaType, ForgivesWhatServersSend) {
  EXPECT_EQ(charset_of("text/html;charset=iso-8859-1;"), "iso-8859-1");
  EXPECT_EQ(charset_of("text/html; ; charset = latin1"), "latin1");
  EXPECT_EQ(charset_of("text/html; charset=a; charset=b"), "a");
  EXPECT_EQ(charset_of("text/html; charset=\"a\\\"b\"; x"), "a\"b");
  EXPECT_EQ(charset_of("text/html; charset=\"open"), "open");
}

TEST(ParseMediaType, RefusesWhatIsNone) {
  for (const std::string_view header : {"", "html", "/", "text/", "/html", "te xt/html", ";;;"}) {
    EXPECT_EQ(parse_media_type(header), std::nullopt) << header;
  }
}

TEST(SniffContent, TrustsTheBytesMoreThanTheHeader) {
  EXPECT_EQ(sniff_content("text/html", "<?xml version='1.0'?>\n<rss version='2.0'>"),
            ContentKind::Feed);
  EXPECT_EQ(sniff_content("application/xml", "<!DOCTYPE html><p>404"), ContentKind::Html);
  EXPECT_EQ(sniff_content("text/plain", "<!-- hello --> <feed xmlns='x'>"), ContentKind::Feed);
  EXPECT_EQ(sniff_content("", "<rdf:RDF xmlns:rdf='x'>"), ContentKind::Feed);
  EXPECT_EQ(sniff_content("text/xml", "<urlset>"), ContentKind::Sitemap);
  EXPECT_EQ(sniff_content("text/html", "%PDF-1.7"), ContentKind::Pdf);
  EXPECT_EQ(sniff_content("application/json", "{\"version\":\"https://jsonfeed.org/version/1.1\""),
            ContentKind::JsonFeed);
}

TEST(SniffContent, FallsBackToTheHeader) {
  EXPECT_EQ(sniff_content("application/json", "{\"a\":1}"), ContentKind::Json);
  EXPECT_EQ(sniff_content("text/plain; charset=utf-8", "hello"), ContentKind::Text);
  EXPECT_EQ(sniff_content("text/html", "just words"), ContentKind::Html);
  EXPECT_EQ(sniff_content("", "just words"), ContentKind::Text);
  EXPECT_EQ(sniff_content("application/xml", "<opml version='2.0'>"), ContentKind::Xml);
  EXPECT_EQ(sniff_content("image/png", "words"), ContentKind::Binary);
}

TEST(SniffContent, KnowsBinaryAndEmptyBodies) {
  EXPECT_EQ(sniff_content("", "\x89PNG\r\n\x1A\n\0\0"sv), ContentKind::Binary);
  EXPECT_EQ(sniff_content("text/html", " \r\n"), ContentKind::Empty);
}

TEST(SniffContent, LooksThroughByteOrderMarksAndWideText) {
  EXPECT_EQ(sniff_content("", "\xEF\xBB\xBF<rss>"), ContentKind::Feed);
  EXPECT_EQ(sniff_content("", "\xFF\xFE<\0h\0t\0m\0l\0>\0"sv), ContentKind::Html);
  EXPECT_EQ(sniff_content("", "\0<\0r\0s\0s\0>"sv), ContentKind::Feed);
}

}  // namespace
}  // namespace dixit::parser
