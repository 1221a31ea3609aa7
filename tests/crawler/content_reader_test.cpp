#include "crawler/content_reader.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

#include "tests/support/crawl_bench.h"

namespace dixit::crawler {
namespace {

Content read(const std::string& type, const std::string& bytes,
             storage::UrlKind kind = storage::UrlKind::Page) {
  Payload payload;
  payload.bytes = bytes;
  payload.url = "http://courier.test/dir/";
  payload.content_type = type;
  payload.kind = kind;
  return read_content(support::built_in_knowledge(), payload);
}

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(compressBound(static_cast<uLong>(text.size())) + 64, '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST(ReadContent, ReadsAPageWithItsLinksAndWishes) {
  const Content content =
      read("text/html",
           "<html><head><title>Harbour closed</title><meta name=robots content=noindex>"
           "<link rel=alternate type='application/rss+xml' href='/rss'></head>"
           "<body><p>text</p><a href='a'>a</a><a rel=nofollow href='b'>b</a></body></html>");

  ASSERT_TRUE(content.document);
  EXPECT_EQ(content.document->title, "Harbour closed");
  EXPECT_TRUE(content.opt_outs.noindex);
  ASSERT_EQ(content.found.size(), 2u);
  EXPECT_EQ(content.found[0].url, "http://courier.test/rss");
  EXPECT_EQ(content.found[0].kind, storage::UrlKind::Feed);
  EXPECT_EQ(content.found[1].url, "http://courier.test/dir/a");
}

TEST(ReadContent, TakesAFeedsDateWhereThePageHasNone) {
  Payload payload;
  payload.bytes = "<p>undated</p>";
  payload.url = "http://courier.test/";
  payload.content_type = "text/html";
  payload.published_hint = "2026-01-14T08:30+01:00";

  const Content content = read_content(support::built_in_knowledge(), payload);

  ASSERT_TRUE(content.document && content.document->published_at);
  EXPECT_EQ(content.document->published_at->source, model::DateSource::Feed);
  EXPECT_EQ(content.document->published_at->value, "2026-01-14T08:30+01:00");
}

TEST(ReadContent, PrefersTheOutletThatItsSourceIsNamedFor) {
  Payload payload;
  payload.bytes = "<p>text</p>";
  payload.url = "http://courier.test/";
  payload.outlet = "The Harbour Courier";

  EXPECT_EQ(read_content(support::built_in_knowledge(), payload).document->outlet,
            "The Harbour Courier");
}

TEST(ReadContent, ReadsAFeedWhateverItsTypeSays) {
  const std::string feed =
      "<?xml version='1.0'?><rss version='2.0'><channel><item><link>http://courier.test/a</link>"
      "<pubDate>Wed, 14 Jan 2026 08:30:00 GMT</pubDate></item><item><title>no link</title></item>"
      "</channel></rss>";
  for (const char* type : {"application/rss+xml", "text/html", "text/plain", ""}) {
    const Content content = read(type, feed);
    EXPECT_FALSE(content.document) << type;
    ASSERT_EQ(content.found.size(), 1u) << type;
    EXPECT_TRUE(content.found[0].listed);
    EXPECT_EQ(content.found[0].published_hint.substr(0, 16), "2026-01-14T08:30");
  }
}

TEST(ReadContent, ReadsSitemapsPlainPackedAndInText) {
  const std::string sitemap =
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
      "<url><loc>http://courier.test/a</loc><lastmod>2026-01-14</lastmod></url></urlset>";
  const Content plain = read("application/xml", sitemap);
  const Content packed = read("application/octet-stream", gzip(sitemap));
  const Content text = read("text/plain", "http://courier.test/a\n", storage::UrlKind::Sitemap);

  for (const Content* content : {&plain, &packed, &text}) {
    ASSERT_EQ(content->found.size(), 1u);
    EXPECT_EQ(content->found[0].url, "http://courier.test/a");
    EXPECT_EQ(content->found[0].published_hint, "");
  }
}

TEST(ReadContent, NamesWhatItCannotRead) {
  Payload payload;
  payload.bytes = "<p>not compressed at all, whatever the header says, but no gzip\x01";
  payload.url = "http://courier.test/";
  payload.content_encoding = "x-unheard-of";
  EXPECT_EQ(read_content(support::built_in_knowledge(), payload).problem.substr(0, 15),
            "content coding:");
  EXPECT_FALSE(read("image/png", "\x89PNG\r\n\x1a\n").document);
  EXPECT_FALSE(read("text/plain", "just words").document);
}

}  // namespace
}  // namespace dixit::crawler
