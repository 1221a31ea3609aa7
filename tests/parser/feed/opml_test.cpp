#include "parser/feed/opml.h"

#include <gtest/gtest.h>

namespace dixit::parser {
namespace {

TEST(Opml, ListsOutlinesWithAnAddressInTheirFolders) {
  const auto subscriptions = parse_opml(
      "<opml version='2.0'><head><title>Harbours</title></head><body><outline text='Coast'>"
      "<outline type='rss' text='gull' title='The Gull' xmlUrl='https://gull.example/feed.xml' "
      "htmlUrl='https://gull.example/' language='en'/><outline text='Deeper'>"
      "<outline text='Le Fanal' XMLURL=' https://fanal.example/rss?a=1&b=2 '/></outline></outline>"
      "<outline text='A note'/></body></opml>");
  EXPECT_EQ(subscriptions,
            (std::vector<OpmlSubscription>{
                {"The Gull", "https://gull.example/feed.xml", "https://gull.example/", "en"},
                {"Le Fanal", "https://fanal.example/rss?a=1&b=2", "", ""}}));
}

TEST(Opml, IsEmptyForWhatIsNone) {
  for (const char* bytes : {"", "words", "<rss><channel/></rss>", "<opml><body/></opml>"}) {
    EXPECT_TRUE(parse_opml(bytes).empty()) << bytes;
  }
}

TEST(Opml, WalksFoldersOfAnyDepth) {
  std::string folders;
  for (int i = 0; i < 2000; ++i) folders += "<outline text='x'>";
  EXPECT_EQ(parse_opml("<opml><body>" + folders + "<outline xmlUrl='https://a.example/'/>").size(),
            1U);
}

}  // namespace
}  // namespace dixit::parser
