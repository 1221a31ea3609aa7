#include "parser/html/byline.h"

#include <gmock/gmock.h>

#include "tests/parser/html/reading.h"

namespace dixit::parser {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> authors(std::string_view head, std::string_view body) {
  return read_html(page(head, body)).authors;
}

std::string linked(std::string_view author) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A day\","
         "\"author\":" +
         std::string(author) + "}</script>";
}

TEST(Byline, PrefersLinkedData) {
  EXPECT_THAT(authors(linked("[{\"@type\":\"Person\",\"name\":\"Ada Example\"},"
                             "{\"@type\":\"Person\",\"name\":\"Bo Sample\"}]"),
                      "<h1>A day</h1><p>By Someone Else</p>%"),
              ElementsAre("Ada Example", "Bo Sample"));
}

TEST(Byline, ReadsMetaElements) {
  EXPECT_THAT(authors("<meta name=author content='Ada Example'>", "<h1>A day</h1>%"),
              ElementsAre("Ada Example"));
}

TEST(Byline, ReadsLinksAndElementsNamedForAuthors) {
  EXPECT_THAT(authors("",
                      "<h1>A day</h1><p>Text <a rel='author nofollow' href=/a>Ada Example</a>"
                      "</p>%"),
              ElementsAre("Ada Example"));
  EXPECT_THAT(authors("",
                      "<h1>A day</h1><div class=article-author><span>By</span>"
                      "<span>Ada Example</span><span>12 May 2021</span></div>%"),
              ElementsAre("Ada Example"));
}

TEST(Byline, ReadsLabelledLinesInSeveralLanguages) {
  EXPECT_THAT(authors("", "<h1>A day</h1><p>By Ada Example, 12 May 2021</p>%"),
              ElementsAre("Ada Example"));
  EXPECT_THAT(authors("", "<h1>A day</h1><p>Par Ada Exemple</p>%"), ElementsAre("Ada Exemple"));
  EXPECT_THAT(authors("", "<h1>A day</h1><p>Von Ada Beispiel</p>%"), ElementsAre("Ada Beispiel"));
}

TEST(Byline, PartsRowsOfNamesAndLeavesDescriptionsOut) {
  EXPECT_THAT(authors(linked("\"Ada Example, Bo Sample and Cy Model\""), "%"),
              ElementsAre("Ada Example", "Bo Sample", "Cy Model"));
  EXPECT_THAT(authors(linked("\"Ada Example and Bo Sample\""), "%"),
              ElementsAre("Ada Example", "Bo Sample"));
  EXPECT_THAT(authors(linked("\"Ada Example, director of research\""), "%"),
              ElementsAre("Ada Example"));
  EXPECT_THAT(authors(linked("\"Ada Example (ae)\""), "%"), ElementsAre("Ada Example"));
  EXPECT_THAT(authors(linked("\"Ada Example | The Press\""), "%"), ElementsAre("Ada Example"));
}

TEST(Byline, TakesTheOutletOnlyWhenNobodyElseIsNamed) {
  const std::string site = "<meta property=og:site_name content='The Press'>";
  EXPECT_THAT(authors(site + linked("{\"@type\":\"Person\",\"name\":\"The Press\"}"),
                      "<h1>A day</h1><p>By Ada Example</p>%"),
              ElementsAre("Ada Example"));
  EXPECT_THAT(authors(site + linked("{\"@type\":\"Organization\",\"name\":\"The Press\"}"), "%"),
              ElementsAre("The Press"));
}

TEST(Byline, DoesNotTakeCommentersOrDates) {
  EXPECT_THAT(authors("",
                      "<h1>A day</h1><p class=date>Published on 12 May 2021</p>%"
                      "<div class=comments><p class=author>Cy Model</p></div>"),
              IsEmpty());
}

}  // namespace
}  // namespace dixit::parser
