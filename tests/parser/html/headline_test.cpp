#include "parser/html/headline.h"

#include "tests/parser/html/reading.h"

namespace dixit::parser {
namespace {

std::string title(std::string_view head, std::string_view body) {
  return read_html(page(head, body)).title;
}

TEST(Headline, IsTheHeadingThatMetadataAgreeWith) {
  EXPECT_EQ(title("<title>Bridge stays closed - The Press</title>",
                  "<h1>News</h1><h2>Bridge stays closed</h2>%"),
            "Bridge stays closed");
  EXPECT_EQ(title("<meta property=og:title content='Bridge stays closed'>",
                  "<h1>Bridge stays closed</h1>%"),
            "Bridge stays closed");
}

TEST(Headline, IsNeverTheSitesName) {
  EXPECT_EQ(title("<title>The Press</title><meta property=og:site_name content='The Press'>",
                  "<h1>The Press</h1><h1>Bridge stays closed</h1>%"),
            "Bridge stays closed");
  EXPECT_EQ(title("<title>A diary of mine: Bridge stays closed</title>",
                  "<h1><a href='https://www.press.example/'>A diary of mine</a></h1>"
                  "<h2>Bridge stays closed</h2>%"),
            "Bridge stays closed");
}

TEST(Headline, LosesItsKicker) {
  EXPECT_EQ(title("<meta property=og:title content='Bridge stays closed for a year'>",
                  "<h1><span>After the flood</span> <span>Bridge stays closed for a year</span>"
                  "</h1>%"),
            "Bridge stays closed for a year");
}

TEST(Headline, LosesItsKickerBeforeTheWhiteSpaceOfItsMarkup) {
  EXPECT_EQ(title("<meta property=og:title content='Bridge stays closed for a year'>",
                  "<h1>\n <span>After the flood</span> <span hidden> - </span>"
                  "<span>Bridge stays closed for a year</span>\n </h1>%"),
            "Bridge stays closed for a year");
}

TEST(Headline, IsWhatThePageShowsInOtherWordsThanItsMetadata) {
  const std::string head = "<meta property=og:title content='Bridge closed: who may still cross'>";
  EXPECT_EQ(title(head, "<h1>A bridge that nobody may cross</h1>%"),
            "A bridge that nobody may cross");
  EXPECT_EQ(title(head, "<h1>Summer sale begins</h1>%"), "Bridge closed: who may still cross");
  EXPECT_EQ(title(head, "<h1><b>Flood</b> <i>A bridge that nobody may cross</i></h1>%"),
            "Bridge closed: who may still cross")
      << "nothing tells the kicker from the title";
}

TEST(Headline, IsFoundBehindTheHeadingsOfMenus) {
  std::string menus;
  for (int i = 0; i < 100; ++i) menus += "<h3>Menu</h3>";
  EXPECT_EQ(title("<title>Bridge stays closed</title><meta property=og:title content='A bridge'>",
                  menus + "<h1>Bridge stays closed</h1>%"),
            "Bridge stays closed");
}

TEST(Headline, ComesFromMetadataWhenNoHeadingAgrees) {
  EXPECT_EQ(title("<title>x</title><script type='application/ld+json'>{\"@type\":\"Article\","
                  "\"headline\":\"Bridge stays closed\"}</script>",
                  "<h1>Something else on top</h1>%"),
            "Bridge stays closed");
  EXPECT_EQ(title("<meta property=og:title content='Bridge stays closed | press.example'>", "%"),
            "Bridge stays closed");
  EXPECT_EQ(title("<title>Bridge stays closed | The Press Online</title>", "%"),
            "Bridge stays closed");
}

TEST(SiteNames, KnowNamesAndHosts) {
  const SiteNames site({"The Press"}, "www.morning-post.example");
  EXPECT_TRUE(site.is_site("THE PRESS"));
  EXPECT_TRUE(site.is_site("Morning Post"));
  EXPECT_TRUE(site.is_site("morning-post.example"));
  EXPECT_FALSE(site.is_site("Morning Post readers win the prize"));
  EXPECT_EQ(site.without_site("Morning Post - A day - The Press"), "A day");
  EXPECT_EQ(site.without_site("The Press"), "The Press");
}

TEST(TitleSegments, AreCutAtSeparators) {
  EXPECT_EQ(title_segments("A day | News - The Press"),
            (std::vector<std::string_view>{"A day", "News", "The Press"}));
  EXPECT_EQ(title_segments("Well-known: a day"),
            (std::vector<std::string_view>{"Well-known: a day"}));
}

}  // namespace
}  // namespace dixit::parser
