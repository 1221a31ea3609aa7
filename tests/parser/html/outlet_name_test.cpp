#include "parser/html/outlet_name.h"

#include "tests/parser/html/reading.h"

namespace dixit::parser {
namespace {

std::string outlet(std::string_view head, std::string_view body) {
  return read_html(page(head, body), "https://127.0.0.3/a").outlet;
}

constexpr std::string_view kTitle = "<title>A long day | The Morning Post</title>";

TEST(OutletName, IsTheTitlesEndThatAnotherSignAgreesWith) {
  EXPECT_EQ(outlet(kTitle, "<a href=/><img src=l.gif alt='The Morning Post'></a>%"),
            "The Morning Post");
  EXPECT_EQ(outlet(kTitle, "<p class=site-title><a href=/>the morning post</a></p>%"),
            "The Morning Post");
  EXPECT_EQ(outlet(kTitle, "%<p>© 2024 The Morning Post, all rights reserved</p>"),
            "The Morning Post");
  EXPECT_EQ(outlet(std::string(kTitle) +
                       "<link rel=alternate type=application/rss+xml title='The Morning Post » 1'>",
                   "%"),
            "The Morning Post");
  EXPECT_EQ(read_html(page("<title>A long day - Example</title>", "%"), "https://www.example.org/a")
                .outlet,
            "Example");
}

TEST(OutletName, IsTheLogosWhereTheTitleHasNone) {
  EXPECT_EQ(
      outlet("<title>A long day</title>",
             "<a href=/><img src=l.gif alt='The Morning Post'></a>%<p>© The Morning Post</p>"),
      "The Morning Post");
}

TEST(OutletName, IsNotGuessedFromOneSign) {
  EXPECT_EQ(outlet(kTitle, "%"), "");
  EXPECT_EQ(outlet("<title>A long day</title>", "<a href=/>The Morning Post</a>%"), "");
  EXPECT_EQ(outlet("<title>A long day</title>", "%<p>© 2024 The Morning Post</p>"), "");
}

TEST(OutletName, IsNoMenusWordNorAnotherSites) {
  EXPECT_EQ(outlet("<title>A long day | Accueil</title>", "<a href=/>Accueil</a>%"), "");
  EXPECT_EQ(outlet(kTitle, "<a href='https://network.example/'>The Morning Post</a>%"), "");
  EXPECT_EQ(outlet("<title>A long day | Post</title>", "<a href=/>The Morning Post of Today</a>%"),
            "");
}

TEST(OutletName, GivesWayToADeclaredOne) {
  EXPECT_EQ(outlet(std::string(kTitle) + "<meta property=og:site_name content='The Post'>",
                   "<a href=/>The Morning Post</a>%"),
            "The Post");
}

TEST(OutletName, IsSoughtAmongTheFirstSignsAlone) {
  std::string logo = "<a href=/>";
  for (int i = 0; i < 100; ++i) logo += "<img src=x alt='word " + std::to_string(i) + "'>";
  EXPECT_EQ(outlet(kTitle, logo + "<img src=l.gif alt='The Morning Post'></a>%"), "");
}

}  // namespace
}  // namespace dixit::parser
