#include "parser/feed/feed.h"

#include <gtest/gtest.h>

#include "parser/feed/feed_fields.h"

namespace dixit::parser {
namespace {

Feed read(std::string_view bytes, std::string url = "https://press.example/feed.xml") {
  FeedInput input;
  input.bytes = bytes;
  input.url = std::move(url);
  return parse_feed(input);
}

TEST(ParseFeed, ReadsRss) {
  const Feed feed = read(R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Harbour Post</title><link>/</link><description>News</description>
<language>en-GB</language><ttl>30</ttl>
<image><title>Logo</title><link>https://logo.example/</link></image>
<item>
  <title>Ferry &amp; fog</title><link>/news/ferry?id=7</link>
  <guid isPermaLink="false">post-7</guid>
  <pubDate>Fri, 15 Jan 2021 10:30:00 +0100</pubDate>
  <dc:creator>Ada Quill</dc:creator>
  <category>Weather</category><category>Sea</category><category>Sea</category>
  <description>&lt;p&gt;No &lt;a href="/boats"&gt;boats&lt;/a&gt; today&lt;/p&gt;</description>
  <content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded>
  <enclosure url="fog.mp3" type="audio/mpeg" length="12"/>
</item>
</channel></rss>)");
  EXPECT_EQ(feed.version, "rss20");
  EXPECT_FALSE(feed.flawed);
  EXPECT_EQ(feed.title->value, "The Harbour Post");
  EXPECT_EQ(feed.link, "https://press.example/");
  EXPECT_EQ(feed.subtitle->value, "News");
  EXPECT_EQ(feed.language, "en-GB");
  EXPECT_EQ(feed.update_minutes, "30");
  ASSERT_EQ(feed.entries.size(), 1U);
  const FeedEntry& entry = feed.entries[0];
  EXPECT_EQ(entry.title->value, "Ferry & fog");
  EXPECT_EQ(entry.link, "https://press.example/news/ferry?id=7");
  EXPECT_EQ(entry.id, "post-7");
  EXPECT_EQ(published_at(entry)->value, "2021-01-15T10:30+01:00");
  EXPECT_EQ(entry.authors, (std::vector<FeedPerson>{{"Ada Quill", "", ""}}));
  EXPECT_EQ(entry.categories, (std::vector<FeedCategory>{{"Weather", "", ""}, {"Sea", "", ""}}));
  EXPECT_EQ(entry.summary->value,
            "<p>No <a href=\"https://press.example/boats\">boats</a> today</p>");
  EXPECT_EQ(entry.contents.at(0).value, "<p>All of it.</p>");
  EXPECT_EQ(enclosures_of(entry),
            (std::vector<FeedLink>{
                {"enclosure", "audio/mpeg", "https://press.example/fog.mp3", "", "12"}}));
}

TEST(ParseFeed, ReadsAtom) {
  const Feed feed = read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"
      xml:base="https://courrier.example/a/">
  <title type="text">Le Courrier</title>
  <link rel="self" href="feed.atom"/><link href="/"/>
  <entry>
    <id>tag:courrier.example,2021:1</id>
    <title type="html">Un &lt;b&gt;titre&lt;/b&gt;</title>
    <link href="b/1.html"/><link rel="enclosure" href="1.jpg" type="image/jpeg"/>
    <author><name>Zoé Plume</name><email>zoe@courrier.example</email></author>
    <updated>2021-01-15T10:30:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Du <i>texte</i></div></content>
    <source><title>La Source</title><link href="https://source.example/"/></source>
  </entry>
</feed>)");
  EXPECT_EQ(feed.version, "atom10");
  EXPECT_EQ(feed.language, "fr");
  EXPECT_EQ(feed.link, "https://courrier.example/");
  const FeedEntry& entry = feed.entries.at(0);
  EXPECT_EQ(entry.title->value, "Un <b>titre</b>");
  EXPECT_EQ(entry.title->language, "fr");
  EXPECT_EQ(entry.link, "https://courrier.example/a/b/1.html");
  EXPECT_EQ(entry.author, "Zoé Plume (zoe@courrier.example)");
  EXPECT_EQ(entry.contents.at(0).value, "Du <i>texte</i>");
  EXPECT_EQ(entry.summary->value, "Du <i>texte</i>");
  EXPECT_EQ(entry.source->title->value, "La Source");
  EXPECT_EQ(entry.source->link, "https://source.example/");
}

TEST(ParseFeed, ReadsJsonFeed) {
  const Feed feed = read(R"({"version": "https://jsonfeed.org/version/1.1", "title": "Notes",
    "home_page_url": "https://notes.example/", "language": "en",
    "items": [{"id": 42, "url": "n/42", "title": "One", "content_html": "<p>a</p>",
      "date_published": "2021-01-15T10:30:00-05:00", "tags": ["x"],
      "authors": [{"name": "Ada Quill", "url": "/ada"}],
      "attachments": [{"url": "a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9}]}, 7]})",
                         "https://notes.example/feed.json");
  EXPECT_EQ(feed.version, "json11");
  EXPECT_EQ(feed.link, "https://notes.example/");
  ASSERT_EQ(feed.entries.size(), 2U);
  const FeedEntry& entry = feed.entries[0];
  EXPECT_EQ(entry.id, "42");
  EXPECT_EQ(entry.link, "https://notes.example/n/42");
  EXPECT_EQ(entry.contents.at(0).value, "<p>a</p>");
  EXPECT_EQ(published_at(entry)->value, "2021-01-15T10:30-05:00");
  EXPECT_EQ(entry.authors.at(0).url, "https://notes.example/ada");
  EXPECT_EQ(enclosures_of(entry).at(0).length, "9");
  EXPECT_EQ(feed.entries[1], FeedEntry{});
}

TEST(ParseFeed, ReadsAsFarAsABrokenFeedGoes) {
  const Feed feed = read(
      "<rss><channel><item><title>A & B < C</title><link>http://a.example/?x=1&y=2</link>"
      "<description>caf&eacute; <p>open</description></item><item><title>Second");
  EXPECT_TRUE(feed.flawed);
  ASSERT_EQ(feed.entries.size(), 2U);
  EXPECT_EQ(feed.entries[0].title->value, "A & B < C");
  EXPECT_EQ(feed.entries[0].link, "http://a.example/?x=1&y=2");
  EXPECT_EQ(feed.entries[0].summary->value, "café <p>open</p>");
  EXPECT_EQ(feed.entries[1].title->value, "Second");
}

TEST(ParseFeed, SaysWhatIsNoFeed) {
  for (const std::string_view bytes :
       {"", "plain words", "<html><body>404</body></html>", "{\"a\":1}", "{", "<urlset/>"}) {
    const Feed feed = read(bytes);
    EXPECT_EQ(feed.version, "") << bytes;
    EXPECT_TRUE(feed.flawed) << bytes;
    EXPECT_TRUE(feed.entries.empty()) << bytes;
  }
}

TEST(ParseFeed, StopsAtItsLimits) {
  std::string bytes = "<rss version='2.0'><channel>";
  for (std::size_t i = 0; i < kFeedEntriesMax + 5; ++i) bytes += "<item><title>x</title></item>";
  const Feed feed = read(bytes + "</channel></rss>");
  EXPECT_EQ(feed.entries.size(), kFeedEntriesMax);
  EXPECT_TRUE(feed.truncated);
}

TEST(ParseFeed, DoesNotRecurseOnDepth) {
  std::string bytes = "<rss><channel><item>";
  for (int i = 0; i < 200'000; ++i) bytes += "<x>";
  EXPECT_EQ(read(bytes).entries.size(), 1U);
  bytes = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>";
  for (int i = 0; i < 200'000; ++i) bytes += "<i>";
  EXPECT_EQ(read(bytes).entries.size(), 1U);
}

TEST(ParseFeed, ExpandsNoBillionLaughs) {
  std::string bytes =
      "<!DOCTYPE rss [<!ENTITY a \"" + std::string(1000, 'x') + "\">]><rss><channel><title>";
  for (int i = 0; i < 100'000; ++i) bytes += "&a;";
  const Feed feed = read(bytes + "</title></channel></rss>");
  EXPECT_LT(feed.title->value.size(), 3'000'000U);
  EXPECT_TRUE(feed.flawed);
}

TEST(FieldsOf, NamesWhatWasRead) {
  const FieldValue root =
      fields_of(read("<rss version='2.0'><channel><title>T</title></channel></rss>"));
  EXPECT_EQ(std::get<std::string>(find_field(root, "version")->value), "rss20");
  const FieldValue* head = find_field(root, "feed");
  EXPECT_EQ(std::get<std::string>(find_field(*head, "title")->value), "T");
  EXPECT_EQ(find_field(*head, "language"), nullptr);
  const FieldValue* detail = find_field(*head, "title_detail");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(find_field(*detail, "language")->value));
}

}  // namespace
}  // namespace dixit::parser
