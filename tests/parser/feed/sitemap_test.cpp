#include "parser/feed/sitemap.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace dixit::parser {
namespace {

constexpr std::string_view kUrl = "https://press.example/maps/news.xml";

tl::expected<Sitemap, SitemapError> read(std::string_view bytes, SitemapRules rules = {}) {
  return parse_sitemap({bytes, std::string(kUrl), rules});
}

std::vector<std::string> locs(std::string_view bytes) {
  std::vector<std::string> out;
  const auto sitemap = read(bytes);
  if (!sitemap) return {std::string(describe(sitemap.error()))};
  for (const SitemapEntry& entry : sitemap->entries) out.push_back(entry.loc);
  return out;
}

using Locs = std::vector<std::string>;

TEST(ParseSitemap, ReadsUrlsWithTheNewsExtension) {
  const auto sitemap = read(R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
 <url><loc> https://press.example/maps/a?b=1&amp;c=2#top </loc>
  <lastmod>2021-01-15</lastmod><changefreq>Daily</changefreq><priority>0.8</priority>
  <news:news><news:publication><news:name>The Press</news:name>
   <news:language>en</news:language></news:publication>
   <news:publication_date>2021-01-15T10:30:00Z</news:publication_date>
   <news:title>Fog</news:title><news:keywords>sea, fog</news:keywords></news:news>
  <image:image><image:loc>https://press.example/maps/a.jpg</image:loc></image:image></url>
 <url><loc>https://other.example/x</loc><priority>7</priority></url>
</urlset>)");
  ASSERT_TRUE(sitemap);
  EXPECT_EQ(sitemap->kind, SitemapKind::Urls);
  EXPECT_FALSE(sitemap->flawed);
  ASSERT_EQ(sitemap->entries.size(), 2U);
  const SitemapEntry& entry = sitemap->entries[0];
  EXPECT_EQ(entry.loc, "https://press.example/maps/a?b=1&c=2");
  EXPECT_EQ(to_iso_string(*entry.lastmod), "2021-01-15");
  EXPECT_EQ(entry.changefreq, "daily");
  EXPECT_DOUBLE_EQ(entry.priority, 0.8);
  EXPECT_TRUE(entry.within_location);
  EXPECT_EQ(entry.news->publication_name, "The Press");
  EXPECT_EQ(to_iso_string(*entry.news->published), "2021-01-15T10:30Z");
  EXPECT_EQ(entry.news->keywords, (Locs{"sea", "fog"}));
  EXPECT_FALSE(sitemap->entries[1].within_location);
  EXPECT_DOUBLE_EQ(sitemap->entries[1].priority, 0.5);
}

TEST(ParseSitemap, ReadsIndexesAndTheirMistakes) {
  const auto sitemap = read(
      "<sitemapindex><sitemap><loc>/a.xml</loc><loc>/b.xml</loc></sitemap>"
      "<sitemap>https://press.example/c.xml</sitemap><sitemap/></sitemapindex>");
  ASSERT_TRUE(sitemap);
  EXPECT_EQ(sitemap->kind, SitemapKind::Index);
  ASSERT_EQ(sitemap->entries.size(), 3U);
  EXPECT_EQ(sitemap->entries[0].loc, "https://press.example/a.xml");
  EXPECT_EQ(sitemap->entries[2].loc, "https://press.example/c.xml");
}

TEST(ParseSitemap, ReadsPlainText) {
  EXPECT_EQ(locs("https://press.example/a\r\n\nwww.press.example/b\nnot a url\n"),
            (Locs{"https://press.example/a", "http://www.press.example/b"}));
  EXPECT_EQ(locs("nothing here"), (Locs{"it is no sitemap"}));
}

TEST(ParseSitemap, ReadsFeeds) {
  EXPECT_EQ(locs("<rss><channel><item><link>/a</link></item></channel></rss>"),
            (Locs{"https://press.example/a"}));
}

TEST(ParseSitemap, ReadsAsFarAsABrokenOneGoes) {
  const std::string_view broken = "<urlset><url><loc>https://press.example/a</loc></url><url><lo";
  EXPECT_EQ(locs(broken), (Locs{"https://press.example/a"}));
  EXPECT_TRUE(read(broken)->flawed);
  SitemapRules strict;
  strict.well_formed = true;
  EXPECT_EQ(read(broken, strict).error(), SitemapError::UnknownFormat);
}

TEST(ParseSitemap, MayInsistOnTheNamespace) {
  SitemapRules strict;
  strict.protocol_namespace = true;
  const std::string_view other = "<urlset xmlns='urn:x'><url><loc>/a</loc></url></urlset>";
  EXPECT_TRUE(read(other));
  EXPECT_FALSE(read(other, strict));
  EXPECT_TRUE(read("<s:urlset xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'/>", strict));
}

TEST(ParseSitemap, FetchesNothingThatADoctypeNames) {
  EXPECT_EQ(locs("<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                 "<urlset><url><loc>&x;</loc></url><url><loc>/a</loc></url></urlset>"),
            (Locs{"https://press.example/a"}));
}

TEST(ParseSitemap, UndoesGzip) {
  const std::string_view text = "https://press.example/a\n";
  std::string packed(200, '\0');
  z_stream stream{};
  ASSERT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string input(text);
  stream.next_in = reinterpret_cast<unsigned char*>(input.data());
  stream.avail_in = static_cast<unsigned>(input.size());
  stream.next_out = reinterpret_cast<unsigned char*>(packed.data());
  stream.avail_out = static_cast<unsigned>(packed.size());
  ASSERT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  EXPECT_EQ(locs(packed), (Locs{"https://press.example/a"}));
  EXPECT_EQ(locs(packed.substr(0, 6)), (Locs{"its gzip is corrupt"}));
}

TEST(ParseSitemap, StopsAtTheProtocolsLimit) {
  std::string text;
  for (std::size_t i = 0; i < kSitemapUrlsMax + 1; ++i) text += "http://a.example/\n";
  const auto sitemap = read(text);
  EXPECT_EQ(sitemap->entries.size(), kSitemapUrlsMax);
  EXPECT_TRUE(sitemap->truncated);
}

}  // namespace
}  // namespace dixit::parser
